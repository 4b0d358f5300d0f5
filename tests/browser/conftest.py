"""The real thing and a real browser, each started once for all tests in this folder."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import CHROMIUM, browsing
from tests.browser.reading import Reader, Readers
from tests.interfaces.web.served import Served, serving


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium-headless-shell")
    with browsing() as browser:  # an asyncio loop runs in this thread as long as it is open
        yield browser


@pytest.fixture(scope="package")
def served() -> Iterator[Served]:
    with serving() as served:
        yield served


@pytest.fixture
def readers(browser: Browser, served: Served) -> Iterator[Readers]:
    with ExitStack() as leaving:
        yield Readers(browser, served.address, leaving)


@pytest.fixture
def reader(readers: Readers) -> Reader:
    return readers()
