"""Checks sentences against a graph, whoever wrote them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tertium.checking.grounding import Ground
from tertium.checking.lattice import lattice_of
from tertium.checking.mentions import mention_failures
from tertium.checking.negation import negation_failures
from tertium.checking.residue import residue_failures
from tertium.checking.roles import role_failures
from tertium.checking.sentence import Failure, Told
from tertium.checking.words import words_of
from tertium.model.terms import Iri
from tertium.queries.reader import Reader

__all__ = ["Checker"]


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks the sentences of one page: what is read of its comparands is kept."""

    ground: Ground

    @classmethod
    def of(cls, reader: Reader, comparands: Sequence[Iri]) -> "Checker":
        """Return a checker of sentences in the reader's language, on some comparands."""
        return cls(Ground(reader, tuple(comparands)))

    def prepare(self, sentences: Sequence[Told]) -> None:
        """Read at once what several sentences need; each is prepared for anyway."""
        self.ground.prepare(sentences)

    def sentence(self, told: Told, before: Sequence[Told] = ()) -> tuple[Failure, ...]:
        """Return what is wrong with a sentence, given those before it in its paragraph."""
        self.prepare((told,))
        found = dict.fromkeys(self.ground.court(told).failures(told))
        return (*found, *self._words(told, before))

    def _words(self, told: Told, before: Sequence[Told]) -> Iterator[Failure]:
        grounds, words = self.ground.grounds(told), words_of(self.ground.reader.language)
        lattice = lattice_of(told, grounds, words, forms=self.ground.forms(grounds))
        residue = tuple(residue_failures(lattice, grounds))
        yield from residue
        yield from negation_failures(lattice, grounds)
        yield from mention_failures(told, before, grounds, words=words)
        yield from role_failures(lattice, grounds)
