"""Texts in several languages, of which a page shows one."""

from collections.abc import Iterable
from dataclasses import replace

from tertium.model.terms import Iri, Literal
from tertium.queries.reading.names import distance
from tertium.queries.shapes.stated import Part, Stated

__all__ = ["in_one_language"]


def in_one_language(stated: Iterable[Stated], language: str) -> tuple[Stated, ...]:
    """Return what is stated, of texts in several languages only those in the nearest.

    Direct triples alone repeat a text in other languages; a text with a statement node of its
    own is a value for itself.
    """
    known = tuple(stated)
    nearest: dict[tuple[Iri, Iri], tuple[int, str]] = {}
    for one in known:
        if _tag(one):
            key = (one.subject, one.predicate)
            found = distance(_tag(one), language)
            nearest[key] = min(found, nearest.get(key, found))
    return tuple(
        _with_few_texts(one, language)
        for one in known
        if not _tag(one) or distance(_tag(one), language) == nearest[one.subject, one.predicate]
    )


def _with_few_texts(one: Stated, language: str) -> Stated:
    texts = [p for p in one.qualifiers if isinstance(p.term, Literal) and p.term.language]
    if len(texts) <= 1:
        return one
    return replace(one, qualifiers=_qualifiers(one.qualifiers, language))


def _qualifiers(parts: tuple[Part, ...], language: str) -> tuple[Part, ...]:
    """Return qualifiers, of a text in several languages only that in the nearest."""
    texts = [(p.predicate, p.term) for p in parts if isinstance(p.term, Literal)]
    nearest: dict[Iri, tuple[int, str]] = {}
    for predicate, text in texts:
        if text.language:
            found = distance(text.language, language)
            nearest[predicate] = min(found, nearest.get(predicate, found))
    return tuple(
        part
        for part in parts
        if not isinstance(part.term, Literal)
        or not part.term.language
        or distance(part.term.language, language) == nearest[part.predicate]
    )


def _tag(one: Stated) -> str:
    single = len(one.triples) == 1 and isinstance(one.term, Literal)
    return one.term.language if single and isinstance(one.term, Literal) else ""
