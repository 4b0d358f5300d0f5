"""Brings pages that stand beside docs/ into the site, and mends the links that cross its border.

A hook of MkDocs. Pages refer to each other as they lie in the repository, so that the links work
there, too: `docs/explanation/performance.md` says `../../benchmarks/load.md`, and `data/README.md`
says `../docs/glossary.md`. In the site docs/ is the root, with `benchmarks` and `data` within.
"""

import posixpath
import re
from collections.abc import Container
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

__all__ = ["mended", "on_files"]

_ROOT: Final = Path(__file__).resolve().parents[1]
_HOME: Final = "docs/"
_BESIDE: Final = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "benchmarks/*.md",
    "data/README.md",
)
_LINK: Final = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s#:]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand beside docs/, and mend the links of all pages."""
    for path in sorted(path for pattern in _BESIDE for path in _ROOT.glob(pattern)):
        uri = path.relative_to(_ROOT).as_posix()
        beside = File.generated(
            config, uri, abs_src_path=str(path), inclusion=InclusionLevel.NOT_IN_NAV
        )
        files.append(beside)
    places = {_place(file) for file in files}
    texts = [file for file in files.documentation_pages() if file.src_uri.endswith(".md")]
    for file in texts:
        file.content_string = mended(file.content_string, _place(file), places)
    return files


def mended(markdown: str, place: str, places: Container[str]) -> str:
    """Return a page with its links as they are in the site; what is not there is no link."""

    def mend(link: re.Match[str]) -> str:
        text, target, anchor = link.groups(default="")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(place), target))
        if place.startswith(_HOME) and there.startswith(_HOME):
            return link[0]
        if there not in places:
            return text
        here = posixpath.dirname(place.removeprefix(_HOME))
        return f"[{text}]({posixpath.relpath(there.removeprefix(_HOME), here or '.')}{anchor})"

    return _LINK.sub(mend, markdown)


def _place(file: File) -> str:
    """Return where a file of the site lies in the repository."""
    if file.generated_by:
        return file.src_uri
    return _HOME + file.src_uri
