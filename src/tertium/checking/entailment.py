"""Whether the claims of a sentence follow from its evidence alone, and from nothing less."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tertium.checking.facts import Gap
from tertium.checking.sentence import Check, Failure, SentenceClaim, Told, fault
from tertium.model.terms import Iri
from tertium.queries.asking import is_claim
from tertium.queries.binding import blocks
from tertium.queries.catalogue import Catalogue
from tertium.queries.tokens import Kind, tokens
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore, Triple, ask
from tertium.store.vocabulary import canonical

__all__ = ["Court", "gaps_in"]

_GAP: Final = ("entity", "property")


@dataclass(frozen=True, slots=True)
class Court:
    """Tries claims on a graph, and on the triples of the statements they rest on."""

    store: GraphStore
    catalogue: Catalogue
    triples: Mapping[str, tuple[Triple, ...]]
    marks: Mapping[str, tuple[str, ...]]
    links: Mapping[str, tuple[str, ...]]

    def failures(self, told: Told) -> Iterator[Failure]:
        """Yield what is wrong with the evidence of a sentence and with its claims."""
        problems = (*self._citations(told), *self._claims(told))
        yield from (fault(told.text, problem, check) for check, problem in problems)

    def _citations(self, told: Told) -> Iterator[tuple[Check, str]]:
        if not told.evidence:
            yield Check.CITATION, "cites nothing"
        for iri in told.evidence:
            if iri not in self.triples:
                yield Check.CITATION, f"the graph does not state {iri}"
            elif not self._rests(told, iri):
                yield Check.CITATION, f"no claim rests on {iri}"

    def _rests(self, told: Told, iri: str) -> bool:
        asks = [claim.ask for claim in told.claims]
        return all(
            any(mark in text for text in asks) for mark in (*self.marks[iri], *self.links[iri])
        )

    def _claims(self, told: Told) -> Iterator[tuple[Check, str]]:
        for claim in told.claims:
            if not is_claim(claim.ask, self.catalogue):
                yield Check.ENTAILMENT, "a claim is none of the saved questions"
            elif not ask(self.store, claim.ask):
                yield Check.ENTAILMENT, "a claim is not true of the graph"
            else:
                yield from self._minimal(claim, told)

    def _minimal(self, claim: SentenceClaim, told: Told) -> Iterator[tuple[Check, str]]:
        named = [iri for iri in self._named(claim) if iri in told.evidence]
        if not self._holds(claim, named):
            yield Check.ENTAILMENT, "a claim does not follow from the evidence alone"
            return
        for iri in named:
            if self._holds(claim, [other for other in named if other != iri]):
                yield Check.ENTAILMENT, f"a claim is true without {iri}"

    def _holds(self, claim: SentenceClaim, iris: Iterable[str]) -> bool:
        alone = OxigraphStore()
        alone.add(triple for iri in iris for triple in self.triples[iri])
        return ask(alone, claim.ask)

    def _named(self, claim: SentenceClaim) -> tuple[str, ...]:
        """Return the statements which a claim names, by themselves or by their triples."""
        found = (iri for iri, marks in self.marks.items() if any(m in claim.ask for m in marks))
        return tuple(dict.fromkeys((*claim.evidence, *found)))


def gaps_in(claims: Iterable[SentenceClaim]) -> frozenset[Gap]:
    """Return of whom, by which properties, claims say that the graph is silent."""
    return frozenset(
        Gap(Iri(entity), canonical(Iri(predicate)))
        for claim in claims
        for block in blocks(claim.ask)
        if block.names == _GAP
        for entity, predicate in _rows(claim.ask[block.start : block.end])
    )


def _rows(data: str) -> Iterator[tuple[str, str]]:
    iris = [token.text[1:-1] for token in tokens(data) if token.kind is Kind.IRI]
    yield from zip(iris[::2], iris[1::2], strict=False)
