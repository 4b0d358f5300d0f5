"""The threat model keeps its word: each threat has a test, and each test named there exists."""

import ast
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from tertium.interfaces.cli.main import app

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "docs" / "explanation" / "threat-model.md"
HOW_TO = ROOT / "docs" / "how-to"
NUMBERS = tuple(f"T{number}" for number in range(1, 35))

pytestmark = pytest.mark.skipif(not MODEL.is_file(), reason="runs in a checkout only")


def threats() -> dict[str, list[str]]:
    """Return the cells of each threat."""
    rows = re.findall(r"^\| (T\d+) \|(.*)\|$", MODEL.read_text(encoding="utf-8"), re.MULTILINE)
    return {number: cells.split(" | ") for number, cells in rows}


def names_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_threat_is_told() -> None:
    assert tuple(threats()) == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_a_threat_has_a_place_and_tests_that_exist(number: str) -> None:
    *_, places, named = threats()[number]
    for place in re.findall(r"`([^`]+)`", places):
        assert (ROOT / place).exists() or (ROOT / "src" / "tertium" / place).exists(), place
    tests = re.findall(r"`([^`]+)::(test_\w+)`", named)
    assert tests
    for file, name in tests:
        assert name in names_in(ROOT / file), f"{file}::{name}"


def test_every_promise_names_threats() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [A-Z].* \| (T[^|]*) \|$", text, re.MULTILINE)
    assert len(rows) >= 8
    assert {number for row in rows for number in re.findall(r"T\d+", row)} <= set(NUMBERS)


def test_every_suite_of_a_release_exists() -> None:
    text = (HOW_TO / "verify-a-release.md").read_text(encoding="utf-8")
    files = re.findall(r"tests/[\w/]+(?:\.py)?", text)
    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []


def unit() -> dict[str, str]:
    """Return the settings of the service, the last of two of the same name."""
    text = (HOW_TO / "tertium.service").read_text(encoding="utf-8")
    return dict(re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE))


def test_the_service_is_confined() -> None:
    known = unit()
    for name in ("DynamicUser", "NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome"):
        assert known[name] == "yes"
    assert known["ProtectSystem"] == "strict"
    assert known["CapabilityBoundingSet"] == ""
    assert known["RestrictAddressFamilies"] == "AF_INET AF_INET6 AF_UNIX"
    assert known["RestrictNamespaces"] == "user net"
    assert known["SystemCallFilter"] == "@system-service"
    assert {"MemoryMax", "TasksMax", "LimitNOFILE"} <= known.keys()


def test_the_service_starts_a_command_that_there_is() -> None:
    program, name, *arguments = shlex.split(unit()["ExecStart"])
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    assert program.endswith("/tertium")
    group.commands[name].make_context(name, arguments)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze")
def test_systemd_understands_the_service(tmp_path: Path) -> None:
    file = tmp_path / "tertium.service"
    text = (HOW_TO / "tertium.service").read_text(encoding="utf-8")
    file.write_text(text.replace("/opt/tertium/bin/tertium", "/bin/true"), encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_container_runs_a_command_that_there_is_as_nobody_in_particular() -> None:
    text = (HOW_TO / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split(None, 1) for line in text.splitlines() if line and line[0] != "#"]
    known = dict(lines)  # the last of each, of what is run in the end
    assert {word for word, _ in lines} <= {
        *("FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "STOPSIGNAL"),
        *("HEALTHCHECK", "ENTRYPOINT", "CMD"),
    }
    assert all(":latest" not in rest and ":" in rest for word, rest in lines if word == "FROM")
    assert int(known["USER"]) > 0
    assert "/healthz" in known["HEALTHCHECK"]
    _, name, *arguments = json.loads(known["ENTRYPOINT"])
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    group.commands[name].make_context(name, [*arguments, *json.loads(known["CMD"])])
