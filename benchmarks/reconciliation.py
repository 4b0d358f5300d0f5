"""A session as OpenRefine has it with a reconciliation service, in both versions of the protocol.

Run `python -m benchmarks.reconciliation [GRAPH|http://127.0.0.1:8000/reconcile]`; a graph is served
for as long as it takes. Every answer is held against the published JSON Schema; the names are those
which the service itself suggests, every third of them misspelt, alone and with what is known of
them. It prints the number of answers, of violations, and how many requests a second were answered.
"""

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from string import ascii_lowercase
from typing import Final, TypedDict, Unpack

import httpx

from benchmarks.services import served, validator

__all__ = ["VERSIONS", "Session", "main"]

VERSIONS: Final = ("0.2", "1.0-draft")
_DRAFT: Final = {"Accept": "application/reconciliation.v1+json"}
_KINDS: Final = {"entity": "entities", "type": "types", "property": "properties"}
_BATCH: Final = 10
_EACH: Final = 3
_CONTENTS: Final = ("entity", "id", "literal")


class _Entry(TypedDict):
    id: str
    name: str


class _Manifest(TypedDict):
    defaultTypes: list[_Entry]


class _Suggested(TypedDict):
    result: list[_Entry]


class _Words(TypedDict, total=False):
    params: Mapping[str, str]
    headers: Mapping[str, str]
    data: Mapping[str, str]
    json: object


@dataclass
class Session:
    """Asks a service as its users' tools do, and keeps what was wrong with the answers."""

    client: httpx.Client
    root: str
    version: str
    answers: int = 0
    violations: list[str] = field(default_factory=list)
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def run(self, *, answers: int) -> None:
        """Go through all that a service offers until there are so many answers."""
        manifest = self.manifest()
        types = [kind["id"] for kind in manifest["defaultTypes"]]
        properties = [one["id"] for one in self.suggest("property", "")]
        prefixes = (a + b for a in ascii_lowercase for b in ascii_lowercase)
        while self.answers < answers:
            prefix = next(prefixes)
            found = [one for at in (0, 10) for one in self.suggest("entity", prefix, offset=at)]
            self.suggest("type", prefix)
            self.suggest("property", prefix)
            for start in range(0, len(found), _BATCH):
                some = found[start : start + _BATCH]
                names = [_misspelt(one["name"], n) for n, one in enumerate(some)]
                self.match(names, types[:1])
                self.match(names, types[:1], properties[0], some[0]["name"])
                for place, content in enumerate(_CONTENTS):
                    self.extend([one["id"] for one in some], properties[place:][:3], content)
            for one in found[:2]:
                self.preview(one["id"])
            self.propose(types)

    def manifest(self) -> _Manifest:
        """Return the manifest."""
        headers = {} if self.version == "0.2" else _DRAFT
        found: _Manifest = self._get("manifest", "", "manifest", headers=headers).json()
        return found

    def match(
        self, names: Sequence[str], types: Sequence[str], wanted: str = "", value: str = ""
    ) -> None:
        """Ask for the candidates for names, of a type every other time, perhaps with a value."""
        if self.version == "0.2":
            given: object = [{"pid": wanted, "v": value}] if wanted else []
            queries: object = {
                f"q{n}": {
                    "query": name,
                    "type_strict": "should",
                    "properties": given,
                    **_typed(n, types),
                }
                for n, name in enumerate(names)
            }
            form = {"queries": json.dumps(queries)}
            self._post("match", "", "reconciliation-result-batch", data=form)
            return
        known = {"matchType": "property", "propertyId": wanted, "propertyValue": value}
        queries = [
            {
                "conditions": [
                    {"matchType": "name", "propertyValue": name},
                    *([known] if wanted else []),
                ],
                **_typed(n, types),
            }
            for n, name in enumerate(names)
        ]
        document = {"queries": queries}
        self._post("match", "/match", "reconciliation-result-batch", json=document)

    def suggest(self, kind: str, prefix: str, *, offset: int = 0) -> list[_Entry]:
        """Return what is suggested, and look at the flyout of the first."""
        page = "cursor" if self.version == "0.2" else "offset"
        schema = f"suggest-{_KINDS[kind]}-response"
        parameters = {"prefix": prefix, page: str(offset)}
        response = self._get("suggest", f"/suggest/{kind}", schema, params=parameters)
        answer: _Suggested = response.json()
        found = answer["result"]
        if found and self.version == "0.2":
            path = f"/suggest/{kind}/flyout"
            flyout = self._get("flyout", path, "", params={"id": found[0]["id"]})
            if set(flyout.json()) != {"id", "html"}:
                self.violations.append(f"{path}: {flyout.text[:80]}")
        return found

    def extend(self, ids: Sequence[str], properties: Iterable[str], content: str = "id") -> None:
        """Ask for the values of properties."""
        settings = {"limit": "2", "content": content}
        wanted = [{"id": name, "settings": settings} for name in properties]
        query = {"ids": list(ids), "properties": [*wanted, {"id": "no-such-property"}]}
        schema = "data-extension-response"
        if self.version == "0.2":
            self._post("extend", "", schema, data={"extend": json.dumps(query)})
        else:
            self._post("extend", "/extend", schema, json=query)

    def propose(self, types: Iterable[str]) -> None:
        """Ask which properties may be fetched."""
        for kind in types:
            parameters = {"type": kind, "limit": "5"}
            schema = "data-extension-property-proposal"
            self._get("propose", "/extend/propose", schema, params=parameters)

    def preview(self, name: str) -> None:
        """Look at the preview of an entity."""
        response = self._timed("preview", "GET", "/preview", params={"id": name})
        if not response.text.startswith("<!DOCTYPE html>"):
            self.violations.append(f"/preview: {response.text[:80]}")

    def _get(self, step: str, path: str, schema: str, **words: Unpack[_Words]) -> httpx.Response:
        return self._checked(schema, self._timed(step, "GET", path, **words))

    def _post(self, step: str, path: str, schema: str, **words: Unpack[_Words]) -> httpx.Response:
        return self._checked(schema, self._timed(step, "POST", path, **words))

    def _timed(self, step: str, method: str, path: str, **words: Unpack[_Words]) -> httpx.Response:
        start = time.perf_counter()
        response = self.client.request(method, self.root + path, **words)
        self.seconds.setdefault(step, []).append(time.perf_counter() - start)
        self.answers += 1
        if response.status_code != httpx.codes.OK:
            self.violations.append(f"{path}: {response.status_code} {response.text[:200]}")
        return response

    def _checked(self, schema: str, response: httpx.Response) -> httpx.Response:
        if schema:
            errors = validator(self.version, schema).iter_errors(response.json())
            self.violations += [f"{schema}: {error.message}" for error in errors]
        return response


