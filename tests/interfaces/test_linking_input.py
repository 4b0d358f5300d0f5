import csv
import io
import json
import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tertium.interfaces.cli.main import run
from tests.api.remote_linking.serving import Call, Reply, serving

Captured = pytest.CaptureFixture[str]
SUITES = Path(__file__).parents[2].parent / "shared" / "suites"
TROTSKY = "https://w3id.org/tertium/id/trotsky"
HOSTILE = (
    "\x1b[31mLeon\x07 Trotsky\x1b[0m",
    "\u202eykstorT noeL\u202c",
    "\u2066Leon\u2069 Tr\u200botsky",
    "Leon\x00Trotsky",
    "x" * 10_000,
    "Leon " * 2_000,
    "\ufdfd" * 50,
    "Z\u0351\u0310" * 40,
    "'; DROP TABLE names; --",
    '" OR "*" NEAR(',
    "<script>alert(1)</script>",
    "%s %d {0} ${HOME} $(id)",
    "=cmd|' /C calc'!A0",
    "null",
    "NaN",
    "1e309",
    "*",
    '"',
    "\\",
    "🏳️\u200d🌈",
)


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def written(folder: Path, content: bytes, name: str = "names.csv") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def harmless(text: str) -> bool:
    return all(
        char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"} for char in text
    ) and not {*"\u202a\u202b\u202d\u202e"} & set(text)


@pytest.mark.parametrize("form", ["text", "json", "csv", "sssom"])
def test_no_name_is_too_bad(form: str, capsys: Captured) -> None:
    assert run(["link", "-f", form, "--all", "--", *HOSTILE]) == 0
    out, err = capsys.readouterr()
    assert err.startswith(f"{len(HOSTILE)} linked: ")
    plain = out.replace("\r\n", "\n").replace("\t", " ") if form in {"csv", "sssom"} else out
    if form in {"text", "sssom"}:
        assert harmless(plain)
    assert "\x1b" not in out or form == "csv"


@pytest.mark.parametrize("name", HOSTILE[:5])
def test_one_name_alone_harms_no_terminal(name: str, capsys: Captured) -> None:
    assert run(["link", name]) in {0, 3}
    assert harmless(capsys.readouterr().out)


@pytest.mark.parametrize("name", ["", " ", "\t\n"])
def test_an_empty_name_is_no_match(name: str, capsys: Captured) -> None:
    assert run(["link", name]) == 3
    assert "none" in capsys.readouterr().out


@pytest.mark.skipif(not (SUITES / "blns.json").is_file(), reason="needs ../shared/suites")
def test_naughty_strings_are_names_like_any_other(tmp_path: Path, capsys: Captured) -> None:
    names = json.loads((SUITES / "blns.json").read_text(encoding="utf-8"))
    path = tmp_path / "naughty.csv"
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as text:
        csv.writer(text).writerows([["name"], *([name] for name in names)])
    assert run(["link", "--file", str(path), "-c", "name", "-f", "text"]) == 0
    out, err = capsys.readouterr()
    assert harmless(out)
    assert "linked" in err


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("\ufeffname,born\nLeón Trotsky,1879\n", "utf-8"),
        ("\ufeffname;born\nLeón Trotsky;1879\n", "utf-16-le"),
        ("name\tborn\nLeón Trotsky\t1879\n", "utf-8"),
        ("name;born\r\nLeón Trotsky;1879\r\n", "latin-1"),
        ("name|born\rLeón Trotsky|1879\r", "utf-8"),
    ],
)
def test_encodings_and_separators_are_told_from_the_file(
    content: str, encoding: str, tmp_path: Path, capsys: Captured
) -> None:
    file = written(tmp_path, content.encode(encoding))
    assert run(["link", "--file", file, "-c", "name", "-e", "born=P569", "-f", "json"]) == 0
    out, err = capsys.readouterr()
    (link,) = json.loads(out)["links"]
    assert (link["query"]["text"], link["match"]) == ("León Trotsky", TROTSKY)
    assert ("latin" in err.lower() or "1252" in err) is (encoding == "latin-1")


