"""Every command in the documentation runs, and prints what the page says that it prints."""

import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.shell import Line, lines, run
from tests.commands.stage import set_up
from tests.commands.unrun import ENDS_WITH, UNRUN
from tests.test_docs import DOCS, FENCE, README, TEXTS, name_of

HEARTS = ("README.md", "docs/tutorial/first-comparison.md", "docs/tutorial/own-graph.md")
"""What newcomers read: their commands run each time, those of other pages with --whole."""

SHELL = {"bash", "sh"}
PAGES = [path for path in TEXTS if SHELL & {tag for _, tag, _ in FENCE.findall(path.read_text())}]

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="runs in a checkout only")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stage")
    set_up(folder)
    return folder


def reason_not_to(line: Line) -> str | None:
    return next((why for pattern, why in UNRUN.items() if re.search(pattern, line.text)), None)


def expected(line: Line) -> int:
    return next((code for pattern, code in ENDS_WITH.items() if re.search(pattern, line.text)), 0)


def shown(page: Path) -> Iterator[tuple[list[Line], str]]:
    """Yield the lines of each block, and what the page says that they print, if it does."""
    blocks = [(tag, textwrap.dedent(text)) for _, tag, text in FENCE.findall(page.read_text())]
    for (tag, text), (after, output) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if tag in SHELL:
            yield list(lines(text)), output if after == "text" else ""


def says(printed: str, output: str) -> bool:
    """Return whether a text is what is printed; an ellipsis stands for what is left out."""
    parts = (re.escape(part.strip()) for part in re.split(r"…(?=\n|$)", output) if part.strip())
    return re.search(".*?".join(parts), printed, re.DOTALL) is not None


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_commands_of_a_page_run(
    page: Path, stage: Path, tmp_path: Path, *, whole: bool
) -> None:
    if not (whole or name_of(page) in HEARTS):
        pytest.skip("run with --whole; parsed in tests/test_docs.py")
    folder = tmp_path / "folder"
    shutil.copytree(stage, folder)
    for block, output in shown(page):
        printed = ""
        for line in block:
            if reason_not_to(line) is None:
                ran = run(line, folder)
                assert ran.code == expected(line), f"{line.text}\n{ran.output}"
                printed += ran.output
        if printed and name_of(page) in HEARTS:
            assert says(printed, output), f"{block}\n{printed}"


def test_the_readme_shows_what_the_first_command_prints(tmp_path: Path) -> None:
    shows = next(text for _, tag, text in FENCE.findall(README.read_text()) if tag == "text")
    ran = run(Line('tertium compare "Joseph Stalin" "Leon Trotsky"'), tmp_path)
    assert says(ran.output, shows), ran.output


def test_every_reason_not_to_run_a_command_is_needed() -> None:
    texts = [line.text for page in PAGES for block, _ in shown(page) for line in block]
    assert [p for p in UNRUN if not any(re.search(p, text) for text in texts)] == []