def _typed(place: int, types: Sequence[str]) -> Mapping[str, str]:
    return {"type": types[0]} if types and place % 2 else {}


def _misspelt(name: str, place: int) -> str:
    """Return a name, every third one without its second letter."""
    return name[:1] + name[2:] if not (place + 1) % _EACH and len(name) > _BATCH // 2 else name


def _report(session: Session) -> Iterator[str]:
    spent = [second for some in session.seconds.values() for second in some]
    yield (
        f"version {session.version}: {session.answers} answers, {len(session.violations)}"
        f" violations, {len(spent) / sum(spent):.0f} requests/s"
    )
    for step, seconds in session.seconds.items():
        yield f"  {step}: {len(seconds)}, median {1000 * median(seconds):.1f} ms"
    yield from (f"  {violation}" for violation in session.violations[:_BATCH])


def main(source: str = "") -> int:
    """Run a session of 500 answers in each version; return 1 when a schema is violated."""
    if source.startswith("http"):
        return _held(source.rstrip("/"))
    import tertium
    from tertium.interfaces.web.reconciliation import application

    graph = tertium.open(source) if source else tertium.open()
    with served(application(graph)) as url:
        return _held(f"{url}/reconcile")


def _held(root: str) -> int:
    with httpx.Client(timeout=60) as client:
        sessions = [Session(client, root, version) for version in VERSIONS]
        for session in sessions:
            session.run(answers=500)
            print("\n".join(_report(session)))
    return int(any(session.violations for session in sessions))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
