"""Pages made with their evidence; what rests on the same as before is not made again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tertium.batch.evidence.before import Before
from tertium.batch.evidence.witness import Witness
from tertium.batch.making import make

if TYPE_CHECKING:
    from collections.abc import Callable

    from tertium.api import KnowledgeGraph
    from tertium.batch.evidence.before import Known
    from tertium.batch.making import Recipe
    from tertium.batch.outcomes import Outcome, Task

__all__ = ["maker"]


def maker(graph: KnowledgeGraph, recipe: Recipe) -> Callable[[Task], Outcome]:
    """Return what makes the pages of tasks, as the recipe says: with evidence, or without."""
    if not recipe.witnessed:
        return lambda task: make(graph, task, recipe)
    witness = Witness(graph, recipe.language)
    if recipe.before is None:
        return lambda task: _made(witness, task, recipe)
    return _Again(witness, recipe, Before(recipe.before)).made


def _made(witness: Witness, task: Task, recipe: Recipe) -> Outcome:
    outcome = make(witness, task, recipe)
    return replace(outcome, facts=witness.evidence())


@dataclass(frozen=True, slots=True)
class _Again:
    """Makes again what rests on something that changed."""

    witness: Witness
    recipe: Recipe
    before: Before

    def made(self, task: Task) -> Outcome:
        known = self.before.find(task.names)
        if known is None:
            return _made(self.witness, task, self.recipe)
        facts, there = known.evidence.facts, self._has(known)
        if there and facts and self.witness.facts(fact.key for fact in facts) == facts:
            return self._kept(task)
        outcome = _made(self.witness, task, self.recipe)
        like = there and known.like(outcome)
        return replace(self._kept(task), facts=outcome.facts) if like else outcome

    def _has(self, known: Known) -> bool:
        """Return whether the site of the batch before still has the files of a page."""
        return all((self.before.folder.site / path).is_file() for path in known.evidence.files)

    def _kept(self, task: Task) -> Outcome:
        return self.before.outcome(task, rows=self.recipe.rows)
