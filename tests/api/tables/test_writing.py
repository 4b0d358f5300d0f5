from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.api.tables import TableForm, TableWriter, open_table


def copied(path: Path, form: TableForm, **added: str) -> str:
    text = StringIO(newline="")
    with open_table(path, form) as table:
        writer = TableWriter(text, table, added=added)
        for row in table:
            writer.write(row, added.values())
    return text.getvalue()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name,born\r\nStalin,1878\r\n", "name,born,id\r\nStalin,1878,Q855\r\n"),
        ("\ufeffa;b\n1,5;2\n", "\ufeffa;b;id\n1,5;2;Q855\n"),
        ("name\nTrotsky, Leon\n", 'name,id\n"Trotsky, Leon",Q855\n'),
        ("id\tb\n1\n1\t2\t3\n", "id\tb\tid (2)\n1\t\tQ855\n1\t2\tQ855\t3\n"),
        ('a\tb\n"Che"\x1c G\t=1\n', 'a\tb\tid\n"Che"\x1c G\t=1\tQ855\n'),
    ],
)
def test_a_table_is_written_as_it_was_read(before: str, after: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(before.encode())
    assert copied(path, TableForm(), id="Q855") == after


def test_a_table_without_a_head_gets_none(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"Stalin,1878\n")
    assert copied(path, TableForm(headed=False), id="Q855") == "Stalin,1878,Q855\n"


def test_an_added_cell_starts_no_formula_and_breaks_no_row(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a\tb\n-1\t2\n")
    form = TableForm(quoted=False)
    assert copied(path, form, label="=1\t\n2").splitlines()[1] == "-1\t2\t'=1  2"


@settings(max_examples=60, deadline=None)
@given(cells=st.lists(st.text("ab,;\t|\" '\r\n€=", max_size=5), min_size=2, max_size=2))
def test_what_is_written_is_read_back(
    cells: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("t")
    (folder / "a.csv").write_bytes(b"a,b\nx,y\n")
    text = StringIO(newline="")
    with open_table(folder / "a.csv") as table:
        writer = TableWriter(text, table, added=["c", "d"])
        writer.write(next(iter(table)), cells)
    (folder / "b.csv").write_bytes(text.getvalue().encode())
    with open_table(folder / "b.csv", TableForm(delimiter=",", quoted=True)) as table:
        read = list(next(iter(table)).cells.values())
    assert [cell.removeprefix("'") for cell in read[2:]] == [c.removeprefix("'") for c in cells]
