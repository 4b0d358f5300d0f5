"""A small shell for the commands in the documentation: `tertium` runs in this process."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from tertium.errors import TertiumError
from tertium.interfaces.cli.main import app

__all__ = ["Line", "Ran", "lines", "run"]

_HEREDOC = re.compile(r"<<'(\w+)'")
_PROGRAM = "tertium"
_RUNNER = CliRunner()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, with the document that stands below it, if any."""

    text: str
    document: str | None = None

    @property
    def is_ours(self) -> bool:
        return any(stage[:1] == [_PROGRAM] for stage in _stages(self.text))


@dataclass(frozen=True, slots=True)
class Ran:
    """What a line left behind."""

    code: int
    output: str


def lines(block: str) -> Iterator[Line]:
    """Yield the lines of a block; a here document belongs to its line."""
    rest = iter(block.splitlines())
    for text in rest:
        found = _HEREDOC.search(text)
        if found:
            document = "".join(f"{line}\n" for line in iter(rest.__next__, found[1]))
            yield Line(text.replace(found[0], "").strip(), document)
        elif text.strip() and not text.strip().startswith("#"):
            yield Line(text.strip())


def run(line: Line, folder: Path) -> Ran:
    """Run a line in a folder: by the shell when none of it is ours, else stage by stage."""
    if not line.is_ours:
        return _by_shell(line.text, line.document, folder)
    ran = Ran(0, line.document or "")
    for stage in _stages(line.text):
        words, target = _redirected(stage)
        if words[0] == _PROGRAM:
            ran = _by_us(words[1:], ran.output, folder)
        else:
            ran = _by_shell(shlex.join(words), ran.output, folder)
        if target:
            (folder / target).write_text(ran.output, encoding="utf-8")
            ran = Ran(ran.code, "")
    return ran


def _by_us(arguments: Sequence[str], given: str, folder: Path) -> Ran:
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = _RUNNER.invoke(app, list(arguments), input=given, standalone_mode=False)
    finally:
        os.chdir(before)
    error = result.exception
    if isinstance(error, TertiumError):
        return Ran(error.exit_code, f"{result.output}{error}\n")
    if error is not None and not isinstance(error, SystemExit):
        raise error
    return Ran(result.return_value or 0, result.output)


def _by_shell(command: str, given: str | None, folder: Path) -> Ran:
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        input=given or "",
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout + done.stderr)


def _stages(text: str) -> list[list[str]]:
    """Return the words of each command of a pipe."""
    found = shlex.shlex(text, posix=True, punctuation_chars="|")
    found.whitespace_split = True
    stages: list[list[str]] = [[]]
    for word in found:
        if word == "|":
            stages.append([])
        else:
            stages[-1].append(word)
    return stages


def _redirected(words: list[str]) -> tuple[list[str], str]:
    if ">" in words:
        return words[: words.index(">")], words[words.index(">") + 1]
    return words, ""
