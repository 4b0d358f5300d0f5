"""Small files and what is read of them, in this process."""

from pathlib import Path

from tertium.store.loading.telling import FileRead, Progressed, Task, Told
from tertium.store.loading.transcribing import quads_of

__all__ = ["SHARED", "TRIPLE", "A", "count", "read", "task"]

A = "http://example.org/a"
TRIPLE = f"<{A}> <{A}> <{A}> .\n"
SHARED = Path(__file__).parents[3] / "../shared/data"


def task(folder: Path, name: str, content: str | bytes, *, lenient: bool = False) -> Task:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Task(name, str(path), lenient=lenient)


def read(*tasks: Task) -> tuple[list[str], list[FileRead]]:
    """Return the quads of files and what is told of each file."""
    told = list[Told]()
    quads = [str(quad) for quad in quads_of(tasks, told.append)]
    assert all(message.count >= 0 for message in told if isinstance(message, Progressed))
    return quads, [message for message in told if isinstance(message, FileRead)]


def count(*tasks: Task) -> int:
    return len(read(*tasks)[0])
