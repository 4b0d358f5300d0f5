"""`tertium fetch` as a user has it."""

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from tertium.interfaces.cli.main import run
from tests.store.serving import Reply
from tests.wikidata.serving import Wikidata, wikidata

ODO, HUGH = "Q454553", "Q540099"
Captured = pytest.CaptureFixture[str]
Fetch = Callable[..., int]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Wikidata]:
    monkeypatch.setenv("TERTIUM_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("TERTIUM_CONTACT", raising=False)
    with wikidata() as served:
        yield served


@pytest.fixture
def fetch(server: Wikidata) -> Fetch:
    """Return what runs the command for the Wikidata on this machine."""

    def fetch_them(*arguments: str) -> int:
        return run(["fetch", *arguments, "--site", server.url])

    return fetch_them


def page(capsys: Captured, graph: str = "fetched") -> str:
    capsys.readouterr()
    assert run(["compare", "-g", graph, ODO, HUGH, "-f", "markdown"]) == 0
    return capsys.readouterr().out


def renamed(server: Wikidata, identifier: str, name: str) -> int:
    version = server.site.current(identifier)
    assert version is not None
    labels = {"en": {"language": "en", "value": name}}
    return server.site.save({**version.document, "labels": labels}).revision


def test_two_are_fetched_and_compared_without_the_server(
    fetch: Fetch, server: Wikidata, capsys: Captured
) -> None:
    assert fetch(ODO, HUGH) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": revision ")[0] for line in lines[:2]] == [ODO, HUGH]
    assert lines[2].startswith("134 neighbours named (43 have no name); 9 requests in ")
    assert lines[3] == "in the graph fetched: use it with -g fetched"
    before = page(capsys)
    server.cut_off()
    assert page(capsys) == before
    assert f"{ODO} is revision" in before
    assert fetch(ODO, "--offline") == 0
    assert ", from the cache, fetched 20" in capsys.readouterr().out.splitlines()[0]


def test_a_store_has_the_newer_revision(
    fetch: Fetch, server: Wikidata, tmp_path: Path, capsys: Captured
) -> None:
    store = str(tmp_path / "my store")
    assert fetch(ODO, HUGH, "--into", store) == 0
    assert (
        capsys.readouterr().out.splitlines()[-1] == f"in the graph {store}: use it with -g {store}"
    )
    revision = renamed(server, ODO, "Odo the Second")
    assert fetch(ODO, "--into", store) == 0
    assert "already in the graph" in capsys.readouterr().out
    assert "Odo the Second" not in page(capsys, store)
    assert fetch(ODO, "--into", store, "--refresh") == 0
    assert f"{ODO}: revision {revision}, fetched " in capsys.readouterr().out
    assert page(capsys, store).startswith("# Odo the Second vs. Hugh of Cluny")


def test_the_report_may_be_json(fetch: Fetch, server: Wikidata, capsys: Captured) -> None:
    server.site.merge("Q99999", ODO)
    assert fetch("wd:q99999", "--json", "--classes", "0", "--language", "de, fr") == 0
    report = json.loads(capsys.readouterr().out)
    (entity,) = report["entities"]
    assert (entity["asked"], entity["cached"]) == ("Q99999", False)
    assert entity["entity"].endswith(f"/entity/{ODO}")
    assert entity["url"].endswith(f"/{ODO}.json?revision={entity['revision']}")
    assert report["requests"] == len(server.requests)
    assert {request.form.get("languages", "de|fr|mul") for request in server.requests} == {
        "de|fr|mul"
    }


def test_who_was_merged_is_told(fetch: Fetch, server: Wikidata, capsys: Captured) -> None:
    server.site.merge("Q99999", ODO)
    assert fetch("Q99999", "--classes", "0") == 0
    assert capsys.readouterr().out.startswith(f"Q99999 is now {ODO}: revision ")
    assert run(["describe", "-g", "fetched", "Q99999", "--rows", "1"]) == 0
    assert capsys.readouterr().out.startswith("Odo of Cluny")


def test_an_older_revision_is_told(fetch: Fetch, server: Wikidata, capsys: Captured) -> None:
    old = server.site.current(ODO)
    assert old is not None
    renamed(server, ODO, "Odo the Second")
    assert fetch("--revision", f"{ODO}={old.revision}", ODO, "--classes", "0") == 0
    assert f"{ODO}: revision {old.revision}, fetched" in capsys.readouterr().out


def test_quiet_is_quiet(fetch: Fetch, capsys: Captured) -> None:
    assert fetch(ODO, "-q", "--classes", "0") == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["Trotsky"], 2, "'Trotsky' is no entity of a Wikibase"),
        (["Q0"], 2, "'Q0' is no entity"),
        ([""], 2, "'' is no entity"),
        ([f"{ODO}\x1b[2J"], 2, "is no entity"),
        ([ODO, "--revision", f"{ODO}=new"], 2, "is no entity"),
        ([ODO, "--revision", f"{ODO}=7"], 3, f"no revision 7 of {ODO}"),
        ([ODO, "--refresh", "--offline"], 2, "cannot be had offline"),
        ([ODO, "--classes", "10"], 2, "--classes"),
        ([ODO, "--into", "/dev/null/store"], 2, "cannot write"),
        (["Q999999999"], 3, "has no Q999999999: it was deleted, or never was there"),
        ([ODO, "--offline"], 5, "not in the cache, and nothing is asked while offline"),
    ],
)
def test_what_cannot_be_fetched_is_one_line(
    arguments: list[str], code: int, message: str, fetch: Fetch, capsys: Captured
) -> None:
    assert fetch(*arguments) == code
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert message in err
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("site", "code", "message"),
    [
        ("https://nobody.invalid", 2, "set TERTIUM_CONTACT"),
        ("nonsense", 2, "not of the web"),
        ("ftp://127.0.0.1", 2, "not of the web"),
        ("http://me:secret@127.0.0.1", 2, "with a user's name or password"),
        ("http://127.0.0.1:9", 5, "are you offline?"),
    ],
)
def test_a_site_is_an_address_of_the_web(
    site: str, code: int, message: str, server: Wikidata, capsys: Captured
) -> None:
    assert run(["fetch", ODO, "--site", site, "--json"]) == code
    error = json.loads(capsys.readouterr().err)["error"]
    assert error["exit_code"] == code
    assert message in error["message"]
    assert "secret" not in error["message"]
    assert not server.requests


