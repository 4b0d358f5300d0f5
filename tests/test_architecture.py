"""The house rules that a machine can check."""

import ast
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tertium
from tertium import errors

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tertium"
MODULES = sorted(SOURCE.rglob("*.py"))
COMMANDS = SOURCE / "interfaces" / "cli"
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "misc", "manager"}

pytestmark = pytest.mark.skipif(not SOURCE.is_dir(), reason="runs in a checkout only")


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_function_is_short_and_takes_few_parameters(path: Path) -> None:
    for node in functions(path):
        lines = (node.end_lineno or 0) - node.body[0].lineno + 1
        if ast.get_docstring(node) is not None:
            lines -= (node.body[0].end_lineno or 0) - node.body[0].lineno + 1
        assert lines <= 25, node.name
        if COMMANDS not in path.parents:  # a command has as many parameters as options
            positional = [a for a in node.args.args if a.arg not in {"self", "cls"}]
            assert len(positional) <= 3, node.name
            assert len(positional) + len(node.args.kwonlyargs) <= 5, node.name


def test_a_module_is_named_after_something() -> None:
    assert not {path.stem for path in MODULES} & FORBIDDEN_NAMES


def test_no_sparql_is_put_together_in_python() -> None:
    pattern = re.compile(r'f"+[^"]*\b(SELECT|CONSTRUCT|ASK|INSERT|PREFIX)\b')
    for path in MODULES:
        assert not pattern.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    "name", [m.name for m in pkgutil.walk_packages(tertium.__path__, "tertium.")]
)
def test_all_is_sorted_and_complete(name: str) -> None:
    module = importlib.import_module(name)
    listed = list(getattr(module, "__all__", []))
    assert listed == sorted(listed, key=lambda n: (not n.isupper(), not n[0].isupper(), n))
    for public in listed:
        assert hasattr(module, public)
    own = {
        key
        for key, value in vars(module).items()
        if not key.startswith("_") and getattr(value, "__module__", None) == name
    }
    assert own <= set(listed)


def test_the_public_door_is_narrow_and_has_one_address_each() -> None:
    assert list(tertium.__all__) == sorted(tertium.__all__)
    for name in tertium.__all__:
        assert getattr(tertium, name) is not None


def test_every_error_is_in_the_tree_that_the_module_draws() -> None:
    drawn = set(re.findall(r"\w+Error", errors.__doc__ or ""))
    assert drawn == set(errors.__all__)
    for name in errors.__all__:
        assert issubclass(getattr(errors, name), errors.TertiumError)


BREACHES = {
    "The house has storeys": ("model/terms.py", "import tertium.api"),
    "The core is pure": ("compare/__init__.py", "import rdflib"),
    "No cycles between siblings": ("store/protocol.py", "import tertium.queries"),
    "exhaustive": ("misc.py", ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("contract", BREACHES)
def test_each_import_contract_fails_when_it_is_broken(contract: str, tmp_path: Path) -> None:
    file, line = BREACHES[contract]
    shutil.copytree(SOURCE, tmp_path / "tertium", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert lint(tmp_path).returncode == 0
    with (tmp_path / "tertium" / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    broken = lint(tmp_path)
    assert broken.returncode != 0
    assert f"{contract} BROKEN" in broken.stdout or contract == "exhaustive"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()"]
    environment = {"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        [*command, "--no-cache"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
