"""What a parser is not given: NUL, deep nesting and treacherous entities."""

import io
import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from tertium.errors import BadFileError, LimitError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["Guarded", "XmlGuarded"]

_MARK: Final = b"\xef\xbb\xbf"
_NUL: Final = (b"\0", b"\\u0000", b"\\U00000000")
_DEEPEST_XML: Final = 256
_LONGEST_ENTITY: Final = 256
_QUOTED: Final = re.compile("['`]([^'`]+)['`]")


class Guarded(io.RawIOBase):
    """A text without byte order mark; it knows where it may hold a NUL.

    Attributes:
        nul: the line where a NUL or its escape was first seen, 0 when nowhere.

    """

    def __init__(self, raw: io.BufferedIOBase, name: str) -> None:
        """Read from a stream; the name is what errors call it by."""
        self._raw = raw
        self._name = name
        self._chunk = b""
        self._lines = 0
        self.nul = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill a buffer as far as there is something left."""
        into = memoryview(buffer)
        chunk = self._raw.read(len(into))
        if not self._chunk:
            chunk = chunk.removeprefix(_MARK) or self._raw.read(len(into))
        if chunk:
            self._lines += self._chunk.count(b"\n")
            self._chunk = chunk
        self._look(chunk)
        into[: len(chunk)] = chunk
        return len(chunk)

    def line_of(self, problem: str) -> int | None:
        """Return where the text which a parser's message quotes was last read."""
        quoted = _QUOTED.search(problem)
        at = self._chunk.find(quoted[1].encode()) if quoted else -1
        return self._lines + self._chunk.count(b"\n", 0, at) + 1 if at >= 0 else None

    def _look(self, chunk: bytes) -> None:
        found = [at for nul in _NUL if (at := chunk.find(nul)) >= 0]
        if found and not self.nul:
            self.nul = self._lines + chunk.count(b"\n", 0, min(found)) + 1


class XmlGuarded(Guarded):
    """An XML text of which the structure is checked before anybody else reads it.

    Entities may stand for short texts, as ontologies use them for namespaces; nothing else.
    """

    def __init__(self, raw: io.BufferedIOBase, name: str) -> None:
        """Read from a stream; the name is what errors call it by."""
        super().__init__(raw, name)
        self._depth = 0
        self._is_read = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._entity
        self._parser.StartDoctypeDeclHandler = self._doctype

    def _look(self, chunk: bytes) -> None:
        super()._look(chunk)
        if self._is_read:
            return
        self._is_read = not chunk
        try:
            self._parser.Parse(chunk, self._is_read)
        except expat.ExpatError as error:
            problem = expat.ErrorString(error.code)
            raise BadFileError(self._name, error.lineno, f"no XML: {problem}") from error

    def _start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST_XML:
            problem = f"elements nest deeper than {_DEEPEST_XML} levels"
            raise self._refused(problem)

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _doctype(self, _name: str, system: str | None, public: str | None, *_internal: int) -> None:
        if system or public:
            problem = "its DOCTYPE names another file, which is never read"
            raise self._refused(problem)

    def _entity(
        self, name: str, is_parameter: int, value: str | None, *_others: str | None
    ) -> None:
        if is_parameter or value is None or "&" in value or len(value) > _LONGEST_ENTITY:
            problem = f"the entity {name!r} is more than a short text"
            raise self._refused(problem)

    def _refused(self, problem: str) -> LimitError:
        return LimitError(f"{self._name}:{self._parser.CurrentLineNumber}", problem)
