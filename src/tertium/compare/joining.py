"""Why statements of other properties, or of others, stand in a row."""

from collections.abc import Iterator, Sequence

from tertium.compare.align import Line
from tertium.model.alignment import Alignment
from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri

__all__ = ["joined", "meant", "turned"]


def meant(line: Line, alignment: Alignment) -> tuple[Iri, ...]:
    """Return the other properties which would answer a row: equivalent ones, and narrower ones.

    Of the narrower ones, those which somebody in the row has.
    """
    own = line.predicate.iri
    said = {s.predicate.iri for one in line.sayings for s in one.best if s.turned is None}
    known = {one for iri in {own, *said} for one in alignment.meaning(iri)}
    return tuple(sorted(known - {own}))


def turned(line: Line, alignment: Alignment) -> tuple[Iri, ...]:
    """Return the properties by which others would state what a row asks."""
    ways = alignment.turned.get(alignment.name(line.predicate.iri), ())
    return tuple(sorted({one for way in ways for one in alignment.meaning(way)}))


def joined(
    line: Line, descriptions: Sequence[Description], *, alignment: Alignment
) -> Iterator[str]:
    """Yield what is declared of the properties in a row, and whose answers were too many."""
    said = [s for one in line.sayings for s in (*one.best, *one.outranked, *one.deprecated)]
    yield from _by_meaning(said, line.predicate.iri, alignment)
    crowded = [
        one.short_name or one.label for one in descriptions if line.predicate.iri in one.crowded
    ]
    if crowded:
        yield f"too many others state it of {' and of '.join(crowded)}"


def _by_meaning(said: Sequence[Statement], own: Iri, alignment: Alignment) -> Iterator[str]:
    found: dict[str, str] = {}
    for one in said:
        if one.turned is not None:
            found.setdefault(_place(one.turned), "is declared its inverse")
        elif one.predicate.iri != own:
            same = alignment.name(one.predicate.iri) == alignment.name(own)
            verb = "is declared to mean the same" if same else "is declared to imply it"
            found.setdefault(_place(one.predicate), verb)
    yield from (f"{name} {verb}" for name, verb in sorted(found.items()))


def _place(predicate: Property) -> str:
    """Return a property with whose word it is."""
    return f"{predicate.label} ({predicate.iri.partition('://')[2].partition('/')[0]})"
