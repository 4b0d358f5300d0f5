"""Debian's Chromium, driven by Playwright; it reaches nothing but this machine."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, sync_playwright

__all__ = ["CHROMIUM", "browsing"]

CHROMIUM: Final = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""Where the browser is, the one without windows first; None where none is installed."""

_QUIET: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def browsing() -> Iterator[Browser]:
    """Yield the browser, with a fresh profile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        try:
            yield browser
        finally:
            browser.close()
