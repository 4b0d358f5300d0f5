import bz2
import gzip
import io
import lzma
import sys
import tracemalloc
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.api.tables import Row, Table, TableForm, open_table
from tertium.errors import (
    BadFileError,
    BadParameterError,
    LimitError,
    SourceUnavailableError,
    UnknownColumnError,
)

PEOPLE = "name;born\nJosé Marti;1853\nMüller;1900\n"


def cells(path: Path, form: TableForm | None = None) -> list[list[str]]:
    with open_table(path, form or TableForm()) as table:
        return [list(row.cells.values()) for row in table]


def written(folder: Path, content: str | bytes, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_columns_come_first_and_rows_know_their_line(tmp_path: Path) -> None:
    path = written(tmp_path, 'name,note\n\n"Trotsky, Leon","two\nlines"\nStalin,\n')
    with open_table(path) as table:
        assert table.columns == ("name", "note")
        assert list(table) == [
            Row(1, 3, {"name": "Trotsky, Leon", "note": "two\nlines"}),
            Row(2, 5, {"name": "Stalin", "note": ""}),
        ]
        assert table.notes == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a,b\n1,2\n", ["1", "2"]),
        ("a;b\n1,5;2,5\n1,5;2,5\n", ["1,5", "2,5"]),
        ("a\tb\nx, y\tz; v\n", ["x, y", "z; v"]),
        ("a|b\n1|2\n", ["1", "2"]),
        ("name\nTrotsky, Leon\nStalin; Joseph\n", ["Trotsky, Leon"]),
        ("name\na\x1c\x1d\x1e\x1f\x85\u2028b\n", ["a\x1c\x1d\x1e\x1f\x85\u2028b"]),
        ('name\n"Trotsky, Leon"\n', ["Trotsky, Leon"]),
        ('"a, of it";b\n1;2\n', ["1", "2"]),
        ("a,b\r\n1,2\r\n", ["1", "2"]),
        ("a,b\r1,2\r", ["1", "2"]),
        ('a\tb\n"Che" Guevara\t5" gun\n', ['"Che" Guevara', '5" gun']),
        ('a\tb\n"Che\t1\nx\t2\n', ['"Che', "1"]),
        ('a,b\n"He said ""no""",2\n', ['He said "no"', "2"]),
    ],
)
def test_what_parts_cells_is_told_from_the_first_lines(
    text: str, first: list[str], tmp_path: Path
) -> None:
    assert cells(written(tmp_path, text))[0] == first


@pytest.mark.parametrize("delimiter", ["\t", "tab", "\\t"])
def test_what_is_said_of_a_table_is_not_guessed(delimiter: str, tmp_path: Path) -> None:
    path = written(tmp_path, "a,b;c\td\n1,2;3\t4\n")
    assert cells(path, TableForm(delimiter=delimiter)) == [["1,2;3", "4"]]
    assert cells(path, TableForm(delimiter="")) == [["1,2;3\t4"]]
    assert cells(path, TableForm(quoted=False, headed=False))[0] == ["a,b;c", "d"]


def test_a_table_without_a_head_has_numbered_columns(tmp_path: Path) -> None:
    with open_table(written(tmp_path, "Stalin,1878\n"), TableForm(headed=False)) as table:
        assert list(table) == [Row(1, 1, {"column 1": "Stalin", "column 2": "1878"})]


@pytest.mark.parametrize("delimiter", [";;", '"', "\n"])
def test_a_delimiter_is_one_character(delimiter: str, tmp_path: Path) -> None:
    with (
        pytest.raises(BadParameterError, match="delimiter"),
        open_table(written(tmp_path, PEOPLE), TableForm(delimiter=delimiter)),
    ):
        pass


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings_are_told_apart(encoding: str, tmp_path: Path) -> None:
    with open_table(written(tmp_path, PEOPLE.encode(encoding))) as table:
        assert [row.cells["name"] for row in table] == ["José Marti", "Müller"]
        assert table.columns == ("name", "born")
        assert table.dialect.marked == (encoding in {"utf-8-sig", "utf-16"})
        assert bool(table.notes) == (encoding in {"utf-16-le", "utf-16-be", "cp1252"})


def test_utf_16_from_the_other_end_is_marked_too(tmp_path: Path) -> None:
    assert cells(written(tmp_path, "\ufeffa,b\n1,2\n".encode("utf-16-be"))) == [["1", "2"]]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Толстой", "cp1251"),
        ("毛泽东", "gb18030"),
        ("東京", "shift-jis"),
        ("Wałęsa", "cp1250"),
        ("Łódź", "cp1250"),
    ],
)
def test_an_encoding_that_may_be_any_must_be_named(
    name: str, encoding: str, tmp_path: Path
) -> None:
    path = written(tmp_path, f"name,born\nx,1\n{name},1\n".encode(encoding))
    with pytest.raises(BadFileError, match=r"people\.csv:3: not UTF-8 .*name its encoding"):
        cells(path)
    assert cells(path, TableForm(encoding=encoding))[1] == [name, "1"]


