"""Reconciliation services which answer what they are told to, and keep what they were asked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

__all__ = ["URL", "Answers", "recorded"]

FIXTURES = Path(__file__).parents[2] / "fixtures" / "reconciliation"
URL = "http://127.0.0.1/reconcile"


@dataclass
class Answers:
    """An exchange: the manifest, one answer after the other, the last one for ever."""

    manifest: object
    posts: Sequence[object] = ()
    gets: Mapping[str, object] = field(default_factory=dict)
    asked: list[object] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)

    def get(self, url: str) -> bytes:
        self.urls.append(url)
        parts = urlsplit(url)
        answer = self.gets.get(parts.path, {}) if parts.query else self.manifest
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()

    def post(self, url: str, body: bytes, *, kind: str) -> bytes:
        self.urls.append(url)
        if kind == "application/x-www-form-urlencoded":
            ((_, (text,)),) = parse_qs(body.decode()).items()
        else:
            text = body.decode()
        answer = self.posts[min(len(self.asked), len(self.posts) - 1)]
        self.asked.append(json.loads(text))
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()


def recorded(name: str) -> Answers:
    """Return the service of a fixture."""
    fixture = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return Answers(fixture["manifest"], [fixture["answers"]])
