"""What somebody may send who means harm: each with the threat that it stands for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

__all__ = ["Attack", "attacks", "endless", "spellings"]

_REFUSED: Final = frozenset({400, 403, 404, 405, 406, 413, 414, 415, 421, 422, 431})
_ENDED: Final = frozenset({413, 503, 504, 507})
_FINE: Final = frozenset({200})
_FORM: Final = {"content-type": "application/x-www-form-urlencoded"}
_READING: Final = (
    "SELECT * FROM <PLACE> { ?s ?p ?o }",
    "SELECT * FROM NAMED <PLACE> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { GRAPH <PLACE> { ?s ?p ?o } }",
)
_JSON: Final = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class Attack:
    """A request, and the statuses which may answer it."""

    threat: str
    target: str
    statuses: frozenset[int] = _REFUSED
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def attacks(listener: str, canary: Path, *, whole: bool) -> Iterator[Attack]:
    """Yield requests that end at once; with `whole`, those too which take what they are given."""
    yield from _elsewhere(listener)
    yield from _files(canary)
    yield from _nesting(whole=whole)
    yield from _patterns()
    yield from _memory(whole=whole)
    yield from _climbing(canary)
    yield from _other_sites()


def endless() -> Iterator[Attack]:
    """Yield queries which no engine ends."""
    crossed = " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(9))
    for text in (
        f"SELECT (COUNT(*) AS ?n) {{ {crossed} }}",
        f"SELECT * {{ {crossed} }} ORDER BY ?s1 ?o2",
        f"SELECT DISTINCT (CONCAT(?o1, ?o2) AS ?o) {{ {crossed} FILTER(?o1 != ?o2) }} ORDER BY ?o",
        f"CONSTRUCT {{ ?s0 ?p1 ?o2 }} {{ {crossed} }}",
    ):
        yield _asked("T12", text, _ENDED | _FINE)


def _asked(threat: str, text: str, statuses: frozenset[int] = _REFUSED) -> Attack:
    body = urlencode({"query": text}).encode()
    return Attack(threat, "/sparql", statuses, "POST", _FORM, body)


def _elsewhere(listener: str) -> Iterator[Attack]:
    """T3: other servers are asked."""
    port = listener.rpartition(":")[2]
    hosts = (
        *("127.0.0.1", "localhost", "0", "[::1]", "[::ffff:127.0.0.1]", "2130706433"),
        *("0x7f.1", "017700000001", "127.1", "127.0.0.1.", "localhost.", "user@127.0.0.1"),
        *("[::]", "[0:0:0:0:0:ffff:7f00:1]", "169.254.169.254", "10.0.0.1", "192.168.0.1"),
    )
    for host in hosts:
        yield _asked("T3", f"SELECT * {{ SERVICE <http://{host}:{port}/> {{ ?s ?p ?o }} }}")
    for text in (
        f"SELECT * {{ SERVICE SILENT <{listener}/> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ {{ SELECT * {{ service<{listener}/>{{}} }} }} }}",
        f"PREFIX h: <{listener}/> SELECT * {{ SERVICE h:x {{ ?s ?p ?o }} }}",
        f"SELECT * {{ VALUES ?g {{ <{listener}/> }} SERVICE ?g {{ ?s ?p ?o }} }}",
        f"SELECT * {{ \\u0053ERVICE <{listener}/> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE#x\n<{listener}/> {{ ?s ?p ?o }} }}",
        f"ASK {{ SERVICE <{listener}/> {{}} }}",
        f"BASE <{listener}/> SELECT * {{ SERVICE <x> {{ ?s ?p ?o }} }}",
        "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
    ):
        yield _asked("T3", text)
    loads = urlencode({"update": f"LOAD <{listener}/>"}).encode()
    yield Attack("T3", "/sparql", method="POST", headers=_FORM, body=loads)
    for name in ("default-graph-uri", "named-graph-uri"):
        asked = urlencode({"query": "SELECT * { ?s ?p ?o }", name: f"{listener}/"})
        yield Attack("T3", f"/sparql?{asked}", _FINE | _REFUSED)


def _files(canary: Path) -> Iterator[Attack]:
    """T4: files of the server are read."""
    for place in (canary.as_uri(), str(canary), f"file:{canary}", f"FILE://localhost{canary}"):
        for text in _READING:
            yield _asked("T4", text.replace("PLACE", place), _FINE | _REFUSED)
        for name in ("default-graph-uri", "named-graph-uri"):
            asked = urlencode({"query": "SELECT * { ?s ?p ?o }", name: place})
            yield Attack("T4", f"/sparql?{asked}", _FINE | _REFUSED)
        load = urlencode({"update": f"LOAD <{place}>"}).encode()
        yield Attack("T4", "/sparql", method="POST", headers=_FORM, body=load)
        yield Attack("T4", f"/graphs?{urlencode({'graph': place})}")


def _nesting(*, whole: bool) -> Iterator[Attack]:
    """T8, T9, T10: brackets and paths without end."""
    for depth in (65, 10_000, 1_000_000) if whole else (65, 5_000):
        for opened, closed in (("(", ")"), ("{", "}"), ("{ OPTIONAL {", "}}")):
            inner = opened * depth + closed * depth
            text = f"SELECT * {{ FILTER {inner} }}" if opened == "(" else f"SELECT * {inner}"
            yield _asked("T8", text)
        yield _asked("T8", f"SELECT * {{ ?s ?p {'[ ?p ' * depth}1{' ]' * depth} }}")
        yield _asked("T8", f"SELECT * {{ BIND({'!' * depth}true AS ?x) }}")
        yield _asked("T9", f"SELECT * {{ ?s {'/'.join(['<x:a>'] * (depth + 1))} ?o }}")
        yield _asked("T9", f"SELECT * {{ ?s {'(' * depth}<x:a>{')*' * depth} ?o }}")
        yield Attack("T10", "/report", method="POST", headers=_JSON, body=b"[" * depth)
        queries = urlencode({"queries": '{"q":' * depth}).encode()
        yield Attack("T10", "/reconcile", method="POST", headers=_FORM, body=queries)


def _patterns() -> Iterator[Attack]:
    """T11: patterns that take for ever."""
    text = "a" * 40 + "!"
    for pattern in (
        *("^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"),
        *("(a*)*b", "^(a?){40}a{40}$", "([a-zA-Z]+)*$", "(x+x+)+y", "^(.+)+$"),
    ):
        for call in (f'REGEX("{text}", "{pattern}")', f'REPLACE("{text}", "{pattern}", "b")'):
            asked = f"SELECT ({call} AS ?x) {{}}"
            yield _asked("T11", asked, _FINE | _REFUSED)


def _memory(*, whole: bool) -> Iterator[Attack]:
    """T13: texts and tables that grow without end."""
    doubled = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(40))
    yield _asked("T13", f'SELECT (STRLEN(?v40) AS ?n) {{ BIND("x" AS ?v0) {doubled} }}', _ENDED)
    values = "SELECT * {{ VALUES ?x {{ {} }} }}"
    yield _asked("T13", values.format("1 " * 30_000), _REFUSED | _FINE)
    if whole:
        crossed = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
        yield _asked("T13", f"SELECT (GROUP_CONCAT(?c) AS ?x) {{ {crossed} }}", _ENDED)


def spellings(canary: Path) -> Iterator[str]:
    """Yield paths which climb to a file."""
    rest = str(canary).lstrip("/")
    for up in (
        *("..", "%2e%2e", "%2e.", ".%2e", "%252e%252e", "..%00", "..;", "....", "%c0%ae%c0%ae"),
        *("..%5c", "%2e%2e%5c", "\u2025"),
    ):
        for slash in ("/", "%2f", "%5c", "%252f"):
            yield slash.join([quote(up, safe="%.;")] * 12) + slash + rest
    yield from (f"/{rest}", f"file:///{rest}", f"%00/{rest}", f"{rest}%00.css", "~root/", "C:%5c")


def _climbing(canary: Path) -> Iterator[Attack]:
    """T22: paths that lead out."""
    for spelling in spellings(canary):
        for room in ("/static/", "/entity/", "/queries/", "/graphs/"):
            yield Attack("T22", f"{room}{spelling}", _FINE | _REFUSED | {300, 301})


def _other_sites() -> Iterator[Attack]:
    """T24: other names, other sites, other methods."""
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "a b"):
        yield Attack("T24", "/", headers={"host": host})
    update = urlencode({"update": "DELETE WHERE { ?s ?p ?o }"}).encode()
    for site in ({}, {"origin": "https://evil.example"}, {"authorization": "Bearer x"}):
        yield Attack("T24", "/sparql", _REFUSED | {401}, "POST", _FORM | site, update)
    for target in ("//evil.example/compare/a/b", "/%2f%2fevil.example", "/\\evil.example"):
        yield Attack("T24", target)
    for method in ("TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "BREW"):
        yield Attack("T24", "/sparql", _REFUSED | {501}, method)
