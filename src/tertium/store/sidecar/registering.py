"""Writes names down, every text and every thing once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tertium.store.sidecar.folding import folded
from tertium.store.sidecar.identifying import parts
from tertium.store.sidecar.naming import NameKind
from tertium.store.sidecar.variants import Variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Connection

    from tertium.store.sidecar.naming import Name
    from tertium.store.sidecar.standing import Standing

__all__ = ["LONGEST_WORD", "Register"]

LONGEST_WORD: Final = 40
"""Longer words are found only as they are spelt."""

_NAMING = "INSERT OR IGNORE INTO naming VALUES (?, ?, ?, ?)"
_IDENTIFIER = "INSERT OR IGNORE INTO identifier VALUES (?, ?)"
_FOLDING = "INSERT INTO folding (folded, id) VALUES (?, ?)"
_CONTAINING = "INSERT INTO containing (folded, rowid) VALUES (?, ?)"
_ABOUT = "INSERT INTO about (rowid, names, description) VALUES (?, ?, ?)"
_CALLED = (
    "SELECT naming.thing, group_concat(DISTINCT folding.folded) FROM naming"
    " JOIN name ON name.id = naming.name JOIN folding ON folding.id = name.folding"
    " GROUP BY naming.thing"
)
_INDICES = (
    "CREATE UNIQUE INDEX folding_folded ON folding (folded)",
    "CREATE INDEX name_folding ON name (folding)",
    "CREATE UNIQUE INDEX thing_local ON thing (local, space)",
    "CREATE UNIQUE INDEX word_word ON word (word)",
)


@dataclass(slots=True)
class Register:
    """Numbers of things and texts, the texts folded, and how many labels a language has.

    Labels of the background, which serves to state something, are not counted. A text of nothing
    that can be seen has no number: nobody could look for it.
    """

    standing: Standing
    things: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    foldings: list[str] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    descriptions: dict[int, str] = field(default_factory=dict)

    def write_names(self, names: Iterable[Name], connection: Connection) -> None:
        """Write names; folded texts are numbered by length, so that the shortest come first."""
        rows = ((self._text(name.text), name) for name in names)
        connection.executemany(_NAMING, (self._naming(*row) for row in rows if row[0]))
        in_order = sorted(set(self.foldings), key=lambda folding: (len(folding), folding))
        numbers = {folding: number for number, folding in enumerate(in_order, 1)}
        of_texts = (
            (number, numbers[self.foldings[number - 1]], text)
            for text, number in self.texts.items()
            if number
        )
        connection.executemany("INSERT INTO name VALUES (?, ?, ?)", of_texts)
        for question in (_FOLDING, _CONTAINING):
            connection.executemany(question, numbers.items())
        _write_words(in_order, connection)
        tags = sorted(self.languages.items())
        connection.executemany("INSERT INTO language VALUES (?, ?)", tags)

    def write_codes(self, codes: Iterable[tuple[str, str]], connection: Connection) -> None:
        """Write the identifiers of things."""
        rows = ((folded(code).replace(" ", ""), self._thing(thing)) for thing, code in codes)
        connection.executemany(_IDENTIFIER, (row for row in rows if row[0]))

    def describe(self, texts: Iterable[tuple[str, str]]) -> None:
        """Take note of what things are said to be."""
        for thing, text in texts:
            number = self._thing(thing)
            before = self.descriptions.get(number)
            self.descriptions[number] = f"{before} {text}" if before else text

    def finish(self, connection: Connection) -> None:
        """Write the things, the words about them and which words stand for each other."""
        spaces: dict[str, int] = {}
        rows = (self._row(number, iri, spaces) for iri, number in self.things.items())
        connection.executemany("INSERT INTO thing VALUES (?, ?, ?, ?, ?)", rows)
        of_spaces = ((number, prefix) for prefix, number in spaces.items())
        connection.executemany("INSERT INTO space VALUES (?, ?)", of_spaces)
        for question in _INDICES:
            connection.execute(question)
        variants = Variants()
        connection.executemany(_ABOUT, self._about(connection, variants))
        connection.executemany("INSERT INTO variant VALUES (?, ?, ?)", variants.rows())

    def _about(self, connection: Connection, variants: Variants) -> Iterator[tuple[int, str, str]]:
        for thing, joined in connection.execute(_CALLED):
            variants.learn(joined.split(","))
            names = " ".join(sorted(set(joined.replace(",", " ").split())))
            yield thing, names, folded(self.descriptions.pop(thing, ""))
        for thing, description in self.descriptions.items():
            yield thing, "", folded(description)

    def _row(self, number: int, iri: str, spaces: dict[str, int]) -> tuple[int, int, str, int, str]:
        prefix, local = parts(iri)
        space = spaces.setdefault(prefix, len(spaces) + 1)
        return number, space, local, self.standing.weight(iri), self.standing.classes(iri)

    def _naming(self, text: int, name: Name) -> tuple[int, int, int, str]:
        if name.kind is NameKind.LABEL and not self.standing.is_background(name.thing):
            self.languages[name.language] += 1
        return text, self._thing(name.thing), name.kind, name.language

    def _thing(self, iri: str) -> int:
        return self.things.setdefault(iri, len(self.things) + 1)

    def _text(self, text: str) -> int:
        number = self.texts.get(text)
        if number is None:
            folding = folded(text)
            if folding:
                self.foldings.append(folding)
            number = self.texts[text] = len(self.foldings) if folding else 0
        return number


def _write_words(foldings: Iterable[str], connection: Connection) -> None:
    """Write the words of names; the commonest has the least number."""
    counts = Counter(word for folding in foldings for word in set(folding.split()))
    words = (word for word in counts if any(map(str.isalnum, word)) and len(word) <= LONGEST_WORD)
    in_order = sorted(words, key=lambda word: (-counts[word], word))
    rows = ((number, word, counts[word]) for number, word in enumerate(in_order, 1))
    connection.executemany("INSERT INTO word VALUES (?, ?, ?)", rows)
    edged = ((number, f"^{word}$") for number, word in enumerate(in_order, 1))
    connection.executemany("INSERT INTO spelling (rowid, word) VALUES (?, ?)", edged)
