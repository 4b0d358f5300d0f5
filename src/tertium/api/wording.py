"""Patterns in words and as queries: the names of all they speak of, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.model.pattern import Pattern
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.model.values import Text
from tertium.narrate.languages.en import PatternTeller
from tertium.queries.patterning import PatternWriter
from tertium.queries.reading.properties import Vocabulary
from tertium.queries.reading.values import value_of
from tertium.store.vocabulary import canonical, is_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tertium.model.description import Description
    from tertium.model.pattern import Branch
    from tertium.model.terms import Term
    from tertium.model.values import Value
    from tertium.queries.reader import Reader
    from tertium.queries.reading.names import Named

__all__ = ["Words", "words_for"]


@dataclass(frozen=True, slots=True)
class Words:
    """What writes queries and sentences about the same things."""

    writer: PatternWriter
    teller: PatternTeller


def words_for(
    reader: Reader,
    entities: Sequence[Description],
    branches: Iterable[Branch],
    *,
    others: Iterable[Term] = (),
) -> Words:
    """Return what can write branches, and name other terms."""
    pattern = Pattern(tuple(branches))
    terms = tuple(dict.fromkeys((*pattern.terms, *others)))
    things = (term for term in terms if not isinstance(term, BlankNode | Literal))
    names = reader.names((*things, *map(canonical, pattern.predicates)))
    vocabulary = Vocabulary(reader.schema().properties, {}, names, language=reader.language)
    labels = {p: vocabulary.property(canonical(p), Text("")).label for p in pattern.predicates}
    stated = {s.term: s.value for one in entities for s in one.statements}
    values: dict[Term, Value]
    values = {term: stated.get(term) or value_of(term, Iri(""), names) for term in terms}
    teller = PatternTeller(
        lexicon=reader.lexicon,
        names={predicate: canonical(predicate) for predicate in pattern.predicates},
        labels=labels,
        values=values,
        coined=_coined(pattern.predicates, vocabulary),
        codes=frozenset(iri for iri in names.things if _is_code(names[iri])),
        kinds=frozenset(filter(is_type, pattern.predicates)),
    )

    def label(iri: Iri) -> str:
        return labels.get(iri) or names.entity(iri).label

    return Words(PatternWriter(reader.catalogue["patterns/fitting"], label), teller)


def _coined(predicates: Iterable[Iri], vocabulary: Vocabulary) -> frozenset[Iri]:
    """Return the predicates whose labels were made from their IRIs."""
    known, names = vocabulary.properties, vocabulary.names
    named = {p: canonical(p) in known or names[canonical(p)].labelled for p in predicates}
    return frozenset(predicate for predicate, has_name in named.items() if not has_name)


def _is_code(named: Named) -> bool:
    """Return whether a thing is only known by a number in its IRI."""
    return not named.labelled and any(map(str.isdigit, named.entity.label))
