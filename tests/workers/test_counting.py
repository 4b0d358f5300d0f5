from collections.abc import Sequence

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.workers.counting import count_rows

FORMS = [
    ox.QueryResultsFormat.JSON,
    ox.QueryResultsFormat.XML,
    ox.QueryResultsFormat.CSV,
    ox.QueryResultsFormat.TSV,
]
TREACHEROUS = ['}},{"', "}},{", '"', "\\", "\n", "\r\n", ",", "{}", "},{", "<result>", "[{", "]}}"]
TEXTS = st.lists(st.sampled_from(TREACHEROUS), max_size=4).map("".join)


def written(rows: Sequence[Sequence[str | None]], form: ox.QueryResultsFormat) -> bytes:
    values = " ".join(
        f"({' '.join('UNDEF' if t is None else str(ox.Literal(t)) for t in row)})" for row in rows
    )
    found = ox.Store().query(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {values} }} }}")
    assert isinstance(found, ox.QuerySolutions)
    return found.serialize(format=form) or b""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file_extension)
@given(rows=st.lists(st.tuples(TEXTS | st.none(), TEXTS | st.none()), max_size=5))
def test_rows_are_counted_whatever_is_in_them(
    form: ox.QueryResultsFormat, rows: list[tuple[str | None, str | None]]
) -> None:
    assert count_rows(written(rows, form), form) == len(rows)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file_extension)
def test_rows_with_triples_in_them_are_counted(form: ox.QueryResultsFormat) -> None:
    triple = "<<( <urn:a> <urn:b> '}},{' )>>"
    found = ox.Store().query(f"SELECT ?a {{ VALUES ?a {{ {triple} {triple} 1 }} }}")
    assert isinstance(found, ox.QuerySolutions)
    assert count_rows(found.serialize(format=form) or b"", form) == 3
