"""In which encoding a text is written: marked, declared, or else UTF-8 where that can be."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from tertium.api.tables.content import Content
from tertium.errors import BadFileError, BadParameterError

__all__ = ["Encoding", "encoding_of"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FEW: Final = 0.3  # of each two bytes of UTF-16, one is null in most of the world's tables
_PARAMETER: Final = "encoding"
_WESTERN: Final = "cp1252"
_FOREIGN: Final = re.compile(
    r"(?=[^\x00-\x7f]{3})[^\x00-\x7f]*[^\W\d_\x00-\x7f]"  # words without any ASCII
    r"|[^\W\d_][\xa2-\xac\xae\xaf\xb1\xb3\xb6\xb8\xb9\xbb-\xbf\xd7\xf7][^\W\d_]"  # ³ for a Polish ł
    r"|[\xa3\xa5\xaf][^\W\d_]"
    r"|[\udc80-\udcff]"
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of an encoding, how long its mark is, and what the reader should know of it."""

    name: str
    mark: int = 0
    note: str = ""


def encoding_of(content: Content, declared: str | None) -> Encoding:
    """Return the encoding of a text.

    A mark at the beginning is believed first, then what is declared. Otherwise it is UTF-8, or
    UTF-16 where every other byte is null, or the code page of western Europe where nothing speaks
    against it, which is noted.

    Raises:
        BadFileError: when it may be any of several encodings.
        BadParameterError: when what is declared is no encoding.

    """
    for mark, name in _MARKS:
        if content.head.startswith(mark):
            return Encoding(name, len(mark))
    if declared is not None:
        return Encoding(_checked(declared))
    wide = _wide(content.head)
    if wide:
        return Encoding(wide, note=f"read as {wide.upper()}, though nothing marks it as such")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content.head, content.whole)
    except UnicodeDecodeError as error:
        return _western(content, error)
    return Encoding("utf-8")


def _checked(name: str) -> str:
    try:
        "a".encode(name)
    except (LookupError, ValueError) as error:
        raise BadParameterError(_PARAMETER, f"{name!r} is no encoding known here") from error
    return name


def _wide(head: bytes) -> str:
    half = len(head) / 2
    if head[1::2].count(0) > half * _FEW and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > half * _FEW and not head[1::2].count(0):
        return "utf-16-be"
    return ""


def _western(content: Content, error: UnicodeDecodeError) -> Encoding:
    text = content.head.decode(_WESTERN, "surrogateescape")
    if "\0" in text or _FOREIGN.search(text):
        line = content.head[: error.start].count(b"\n") + 1
        byte = content.head[error.start]
        problem = f"not UTF-8 (byte {byte:#04x}): name its encoding, such as cp1251 or gb18030"
        raise BadFileError(content.name, line, problem) from error
    note = f"read as {_WESTERN}, since it is not UTF-8; name its encoding if words look wrong"
    return Encoding(_WESTERN, note=note)
