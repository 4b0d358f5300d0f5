"""The files which a path means."""

from collections.abc import Iterator
from pathlib import Path

from tertium.errors import SourceUnavailableError
from tertium.store.loading.formats import SUFFIXES

__all__ = ["find_files"]


def find_files(path: str) -> Iterator[tuple[str, Path]]:
    """Yield a file, or all readable files below a folder, sorted: what errors call it, and where.

    Raises:
        SourceUnavailableError: when there is nothing of this name.

    """
    root = Path(path)
    if not root.exists():
        raise SourceUnavailableError(path, "no such file, folder or profile")
    if not root.is_dir():
        yield root.name, root
        return
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.name.lower().endswith(SUFFIXES):
            yield str(file.relative_to(root)), file
