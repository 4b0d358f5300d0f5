"""The table at which links are decided about: cases are laid out, answers read, decisions saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from tertium.api import KnowledgeGraph
from tertium.api.reviewing import address, facts, save_review
from tertium.errors import BadParameterError
from tertium.linking.reviewing import Case, Session
from tertium.render.escaping import visible
from tertium.render.reviewing import case_table

__all__ = ["Desk"]

_KEYS: Final = "a or 1, 2, … the same; r none of these; s skip; u undo; o addresses; q quit"


@dataclass(frozen=True)
class Desk:
    """Where cases are laid out, and decisions saved."""

    file: Path
    graph: KnowledgeGraph | None
    console: Console

    def work(self, session: Session, lines: Iterable[str]) -> Session:
        """Return the session after all answers; between them the next case is shown."""
        self._show(session)
        for line in lines:
            key = line.strip().casefold()
            if key == "q" or not (key or session.open):
                break
            after = self._answered(session, key)
            if after.table is not session.table:
                save_review(after.table, self.file)
            if after is not session:
                self._show(after)
            session = after
        return session

    def _answered(self, session: Session, key: str) -> Session:
        case = session.current
        if key == "u" or case is None:
            return session.undo() if key == "u" else session
        if key == "o":
            self._say_addresses(session, case)
            return session
        steps = {"a": session.accept, "r": session.reject, "s": session.skip}
        try:
            return steps[key]() if key in steps else session.accept(int(key))
        except (BadParameterError, ValueError):
            self.console.print(_KEYS)
            return session

    def _show(self, session: Session) -> None:
        case = session.current
        if case is None:
            self.console.print("Nothing is left to decide: u undoes, Enter ends.")
            return
        things = (case.subject, *(row["object_id"] for row in case.candidates))
        known = {one: facts(self.graph, one, session.table) for one in things if self.graph}
        self.console.print(case_table(case, left=len(session.open), facts=known))
        self.console.print(_KEYS)

    def _say_addresses(self, session: Session, case: Case) -> None:
        for row in case.candidates:
            iri = address(row["object_id"], session.table)
            self.console.print(visible(iri or row["object_id"]), markup=False, soft_wrap=True)
