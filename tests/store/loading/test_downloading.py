import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tertium.errors import BadAddressError, LimitError, SourceUnavailableError, UnknownFormatError
from tertium.store.loading.downloading import Bounds, download
from tests.loopback import Quiet, running
from tests.store.loading.files import TRIPLE

TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}
NOWHERE = {"Location": "file:///etc/passwd"}


@contextmanager
def served(headers: Mapping[str, str], *, status: int = 200) -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server with one file, and who asked for it."""
    agents = list[str]()

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            agents.append(self.headers["User-Agent"])
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(TRIPLE.encode())

    with running(Handler) as address:
        yield f"{address}/", agents


def test_a_file_is_fetched_with_its_age_and_our_name(tmp_path: Path) -> None:
    headers = {"Last-Modified": "Fri, 02 Jan 1970 00:00:00 GMT"}
    with served(headers) as (url, agents):
        path = download(url + "some%20data.nt?x=1", tmp_path, agent="tertium (ada)")
    assert path.name == "0-some data.nt"
    assert path.read_text() == TRIPLE
    assert path.stat().st_mtime == 86_400
    assert agents == ["tertium (ada)"]


def test_the_server_may_tell_the_format(tmp_path: Path) -> None:
    with served(TURTLE | {"Last-Modified": "yesterday"}) as (url, _):
        first, second = (download(url, tmp_path, agent="a") for _ in range(2))
    assert (first.name, second.name) == ("0-download.ttl", "1-download.ttl")
    assert first.stat().st_mtime == 0


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with served({"Content-Type": "text/html"}) as (url, _), pytest.raises(UnknownFormatError):
        download(url, tmp_path, agent="a")


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 404), ({}, 503), (NOWHERE, 302), (TURTLE | {"Content-Length": "999"}, 200)],
)
def test_what_does_not_come_whole_is_unavailable(
    headers: Mapping[str, str], status: int, tmp_path: Path
) -> None:
    with served(headers, status=status) as (url, _), pytest.raises(SourceUnavailableError):
        download(url, tmp_path, agent="a")
    assert not any("passwd" in path.name for path in tmp_path.iterdir())


def test_nobody_there(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/a.nt"
        with pytest.raises(SourceUnavailableError, match="refused"):
            download(url, tmp_path, agent="a")


def test_no_address_at_all(tmp_path: Path) -> None:
    with pytest.raises(BadAddressError):
        download("http://[oops", tmp_path, agent="a")


@pytest.mark.parametrize("bounds", [Bounds(size=5), Bounds(seconds=-1)])
def test_a_download_is_bounded(bounds: Bounds, tmp_path: Path) -> None:
    with served(TURTLE) as (url, _), pytest.raises(LimitError):
        download(url, tmp_path, agent="a", bounds=bounds)


def test_a_file_may_be_elsewhere(tmp_path: Path) -> None:
    with served(TURTLE) as (url, agents), served({"Location": url}, status=307) as (first, _):
        assert download(first, tmp_path, agent="a").read_text() == TRIPLE
    assert agents == ["a"]


@pytest.mark.parametrize("place", ["http://me:secret@127.0.0.1/", "/a"])
def test_one_is_led_on_as_by_the_fetcher(place: str, tmp_path: Path) -> None:
    with served({"Location": place}, status=302) as (url, agents):
        with pytest.raises(SourceUnavailableError) as caught:
            download(url, tmp_path, agent="a")
        assert "secret" not in str(caught.value)
        assert len(agents) <= 4
