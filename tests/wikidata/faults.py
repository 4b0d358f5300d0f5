"""What a server may do instead of answering rightly, by name, and what should come of it."""

import json
import re
import socket
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.utils import formatdate
from enum import Enum
from http.server import BaseHTTPRequestHandler

from tests.store.serving import Reply
from tests.wikidata.manners import error_page
from tests.wikidata.serving import Fault

__all__ = ["FAULTS", "Outcome", "Trouble"]

_MOMENT = 1_800_000_000
_KIND = "Content-Type: application/json; charset=utf-8"


class Outcome(Enum):
    """What should come of a fault which is followed by a right answer."""

    ANSWERED = "answered by the same request"
    ASKED_AGAIN = "answered in the end: it waits as it is told, or a little, and asks again"
    GIVEN_UP = "an error with exit code 5 which says why, after one request; nothing is kept"
    NOT_FOUND = "an error with exit code 3 or 5 which names the entity, after one request"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault and what should come of it."""

    fault: Fault
    outcome: Outcome


def _busy(status: int, **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: replace(error_page(status, "Too busy."), headers=named)


def _page(status: int, words: str = "Something is wrong.") -> Fault:
    return lambda _: error_page(status, words)


def _until(moment: int) -> Fault:
    """Ask to be left alone until a moment, by a clock of another year."""
    lines = (
        "HTTP/1.1 429 Too Many Requests",
        f"Date: {formatdate(_MOMENT, usegmt=True)}",
        f"Retry-After: {formatdate(moment, usegmt=True)}",
        "Content-Length: 0",
    )
    return _raw(*lines)


def _raw(*lines: str, body: bytes = b"") -> Fault:
    """Send these lines and bytes, whatever is right, and hang up."""
    head = "\r\n".join((*lines, "", "")).encode()

    def behave(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.wfile.write(head + body)

    return lambda right: replace(right, behaving=behave)


def _redirect(to: str, status: int = 302) -> Fault:
    return lambda _: Reply(status=status, headers={"Location": to})


def _body(body: str | bytes, **headers: str) -> Fault:
    return lambda right: replace(right, body=body, headers=dict(right.headers) | _dashed(headers))


def _dashed(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _bytes(right: Reply) -> bytes:
    return right.body if isinstance(right.body, bytes) else right.body.encode()


def _halved(right: Reply) -> Reply:
    return replace(right, body=_bytes(right)[: len(right.body) // 2])


def _broken_off(right: Reply) -> Reply:
    return replace(right, missing=999)


def _half_a_chunk(right: Reply) -> Reply:
    def behave(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        lines = ("HTTP/1.1 200 OK", _KIND, "Transfer-Encoding: chunked", "", "")
        handler.wfile.write("\r\n".join(lines).encode() + b"%x\r\n%b" % (len(body), body[:99]))

    return replace(right, behaving=behave)


def _reset(right: Reply) -> Reply:
    def behave(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        lines = ("HTTP/1.1 200 OK", _KIND, f"Content-Length: {len(body)}", "", "")
        handler.wfile.write("\r\n".join(lines).encode() + body[:99])
        handler.wfile.flush()
        linger = struct.pack("ii", 1, 0)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        handler.connection.close()

    return replace(right, behaving=behave)


def _hung_up(right: Reply) -> Reply:
    return replace(right, behaving=lambda _, __: None)


def _endless(right: Reply) -> Reply:
    def behave(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.wfile.write(f"HTTP/1.1 200 OK\r\n{_KIND}\r\n\r\n[".encode())
        while True:  # until whoever asked has had enough
            handler.wfile.write(b" " * 2**20)

    return replace(right, behaving=behave)


def _bomb(right: Reply) -> Reply:
    """Send a hundred MiB of nothing in a hundred KiB."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    body = b"".join(packer.compress(b" " * 2**20) for _ in range(100)) + packer.flush()
    return replace(right, body=body, headers={"Content-Encoding": "gzip"})