def test_nobody_asks_wikidata_without_a_name(server: Wikidata, capsys: Captured) -> None:
    assert run(["fetch", ODO]) == 2
    assert "to ask https://www.wikidata.org/" in capsys.readouterr().err
    assert not server.requests


def test_an_item_that_was_deleted_meanwhile_stays_as_it_was(
    fetch: Fetch, server: Wikidata, capsys: Captured
) -> None:
    assert fetch(ODO, HUGH) == 0
    before = page(capsys)
    server.site.delete(HUGH)
    assert fetch(ODO, HUGH, "--refresh") == 3
    assert f"has no {HUGH}: it was deleted" in capsys.readouterr().err
    assert page(capsys) == before


def test_a_server_that_fails_midway_changes_nothing(
    fetch: Fetch, server: Wikidata, capsys: Captured
) -> None:
    assert fetch(ODO, HUGH) == 0
    before = page(capsys)
    renamed(server, ODO, "Odo the Second")
    server.misbehave(lambda _: Reply(status=403), at="/wiki/Special:EntityData/Q540099")
    assert fetch(ODO, HUGH, "--refresh") == 5
    assert "HTTP 403 Forbidden" in capsys.readouterr().err
    assert page(capsys) == before


def test_a_damaged_cache_is_told(fetch: Fetch, tmp_path: Path, capsys: Captured) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "answers.sqlite").write_bytes(b"no database at all" * 99)
    assert fetch(ODO, "--classes", "0") == 0
    assert capsys.readouterr().err == (
        f"tertium: {cache / 'answers.sqlite'} was damaged and is put aside\n"
    )


def test_answers_are_thrown_away_and_the_graph_stays(
    fetch: Fetch, server: Wikidata, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["cache"]) == 0
    nothing = capsys.readouterr().out
    assert nothing == f"{tmp_path / 'cache'}\nanswers: 0.0 MiB\nfetched: 0.0 MiB\n"
    assert fetch(ODO, "--classes", "0", "-q") == 0
    assert run(["cache", "info", "--json"]) == 0
    before = json.loads(capsys.readouterr().out)
    assert min(before["answers"], before["fetched"]) > 10_000
    assert run(["cache", "prune", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == before | {"answers": 0}
    server.requests.clear()
    assert fetch(ODO, "--classes", "0") == 0
    assert ", fetched " in capsys.readouterr().out.splitlines()[0]
    assert any(path.startswith("/wiki/") for path in server.paths)


def test_answers_that_cannot_be_thrown_away_are_told(
    server: Wikidata, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "cache" / "answers.sqlite").mkdir(parents=True)
    assert run(["cache", "prune"]) == 2
    assert "answers.sqlite: Is a directory" in capsys.readouterr().err
    assert not server.requests


def test_a_cache_that_cannot_be_written_is_told(
    fetch: Fetch, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    assert fetch(ODO) == 2
    assert "cannot write" in capsys.readouterr().err


def command(server: Wikidata, *arguments: str) -> list[str]:
    main = "from tertium.interfaces.cli.main import main; main()"
    return [sys.executable, "-c", main, "fetch", *arguments, "--site", server.url]


def test_two_processes_ask_one_after_the_other(server: Wikidata, tmp_path: Path) -> None:
    runs = [
        subprocess.Popen(command(server, one, "-q", "--into", str(tmp_path / one)))
        for one in (ODO, HUGH)
    ]
    assert [process.wait(120) for process in runs] == [0, 0]
    assert len(server.requests) > 10
    assert server.busiest == 1


def test_an_interruption_leaves_nothing_half_done(server: Wikidata, tmp_path: Path) -> None:
    asked, over = Event(), Event()

    def wait(right: Reply) -> Reply:
        asked.set()
        over.wait()
        return right

    server.misbehave(wait, at="/wiki/")
    into = tmp_path / "store"
    with subprocess.Popen(
        command(server, ODO, "--into", str(into)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        asked.wait()
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)
    over.set()
    assert (process.returncode, said) == (130, (b"", b""))
    assert not into.exists()


def test_progress_is_for_a_terminal(server: Wikidata) -> None:
    leader, terminal = pty.openpty()
    done = subprocess.run(
        command(server, ODO, "--classes", "0"), stderr=terminal, stdout=subprocess.PIPE, check=True
    )
    os.close(terminal)
    shown = os.read(leader, 2**16)
    os.close(leader)
    assert b"fetching" in shown
    assert b"\x1b" not in done.stdout
