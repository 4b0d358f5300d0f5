"""Which words of other vocabularies mean the same as ours (SSSOM tables in ontology/)."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tertium.model.terms import Iri
from tertium.queries.prefixes import expand
from tertium.resources import folder, resource_files
from tertium.store.vocabulary import canonical

__all__ = ["Alignments", "bundled_alignments"]

_SUFFIX: Final = ".sssom.tsv"
_EQUAL: Final = ("skos:exactMatch", "skos:closeMatch")


@dataclass(frozen=True, slots=True)
class Alignments:
    """Our words by those of others, the closest first."""

    ours: Mapping[Iri, tuple[Iri, ...]] = field(default_factory=dict)


@cache
def bundled_alignments() -> Alignments:
    """Return the alignments that ship with Tertium."""
    found: dict[Iri, list[tuple[int, Iri]]] = {}
    for our, match, their in _mappings():
        if match in _EQUAL:
            found.setdefault(canonical(their), []).append((_EQUAL.index(match), our))
    return Alignments(
        {their: tuple(iri for _, iri in sorted(group)) for their, group in found.items()}
    )


def _mappings() -> Iterator[tuple[Iri, str, Iri]]:
    for _, file in resource_files(folder("ontology"), _SUFFIX):
        lines = (line for line in file.read_text("utf-8").splitlines() if line[:1] != "#")
        rows = (
            (expand(row["subject_id"]), row["predicate_id"], expand(row["object_id"]))
            for row in csv.DictReader(lines, delimiter="\t")
        )
        yield from ((our, match, their) for our, match, their in rows if our and their)
