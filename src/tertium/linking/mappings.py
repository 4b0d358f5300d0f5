"""Tables of mappings (SSSOM/TSV) as they are written: read, changed and written again."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Final, Self

from tertium.errors import BadFileError

__all__ = [
    "DENIED",
    "MANUAL",
    "MappingTable",
    "Row",
    "candidates_in",
    "is_decided",
    "is_settled",
    "subject_of",
]

Row = Mapping[str, str]
"""The cells of a mapping by the columns of its table."""

MANUAL: Final = "semapv:ManualMappingCuration"
"""The justification of a mapping about which a person has decided."""
DENIED: Final = "Not"
"""The modifier of a mapping which does not hold."""
_NEEDED: Final = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_IDENTITIES: Final = frozenset(("skos:exactMatch", "owl:sameAs"))
_NOTHING: Final = "sssom:NoTermFound"
_SURE: Final = 0.9


@dataclass(frozen=True, slots=True)
class MappingTable:
    r"""A table with the lines above it, each starting with `#`, and its columns in order.

    >>> MappingTable.parse("subject_id\tpredicate_id\tobject_id\tmapping_justification\n").rows
    ()
    """

    head: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def parse(cls, text: str, name: str = "table") -> Self:
        """Return the table which a text holds; errors call it by its name.

        Raises:
            BadFileError: when a column that SSSOM requires is missing, or a row has more cells
                than there are columns.

        """
        lines = [one.rstrip("\r") for one in text.removeprefix("\ufeff").split("\n")]
        head = tuple(one for one in lines if one.startswith("#"))
        table = [(n, one) for n, one in enumerate(lines, 1) if one and not one.startswith("#")]
        columns = tuple(_cells(table[0][1])) if table else ()
        missing = [column for column in _NEEDED if column not in columns]
        if missing:
            raise BadFileError(name, table[0][0] if table else None, f"no column {missing[0]}")
        return cls(head, columns, tuple(_rows(table[1:], columns, name)))

    @property
    def text(self) -> str:
        """The table as it is written."""
        written = StringIO()
        writer = csv.writer(written, delimiter="\t", lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([row.get(column, "") for column in self.columns] for row in self.rows)
        return "".join(f"{line}\n" for line in self.head) + written.getvalue()

    def with_rows(self, rows: Iterable[Row]) -> Self:
        """Return the table with other rows, and with the columns which these need."""
        found = tuple(rows)
        known = dict.fromkeys((*self.columns, *(name for row in found for name in row)))
        return replace(self, columns=tuple(known), rows=found)

    def by_subject(self) -> dict[str, tuple[Row, ...]]:
        """Return the rows by what their subject is known by, in their order."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(subject_of(row), []).append(row)
        return {subject: tuple(rows) for subject, rows in found.items()}

    def keeping(self, before: Self) -> Self:
        """Return the table with what has been decided before, in the place of its own rows.

        What was decided on subjects of which this table does not speak is kept at its end.
        """
        known = before.by_subject().items()
        decided = {one: rows for one, rows in known if any(map(is_decided, rows))}
        merged = {**self.by_subject(), **decided}
        rows = (row for found in merged.values() for row in found)
        head = tuple(dict.fromkeys((*self.head, *before.head)))
        return replace(self.with_rows(rows), head=head)


def subject_of(row: Row) -> str:
    """Return by what the rows on one subject are known: its identifier, or else its label."""
    return row.get("subject_id") or row.get("subject_label", "")


def candidates_in(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows which name something to which their subject may be mapped."""
    return tuple(row for row in rows if row["object_id"] not in {"", _NOTHING})


def is_decided(row: Row) -> bool:
    """Return whether a person has decided about a mapping."""
    return row.get("mapping_justification") == MANUAL


def is_settled(rows: Sequence[Row]) -> bool:
    """Return whether nothing is left to decide of the mappings of one subject.

    A person has decided; or there is one candidate alone, declared to be the same with enough
    certainty; or none.
    """
    candidates = candidates_in(rows)
    if not candidates or any(map(is_decided, candidates)):
        return True
    return len(candidates) == 1 and _is_sure(candidates[0])


def _is_sure(row: Row) -> bool:
    if row.get("predicate_modifier") == DENIED:
        return True
    try:
        confidence = float(row.get("confidence") or 1)
    except ValueError:
        return False
    return row["predicate_id"] in _IDENTITIES and confidence >= _SURE


def _rows(table: Iterable[tuple[int, str]], columns: Sequence[str], name: str) -> Iterator[Row]:
    for number, line in table:
        cells = _cells(line)
        if len(cells) > len(columns):
            raise BadFileError(name, number, f"{len(cells)} cells, but {len(columns)} columns")
        yield dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))


def _cells(line: str) -> list[str]:
    return next(csv.reader([line], delimiter="\t"))
