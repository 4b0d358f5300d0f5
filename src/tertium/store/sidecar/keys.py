"""Terms as texts which a table can be searched by, and back."""

import re
from typing import Final

from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal, Term

__all__ = ["term_in", "written"]

_LITERAL: Final = re.compile(r'"(.*)"(?:@([^"@^]+)|\^\^([^"]+))', re.DOTALL)


def written(term: Term) -> str:
    """Return a term as a text that no other term has.

    >>> written(Literal("né", RDF_LANG_STRING, "fr"))
    '"né"@fr'
    """
    match term:
        case Literal(lexical, datatype, language):
            return f'"{lexical}"@{language}' if language else f'"{lexical}"^^{datatype}'
        case BlankNode(label):
            return f"_:{label}"
        case _:
            return term


def term_in(text: str) -> Term:
    """Return the term of which this is the text."""
    literal = _LITERAL.fullmatch(text)
    if literal:
        lexical, language, datatype = literal.groups()
        kind = Iri(datatype) if datatype else RDF_LANG_STRING
        return Literal(lexical, kind, language or "")
    return BlankNode(text[2:]) if text.startswith("_:") else Iri(text)
