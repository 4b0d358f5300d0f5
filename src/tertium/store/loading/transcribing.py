"""Files in any syntax become one stream of quads, with a word on each file beside it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from tertium.errors import BadFileError, SourceUnavailableError
from tertium.store.loading.formats import FileFormat, format_of
from tertium.store.loading.noticing import Notices
from tertium.store.loading.reading import Reading, read_quads
from tertium.store.loading.telling import MOST_REASONS, Begun, FileRead, Progressed, Task, Told
from tertium.store.loading.unpacking import CHUNK, Counted, unpacked

__all__ = ["quads_of"]

_BREATH = 1 << 16  # quads between two words on progress

Tell = Callable[[Told], None]


def quads_of(tasks: Iterable[Task], tell: Tell) -> Iterator[ox.Quad]:
    """Yield the quads of all files; blank nodes of two files stay apart.

    Raises:
        BadFileError: when a file is malformed and not read leniently.
        LimitError: when a file is refused.
        SourceUnavailableError: when a file cannot be read.

    """
    done = 0
    for task in tasks:
        tell(Begun(task.name))
        try:
            with Path(task.path).open("rb") as raw:
                transcript = _Transcript(task, Counted(raw), format_of(Path(task.path).name))
                for number, quad in enumerate(transcript.quads()):
                    if not number % _BREATH:
                        tell(Progressed(done + transcript.packed.count))
                    yield quad
                done += transcript.packed.count
        except OSError as error:
            raise SourceUnavailableError(task.name, error.strerror or str(error)) from error
        tell(transcript.result())


class _Transcript:
    """A file while it is read."""

    def __init__(self, task: Task, packed: Counted, form: FileFormat) -> None:
        self.packed = packed
        self._content = unpacked(packed, form.packing, name=task.name)
        self._task = task
        self._reading = Reading(
            task.name,
            form.syntax,
            self._report,
            base=task.base,
            lenient=task.lenient,
            mappings=form.mappings,
        )
        self._notices = Notices()
        self._skipped = 0
        self._reasons = list[str]()

    def quads(self) -> Iterator[ox.Quad]:
        for quad in read_quads(self._content, self._reading):
            self._notices.see(quad)
            yield quad
        self._read_out()

    def result(self) -> FileRead:
        return FileRead(
            name=self._task.name,
            packed=self.packed.digest(),
            sha256=self._content.digest(),
            size=self._content.count,
            licence=self._notices.licence,
            modified=self._notices.modified,
            skipped=self._skipped,
            reasons=tuple(self._reasons),
        )

    def _read_out(self) -> None:
        """Read what the parser left, for the hash."""
        buffer = bytearray(CHUNK)
        with suppress(BadFileError):  # a damaged archive has been told
            all(iter(lambda: self._content.readinto(buffer), 0))

    def _report(self, error: BadFileError) -> None:
        if not self._task.lenient:
            raise error
        self._skipped += 1
        if len(self._reasons) < MOST_REASONS:
            self._reasons.append(str(error))
