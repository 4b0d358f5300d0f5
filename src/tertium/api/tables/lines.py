"""The lines of a text, counted, each of bounded length."""

import io
from typing import Final

from tertium.errors import BadFileError, LimitError

__all__ = ["LONGEST", "Lines"]

LONGEST: Final = 1 << 24
"""How many characters a line or a cell may have."""


class Lines:
    """The lines of a text one after the other, with their ends, and how many there were."""

    def __init__(self, name: str, text: io.TextIOWrapper) -> None:
        """Read from an open text, which errors call by its name."""
        self._name = name
        self._text = text
        self.number = 0

    def __iter__(self) -> "Lines":
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next line.

        Raises:
            BadFileError: when its bytes are of no character, or of the null character.
            LimitError: when it is too long.

        """
        line = self._read()
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST and line[-1] not in "\r\n":
            raise LimitError(self._name, f"line {self.number} has {LONGEST} characters or more")
        if "\0" in line:
            raise BadFileError(self._name, self.number, "no text: it holds a null character")
        return line

    def _read(self) -> str:
        try:
            return self._text.readline(LONGEST)
        except UnicodeDecodeError as error:
            line = self.number + 1 + error.object[: error.start].count(b"\n")
            problem = f"no {error.encoding} (byte {error.object[error.start]:#04x})"
            hint = "name the encoding of the table"
            raise BadFileError(self._name, line, f"{problem}: {hint}") from error