@pytest.mark.parametrize("encoding", ["klingon", "hex", "a\0b"])
def test_an_unknown_encoding_is_refused(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(BadParameterError, match="encoding"):
        cells(written(tmp_path, PEOPLE), TableForm(encoding=encoding))


def test_what_turns_out_not_to_be_utf_8_has_its_line(tmp_path: Path) -> None:
    rows = b"".join(b"%d,Leon\n" % number for number in range(60_000))
    path = written(tmp_path, b"n,name\n" + rows + b"60000,Andr\xe9\n")
    with pytest.raises(BadFileError, match=r"people\.csv:60002: no utf-8 \(byte 0xe9\)"):
        cells(path)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_what_is_packed_is_unpacked_whatever_its_name(pack: object, tmp_path: Path) -> None:
    assert callable(pack)
    assert len(cells(written(tmp_path, pack(PEOPLE.encode())))) == 2


def test_a_packing_cut_off_is_a_bad_file(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="cannot be unpacked"):
        cells(written(tmp_path, gzip.compress(PEOPLE.encode())[:-9]))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "it is empty"),
        (b"\xef\xbb\xbf\n\n", "it is empty"),
        (b"PK\x03\x04xl/workbook.xml", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0old", "save it as CSV"),
        (b"  <!DOCTYPE html><p>Sign in", "a web page"),
        (b"\x89PNG\r\n", "a picture"),
        (b"a,b\n1,\x002\n", ":2: no text"),
        (b"\x7fELF\x02\x01\x00\x00\x00\xff", "not UTF-8"),
        (b'a,b\n1,2\n3,"never closed\n' + b"4,5\n" * 300, ":3: its quotation marks"),
        (b'a,b\n"x"y,1\n', ":2: its quotation marks"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(
    content: bytes, problem: str, tmp_path: Path
) -> None:
    path = written(tmp_path, content)
    with pytest.raises(BadFileError, match=problem):
        cells(path, TableForm(quoted=True))


def test_a_table_may_have_no_rows(tmp_path: Path) -> None:
    with open_table(written(tmp_path, "name,born")) as table:
        assert (table.columns, list(table)) == (("name", "born"), [])


@pytest.mark.parametrize("name", ["absent.csv", "", "nul\0l"])
def test_a_file_that_cannot_be_read_is_unavailable(name: str, tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError), open_table(f"{tmp_path}/{name}"):
        pass


def test_a_dash_is_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given_bytes = io.TextIOWrapper(io.BytesIO(PEOPLE.encode()))
    monkeypatch.setattr(sys, "stdin", given_bytes)
    with open_table("-") as table:
        assert (table.name, len(list(table))) == ("standard input", 2)
    assert not given_bytes.buffer.closed
    given_bytes.close()


def test_rows_of_other_widths_are_kept_and_noted(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\n1\n1,2\n1,2,3\n" + "4\n" * 6)
    with open_table(path) as table:
        rows = list(table)
        assert rows[0].cells == {"a": "1", "b": ""}
        assert rows[2].extra == ("3",)
        assert table.notes == (
            "7 rows have fewer cells than columns (lines 2, 5, 6, 7, 8, …)",
            "1 row has more cells than columns (line 4)",
        )


def test_every_column_has_a_name_of_its_own(tmp_path: Path) -> None:
    with open_table(written(tmp_path, "name,,name, Born \n")) as table:
        assert table.columns == ("name", "column 2", "name (2)", "Born")


@pytest.mark.parametrize(
    ("wanted", "column"), [("Name", "Name"), ("BORN ", "born"), ("2", "born"), ("name", "name")]
)
def test_a_column_goes_by_name_in_any_case_or_place(
    wanted: str, column: str, tmp_path: Path
) -> None:
    with open_table(written(tmp_path, "Name,born,name\n")) as table:
        assert table.column(wanted) == column


def test_an_unknown_column_names_those_there_are(tmp_path: Path) -> None:
    heads = ["Name", "born", *(f"extra {number}" for number in range(20))]
    with open_table(written(tmp_path, ",".join(heads))) as table:
        with pytest.raises(UnknownColumnError, match=r"did you mean 'Name'\? it has Name, born,"):
            table.column("naem")
        for wanted in ("23", "0", "NAMES"):
            with pytest.raises(UnknownColumnError, match="and 10 more"):
                table.column(wanted)


def test_a_cell_may_be_long_but_not_endless(tmp_path: Path) -> None:
    long = "x" * 10_000_000
    assert cells(written(tmp_path, f'a,b\n1,{long}\n2,"{long}"\n')) == [["1", long], ["2", long]]
    with pytest.raises(LimitError, match="line 2 has"):
        cells(written(tmp_path, f"a,b\n1,{long}{long}\n"))


def peak(table: Table) -> int:
    tracemalloc.start()
    assert sum(1 for _ in table) == 50_000
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_many_rows_take_no_more_memory_than_few(tmp_path: Path) -> None:
    row = "Trotsky, Leon;1879;" + "x" * 80 + "\n"
    with open_table(written(tmp_path, "name;born;note\n" + row * 50_000)) as table:
        assert peak(table) < 2_000_000


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(*[st.text("ab,;\t|\" '\n€", max_size=5)] * 3), min_size=1, max_size=4)
)
def test_each_row_has_all_columns_and_nothing_is_lost(
    rows: list[tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = "\n".join(";".join(row) for row in rows)
    path = written(tmp_path_factory.mktemp("t"), f"a;b;c\n{text}")
    with open_table(path, TableForm(quoted=False, delimiter=";")) as table:
        read = list(table)
    assert all(tuple(row.cells) == ("a", "b", "c") for row in read)
    lines = [line for line in text.splitlines() if line]
    kept = [";".join((*row.cells.values(), *row.extra)) for row in read]
    assert [one.rstrip(";") for one in kept] == [one.rstrip(";") for one in lines]
