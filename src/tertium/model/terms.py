"""RDF terms as plain values, whichever engine they came from."""

from dataclasses import dataclass
from string import ascii_letters
from typing import Final, NewType

__all__ = [
    "EDTF",
    "RDF_LANG_STRING",
    "XSD",
    "XSD_DATES",
    "XSD_NUMBERS",
    "XSD_STRING",
    "BlankNode",
    "Iri",
    "Literal",
    "Term",
    "is_code",
    "namespace",
]

Iri = NewType("Iri", str)
"""An absolute IRI; every other text is a `str`."""

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING: Final = Iri(XSD + "string")
EDTF: Final = frozenset(
    Iri(f"http://id.loc.gov/datatypes/edtf/{name}")
    for name in ("EDTF", "EDTF-level0", "EDTF-level1", "EDTF-level2")
)
"""The datatypes of the Extended Date/Time Format, level by level."""
XSD_DATES: Final = frozenset(
    Iri(XSD + name) for name in ("date", "dateTime", "gYear", "gYearMonth")
)
"""The datatypes of dates in XSD, however exact."""
XSD_NUMBERS: Final = frozenset(
    Iri(XSD + name)
    for name in (
        *("byte", "decimal", "double", "float", "int", "integer", "long", "short"),
        *("negativeInteger", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger"),
        *("unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort"),
    )
)
"""The datatypes of numbers in XSD."""
RDF_LANG_STRING: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


@dataclass(frozen=True, slots=True, order=True)
class BlankNode:
    """A node without an address; its label means nothing outside its graph."""

    label: str


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A lexical form with its datatype and language tag (empty when none).

    >>> Literal("1878", Iri(XSD + "gYear")).lexical
    '1878'
    """

    lexical: str
    datatype: Iri = XSD_STRING
    language: str = ""


def is_code(label: str, iri: Iri) -> bool:
    """Return whether a label only repeats the number at the end of an IRI.

    >>> is_code("Q855", Iri("http://www.wikidata.org/entity/Q855"))
    True
    """
    return label.lstrip(ascii_letters + "_-.").isdecimal() and iri.endswith(label)


def namespace(iri: Iri) -> str:
    """Return an IRI without its last part: the vocabulary or data set that it is of.

    >>> namespace(Iri("http://www.wikidata.org/entity/Q855"))
    'http://www.wikidata.org/entity/'
    """
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]


Term = Iri | BlankNode | Literal
"""Whatever may stand in a triple; `Iri` is a `str`, so test for the others first."""
