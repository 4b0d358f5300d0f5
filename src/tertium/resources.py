"""Finds the three data folders, in a wheel or in a checkout."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal

__all__ = ["Folder", "folder", "resource_files"]

Folder = Literal["ontology", "data", "queries"]

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