def _marked(right: Reply) -> Reply:
    return replace(right, body=b"\xef\xbb\xbf" + _bytes(right))


def _other_entity(right: Reply) -> Reply:
    return replace(right, body=re.sub(rb'"(id|title)": "[QP]\d+"', rb'"\1": "Q1"', _bytes(right)))


def _in_code(encoding: str, label: str) -> Fault:
    """Send the answer in one encoding and call it another."""
    kind = f"application/json; charset={label}"
    return lambda right: replace(right, body=_bytes(right).decode().encode(encoding), kind=kind)


def _sent_as(kind: str) -> Fault:
    return lambda right: replace(right, kind=kind)


def _refused(code: str) -> Fault:
    return _body(json.dumps({"error": {"code": code, "info": "No."}}), MediaWiki_API_Error=code)


_AGAIN: Mapping[str, Fault] = {
    "429 for some seconds": _busy(429, Retry_After="7"),
    "429 until a date": _until(_MOMENT + 9),
    "429 until a date gone by": _until(_MOMENT - 9),
    "429 for minus three seconds": _busy(429, Retry_After="-3"),
    "429 until some day": _busy(429, Retry_After="Someday"),
    "429 without a word": _busy(429),
    "503 for some seconds": _busy(503, Retry_After="3"),
    "503 without a word": _busy(503),
    "502": _page(502),
    "504": _page(504),
    "reset": _reset,
    "hung up": _hung_up,
}
_LOST: Mapping[str, Fault] = {
    "429 for thirty years": _busy(429, Retry_After="1000000000"),
    "500": _page(500),
    "401": _page(401),
    "403": _page(403, "Please set a user-agent and respect our robot policy."),
    "a page with 200": _page(200, "Our servers are currently under maintenance."),
    "a login page elsewhere": _redirect("http://localhost:9/login"),
    "a redirect to a file": _redirect("file:///etc/hostname"),
    "a redirect with a password": _redirect("http://user:secret@127.0.0.1/"),
    "a redirect to nowhere": _redirect(""),
    "shorter than it says": _broken_off,
    "half a chunk": _half_a_chunk,
    "an empty body": _body(b""),
    "half of the JSON": _halved,
    "null": _body("null"),
    "an array": _body("[]"),
    "no entities": _body('{"entities": {}}'),
    "another entity": _other_entity,
    "deeply nested": _body("[" * 100_000 + "]" * 100_000),
    "invalid UTF-8": _body(b'{"entities": {"Q1": "\xff\xfe"}}'),
    "utf-16": _in_code("utf-16", "utf-16"),
    "latin-1 by its label": _in_code("utf-8", "iso-8859-1"),
    "another type": _sent_as("text/plain; charset=utf-8"),
    "turtle": _sent_as("text/turtle; charset=utf-8"),
    "no gzip": _body(b"this was never packed", Content_Encoding="gzip"),
    "a bomb": _bomb,
    "an unknown packing": _body(b"???", Content_Encoding="zstd-17"),
    "endless": _endless,
    "an endless header": _raw("HTTP/1.1 200 OK", _KIND, "X: " + "x" * 200_000),
    "no HTTP": _raw("SSH-2.0-OpenSSH_9.2"),
    "an error of the API": _refused("internal_api_error_DBQueryError"),
}
_GONE: Mapping[str, Fault] = {"404": _page(404), "410": _page(410)}

FAULTS: Mapping[str, Trouble] = {
    name: Trouble(fault, outcome)
    for faults, outcome in (
        ({"a mark at the beginning": _marked}, Outcome.ANSWERED),
        (_AGAIN, Outcome.ASKED_AGAIN),
        (_LOST, Outcome.GIVEN_UP),
        (_GONE, Outcome.NOT_FOUND),
    )
    for name, fault in faults.items()
}
"""Every fault by its name, and what comes of it for who asks for one entity."""
