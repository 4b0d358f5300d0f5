"""Finds the three data folders and what is in them, in a wheel or in a checkout."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal

__all__ = ["Folder", "folder", "lexicon_files", "ontology_files", "resource_files"]

Folder = Literal["ontology", "data", "queries"]

_LEXICON: Final = "lexicon-"
_PAGES: Final = "pages/"
_CHECKOUT: Final = Path(__file__).resolve().parents[2]


def folder(name: Folder) -> Traversable:
    """Return the bundled folder, or the one beside ``src/`` when editable.

    Raises:
        FileNotFoundError: when neither is there.

    """
    bundled = files("tertium") / "_bundled" / name
    if bundled.is_dir():
        return bundled
    if (_CHECKOUT / "pyproject.toml").is_file():
        return _CHECKOUT / name
    raise FileNotFoundError(name)


def resource_files(root: Traversable, suffix: str) -> Iterator[tuple[str, Traversable]]:
    """Yield (relative name, file) below a folder, sorted by name."""
    for child in sorted(root.iterdir(), key=lambda item: item.name):
        if child.is_dir():
            for name, file in resource_files(child, suffix):
                yield f"{child.name}/{name}", file
        elif child.name.endswith(suffix):
            yield child.name, child


def ontology_files() -> Iterator[tuple[str, Traversable]]:
    """Yield what is part of every graph: the ontology, but not how it is said, nor pages' words."""
    for name, file in resource_files(folder("ontology"), ".ttl"):
        if not name.startswith((_LEXICON, _PAGES)):
            yield name, file


def lexicon_files(language: str) -> Iterator[tuple[str, Traversable]]:
    """Yield how properties are said in a language: lexicon-en.ttl and lexicon-en-*.ttl."""
    for name, file in resource_files(folder("ontology"), ".ttl"):
        if f"{name.removesuffix('.ttl')}-".startswith(f"{_LEXICON}{language}-"):
            yield name, file
