"""A graph whose pages can be made, and checked: its own and anybody's words about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tertium.api.auditing import Auditor, parties_named
from tertium.api.comparing import Comparer
from tertium.api.documents import Document, paragraphs, read_document
from tertium.api.linkable import LinkableGraph
from tertium.api.paging import Pager
from tertium.api.paths import Pathfinder
from tertium.api.rewriting import rewritten
from tertium.api.running import run_program
from tertium.api.surveying import Surveying
from tertium.api.verifying import failures, wanted_in
from tertium.checking import Checker, Failure
from tertium.errors import EntityError
from tertium.model.terms import Iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api.page import Page
    from tertium.api.rewriting import Rewriting
    from tertium.model.audit import Audit
    from tertium.queries.reader import Reader

__all__ = ["CheckableGraph"]


class CheckableGraph(LinkableGraph):
    """A store with what makes its pages, and what checks them."""

    def verify(self, document: str) -> tuple[Failure, ...]:
        """Return what a page (its JSON) says and this graph does not.

        Raises:
            BadPageError: when the document is no comparison.

        """
        page = read_document(document)
        try:
            again = self._again(page)
        except EntityError as error:
            return (Failure("page", str(error)),)
        now = read_document(again.to_json())
        return (*failures(page, now), *self._told_wrongly(page))

    def checker(self, *entities: str, language: str = "en") -> Checker:
        """Return what checks sentences in a language on some entities, whoever wrote them.

        Raises:
            UnknownEntityError: when the graph does not know one of them.
            AmbiguousEntityError: when a name is that of several.

        """
        return Checker.of(self._reader(language), tuple(map(self.resolve, entities)))

    def audit(self, text: str, *entities: str) -> Audit:
        """Return each claim of an English prose comparison with what this graph says to it.

        The entities are those which the text is about; without any, its title names them.

        Raises:
            NoComparandsError: when neither names anybody; else as `compare` does.
            TooLongError: when the text is longer than is audited at once.

        """
        parties = parties_named(text, entities)
        iris = tuple(map(self.resolve, parties))
        comparison = self._pager("en").comparer.compare(iris)
        return Auditor(self._reader("en"), self.sidecar).audit(text, comparison, parties)

    def rewrite(self, page: Page, command: str, *, seconds: float = 120) -> tuple[Page, Rewriting]:
        """Return a page with sentences in the words of a program, and how that went.

        The program reads a line of JSON for each sentence and writes one for each that it puts
        otherwise. Its words are kept where the checker finds nothing wrong with them; else, and
        when it fails or takes longer than it may, ours stand.

        Raises:
            BadCommandError: when there is no such program.

        """
        language = page.narrative.language
        iris = tuple(one.iri for one in page.entities)
        checker = Checker.of(self._reader(language), iris)
        return rewritten(page, partial(run_program, command, seconds=seconds), checker)

    def _pager(self, language: str) -> Pager:
        statistics = self.statistics  # before the info, which tells whether there are any
        reader = self._reader(language)
        return Pager(Comparer(reader, statistics, self.info), self._pathfinder(reader))

    def _pathfinder(self, reader: Reader) -> Pathfinder:
        kept, statistics = self.sidecar, self.statistics
        counted = kept.totals["entities"] if kept else sum(statistics.class_sizes.values())
        return Pathfinder(Surveying(reader, statistics, counted))

    def _again(self, document: Document) -> Page:
        iris = tuple(Iri(node["iri"]) for node in document["entities"])
        return self._pager(document["language"]).page(iris, wanted_in(document))

    def _told_wrongly(self, document: Document) -> Iterator[Failure]:
        checker, groups = self._checker(document), paragraphs(document)
        checker.prepare([told for group in groups for told in group])
        for group in groups:
            for place, told in enumerate(group):
                yield from checker.sentence(told, group[:place])

    def _checker(self, document: Document) -> Checker:
        comparands = [Iri(node["iri"]) for node in document["entities"]]
        return Checker.of(self._reader(document["language"]), comparands)
