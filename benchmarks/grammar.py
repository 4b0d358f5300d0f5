"""What other programs say of our English: link-grammar, and GNU style."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

__all__ = ["complete_parses", "grade"]

_PARSE = (
    "link-parser",
    "en",
    "-graphics=0",
    "-walls=0",
    "-timeout=5",
    "-limit=100",
    "-verbosity=1",
)
_INCOMPLETE = re.compile(r"^No complete linkages found", re.MULTILINE)
_LATE = re.compile(r"^Timer is expired", re.MULTILINE)
_KINCAID = re.compile(r"Kincaid:\s*(-?[0-9.]+)")


def complete_parses(sentences: Sequence[str]) -> float | None:
    """Return the share of sentences which link-grammar parses whole; None without it."""
    if not shutil.which(_PARSE[0]):
        return None
    lines = "\n".join(sentence.replace("\n", " ") for sentence in sentences) + "\n"
    said = _output(_PARSE, lines)
    failed = len(_INCOMPLETE.findall(said)) + len(_LATE.findall(said))
    return 1 - failed / len(sentences)


def grade(sentences: Sequence[str]) -> float | None:
    """Return the Flesch-Kincaid grade that GNU style computes; None without it."""
    if not shutil.which("style"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "prose.txt"
        file.write_text("\n".join(sentences) + "\n", encoding="utf-8")
        found = _KINCAID.search(_output(("style", str(file)), ""))
    return float(found.group(1)) if found else None


def _output(command: Sequence[str], given: str) -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr
