"""Tables of mappings between vocabularies (SSSOM) as triples and annotated axioms.

A row becomes the triple that it states, and an `owl:Axiom` about it, as the specification has it
(Matentzoglu et al. 2022): by the axiom a mapping is told from any other triple of the kind, and
it says how certain the mapping is and by what right it is made.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from tertium.errors import BadFileError, BadTermError
from tertium.model.terms import Iri
from tertium.store.terms import checked_iri

__all__ = ["curie_map", "expanded", "read_mappings"]

_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SSSOM: Final = "https://w3id.org/sssom/"
_KNOWN: Final = {
    "owl": _OWL,
    "rdf": _RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": _SSSOM,
}
"""The prefixes which need no declaration."""
_PREFIX: Final = re.compile(r"#\s+([^\s:]+)\s*:\s*[\"']?([^\s\"']+)[\"']?\s*")
_COLUMNS: Final = ("subject_id", "predicate_id", "object_id")
_PARTS: Final = ("annotatedSource", "annotatedProperty", "annotatedTarget")
_CONFIDENCE: Final = "confidence"
_JUSTIFICATION: Final = "mapping_justification"
_DENIED: Final = "Not"
_NOTHING: Final = "sssom:NoTermFound"
"""What stands where nothing was found."""
_WORDS: Final = "rdfs literal"
_DOUBLE: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#double")

_SHARE: Final = re.compile(r"0?\.\d+|0\.?|1(?:\.0*)?|\d(?:\.\d*)?[eE]-\d+")

_Line = tuple[int, str]
_Note = tuple[ox.NamedNode, ox.NamedNode | ox.Literal]


def read_mappings(
    content: io.BufferedIOBase, name: str, *, report: Callable[[BadFileError], None]
) -> Iterator[ox.Quad]:
    """Yield what a table states; a bad row is told to `report` and left out.

    A row which is denied (`predicate_modifier` is `Not`) states nothing, nor does one for a thing
    which was found nowhere, or for mere words.
    """
    texts = content.read().decode("utf-8-sig", "replace").split("\n")
    lines = [*enumerate((text.rstrip("\r") for text in texts), 1)]
    prefixes = curie_map(text for _, text in lines)
    table = [line for line in lines if line[1] and line[1][0] != "#"]
    header = next(csv.reader([table[0][1]], delimiter="\t")) if table else []
    missing = [column for column in _COLUMNS if column not in header]
    if missing:
        report(BadFileError(name, table[0][0] if table else None, f"no column {missing[0]}"))
        return
    for number, row in _rows(table[1:], header):
        if not _states(row):
            continue
        try:
            terms = [ox.NamedNode(expanded(row[column], prefixes)) for column in _COLUMNS]
            yield from _said(terms, [*_notes(row, prefixes)])
        except BadTermError as error:
            report(BadFileError(name, number, str(error)))


def _states(row: Mapping[str, str]) -> bool:
    """Return whether a mapping is of two things, and holds."""
    of_words = _WORDS in {row.get("subject_type"), row.get("object_type")}
    nothing = _NOTHING in {row["subject_id"], row["object_id"]}
    return not (row.get("predicate_modifier") == _DENIED or of_words or nothing)


def curie_map(lines: Iterable[str]) -> Mapping[str, str]:
    """Return the prefixes that the head of a table declares, and those known without it."""
    declared = filter(None, map(_PREFIX.fullmatch, lines))
    return _KNOWN | {one[1]: one[2] for one in declared if "://" in one[2]}


def _rows(table: Iterable[_Line], header: list[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    for number, text in table:
        cells = next(csv.reader([text], delimiter="\t"))
        yield number, dict(zip(header, [*cells, *[""] * len(header)], strict=False))


def expanded(curie: str, prefixes: Mapping[str, str]) -> Iri:
    """Return the IRI for which an entity reference of a table stands.

    Raises:
        BadTermError: when its prefix is not declared, or it is no IRI.

    """
    prefix, _, local = curie.partition(":")
    if local.startswith("//"):
        return checked_iri(curie)
    if prefix not in prefixes:
        raise BadTermError(curie, "its prefix is not in the curie_map")
    return checked_iri(prefixes[prefix] + local)


def _notes(row: Mapping[str, str], prefixes: Mapping[str, str]) -> Iterator[_Note]:
    """Yield how certain a mapping is, and by what right it is made, as far as its row says."""
    confidence = row.get(_CONFIDENCE, "").strip()
    if confidence:
        if not _SHARE.fullmatch(confidence):
            raise BadTermError(confidence, "a confidence is a number from 0 to 1")
        yield ox.NamedNode(_SSSOM + _CONFIDENCE), ox.Literal(confidence, datatype=_DOUBLE)
    justification = row.get(_JUSTIFICATION, "")
    if justification:
        yield ox.NamedNode(_SSSOM + _JUSTIFICATION), ox.NamedNode(expanded(justification, prefixes))


def _said(terms: list[ox.NamedNode], notes: Iterable[_Note]) -> Iterator[ox.Quad]:
    axiom = ox.BlankNode()
    yield ox.Quad(*terms)
    yield ox.Quad(axiom, ox.NamedNode(_RDF + "type"), ox.NamedNode(_OWL + "Axiom"))
    for part, term in zip(_PARTS, terms, strict=True):
        yield ox.Quad(axiom, ox.NamedNode(_OWL + part), term)
    for name, value in notes:
        yield ox.Quad(axiom, name, value)
