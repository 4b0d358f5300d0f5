"""Links as cells of a table: beside the rows that were linked, or by themselves."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from tertium.model.link import Linking
from tertium.render.links.mappings import remark
from tertium.render.spreadsheet import disarmed

__all__ = ["LINK_COLUMNS", "link_cells", "spreadsheet_of_links"]

LINK_COLUMNS: Final = ("link_id", "link_label", "link_score", "link_outcome", "link_why")
"""What is added to each row."""
_NEAREST: Final = 3


def link_cells(linking: Linking) -> tuple[str, ...]:
    """Return the cells of `LINK_COLUMNS`: whom the name means only where it is a match.

    Else the reason names the nearest candidates.
    """
    match = linking.match
    if match is None:
        return ("", "", "", linking.outcome.value, "; ".join((linking.why, *_nearest(linking))))
    found = (match.entity.iri, match.entity.label, f"{match.score:.2f}")
    return (*found, linking.outcome.value, remark(linking, match))


def spreadsheet_of_links(linkings: Iterable[Linking], *, delimiter: str) -> Iterator[str]:
    """Yield the lines, separated: key and name of what was linked, and to what."""
    yield _line(("key", "name", *LINK_COLUMNS), delimiter)
    for linking in linkings:
        query = linking.query
        yield _line(disarmed((query.key, query.text, *link_cells(linking))), delimiter)


def _nearest(linking: Linking) -> Iterator[str]:
    near = linking.candidates[:_NEAREST]
    named = (f"{one.entity.label} <{one.entity.iri}> ({one.score:.2f})" for one in near)
    return (f"{word}{name}" for word, name in zip(("nearest: ", "", ""), named, strict=False))


def _line(cells: tuple[str, ...], delimiter: str) -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerow(cells)
    return text.getvalue()
