from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Address

import httpx
import pytest

from tertium.errors import SourceUnavailableError
from tertium.fetch.address import is_of_world
from tertium.fetch.pinning import LED, Pinned, looked_up
from tests.loopback import Quiet, running

INSIDE = {
    "this machine": "127.0.0.1",
    "another number of this machine": "127.8.9.1",
    "a part of a number": "127.1",
    "a decimal number": "2130706433",
    "a hexadecimal number": "0x7f000001",
    "hexadecimal parts": "0x7f.0.0.1",
    "a tunnel": "[2001:0:7f00:1::80ff:fffe]",
    "octal parts": "0177.0.0.1",
    "no machine": str(IPv4Address(0)),
    "zero": "0",
    "a name": "localhost",
    "a name with a point": "localhost.",
    "a name in capitals": "LOCALHOST",
    "version 6": "[::1]",
    "version 6 in full": "[0:0:0:0:0:0:0:1]",
    "no machine in version 6": "[::]",
    "version 4 mapped": "[::ffff:127.0.0.1]",
    "version 4 mapped in hexadecimal": "[::ffff:7f00:1]",
    "version 4 compatible": "[::127.0.0.1]",
    "version 4 behind NAT64": "[64:ff9b::127.0.0.1]",
    "version 4 in 6to4": "[2002:7f00:1::]",
    "a private network": "10.0.0.1",
    "another private network": "172.16.0.1",
    "a third private network": "192.168.1.1",
    "the services of a cloud": "169.254.169.254",
    "those of a provider": "100.64.0.1",
    "a link": "[fe80::1]",
    "a local network": "[fd00::1]",
    "many at once": "224.0.0.1",
    "everybody": "255.255.255.255",
    "reserved": "240.0.0.1",
}


REFUSED = (SourceUnavailableError, httpx.ConnectError, httpx.InvalidURL)
"""What this system does not take for a number or a name is refused as well."""


class Hits:
    def __init__(self) -> None:
        self.hosts = list[str]()


@pytest.fixture
def hits() -> Hits:
    return Hits()


@pytest.fixture
def here(hits: Hits) -> Iterator[int]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.hosts.append(self.headers["Host"])
            self.send_response(204)
            self.end_headers()

    with running(Handler) as url:
        yield int(url.rpartition(":")[2])


def get(transport: Pinned, url: str, *, led: bool = False) -> int:
    with httpx.Client(transport=transport) as client:
        return client.send(
            client.build_request("GET", url, extensions={LED: True} if led else {})
        ).status_code


@pytest.mark.parametrize("spelling", INSIDE)
def test_who_stays_outside_is_led_nowhere_inside(spelling: str, here: int, hits: Hits) -> None:
    url = f"http://{INSIDE[spelling]}:{here}/"
    with pytest.raises(REFUSED, match=r"inside our own network|not known|nvalid"):
        get(Pinned(outside=True), url)
    with pytest.raises(REFUSED, match=r"inside our own network|not known|nvalid"):
        get(Pinned(), url, led=True)
    assert hits.hosts == []


def test_what_the_user_names_may_be_inside(here: int, hits: Hits) -> None:
    assert get(Pinned(), f"http://localhost:{here}/") == 204
    assert hits.hosts == [f"localhost:{here}"]


def test_a_name_is_looked_up_once_and_the_connection_goes_there(here: int, hits: Hits) -> None:
    asked = list[str]()

    def lookup(name: str, _port: int) -> tuple[str, ...]:
        asked.append(name)
        return ("127.0.0.1",) if len(asked) == 1 else ("127.0.0.2",)

    assert get(Pinned(lookup=lookup), f"http://graph.example:{here}/") == 204
    assert asked == ["graph.example"]
    assert hits.hosts == [f"graph.example:{here}"]


@pytest.mark.parametrize("outside", [True, False])
def test_a_name_that_is_inside_and_outside_is_asked_nowhere(
    here: int, hits: Hits, *, outside: bool
) -> None:
    transport = Pinned(outside=outside, lookup=lambda *_: ("9.9.9.9", "127.0.0.1"))
    with pytest.raises(SourceUnavailableError, match="inside our own network"):
        get(transport, f"http://graph.example:{here}/")
    assert hits.hosts == []


def test_the_next_number_is_tried_when_nobody_is_at_the_first(here: int, hits: Hits) -> None:
    transport = Pinned(lookup=lambda *_: ("127.0.0.3", "127.0.0.1"))
    assert get(transport, f"http://graph.example:{here}/") == 204
    assert len(hits.hosts) == 1


def test_a_proxy_of_the_environment_is_asked_instead(
    here: int, hits: Hits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{here}")
    assert get(Pinned(), "http://graph.example/") == 204
    assert hits.hosts == ["graph.example"]
    with pytest.raises(SourceUnavailableError, match="inside our own network"):
        get(Pinned(), "http://10.0.0.1/", led=True)
    monkeypatch.setenv("no_proxy", "graph.example")
    with pytest.raises(httpx.ConnectError):
        get(Pinned(lookup=lambda *_: ("127.0.0.3",)), "http://graph.example:1/")
    assert len(hits.hosts) == 1


def test_a_name_that_is_none_leads_nowhere() -> None:
    with pytest.raises(httpx.ConnectError):
        looked_up("graph.invalid", 80)
    with pytest.raises(httpx.ConnectError):
        looked_up("a" * 70 + ".example", 80)


def test_a_number_of_the_world_is_known() -> None:
    assert is_of_world("9.9.9.9")
    assert is_of_world("2620:fe::fe")
    with pytest.raises(ValueError, match="does not appear to be"):
        is_of_world("example.org")
