"""The files of which the documentation speaks, for its commands."""

import gzip
import lzma
import shutil
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from tertium.api import load_graph
from tests.test_docs import FENCE, ROOT

__all__ = ["set_up"]

_PROPS: Final = Path(__file__).parent / "props"
_ENTITIES: Final = ROOT / "tests" / "fixtures" / "entities.jsonl.xz"
_SHOWN: Final[Mapping[str, tuple[str, str, int]]] = {
    "a.ttl": ("docs/how-to/use-links.md", "turtle", 0),
    "b.ttl": ("docs/how-to/use-links.md", "turtle", 1),
    "my-data/mine.ttl": ("docs/how-to/use-links.md", "turtle", 0),
    "others.ttl": ("docs/how-to/use-links.md", "turtle", 1),
    "people.ttl": ("docs/how-to/use-links.md", "turtle", 0),
    "links.sssom.tsv": ("docs/how-to/use-links.md", "text", 0),
    "my.sssom.tsv": ("docs/how-to/use-links.md", "text", 0),
    "followers.rq": ("docs/how-to/add-a-question.md", "sparql", 0),
    "my-person.ttl": ("data/README.md", "turtle", 0),
    "my-question.rq": ("docs/how-to/add-a-question.md", "sparql", 0),
    "people.csv": ("docs/how-to/link-a-column.md", "text", 0),
    "rocks.ttl": ("docs/how-to/compare-your-own-rdf.md", "turtle", 0),
}
"""Files which a page shows: its address, the language of the block, which of them it is."""

_COPIES: Final = {
    "page.txt": ("essay.txt", "somebody-elses-comparison.txt", "film.txt"),
    "mine.ttl": ("data.ttl", "more.ttl"),
}
_STORES: Final = ("my-wikidata", "wd")


def set_up(folder: Path) -> None:
    """Put the files into a folder."""
    for file in _PROPS.iterdir():
        for name in (file.name, *_COPIES.get(file.name, ())):
            shutil.copy(file, folder / name)
    (folder / "my-data").mkdir()
    for name, (page, language, place) in _SHOWN.items():
        (folder / name).write_text(_shown(page, language, place), encoding="utf-8")
    shutil.copy(_ENTITIES, folder / _ENTITIES.name)
    _dump(folder)
    for name in _STORES:
        load_graph(folder / name, [folder / "wikidata.ttl"])


def _dump(folder: Path) -> None:
    quads = ox.parse(path=str(folder / "wikidata.ttl"))
    triples = ox.serialize(quads, format=ox.RdfFormat.N_TRIPLES) or b""
    for name in ("wikidata-extract.nt.xz", "wikidata-subset.nt.xz"):
        (folder / name).write_bytes(lzma.compress(triples))
    (folder / "dump.nt.gz").write_bytes(gzip.compress(triples))


def _shown(page: str, language: str, place: int) -> str:
    blocks = FENCE.findall((ROOT / page).read_text(encoding="utf-8"))
    return textwrap.dedent([text for _, tag, text in blocks if tag == language][place])
