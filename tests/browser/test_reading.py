"""What watches over all other tests here complains when it has to."""

from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from tests.browser.reading import Reader, reading
from tests.loopback import Quiet, running


class Echo(Quiet, BaseHTTPRequestHandler):
    """Answers with the HTML that it is asked for."""

    def do_GET(self) -> None:
        body = f"<!doctype html>{unquote(self.path[1:])}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Security-Policy", "style-src 'self'")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def test_the_first_page_opens(reader: Reader) -> None:
    assert reader.open("/").status == 200
    assert reader.page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<script>alert(1)</script>", "dialog: 1"),
        ("<script>throw new Error('oh')</script>", "error: oh"),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<p style='color: red'>red</p>", "console: CSP: style-src-attr"),
        ("<img src='http://example.org/x.png'>", "elsewhere: http://example.org/x.png"),
        ("<img src='http://127.0.0.1:1/x.png'>", "failed: http://127.0.0.1:1/x.png"),
    ],
)
def test_what_goes_wrong_is_noticed(browser: Browser, html: str, fault: str) -> None:
    with running(Echo) as home, suppress(AssertionError), reading(browser, home) as reader:
        reader.open(f"/{html}")
        reader.page.wait_for_load_state("networkidle")
    assert any(one.startswith(fault) for one in reader.faults)


def test_a_fault_can_be_expected(browser: Browser) -> None:
    with running(Echo) as home, reading(browser, home) as reader:
        reader.open("/<script>console.error('oh')</script>")
        reader.excuse("oh")
