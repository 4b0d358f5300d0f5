"""Names nobody expects pass through a table unharmed."""

import csv
import json
from pathlib import Path

import pytest

from tertium.api.tables import TableForm, open_table

BLNS = Path(__file__).parents[4] / "shared" / "suites" / "blns.json"
NAMES = (
    *("", " ", "\u200b", "\ufeff", "'", '"', '""', "`", "\\", "\\\\", "NULL", "#REF!", "=1+1"),
    *(
        "Ω≈ç√∫",
        "社會科學院",
        "𠜎𠜱",
        "نظرية",
        "\u202eovert\u202c",
        "Z̸̢a",
        "👩‍👩‍👧",
        "a\u2028b",
        "a\x85b",
    ),
    *("a\x01\x1f\x7fb", "a\tb", "a\nb", "a\r\nb", "a\rb", "a;b,c|d", "\ufffe", "x" * 10_000),
)


def copied(names: list[str], folder: Path, delimiter: str) -> list[str]:
    path = folder / "names.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(["id", "name", "x"])
        writer.writerows((number, name, "y") for number, name in enumerate(names))
    with open_table(path, TableForm(encoding="utf-8")) as table:
        rows = list(table)
        assert table.notes == ()
    assert [row.cells["id"] for row in rows] == [str(number) for number in range(len(names))]
    return [row.cells["name"] for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_name_is_read_as_it_was_written(delimiter: str, tmp_path: Path) -> None:
    assert copied(list(NAMES), tmp_path, delimiter) == list(NAMES)


@pytest.mark.skipif(not BLNS.is_file(), reason="the list of naughty strings is not here")
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_naughty_strings_are_read_as_they_were_written(delimiter: str, tmp_path: Path) -> None:
    names = [name.replace("\0", "") for name in json.loads(BLNS.read_text(encoding="utf-8"))]
    assert copied(names, tmp_path, delimiter) == names
