import gzip
import json
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from threading import Event, Thread

import pytest

from tertium.errors import SourceUnavailableError
from tertium.store.endpoint import EndpointStore
from tertium.store.profile import GENERIC, profiles
from tests.store.serving import JSON, FakeTime, Reply, in_turn, serve

AGENT = "tertium/1 (someone@example.org)"
QUERY = "SELECT ?o { ?s ?p ?o }"
NODE = {"type": "uri", "value": "http://example.org/a"}
WHOLE = json.dumps({"head": {"vars": ["o"]}, "results": {"bindings": [{"o": NODE}] * 20}})
GOOD = Reply(body=WHOLE)
NEW_YEAR = 1_800_000_000
EASTERLY = WHOLE.replace("/a", "/\u00e4")

Behaviour = Callable[[BaseHTTPRequestHandler, bytes], None]


def rows(**term: object) -> Reply:
    return Reply(body=json.dumps({"head": {"vars": ["o"]}, "results": {"bindings": [{"o": term}]}}))


def packed(body: bytes, packing: str = "gzip") -> Reply:
    return Reply(body=body, headers={"Content-Encoding": packing})


def busy(status: int = 429, **headers: str) -> Reply:
    return Reply(status=status, headers={k.replace("_", "-"): v for k, v in headers.items()})


def redirect(status: int, to: str) -> Reply:
    return Reply(status=status, headers={"Location": to})


def started(handler: BaseHTTPRequestHandler, *headers: str) -> None:
    lines = ("HTTP/1.1 200 OK", f"Content-Type: {JSON}", *headers, "", "")
    handler.wfile.write("\r\n".join(lines).encode())


