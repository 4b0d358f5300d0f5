"""An entity: its names and its statements, as triples."""

from collections.abc import Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from tertium.errors import BadDataError
from tertium.store.entity_json.draft import Draft
from tertium.store.entity_json.fields import Fields, objects, text, within
from tertium.store.entity_json.properties import declared_property
from tertium.store.entity_json.statements import say_statements
from tertium.store.entity_json.terms import ALIAS, DESCRIPTION, LABEL, RDF_TYPE, wikibase
from tertium.store.entity_json.values import worded

__all__ = ["WIKIDATA", "entity_triples"]

WIKIDATA: Final = "http://www.wikidata.org/"
"""What the IRIs of Wikidata begin with."""


def entity_triples(
    document: Mapping[str, object], *, base: str = WIKIDATA, seen: set[str] | None = None
) -> Iterator[ox.Quad]:
    """Yield what a document says, in the default graph, if all of it is sound.

    A document does not tell of which Wikibase it is: `base` does. A set passed as `seen` for all
    documents of a file lets properties, values and references be told once.

    Raises:
        BadDataError: when the document is malformed; then nothing was yielded.

    """
    draft = Draft(base, set() if seen is None else seen)
    try:
        _say_entity(draft, document)
    except (OverflowError, ValueError) as error:
        problem = f"entity {document.get('id')!r}: {error}"
        raise BadDataError(problem) from error
    draft.settle()
    yield from draft.quads


def _say_entity(draft: Draft, document: Fields) -> None:
    identifier, kind = text(document, "id"), text(document, "type")
    subject = ox.NamedNode(f"{draft.base}entity/{identifier}")
    if kind == "property":
        declared_property(draft, identifier, text(document, "datatype"))
    else:
        draft.say(subject, RDF_TYPE, wikibase(kind[:1].upper() + kind[1:]))
    _say_names(draft, subject, document)
    say_statements(draft, subject, within(document, "claims"))


def _say_names(draft: Draft, subject: ox.NamedNode, document: Fields) -> None:
    for key, predicate in (("labels", LABEL), ("lemmas", LABEL), ("descriptions", DESCRIPTION)):
        by_language = within(document, key)
        for language in by_language:
            _say_words(draft, subject, within(by_language, language), predicate=predicate)
    aliases = within(document, "aliases")
    for language in aliases:
        for alias in objects(aliases, language):
            _say_words(draft, subject, alias, predicate=ALIAS)


def _say_words(
    draft: Draft, subject: ox.NamedNode, term: Fields, *, predicate: ox.NamedNode
) -> None:
    draft.say(subject, predicate, worded(text(term, "value"), text(term, "language")))
