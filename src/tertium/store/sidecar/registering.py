"""Writes names down, every text and every thing once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tertium.store.sidecar.folding import folded
from tertium.store.sidecar.naming import NameKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from sqlite3 import Connection

    from tertium.store.sidecar.naming import Name

__all__ = ["Register"]

_NAMING = "INSERT OR IGNORE INTO naming VALUES (?, ?, ?, ?)"
_FOLDING = "INSERT INTO folding (folded, id) VALUES (?, ?)"
_TRIGRAM = "INSERT INTO trigram (folded, rowid) VALUES (?, ?)"
_FOLDED_INDEX = "CREATE UNIQUE INDEX folding_folded ON folding (folded)"
_NAME_INDEX = "CREATE INDEX name_folding ON name (folding)"


@dataclass(slots=True)
class Register:
    """Numbers of things and texts, the texts folded, and how many labels a language has.

    Labels of the background, which serves to state something, are not counted. A text without a
    letter or digit has no number: nobody could look for it.
    """

    background: Container[str] = ()
    things: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    foldings: list[str] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)

    def write(self, names: Iterable[Name], connection: Connection) -> None:
        """Write names; folded texts are numbered by length, so that the shortest come first."""
        rows = ((self._text(name.text), name) for name in names)
        connection.executemany(_NAMING, (self._naming(*row) for row in rows if row[0]))
        of_things = ((number, iri) for iri, number in self.things.items())
        connection.executemany("INSERT INTO thing VALUES (?, ?)", of_things)
        in_order = sorted(set(self.foldings), key=lambda folding: (len(folding), folding))
        numbers = {folding: number for number, folding in enumerate(in_order, 1)}
        of_texts = (
            (number, numbers[self.foldings[number - 1]], text)
            for text, number in self.texts.items()
            if number
        )
        connection.executemany("INSERT INTO name VALUES (?, ?, ?)", of_texts)
        for question in (_FOLDING, _TRIGRAM):
            connection.executemany(question, numbers.items())
        tags = sorted(self.languages.items())
        connection.executemany("INSERT INTO language VALUES (?, ?)", tags)
        connection.execute(_FOLDED_INDEX)
        connection.execute(_NAME_INDEX)

    def _naming(self, text: int, name: Name) -> tuple[int, int, int, str]:
        if name.kind is NameKind.LABEL and name.thing not in self.background:
            self.languages[name.language] += 1
        thing = self.things.setdefault(name.thing, len(self.things) + 1)
        return text, thing, name.kind, name.language

    def _text(self, text: str) -> int:
        number = self.texts.get(text)
        if number is None:
            folding = folded(text)
            if folding:
                self.foldings.append(folding)
            number = self.texts[text] = len(self.foldings) if folding else 0
        return number
