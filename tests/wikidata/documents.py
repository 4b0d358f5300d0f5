"""What a Wikidata on this machine holds: entity documents and their past, redirects, deletions."""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tertium.store.entity_json import read_documents

__all__ = ["EXCERPT", "REAL", "Document", "Site", "Version", "read_site"]

ROOT = Path(__file__).parents[2]
EXCERPT = ROOT / "tests" / "fixtures" / "entities.jsonl.xz"
"""Six abbots of Cluny, a property and a scholarly article, whole, and the names around them."""
REAL = ROOT.parent / "shared" / "data" / "wikidata-entities.jsonl.xz"
"""Some thousand whole entities; not part of the checkout."""

Document = Mapping[str, object]

_FIRST_REVISION = 1_000_000_000
_NAMESPACES = {"Q": (0, ""), "P": (120, "Property:"), "L": (146, "Lexeme:")}


@dataclass(frozen=True, slots=True)
class Version:
    """An entity as it was saved, with what the site says of its page; none where it is gone."""

    revision: int
    modified: str
    document: Document

    @property
    def whole(self) -> Document:
        """The document as the site sends it."""
        identifier = str(self.document["id"])
        namespace, prefix = _NAMESPACES[identifier[0]]
        return {
            "pageid": int(identifier[1:]),
            "ns": namespace,
            "title": prefix + identifier,
            "lastrevid": self.revision,
            "modified": self.modified,
            **self.document,
        }


@dataclass(slots=True)
class Site:
    """Entities which can be edited, merged and deleted while the server runs."""

    versions: dict[str, list[Version]] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    saved: int = 0

    def save(self, document: Document) -> Version:
        """Add a version of an entity; each has a higher number than all before."""
        self.saved += 1
        hour, minute = divmod(self.saved // 60 % 1440, 60)
        modified = f"2026-01-02T{hour:02}:{minute:02}:{self.saved % 60:02}Z"
        version = Version(_FIRST_REVISION + self.saved, modified, document)
        self.versions.setdefault(str(document["id"]), []).append(version)
        return version

    def merge(self, source: str, target: str) -> None:
        """Make an entity a redirect to another."""
        self.redirects[source] = target

    def delete(self, identifier: str) -> None:
        """Take an entity away, with its past."""
        del self.versions[identifier]

    def current(self, identifier: str) -> Version | None:
        """Return an entity as it is now, following redirects."""
        found = self.versions.get(self.redirects.get(identifier, identifier))
        return found[-1] if found else None

    def past(self, identifier: str, revision: int) -> Version | None:
        """Return an entity as it once was; a redirect has no such version."""
        versions = () if identifier in self.redirects else self.versions.get(identifier, ())
        return next((one for one in versions if one.revision == revision), None)

    def __iter__(self) -> Iterator[Document]:
        return (versions[-1].document for versions in self.versions.values())


def read_site(*files: Path, others: Iterable[Document] = ()) -> Site:
    """Return a site with the documents of files, by default the excerpt, and some others.

    A document which stands twice is the same entity at two times.
    """
    site = Site()
    for file in files or (EXCERPT,):
        with lzma.open(file) as stream:
            for document in read_documents(stream, file.name):
                site.save(document)
    for document in others:
        site.save(json.loads(json.dumps(document)))
    return site
