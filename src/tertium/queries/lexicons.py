"""The lexicons that ship with Tertium: read when a page is written, a language at a time."""

from collections.abc import Iterable, Sequence
from functools import cache

from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reading.columns import text_in
from tertium.resources import lexicon_files
from tertium.store.loading import load
from tertium.store.protocol import Binding, select

__all__ = ["FRAMES", "entries"]

FRAMES = "ontology/verb-frames"
"""The question for the forms of verb frames."""


def entries(languages: Iterable[str], own: Sequence[Binding]) -> tuple[Binding, ...]:
    """Return how properties are said, as a graph has it; where it has nothing, as we say it."""
    told = {_key(row) for row in own}
    ours = (row for language in languages for row in _bundled(language))
    return (*own, *(row for row in ours if _key(row) not in told))


@cache
def _bundled(language: str) -> tuple[Binding, ...]:
    store = load((), bundled=lexicon_files(language))
    return select(store, bundled_catalogue()[FRAMES].bind(language=(language,)))


def _key(row: Binding) -> tuple[str, str]:
    return text_in(row, "property"), text_in(row, "language")
