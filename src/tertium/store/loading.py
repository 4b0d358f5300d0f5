"""From files in any RDF syntax to a store."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from io import BufferedReader
from pathlib import Path, PurePath
from typing import IO, Final

import pyoxigraph as ox

from tertium.errors import BadFileError, SourceUnavailableError, UnknownFormatError
from tertium.store.oxigraph import OxigraphStore

__all__ = ["SUFFIXES", "load"]

_SYNTAXES: Final = {
    ".json": ox.RdfFormat.JSON_LD,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".n3": ox.RdfFormat.N3,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".owl": ox.RdfFormat.RDF_XML,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".xml": ox.RdfFormat.RDF_XML,
}
_PACKINGS: Final = ("", ".bz2", ".gz", ".xz")

SUFFIXES: Final = tuple(syntax + packing for syntax in _SYNTAXES for packing in _PACKINGS)
"""How the names of readable files end, in lower case."""


def load(files: Iterable[tuple[str, Path | Traversable]]) -> OxigraphStore:
    """Return a store with the triples of all files, in one graph.

    Each file comes with the name which errors call it by; its syntax is told by the suffix.

    Raises:
        UnknownFormatError: when a suffix is of no known syntax.
        SourceUnavailableError: when a file cannot be opened.
        BadFileError: when a file is malformed.

    """
    store = ox.Store()
    for name, file in files:
        syntax, packing = _suffixes(name)
        try:
            raw = file.open("rb")
        except OSError as error:
            raise SourceUnavailableError(name, error.strerror or str(error)) from error
        with raw:
            _load(store, name, stream=_unpacked(raw, packing), syntax=_SYNTAXES[syntax])
    return OxigraphStore(store)


def _suffixes(name: str) -> tuple[str, str]:
    path = PurePath(name.lower())
    packing = path.suffix if path.suffix in _PACKINGS else ""
    syntax = PurePath(path.stem).suffix if packing else path.suffix
    if syntax not in _SYNTAXES:
        raise UnknownFormatError(name, tuple(_SYNTAXES))
    return syntax, packing


def _unpacked(raw: IO[bytes], packing: str) -> IO[bytes]:
    match packing:
        case ".gz":
            return BufferedReader(gzip.GzipFile(fileobj=raw))
        case ".bz2":
            return BufferedReader(bz2.BZ2File(raw))
        case ".xz":
            return BufferedReader(lzma.LZMAFile(raw))
        case _:
            return raw


def _load(store: ox.Store, name: str, *, stream: IO[bytes], syntax: ox.RdfFormat) -> None:
    try:
        if syntax.supports_datasets:  # the quads lose their graph: all is one graph
            quads = ox.parse(stream, format=syntax, rename_blank_nodes=True)
            store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
        else:
            store.bulk_load(stream, syntax)
    except SyntaxError as error:
        raise BadFileError(name, error.lineno, error.msg) from error
    except (EOFError, OSError, lzma.LZMAError, zlib.error) as error:
        raise BadFileError(name, None, str(error)) from error
