"""Without the libraries that only some need, everything else works, and says what is missing."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
NOT_FOR_USERS = {"bench", "dev", "docs"}
WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(sys.argv[1:]))
import tertium
from tertium.errors import MissingExtraError
from tertium.interfaces.cli.commands import COMMANDS
from tertium.interfaces.cli.main import run
for command in COMMANDS:
    if run([command.__name__.replace("_", "-"), "--help"]):
        raise SystemExit(f"{command.__name__} --help failed")
if run(["compare", "Joseph Stalin", "Leon Trotsky", "--rows", "1"]):
    raise SystemExit("compare failed")
print("== pandas", file=sys.stderr)
try:
    tertium.open().describe("Rosa Luxemburg").to_dataframe()
except MissingExtraError as error:
    print(error, file=sys.stderr)
print("== web", file=sys.stderr)
if run(["serve"]) != MissingExtraError.exit_code:
    raise SystemExit("serve did not say what it needs")
"""

pytestmark = pytest.mark.skipif(not PROJECT.is_file(), reason="reads the extras of a checkout")


def test_without_extras_all_commands_have_help_and_what_needs_one_names_it() -> None:
    extras = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    lines = [line for name, of in extras.items() if name not in NOT_FOR_USERS for line in of]
    libraries = [Requirement(line).name.replace("-", "_") for line in lines]
    assert {"pandas", "starlette", "uvicorn"} <= set(libraries)
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT, *libraries], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    _, pandas, web = ran.stderr.split("== ")
    assert "install tertium[pandas]" in pandas
    assert "install tertium[web]" in web
