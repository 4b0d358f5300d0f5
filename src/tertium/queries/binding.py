"""VALUES blocks found in a query, refilled, or emptied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tertium.queries.tokens import Kind, Token, tokens

__all__ = ["Block", "Rows", "blocks", "refill"]

_REMEMBERED: Final = 128
"""Of how many texts the blocks are remembered: pages ask the saved questions again and again."""

Rows = tuple[tuple[str, ...], ...]
"""Terms as SPARQL writes them, row by row."""


@dataclass(frozen=True, slots=True)
class Block:
    """The data of a VALUES block: its variables, and the span between its braces."""

    names: tuple[str, ...]
    start: int
    end: int
    in_rows: bool

    def written(self, rows: Rows) -> str:
        """Return rows as the text between the braces."""
        texts = (" ".join(row) for row in rows)
        return "".join(f" ({text})" if self.in_rows else f" {text}" for text in texts) + " "


@lru_cache(_REMEMBERED)
def blocks(sparql: str) -> tuple[Block, ...]:
    """Return the VALUES blocks of a query, in order."""
    pieces = [token for token in tokens(sparql) if token.kind is not Kind.COMMENT]
    return tuple(
        block
        for index, token in enumerate(pieces)
        if token.kind is Kind.WORD and token.text.casefold() == "values"
        for block in _block(pieces[index + 1 :])
    )


def refill(sparql: str, data: Mapping[tuple[str, ...], Rows]) -> str:
    """Return a query with other rows in the VALUES blocks of these variables."""
    done, text = 0, ""
    for block in blocks(sparql):
        if block.names in data:
            text += sparql[done : block.start] + block.written(data[block.names])
            done = block.end
    return text + sparql[done:]


def _block(pieces: list[Token]) -> Iterator[Block]:
    """Yield the block whose VALUES keyword comes before; nothing when it is malformed."""
    opening = next((t for t in pieces if t.text == "{"), None)
    closing = next((t for t in pieces if t.text == "}"), None)
    if opening is None or closing is None or closing.start < opening.start:
        return
    head = pieces[: pieces.index(opening)]
    names = tuple(token.text[1:] for token in head if token.kind is Kind.VARIABLE)
    yield Block(names, opening.end, closing.start, in_rows=head[:1] != [] and head[0].text == "(")