def reset(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.shutdown(socket.SHUT_RD)
    handler.close_connection = True
    handler.connection.close()


def hung_up(_: BaseHTTPRequestHandler, __: bytes) -> None:
    """Close the connection without a word."""


def half_closed(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    started(handler, f"Content-Length: {len(body)}")
    handler.wfile.write(body[: len(body) // 2])
    handler.connection.shutdown(socket.SHUT_WR)


def longer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    started(handler, f"Content-Length: {len(body) - 5}")
    handler.wfile.write(body)


def in_chunks(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    started(handler, "Transfer-Encoding: chunked")
    handler.wfile.write(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))


def half_a_chunk(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    started(handler, "Transfer-Encoding: chunked")
    handler.wfile.write(b"%x\r\n%b" % (len(body), body[:9]))


def no_last_chunk(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    started(handler, "Transfer-Encoding: chunked")
    handler.wfile.write(b"%x\r\n%b\r\n" % (len(body), body))


def without_length(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    started(handler)
    handler.wfile.write(body)


def no_http(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


def endless_header(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    started(handler, "X: " + "x" * 70_000)


def busy_until(moment: float) -> Reply:
    """Its clock is in another year than ours; what counts is the difference of both dates."""
    dates = (formatdate(NEW_YEAR, usegmt=True), formatdate(moment, usegmt=True))
    lines = "HTTP/1.1 429 Busy\r\nDate: {}\r\nRetry-After: {}\r\n\r\n".format(*dates)
    return Reply(behaving=lambda handler, _: handler.wfile.writelines([lines.encode()]))


def acting(behaviour: Behaviour, body: str = WHOLE) -> Reply:
    return Reply(body=body, behaving=behaviour)


@dataclass(frozen=True, slots=True)
class Case:
    """What an endpoint does, and what comes of it: an error, or data when there is none."""

    replies: tuple[Reply, ...]
    error: str = ""
    asked: int = 1
    naps: tuple[float, ...] = ()


def case(*replies: Reply, error: str = "", asked: int = 1, naps: tuple[float, ...] = ()) -> Case:
    return Case(replies, error, asked, naps)


BEHAVIOURS = {
    "well": case(GOOD),
    "in chunks": case(acting(in_chunks)),
    "without a length": case(acting(without_length)),
    "packed": case(packed(gzip.compress(WHOLE.encode()))),
    "busy for some seconds": case(busy(Retry_After="7"), GOOD, asked=2, naps=(7,)),
    "busy until a date": case(busy_until(NEW_YEAR + 9), GOOD, asked=2, naps=(9,)),
    "busy until a date gone by": case(busy_until(NEW_YEAR - 9), GOOD, asked=2),
    "busy without a word": case(busy(), busy(503), GOOD, asked=3, naps=(1, 2)),
    "busy until some day": case(busy(Retry_After="Someday"), GOOD, asked=2, naps=(1,)),
    "busy until a month 13": case(
        busy(Retry_After="Sat, 99 Jan 99999999999 00:00:00 GMT"), GOOD, asked=2, naps=(1,)
    ),
    "a bad gateway": case(busy(502), busy(504), GOOD, asked=3, naps=(1, 2)),
    "busy three times": case(busy(), busy(), busy(), GOOD, asked=4, naps=(1, 2, 4)),
    "busy for ever": case(busy(), error="429", asked=4, naps=(1, 2, 4)),
    "busy for a day": case(busy(Retry_After="86400"), error="left alone for 86400 s"),
    "busy for aeons": case(busy(Retry_After="9" * 400), error="left alone for inf s"),
    "reset once": case(acting(reset), GOOD, asked=2, naps=(1,)),
    "hung up once": case(acting(hung_up), GOOD, asked=2, naps=(1,)),
    "hung up always": case(acting(hung_up), error="was cut", asked=4, naps=(1, 2, 4)),
    "forbidden": case(busy(403, Retry_After="1"), error="403"),
    "unauthorised": case(Reply(status=401, body="who are you?"), error="401.*who are you"),
    "an internal error": case(Reply(status=500, body="SR171: timed out"), error="500.*SR171"),
    "a packed error": case(replace(packed(gzip.compress(b"SR171")), status=500), error="SR171"),
    "a badly packed error": case(
        replace(packed(b"\x1f\x8b" + b"?" * 20), status=500), error=r"500: [\w ]+$"
    ),
    "an error page": case(Reply(status=500, body="<html>no"), error=r"500: \w+ \w+ \w+$"),
    "a part, by its status": case(replace(GOOD, status=206), error="206"),
    "a part, by its time": case(
        replace(GOOD, headers={"X-SQL-State": "S1TAT"}), error=r"left out a part \(X-SQL-State"
    ),
    "a part, by its rows": case(
        replace(GOOD, headers={"X-SPARQL-MaxRows": "20"}), error="X-SPARQL-MaxRows: 20"
    ),
    "nothing": case(replace(GOOD, status=204, body=""), error="204"),
    "a loop": case(redirect(301, "/sparql?query=ASK"), error="301.*loop", asked=5),
    "an endless detour": case(redirect(302, "sparql/?query=ASK"), error="302", asked=11),
    "elsewhere by file": case(redirect(301, "file:///etc/passwd"), error="301"),
    "a page": case(replace(GOOD, kind="text/html"), error="sent text/html, not"),
    "no type": case(replace(GOOD, kind=""), error="sent text/plain, not"),
    "XML": case(replace(GOOD, kind="application/sparql-results+xml"), error="sent .*xml, not"),
    "another charset": case(
        replace(GOOD, body=EASTERLY.encode("cp1251", "replace"), kind=f"{JSON}; charset=cp1251"),
        error="in cp1251, not",
    ),
    "another charset unsaid": case(
        replace(GOOD, body=WHOLE.replace("/a", "/\u00e4").encode("latin-1")), error="no JSON"
    ),
    "truncated": case(replace(GOOD, body=WHOLE[:-9]), error="no JSON"),
    "an error at the end": case(replace(GOOD, body=WHOLE[:-2] + "timeout"), error="no JSON"),
    "an error after the end": case(replace(GOOD, body=WHOLE + "timeout"), error="no JSON"),
    "nesting": case(replace(GOOD, body="[" * 100_000), error="no JSON"),
    "a giant number": case(replace(GOOD, body="9" * 100_000), error="no JSON|no answer"),
    "shorter than said": case(replace(GOOD, missing=9), error="breaks off"),
    "longer than said": case(acting(longer), error="breaks off|no JSON"),
    "half-closed": case(acting(half_closed), error="breaks off"),
    "half a chunk": case(acting(half_a_chunk), error="breaks off"),
    "no last chunk": case(acting(no_last_chunk), error="breaks off"),
    "no gzip": case(packed(WHOLE.encode()), error="no gzip"),
    "half of a gzip": case(packed(gzip.compress(WHOLE.encode())[:-9]), error="breaks off"),
    "more than a gzip": case(packed(gzip.compress(WHOLE.encode()) + b"x"), error="breaks off"),
    "brotli": case(packed(b"", "br"), error="packed by br"),
    "a bomb": case(packed(gzip.compress(bytes(2**26 + 1), 9)), error="larger than 64 MiB"),
    "no HTTP": case(acting(no_http), error="SSH"),
    "an endless header": case(acting(endless_header), error="header line|got more than"),
    "no term": case(rows(type="triple", value={}), error="no term"),
    "a number for a term": case(rows(type="literal", value=5), error="no term"),
    "no IRI": case(rows(type="uri", value="no iri"), error="not a valid RDF term"),
    "half a letter": case(rows(type="literal", value="\ud800"), error="cannot be read"),
    "half a letter in a label": case(rows(type="bnode", value="\ud800")),
    "columns not asked for": case(
        replace(GOOD, body=WHOLE.replace('["o"]', '["o", "other"]')), error="another question"
    ),
    "a list": case(replace(GOOD, body="[]"), error="no answer to a SELECT"),
    "a truth": case(replace(GOOD, body='{"boolean": true}'), error="no answer to a SELECT"),
}


@pytest.mark.parametrize("behaviour", BEHAVIOURS.values(), ids=BEHAVIOURS)
def test_an_answer_arrives_whole_or_is_an_error(behaviour: Case) -> None:
    time = FakeTime()
    with serve(in_turn(*behaviour.replies)) as endpoint:
        store = EndpointStore(endpoint.url, agent=AGENT, clock=time.clock)
        if behaviour.error:
            with pytest.raises(SourceUnavailableError, match=behaviour.error):
                store.query(QUERY)
        else:
            assert store.query(QUERY)
    assert len(endpoint.asked) == behaviour.asked
    assert tuple(time.naps) == behaviour.naps
    assert {asked.headers["User-Agent"] for asked in endpoint.asked} == {AGENT}


def dripping(over: Event, *, head: bool) -> Behaviour:
    """Send for ever a letter now and then, of the head or the body."""

    def behave(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        if head:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        else:
            started(handler)
        while not over.wait(0.05):
            handler.wfile.write(b" ")

    return behave


@pytest.mark.parametrize("head", [True, False])
def test_a_letter_now_and_then_is_no_answer(*, head: bool) -> None:
    over, hasty = Event(), replace(profiles()[GENERIC], timeout=1)
    with serve(in_turn(acting(dripping(over, head=head)))) as endpoint:
        store = EndpointStore(endpoint.url, agent=AGENT, profile=hasty)
        with pytest.raises(SourceUnavailableError, match="no answer within 1 s"):
            store.query(QUERY)
        over.set()


def test_elsewhere_is_no_answer() -> None:
    with serve(in_turn(GOOD)) as other:
        there = other.url.replace("127.0.0.1", "localhost") + "?query=ASK"
        with serve(in_turn(redirect(302, there))) as endpoint:
            store = EndpointStore(endpoint.url, agent=AGENT)
            with pytest.raises(SourceUnavailableError, match=r"leads on to http://localhost.*open"):
                store.query(QUERY)


def test_lines_whose_end_is_not_told_may_not_be_all() -> None:
    def endless(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        handler.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/n-triples\r\n\r\n" + body
        )

    with serve(in_turn(acting(endless, "<urn:a> <urn:b> <urn:c> ."))) as endpoint:
        store = EndpointStore(endpoint.url, agent=AGENT)
        with pytest.raises(SourceUnavailableError, match="does not say where its answer ends"):
            store.query("DESCRIBE <urn:a>")


def test_what_means_busy_is_in_the_profile() -> None:
    qlever = profiles()["qlever-wikidata"]
    with serve(in_turn(busy(429))) as endpoint, pytest.raises(SourceUnavailableError, match="429"):
        EndpointStore(endpoint.url, agent=AGENT, profile=qlever).query(QUERY)
    assert len(endpoint.asked) == 1


def test_a_query_that_grows_long_in_an_address_is_posted() -> None:
    short = replace(profiles()[GENERIC], longest_get=len(QUERY) + 5)
    with serve(in_turn(GOOD)) as endpoint:
        EndpointStore(endpoint.url, agent=AGENT, profile=short).query(QUERY)
        EndpointStore(endpoint.url, agent=AGENT).query(QUERY)
    assert [asked.method for asked in endpoint.asked] == ["POST", "GET"]


def test_a_busy_endpoint_is_left_alone_by_the_next_question_too() -> None:
    time = FakeTime()
    with serve(in_turn(busy(Retry_After="100"), GOOD)) as endpoint:
        store = EndpointStore(endpoint.url, agent=AGENT, clock=time.clock)
        for left in (100, 90):
            with pytest.raises(SourceUnavailableError, match=f"left alone for {left} s"):
                store.query(QUERY)
            time.passed += 10
        assert len(endpoint.asked) == 1
        time.passed += 50
        assert store.query(QUERY)
    assert time.naps == [30]


def test_a_pause_is_made_between_questions() -> None:
    time, slow = FakeTime(), replace(profiles()[GENERIC], pause=3)
    with serve(in_turn(GOOD)) as endpoint:
        store = EndpointStore(endpoint.url, agent=AGENT, profile=slow, clock=time.clock)
        for _ in range(3):
            store.query(QUERY)
    assert time.naps == [3, 3]


def test_at_most_one_question_is_in_flight() -> None:
    def slow(_: str) -> Reply:
        Event().wait(0.01)
        return GOOD

    with serve(slow) as endpoint:
        store = EndpointStore(endpoint.url, agent=AGENT)
        threads = [Thread(target=store.query, args=(QUERY,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(endpoint.asked) == 8
    assert endpoint.busiest == 1
