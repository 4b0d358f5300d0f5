"""How a file is written and packed, told by its name and where that is not enough by its start."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

import pyoxigraph as ox

from tertium.errors import UnknownFormatError

__all__ = ["MEDIA_TYPES", "SUFFIXES", "FileFormat", "format_of", "is_entity_json"]

_SYNTAXES: Final[Mapping[str, ox.RdfFormat]] = {
    ".json": ox.RdfFormat.JSON_LD,
    ".jsonl": ox.RdfFormat.JSON_LD,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".n3": ox.RdfFormat.N3,
    ".ndjson": ox.RdfFormat.JSON_LD,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".owl": ox.RdfFormat.RDF_XML,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".xml": ox.RdfFormat.RDF_XML,
}
_MAPPINGS: Final = ".sssom.tsv"
_PACKINGS: Final = ("", ".bz2", ".gz", ".xz", ".zst")

SUFFIXES: Final = tuple(
    syntax + packing for syntax in (*_SYNTAXES, _MAPPINGS) for packing in _PACKINGS
)
"""How the names of readable files end, in lower case."""

MEDIA_TYPES: Final[Mapping[str, str]] = {
    "application/json": ".json",
    "application/ld+json": ".jsonld",
    "application/n-quads": ".nq",
    "application/n-triples": ".nt",
    "application/rdf+xml": ".rdf",
    "application/trig": ".trig",
    "application/xml": ".rdf",
    "text/n3": ".n3",
    "text/turtle": ".ttl",
    "text/xml": ".rdf",
}
"""The suffix of what a web server calls by these names."""

_KEYWORD: Final = re.compile(rb'"@(?:context|graph|id|type)"\s*:')
_ENTITY: Final = re.compile(
    rb'"entities"\s*:\s*\{|"mainsnak"\s*:|"type"\s*:\s*"(?:item|property|lexeme|mediainfo)"'
    rb'|"(?:labels|descriptions|aliases)"\s*:\s*\{\s*"[a-z-]+"\s*:\s*[\[{]'
)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """The syntax of a file and the suffix of its packing, which may be empty.

    Of a table of mappings (SSSOM) the syntax is what it becomes.
    """

    syntax: ox.RdfFormat
    packing: str
    mappings: bool = False


def format_of(name: str) -> FileFormat:
    """Return how a file is written, as its suffixes say.

    Raises:
        UnknownFormatError: when a suffix is of no known syntax.

    >>> format_of("latest-all.TTL.gz").packing
    '.gz'

    """
    path = PurePath(name.lower())
    packing = path.suffix if path.suffix in _PACKINGS else ""
    plain = path.stem if packing else path.name
    if plain.endswith(_MAPPINGS):
        return FileFormat(ox.RdfFormat.N_TRIPLES, packing, mappings=True)
    syntax = PurePath(plain).suffix
    if syntax not in _SYNTAXES:
        raise UnknownFormatError(name, (*_SYNTAXES, _MAPPINGS))
    return FileFormat(_SYNTAXES[syntax], packing)


def is_entity_json(head: bytes) -> bool:
    """Return whether a JSON text starts like Wikibase entities, not like JSON-LD.

    >>> is_entity_json(b'{"type": "item", "id": "Q42"}'), is_entity_json(b'{"@id": "urn:a"}')
    (True, False)
    """
    return bool(_ENTITY.search(head)) and not _KEYWORD.search(head)
