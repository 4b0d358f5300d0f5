"""A page in all formats, with its queries and its evidence, in one archive."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tertium.api.crates.evidence import evidence
from tertium.api.crates.metadata import Part, described
from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render import json_schema, render

__all__ = ["crate"]

_FORMATS: Final[Mapping[str, tuple[str, str, str]]] = {
    "html": ("page.html", "text/html", "The page in one file"),
    "markdown": ("page.md", "text/markdown", "The page in Markdown"),
    "text": ("page.txt", "text/plain", "The page as text"),
    "latex": ("page.tex", "application/x-tex", "The page in LaTeX"),
    "bibtex": ("page.bib", "application/x-bibtex", "The works cited"),
    "json": ("page.json", "application/json", "The comparison document"),
    "jsonld": ("page.jsonld", "application/ld+json", "The comparison document as JSON-LD"),
    "turtle": ("page.ttl", "text/turtle", "The comparison document as RDF"),
    "cube": ("cube.ttl", "text/turtle", "The table as an RDF Data Cube"),
    "csv": ("table.csv", "text/csv", "The table, a line for each value"),
    "tsv": ("table.tsv", "text/tab-separated-values", "The table, separated by tabs"),
}
_QUERY: Final = "application/sparql-query"
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive knows: the same page is the same bytes, whenever it is made."""
_UNIX: Final = 3
_MODE: Final = 0o100644 << 16


def crate(comparison: Comparison, narrative: Narrative) -> bytes:
    """Return an RO-Crate 1.1 as a ZIP archive; the same page gives the same bytes.

    Beside the page in every format it has the saved queries behind its table, the statements on
    which it rests as triples (every claim can be asked of them), who published the sources, and
    under which licences.
    """
    parts = tuple(_parts(comparison, narrative))
    tool = f"Tertium {version('tertium')}"
    about = described(comparison, narrative, parts, tool=tool)
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        _put(archive, "ro-crate-metadata.json", about)
        for part in parts:
            _put(archive, part.name, part.text)
    return packed.getvalue()


def _parts(comparison: Comparison, narrative: Narrative) -> Iterator[Part]:
    for form, (name, media_type, says) in _FORMATS.items():
        yield Part(name, media_type, says, render(form, comparison, narrative))
    yield Part(
        "comparison.schema.json",
        "application/schema+json",
        "The schema of page.json",
        json_schema(),
    )
    yield from _queries(comparison)
    yield Part(
        "evidence.ttl",
        "text/turtle",
        "The statements on which the page rests, with their sources",
        evidence(comparison, narrative),
    )


def _queries(comparison: Comparison) -> Iterator[Part]:
    labels = {one.iri: one.label for one in comparison.entities}
    if comparison.queries.similarity:
        says = "What all have in common"
        yield Part("queries/similarity.rq", _QUERY, says, comparison.queries.similarity)
    for number, (entity, query) in enumerate(comparison.queries.differences, 1):
        says = f"What {labels[entity]} alone has"
        yield Part(f"queries/difference-{number}.rq", _QUERY, says, query)


def _put(archive: ZipFile, name: str, text: str) -> None:
    info = ZipInfo(name, _NO_TIME)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, _MODE
    archive.writestr(info, text.encode())
