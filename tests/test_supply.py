"""What Tertium is made of, and that it asks nobody when it is not told to."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from docs.licences import bundled, licence_of, needed

from tertium.api.agent import agent_for
from tertium.interfaces.cli.main import run

ROOT = Path(__file__).resolve().parents[1]
SILENT = """
import sys
def listen(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(listen)
import importlib, pkgutil
import tertium
for module in pkgutil.walk_packages(tertium.__path__, "tertium."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from tertium.interfaces.cli.main import run
for command in (
    ["compare", "Joseph Stalin", "Leon Trotsky", "--rows", "3"],
    ["find", "Trotsky"],
    ["link", "trotsky, leon"],
    ["query", "history/offices-held", "-p", "person=Leon Trotsky"],
    ["doctor"],
):
    if run(command):
        raise SystemExit(f"{command} failed")
"""


def test_whatever_is_needed_has_a_permissive_licence() -> None:
    found = needed()
    assert {"h11", "pyoxigraph", "rdflib"} <= found.keys()
    assert [name for name, licence in found.items() if not licence] == []


def test_what_travels_in_the_wheel_has_a_permissive_licence() -> None:
    assert {licence for _, licence in bundled()} <= {"MIT", "ISC", "public domain; ISC"}


def test_a_licence_that_is_not_known_to_be_permissive_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "greedy-1.dist-info" / "METADATA"
    about.parent.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    told = {"MIT OR GPL-3.0-only": "", "(MIT OR Apache-2.0)": "(MIT OR Apache-2.0)", "": ""}
    for text, understood in told.items():
        about.write_text(f"Metadata-Version: 2.4\nName: greedy\nLicense-Expression: {text}\n")
        assert licence_of("greedy") == understood


def test_the_version_is_stated_once() -> None:
    stated = re.compile(rf"(?<![\d.]){re.escape(version('tertium'))}(?![\d.])")
    files = [
        path
        for folder in ("src", "docs", "scripts")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".toml", ".html", ".js", ".ttl"}
        and "vendor" not in path.parts
    ]
    texts = {path: path.read_text(encoding="utf-8") for path in (*files, ROOT / "README.md")}
    assert [path for path, text in texts.items() if stated.search(text)] == []


def test_the_version_that_is_told_is_the_installed_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERTIUM_CONTACT", raising=False)
    assert run(["version"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"tertium {version('tertium')}"
    assert agent_for("http://127.0.0.1/") == f"tertium/{version('tertium')}"


@pytest.mark.slow
def test_nobody_is_asked_on_import_nor_by_what_works_on_the_bundled_graph() -> None:
    pytest.importorskip("starlette", reason="all modules can be imported only with all extras")
    ran = subprocess.run(
        [sys.executable, "-c", SILENT], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_every_change_reads_as_a_line_of_the_list_of_changes() -> None:
    pytest.importorskip("towncrier", reason="towncrier is not installed")
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "next"]
    drafted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    texts = [path.read_text("utf-8") for path in (ROOT / "changelog.d").glob("[0-9]*")]
    assert texts
    assert [text for text in texts if text.splitlines()[0].strip() not in drafted] == []
