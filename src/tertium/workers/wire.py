"""Messages between a server and its workers: texts after their length."""

from typing import IO, Final

__all__ = ["PREFIX", "length_of", "packed", "read_message"]

PREFIX: Final = 4
"""So many bytes tell how long a message is."""


def packed(text: str) -> bytes:
    """Return a message as it is sent."""
    body = text.encode()
    return len(body).to_bytes(PREFIX, "big") + body


def length_of(prefix: bytes) -> int:
    """Return how many bytes follow."""
    return int.from_bytes(prefix, "big")


def read_message(stream: IO[bytes]) -> str | None:
    """Return the next message of a stream, nothing at its end."""
    prefix = stream.read(PREFIX)
    return stream.read(length_of(prefix)).decode() if len(prefix) == PREFIX else None
