"""The documentation keeps its word: fresh pages, running examples, commands that parse, links."""

import doctest
import re
import runpy
import shlex
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from tertium.interfaces.cli.commands import COMMANDS
from tertium.interfaces.cli.main import app
from tertium.queries.catalogue import bundled_catalogue

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = sorted(DOCS.rglob("*.md"))
BESIDE = [
    ROOT / name for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "data/README.md")
]
TEXTS = [path for path in (README, *BESIDE, *PAGES) if path.is_file()]
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
HEREDOC = re.compile(r"<<'(\w+)'\n.*?^ *\1$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
EXAMPLES = [path for path in TEXTS if "```python" in path.read_text(encoding="utf-8")]

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="runs in a checkout only")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(path: Path, language: str) -> list[str]:
    found = FENCE.findall(path.read_text(encoding="utf-8"))
    return [text for _, tag, text in found if tag == language]


def prose(path: Path) -> str:
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def commands(path: Path) -> list[list[str]]:
    """Return the arguments of each `tertium` in the shell blocks of a text."""
    found = []
    for block in blocks(path, "sh"):
        for line in HEREDOC.sub("", block).splitlines():
            words = shlex.shlex(line, posix=True, punctuation_chars=True)
            words.whitespace_split = True
            found += parts(list(words))
    return [words[1:] for words in found if words and Path(words[0]).name == "tertium"]


def parts(words: list[str]) -> list[list[str]]:
    split: list[list[str]] = [[]]
    for word in words:
        if set(word) <= set("|&;<>"):
            split.append([])
        else:
            split[-1].append(word)
    return split


def test_no_generated_page_is_stale() -> None:
    from docs import generate

    assert generate.main(["--check"]) == 0, "run: python docs/generate.py"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_every_command_has_help_and_is_in_the_reference(command: object) -> None:
    name = getattr(command, "__name__", "")
    assert getattr(command, "__doc__", "")
    assert f"## tertium {name}\n" in (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")


def test_every_saved_query_is_in_the_reference() -> None:
    text = (DOCS / "reference" / "queries.md").read_text(encoding="utf-8")
    assert [name for name in bundled_catalogue() if f"| `{name}` |" not in text] == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_every_command_shown_parses(path: Path) -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    for name, *arguments in commands(path):
        if not name.startswith("-"):
            group.commands[name].make_context(name, arguments)  # raises when it cannot be parsed


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_every_command_named_in_a_sentence_exists(path: Path) -> None:
    known = {command.__name__ for command in COMMANDS} | {"COMMAND"}
    named = re.findall(r"`tertium ([^\s`]+)", prose(path))
    assert [name for name in named if name not in known and not name.startswith("-")] == []


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    for target in LINK.findall(prose(path)):
        if ":" in target:
            continue
        file, _, anchor = target.partition("#")
        page = (path.parent / file).resolve() if file else path
        assert page.exists(), target
        if anchor:
            assert anchor in anchors(page), target


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_python_example_is_a_session(path: Path) -> None:
    assert [text for text in blocks(path, "python") if ">>> " not in text] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=name_of)
def test_every_python_example_runs(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "\n".join(blocks(path, "python"))
    if ">>> " not in text:
        (tmp_path / "example.py").write_text(text, encoding="utf-8")
        runpy.run_path("example.py")
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    report: list[str] = []
    result = doctest.DocTestRunner().run(test, out=report.append)
    assert result.failed == 0, "".join(report)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_no_merge_is_left_half_done(path: Path) -> None:
    assert not re.search(r"^(<{7}|>{7}) ", path.read_text("utf-8"), re.MULTILINE)


def test_the_readme_has_the_two_commands_that_make_a_page_and_check_everything() -> None:
    first, second, *_ = blocks(README, "sh")
    assert "pip install" in first
    assert commands(README)[0] == ["compare", "Joseph Stalin", "Leon Trotsky"]
    assert second == "sh scripts/check\n"
    assert (ROOT / "scripts" / "check").is_file()
