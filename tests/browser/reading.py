"""A person at a browser: what they open, and all that goes wrong while they read."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal, TypedDict, Unpack

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    Response,
    WebError,
)

__all__ = ["Reader", "Readers", "Wish", "reading"]

_LOUD: Final = frozenset({"error", "warning", "assert"})
_PATIENCE: Final = 15_000
_TRIES: Final = 200
_MOMENT: Final = 25
_TELL: Final = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


class Wish(TypedDict, total=False):
    """How somebody reads; without a word, at a wide screen by day."""

    width: int
    height: int
    dark: bool
    scripts: bool
    forced_colors: Literal["active", "none"]
    reduced_motion: Literal["reduce", "no-preference"]
    touch: bool


@dataclass
class Reader:
    """A page of a browser of its own, and what has gone wrong in it so far."""

    page: Page
    home: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Response:
        answer = self.page.goto(self.home + path)
        assert answer is not None
        return answer

    @property
    def path(self) -> str:
        """Where the page is, without the name of the server."""
        return self.page.url.removeprefix(self.home)

    def excuse(self, words: str) -> None:
        """Forget the faults in which these words are; there has to be one."""
        for _ in range(_TRIES):
            self.settle()
            left = [fault for fault in self.faults if words not in fault]
            if len(left) < len(self.faults):
                break
            self.page.wait_for_timeout(_MOMENT)  # the browser tells it when it likes
        else:
            pytest.fail(f"nobody complains of {words}")
        self.faults[:] = left

    def settle(self) -> None:
        """Let all that was said in the browser come here."""
        self.page.context.cookies()

    def is_sideways(self) -> bool:
        """Return whether one has to scroll to the side to see everything."""
        found = self.page.evaluate(
            "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
        )
        return bool(found)


@contextmanager
def reading(browser: Browser, home: str, **wish: Unpack[Wish]) -> Iterator[Reader]:
    """Yield a reader who knows nothing yet; at the end nothing may have gone wrong."""
    width, height = wish.get("width", 1280), wish.get("height", 900)
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if wish.get("dark") else "light",
        java_script_enabled=wish.get("scripts", True),
        forced_colors=wish.get("forced_colors", "none"),
        reduced_motion=wish.get("reduced_motion", "no-preference"),
        has_touch=wish.get("touch", False),
    )
    context.set_default_timeout(_PATIENCE)
    context.add_init_script(_TELL)
    try:
        reader = Reader(context.new_page(), home)
        _listen(context, reader)
        yield reader
        reader.settle()
        assert reader.faults == [], "\n".join(reader.faults)
    finally:
        context.close()


@dataclass
class Readers:
    """Whoever is to read a site; all leave together."""

    browser: Browser
    home: str
    leaving: ExitStack

    def __call__(self, **wish: Unpack[Wish]) -> Reader:
        return self.leaving.enter_context(reading(self.browser, self.home, **wish))


def _listen(context: BrowserContext, reader: Reader) -> None:
    def said(message: ConsoleMessage) -> None:
        if message.type in _LOUD:
            reader.faults.append(f"console: {message.text} ({message.location.get('url')})")

    def threw(error: WebError) -> None:
        reader.faults.append(f"error: {error.error}")

    def asked(dialog: Dialog) -> None:
        reader.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def sent(request: Request) -> None:
        if not request.url.startswith(f"{reader.home}/"):
            reader.faults.append(f"elsewhere: {request.url}")

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before it had come
            reader.faults.append(f"failed: {request.url} {request.failure}")

    context.on("console", said)
    context.on("weberror", threw)
    context.on("dialog", asked)
    context.on("request", sent)
    context.on("requestfailed", failed)
