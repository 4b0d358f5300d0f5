"""The works that a page cites, for BibTeX."""

from collections.abc import Iterator

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.model.statement import Source
from tertium.render.cutting import cut, readable
from tertium.render.escaping import visible, web_address
from tertium.render.latex_text import address, tex
from tertium.render.notes import Notes
from tertium.render.reading import statements_read

__all__ = ["bibliography", "key_of", "render"]


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return an entry for each work, in the order in which the page numbers them."""
    return bibliography(_notes(comparison, narrative))


def bibliography(notes: Notes) -> str:
    """Return an entry for each note."""
    return "\n".join(_entry(number, source) for number, source in notes)


def key_of(number: int) -> str:
    """Return by which key a work is cited that has a number on the page."""
    return f"source{number}"


def _notes(comparison: Comparison, narrative: Narrative) -> Notes:
    return Notes.of(statements_read(cut(comparison, most=readable(comparison)), narrative))


def _entry(number: int, source: Source) -> str:
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(source))
    return f"@misc{{{key_of(number)},\n{fields}\n}}\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_told(source.label) or _told(source.iri)}}}"
    if source.publisher:
        yield "howpublished", _told(source.publisher)
    if source.year:
        yield "year", _told(source.year)
    if source.licence:
        yield "note", f"Licence: {_told(source.licence)}"
    if web := web_address(source.url):
        yield "url", address(web)


def _told(text: str) -> str:
    return tex(visible(text))
