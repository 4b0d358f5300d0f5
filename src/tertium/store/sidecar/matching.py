"""Names that fit a text: exactly, loosely or nearly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tertium.model.terms import Iri
from tertium.store.sidecar.blocking import Block, nearest
from tertium.store.sidecar.commonness import Commonness
from tertium.store.sidecar.folding import folded
from tertium.store.sidecar.nearness import Match, Nearness
from tertium.store.sidecar.weighing import Fit, Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Names"]

_WORDY: Final = 0.8
"""A code without any digit may be a word that is meant otherwise."""
_HALF: Final = 0.5
_LEAST: Final = {Nearness.PARTIAL: 0.2}
"""What fits less is no match; less is wanted of a name with words more than the text."""
_ENOUGH: Final = (0.88, 0.8, 0.0)
"""When a name fits so well, no wider net is cast."""
_POOLED: Final = 0.9
_TOLD: Final = 0.6
_WORDS: Final = 12
"""So many words of a text are weighed, at most."""
_ROOM: Final = 3
"""For so many names of each thing there is room among the best."""
_THINGS: Final = 200

_ALIKE: Final = (
    "SELECT DISTINCT name.text, space.prefix || thing.local FROM folding"
    " JOIN name ON name.folding = folding.id JOIN naming ON naming.name = name.id"
    " JOIN thing ON thing.id = naming.thing JOIN space ON space.id = thing.space"
    " WHERE folding.folded = ? ORDER BY 1, 2"
)
_NAMED: Final = (
    "SELECT DISTINCT name.folding, name.text, thing.id, space.prefix || thing.local, thing.weight"
    " FROM json_each(?) JOIN name ON name.folding = json_each.value"
    " JOIN naming ON naming.name = name.id"
    " JOIN thing ON thing.id = naming.thing JOIN space ON space.id = thing.space"
)
_NUMBER: Final = "SELECT id FROM folding WHERE folded = ?"
_POOL: Final = "SELECT rowid FROM about WHERE about MATCH ? LIMIT ?"
_ABOUT: Final = (
    "SELECT space.prefix || thing.local FROM about JOIN thing ON thing.id = about.rowid"
    " JOIN space ON space.id = thing.space WHERE about MATCH ?"
    " ORDER BY thing.weight DESC, 1 LIMIT ?"
)
_CODED: Final = (
    "SELECT space.prefix || thing.local FROM thing JOIN space ON space.id = thing.space"
    " WHERE thing.local = ? OR thing.id IN (SELECT thing FROM identifier WHERE code = ?) ORDER BY 1"
)


@dataclass(frozen=True)
class Names(Commonness):
    """The names in a sidecar, to be searched exactly, loosely and fuzzily."""

    def alike(self, text: str) -> dict[Iri, Match]:
        """Return a match of each entity that has this name, but for case, accents, commas."""
        key = folded(text)
        same = [(name, Iri(iri)) for name, iri in self.connection.execute(_ALIKE, (key,)) if key]
        loose = {iri: Match(iri, name, Nearness.FOLDED) for name, iri in same}
        return loose | {iri: Match(iri, name, Nearness.EXACT) for name, iri in same if name == text}

    def identified(self, text: str) -> dict[Iri, Match]:
        """Return a match of each entity that has this code, or an IRI which ends with it."""
        code = folded(text).replace(" ", "")
        rows = (
            self.connection.execute(_CODED, (text.encode("utf-8", "ignore").decode(), code))
            if code
            else ()
        )
        score = 1.0 if any(map(str.isdigit, code)) else _WORDY
        return {
            iri: Match(iri, text, Nearness.IDENTIFIER, score)
            for iri in (Iri(row[0]) for row in rows)
        }

    def described(self, text: str, *, limit: int) -> tuple[Match, ...]:
        """Return entities whose names and descriptions have all words, the weightiest first."""
        words = _words(folded(text))
        rows = self.connection.execute(_ABOUT, (_all(words), limit)) if words else ()
        return tuple(Match(Iri(row[0]), "", Nearness.DESCRIBED, _TOLD) for row in rows)

    def candidates(self, text: str, *, limit: int) -> tuple[Match, ...]:
        """Return the best match of each entity that a text may mean, the nearest first.

        Of equals, the weightiest comes first. Of a very long text only the beginning counts.
        """
        plain = folded(text)
        fits = self._fits(_words(plain)) | self._same(plain)
        best = sorted(fits, key=lambda key: (-fits[key][0], fits[key][1], key))[: _ROOM * limit]
        found = self._matches(text, {key: fits[key] for key in best})
        for match in self.identified(text).values():
            weight = self.weights((match.entity,))[match.entity]
            _keep(_Ranked(match, weight), found)
        ranked = sorted(found.values(), key=_Ranked.place)[:limit]
        return tuple(one.match for one in ranked)

    def _same(self, plain: str) -> dict[int, Fit]:
        row = self.connection.execute(_NUMBER, (plain,)).fetchone()
        return {row[0]: (1.0, Nearness.FOLDED)} if row else {}

    def _fits(self, words: tuple[str, ...]) -> dict[int, Fit]:
        """Return how well folded names fit, by number; the wider net is cast if none fits."""
        scale = Scale(words, {word: self.spelling.kin(word) for word in words})
        block, fits = self._block, dict[int, Fit]()
        for names, enough in zip(
            (block.having, block.respelt, block.resembling), _ENOUGH, strict=True
        ):
            some = nearest(words, {k: name for k, name in names(words).items() if k not in fits})
            fits |= {key: scale.weigh(name) for key, name in some}
            if any(score >= enough for score, _ in fits.values()):
                break
        return {key: fit for key, fit in fits.items() if fit[0] >= _LEAST.get(fit[1], _HALF)}

    def _matches(self, text: str, fits: Mapping[int, Fit]) -> dict[Iri, _Ranked]:
        """Return the best match of each entity; of several, when their words make up the text."""
        rows = self.connection.execute(_NAMED, (json.dumps([*fits]),)).fetchall()
        found: dict[Iri, _Ranked] = {}
        for key, name, _, iri, weight in rows:
            score, nearness = (1.0, Nearness.EXACT) if name == text else fits[key]
            _keep(_Ranked(Match(Iri(iri), name, nearness, round(score, 4)), weight), found)
        for iri in self._pooled(text, ((row[2], row[1], row[3]) for row in rows)):
            one = found[iri]
            if one.match.score < _POOLED:
                match = Match(iri, one.match.name, Nearness.VARIANT, _POOLED)
                found[iri] = _Ranked(match, one.weight)
        return found

    def _pooled(self, text: str, named: Iterable[tuple[int, str, str]]) -> frozenset[Iri]:
        """Return who has all words of a text in several names, but not in one of these alone."""
        words = frozenset(_words(folded(text)))
        pool = self._pool(words)
        among = [(name, Iri(iri)) for thing, name, iri in named if thing in pool]
        alone = {iri for name, iri in among if words <= {*folded(name).split()}}
        return frozenset(iri for _, iri in among) - alone

    def _pool(self, words: Iterable[str]) -> frozenset[int]:
        """Return things of which each word is in some name."""
        question = f"names : ({_all(words)})"
        rows = self.connection.execute(_POOL, (question, _THINGS)) if words else ()
        return frozenset(row[0] for row in rows)

    @cached_property
    def _block(self) -> Block:
        return Block(self.connection, self.spelling)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A match with the weight of its entity."""

    match: Match
    weight: int

    def place(self) -> tuple[object, ...]:
        """Return what is to be sorted by: the best comes first."""
        match = self.match
        return -match.score, match.nearness, -self.weight, match.name, match.entity


def _keep(one: _Ranked, found: dict[Iri, _Ranked]) -> None:
    """Keep the better of two matches of an entity."""
    before = found.get(one.match.entity)
    if before is None or one.place() < before.place():
        found[one.match.entity] = one


def _words(plain: str) -> tuple[str, ...]:
    return tuple(plain.split()[:_WORDS]) if any(map(str.isalnum, plain)) else ()


def _all(words: Iterable[str]) -> str:
    return " AND ".join(f'"{word}"' for word in sorted(words))