def test_ragged_rows_are_linked_and_told(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, b"id,name\n1\n2,Leon Trotsky\n3,Leon Trotsky,what,else\n")
    assert run(["link", "--file", file, "-c", "name"]) == 0
    out, err = capsys.readouterr()
    assert [one["link_outcome"] for one in rows(out)] == ["none", "match", "match"]
    assert "fewer cells than columns (line 2)" in err
    assert "more cells than columns (line 4)" in err
    assert run(["link", "--file", file, "-c", "name", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_the_same_key_twice_is_linked_twice(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, b"id,name\n7,Leon Trotsky\n7,Joseph Stalin\n")
    options = ["-c", "name", "--key", "id", "--base", "https://mine.example/", "-f", "sssom"]
    assert run(["link", "--file", file, *options]) == 0
    found = [line.split("\t")[:4] for line in capsys.readouterr().out.splitlines()]
    assert [line[3] for line in found[-2:]] == ["ex:trotsky", "ex:stalin"]
    assert found[-1][0] == found[-2][0]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty"),
        (b"\xef\xbb\xbf", "it is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "names.csv"),
        (b"\x1f\x8b\x08\x00broken", "names.csv"),
        (b'name,b\n"never ends' + b"x\n" * 200_000, "names.csv"),
    ],
    ids=["empty", "mark", "picture", "packed", "quotes"],
)
def test_what_is_no_table_is_said(
    content: bytes, message: str, tmp_path: Path, capsys: Captured
) -> None:
    file = written(tmp_path, content)
    assert run(["link", "--file", file, "-c", "1", "-q", "-o", str(tmp_path / "out.csv")]) == 4
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert message in err
    assert [one.name for one in tmp_path.iterdir()] == ["names.csv"]


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_what_is_no_file_is_said(name: str, tmp_path: Path, capsys: Captured) -> None:
    assert run(["link", "--file", str(tmp_path / name), "-c", "1"]) == 5
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_an_error_names_harms_no_terminal(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "na\x1b[31mme,\u202ecba\n".encode())
    assert run(["link", "--file", file, "-c", "q\x1b[2J"]) == 2
    assert run(["link", "--file", f"{file}\x1b[2J\u202e", "-c", "1"]) == 5
    assert harmless(capsys.readouterr().err)


def test_a_table_of_columns_alone_is_linked_to_nothing(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, b"name,born\n")
    assert run(["link", "--file", file, "-c", "name"]) == 0
    out, err = capsys.readouterr()
    assert rows(out) == []
    assert out.startswith("name,born,link_id")
    assert err.startswith("0 linked")


def test_cells_that_would_be_formulas_stay_as_they_were(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, b"name\n=1+1\n")
    assert run(["link", "--file", file]) == 0
    assert rows(capsys.readouterr().out)[0]["name"] == "=1+1"


COMMAND = [sys.executable, "-m", "tertium", "link"]
MEASURED = """
import resource, sys
from tertium.interfaces.cli.main import run
code = run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux does")
def test_a_long_table_is_not_held_in_memory(tmp_path: Path) -> None:
    most = [peak(tmp_path, number) for number in (1_000, 20_000)]
    assert most[1] < most[0] * 1.25


def peak(folder: Path, number: int) -> int:
    """Return how much memory, in kilobytes, linking so many rows took at most."""
    table = folder / "long.csv"
    with table.open("w", encoding="utf-8") as text:
        text.write("id,name,note\n")
        text.writelines(f"{n},Qwx{n % 7}zz,{'note ' * 20}{n}\n" for n in range(number))
    target = folder / "linked.csv"
    arguments = ["link", "--file", str(table), "-c", "name", "-q", "-o", str(target)]
    command = [sys.executable, "-c", MEASURED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    with target.open(encoding="utf-8") as linked:
        assert sum(1 for _ in linked) == number + 1
    return int(done.stderr)


def test_who_stops_it_finds_whole_lines_or_no_file(tmp_path: Path) -> None:
    seen, target = tmp_path / "seen.csv", tmp_path / "linked.csv"
    assert interrupted([], seen) == 130
    assert seen.read_bytes().endswith(b"\n")
    assert interrupted(["-o", str(target)], seen) == 130
    assert [one.name for one in tmp_path.iterdir()] == ["seen.csv"]


def interrupted(option: list[str], seen: Path) -> int:
    """Return the exit code of a linking that is stopped while it waits for more names."""
    command = [*COMMAND, "-", "-f", "csv", "-q", *option]
    with (
        seen.open("wb") as out,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE
        ) as process,
    ):
        assert process.stdin is not None
        process.stdin.write(b"Leon Trotsky\n" * 10_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert err == b""
    return process.returncode


def test_who_reads_no_further_ends_it_quietly() -> None:
    command = [*COMMAND, "-", "-q", "-f", "csv"]
    ours, its = os.pipe()
    os.close(ours)
    names = b"Leon Trotsky\n" * 5_000
    done = subprocess.run(
        command, input=names, stdout=its, stderr=subprocess.PIPE, check=False, timeout=120
    )
    os.close(its)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_service_which_gives_up_midway_leaves_no_half_file(
    tmp_path: Path, capsys: Captured
) -> None:
    manifest = {
        "versions": ["0.2"],
        "name": "Small",
        "identifierSpace": "https://small.example/",
        "schemaSpace": "https://small.example/",
    }

    def reply(call: Call) -> Reply:
        if call.method == "GET":
            return Reply(manifest)
        return Reply(b"<html>we are closed</html>", 500)

    file = written(tmp_path, b"name\n" + b"Leon Trotsky\n" * 30)
    target = tmp_path / "out.csv"
    with serving(reply) as (url, _):
        assert run(["link", "--file", file, "--service", url, "-o", str(target), "-q"]) == 5
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert [one.name for one in tmp_path.iterdir()] == ["names.csv"]
