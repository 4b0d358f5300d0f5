"""Links as a table of mappings in the standard form SSSOM/TSV.

Specification: https://mapping-commons.github.io/sssom/spec-formats-tsv (version 1.0).
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import StringIO
from typing import Final

from tertium.model.link import Linking
from tertium.model.linkset import LinkSet
from tertium.render.escaping import visible
from tertium.render.links.mappings import Mapping, mappings_of
from tertium.render.links.prefixes import Prefixes

__all__ = ["COLUMNS", "MappingSheet"]

COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "subject_type",
    "confidence",
    "match_string",
    "comment",
)
"""The columns, in the order of the standard."""
_SET: Final = "https://w3id.org/tertium/mappings/"
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9./:_-]*(?: [A-Za-z0-9./:_-]+)*")
"""What YAML reads as the text that it is, without quotation marks."""
_NUMBER: Final = re.compile(r"[0-9._:-]+")


class MappingSheet:
    """A table of mappings as it is written; its head is known when the last line is."""

    def __init__(self, links: LinkSet, *, everything: bool) -> None:
        """Keep what is true of all links, and whether what is no match is written, too."""
        self._links = links
        self._everything = everything
        self._prefixes = Prefixes(links.prefixes)
        self._digest = sha256()

    def lines(self, linkings: Iterable[Linking]) -> Iterator[str]:
        """Yield the header of the table, and each mapping."""
        yield self._line(COLUMNS)
        predicate = self._links.predicate
        for linking in linkings:
            for mapping in mappings_of(linking, predicate, everything=self._everything):
                yield self._line(self._cells(mapping))

    def head(self) -> str:
        """Return the lines above the table, once it is written.

        The address of the set follows from its content: the same links have the same one.
        """
        links, curie = self._links, self._prefixes.curie
        facts = {
            "mapping_set_id": _SET + self._digest.hexdigest()[:32],
            "license": links.licence,
            "subject_source": curie(links.source) if links.source else "",
            "object_source": curie(links.target) if links.target else "",
            "mapping_tool": links.tool.partition(" ")[0],
            "mapping_tool_version": links.tool.partition(" ")[2],
        }
        spaces = self._prefixes.used.items()
        declared = ("curie_map:", *(f"  {prefix}: {_yaml(space)}" for prefix, space in spaces))
        stated = (f"{name}: {_yaml(value)}" for name, value in facts.items() if value)
        return "".join(f"#{line}\n" for line in (*(declared if spaces else ()), *stated))

    def _cells(self, mapping: Mapping) -> tuple[str, ...]:
        curie = self._prefixes.curie
        return (
            curie(mapping.subject) if mapping.subject else "",
            mapping.label,
            curie(mapping.predicate),
            curie(mapping.object),
            mapping.object_label,
            curie(mapping.justification),
            "" if mapping.subject else "rdfs literal",
            "" if mapping.confidence is None else f"{mapping.confidence:.4f}",
            _listed(mapping.matched),
            mapping.comment,
        )

    def _line(self, cells: Iterable[str]) -> str:
        text = StringIO()
        writer = csv.writer(text, delimiter="\t", lineterminator="\n")
        writer.writerow([visible(cell) for cell in cells])
        line = text.getvalue()
        self._digest.update(line.encode())
        return line


def _listed(text: str) -> str:
    """Return a text as the single value of a column that may have several."""
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _yaml(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text) and not text.endswith(":")
    return text if plain and ": " not in text else json.dumps(text)
