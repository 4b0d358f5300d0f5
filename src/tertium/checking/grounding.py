"""Reads what a page's sentences may rest on from a graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tertium.checking.entailment import Court, gaps_in
from tertium.checking.facts import Fact, Grounds
from tertium.checking.frames import Forms, forms_of
from tertium.checking.sentence import Told
from tertium.checking.words import genders
from tertium.errors import UnknownEntityError
from tertium.model.statement import Statement
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.asking import link_marks, marks
from tertium.queries.binding import blocks
from tertium.queries.reader import Reader
from tertium.queries.reading.columns import iri_in, text_in
from tertium.queries.tokens import Kind, tokens
from tertium.store.protocol import Triple, select
from tertium.store.vocabulary import direct_name

__all__ = ["Ground"]

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PARTS: Final = tuple(Iri(_RDF + name) for name in ("subject", "predicate", "object"))


@dataclass(frozen=True, slots=True)
class Ground:
    """The statements of some entities, with all names that a sentence on them may use."""

    reader: Reader
    comparands: tuple[Iri, ...]
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    triples: dict[str, tuple[Triple, ...]] = field(default_factory=dict)
    known: set[Iri] = field(default_factory=set)

    def prepare(self, told: Iterable[Told]) -> None:
        """Read the statements which some sentences cite, and the names of all in them."""
        sentences = tuple(told)
        self._read(iri for one in sentences for claim in one.claims for iri in _iris(claim.ask))
        cited = dict.fromkeys(iri for one in sentences for iri in one.evidence)
        self._prove(iri for iri in cited if iri in self.statements)
        grounds = [self.grounds(one) for one in sentences]
        mentioned = (m.entity for one in sentences for m in one.mentions)
        self._name(dict.fromkeys((*(t for one in grounds for t in one.things), *mentioned)))

    def grounds(self, told: Told) -> Grounds:
        """Return what a sentence may rest on, once it has been prepared for."""
        cited = (s for iri in told.evidence for s in self.statements.get(iri, ()))
        return Grounds(
            facts=tuple(map(_fact, cited)),
            gaps=gaps_in(told.claims),
            comparands=self.comparands,
            names=self.names,
            genders=self.genders,
        )

    def court(self, told: Told) -> Court:
        """Return what tries the claims of a sentence."""
        catalogue = self.reader.catalogue
        found = {iri: self.statements[iri] for iri in told.evidence if iri in self.statements}
        return Court(
            self.reader.store,
            catalogue,
            {iri: self.triples[iri] for iri in found},
            {iri: marks(its[0], catalogue) for iri, its in found.items()},
            {iri: link_marks(its[0], catalogue) for iri, its in found.items()},
        )

    def forms(self, grounds: Grounds) -> Forms:
        """Return the words for the properties in a sentence."""
        lexicon, found = self.reader.lexicon, {}
        labels: dict[Iri, dict[str, None]] = {}
        for fact in grounds.facts:
            one = fact.statement.predicate
            for predicate in fact.predicates:
                labels.setdefault(predicate, {}).update({one.label: None, one.noun: None})
        known = self.reader.schema().properties
        for predicate in sorted(grounds.predicates):
            said = [*labels.get(predicate, ()), *self.names.get(predicate, ())]
            if predicate in known:
                said += [known[predicate].label, known[predicate].noun]
            found[predicate] = forms_of(predicate, lexicon, filter(None, said))
        return found

    def _read(self, iris: Iterable[Iri]) -> None:
        if not self.known:
            self._keep(self.comparands, self._compared())
        wanted = dict.fromkeys(self.reader.identity(iri).iri for iri in iris)
        others = tuple(one for one in wanted if one not in self.known)
        self._keep(others, self.reader.statements(others))

    def _keep(self, iris: Sequence[Iri], stated: Iterable[Statement]) -> None:
        self.known.update(iris)
        for statement in stated:
            self.statements.setdefault(statement.iri, []).append(statement)

    def _compared(self) -> Iterator[Statement]:
        """Yield what is stated of the comparands, and by others of one of them."""
        try:
            found = self.reader.descriptions(self.comparands)
        except UnknownEntityError:
            return
        for one in found:
            yield from (*one.statements, *one.inward)

    def _prove(self, iris: Iterable[str]) -> None:
        """Keep the triples of statements: what their nodes say, and the values of these."""
        wanted = [iri for iri in iris if iri not in self.triples]
        nodes = self._arcs(wanted)
        values = self._arcs(str(o) for arcs in nodes.values() for _, p, o in arcs if _is_full(p, o))
        for iri in wanted:
            own = nodes.get(iri, ())
            deep = (t for _, _, o in own if isinstance(o, str) for t in values.get(o, ()))
            said = (t for statement in self.statements[iri] for t in _said(statement))
            self.triples[iri] = tuple(dict.fromkeys((*said, *own, *deep)))

    def _arcs(self, nodes: Iterable[str]) -> Mapping[str, tuple[Triple, ...]]:
        wanted = tuple(dict.fromkeys(nodes))
        if not wanted:
            return {}
        query = self.reader.catalogue["gather/nodes"].bind(subject=wanted)
        found: dict[str, tuple[Triple, ...]] = {}
        for row in select(self.reader.store, query):
            subject = iri_in(row, "subject")
            triple = (subject, iri_in(row, "predicate"), row["object"])
            found[subject] = (*found.get(subject, ()), triple)
        return found

    def _name(self, things: Iterable[str]) -> None:
        missing = [one for one in things if one and one not in self.names]
        texts = [one for one in missing if one.startswith('"')]
        self.names.update((one, (one[1:],)) for one in texts)
        iris = [one for one in missing if not one.startswith('"')]
        self.names.update((one, ()) for one in iris)
        catalogue, store = self.reader.catalogue, self.reader.store
        if not iris:
            return
        for row in select(store, catalogue["verify/names"].bind(thing=iris)):
            thing = iri_in(row, "thing")
            self.names[thing] = (*self.names[thing], text_in(row, "name"))
        for row in select(store, catalogue["verify/genders"].bind(thing=iris)):
            self.genders.update(_gender(iri_in(row, "thing"), row["gender"]))
        for iri in iris:
            label = self.reader.names((Iri(iri),)).entity(Iri(iri)).label
            self.names[iri] = tuple(dict.fromkeys((*self.names[iri], label)))


def _fact(statement: Statement) -> Fact:
    predicate = statement.predicate
    return Fact(
        Iri(statement.iri),
        statement.subject,
        frozenset({predicate.iri}),
        statement.value,
        statement,
        symmetric=predicate.symmetric,
    )


def _iris(sparql: str) -> Iterator[Iri]:
    """Yield what a claim names as the subject of something."""
    for block in blocks(sparql):
        data = tokens(sparql[block.start : block.end])
        yield from (Iri(token.text[1:-1]) for token in data if token.kind is Kind.IRI)


def _said(statement: Statement) -> Iterator[Triple]:
    """Yield the triples of a statement, or those which its node stands for."""
    ends = (statement.subject, statement.predicate.iri, statement.term)
    yield from statement.triples or tuple(
        (statement.iri, part, end) for part, end in zip(_PARTS, ends, strict=True)
    )
    yield from (*statement.subject_links, *statement.value_links)
    direct = (statement.stated_of, direct_name(statement.predicate.iri), statement.term)
    yield from () if isinstance(statement.term, BlankNode) else (direct,)


def _is_full(predicate: Iri, term: Term) -> bool:
    return "/value" in predicate and isinstance(term, str)


def _gender(thing: Iri, gender: Term) -> Mapping[str, str]:
    stated = gender.lexical if isinstance(gender, Literal) else str(gender)
    known = genders().get(stated)
    return {thing: known} if known else {}
