"""Which statements answer which question: a property's own, or else those of narrower ones."""

from collections.abc import Collection, Mapping, Sequence

from tertium.model.terms import Iri

__all__ = ["Answers", "answers"]

Answers = tuple[tuple[Iri, ...], ...]
"""For each comparand the properties whose statements answer a question."""


def answers(
    own: Sequence[Collection[Iri]], wider: Mapping[Iri, frozenset[Iri]]
) -> dict[Iri, Answers]:
    """Return what answers each property that is stated of somebody, by IRI.

    Who has nothing of a property answers it with narrower ones, which imply it; never the other way
    round. A narrower property all of whose statements answer wider ones is no question of its own.
    """
    asked = {name for side in own for name in side}
    found: dict[Iri, Answers] = {}
    used = set[tuple[int, Iri]]()
    for name in sorted(asked, key=lambda one: (len(wider.get(one, frozenset()) & asked), one)):
        if not all((place, name) in used for place, side in enumerate(own) if name in side):
            found[name] = tuple(_answer(name, side, wider) for side in own)
            used |= {(place, one) for place, ways in enumerate(found[name]) for one in ways}
    return dict(sorted(found.items()))


def _answer(
    name: Iri, side: Collection[Iri], wider: Mapping[Iri, frozenset[Iri]]
) -> tuple[Iri, ...]:
    if name in side:
        return (name,)
    return tuple(sorted(one for one in side if name in wider.get(one, ())))
