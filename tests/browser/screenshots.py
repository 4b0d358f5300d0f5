"""The pictures of the documentation: `python -m tests.browser.screenshots docs/images`."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from playwright.sync_api import Browser

from tests.browser.chromium import browsing
from tests.browser.reading import Wish, reading
from tests.interfaces.web.served import serving

__all__ = ["main"]

_QUERY: Final = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX tt: <https://w3id.org/tertium/ontology#>
SELECT ?person ?born WHERE {
  ?statement rdf:subject ?person ; rdf:predicate tt:birthDate ; rdf:object ?born
}
LIMIT 20"""
_PAIR: Final = "/compare/ex:stalin/ex:trotsky"


@dataclass(frozen=True, slots=True)
class _Picture:
    """What is to be seen: a page, from where on, and how it is read."""

    path: str
    wish: Wish
    top: str = ""


_PICTURES: Final = {
    "comparison": _Picture(_PAIR, Wish(height=860)),
    "comparison-dark": _Picture(_PAIR, Wish(height=860, dark=True)),
    "comparison-phone": _Picture(_PAIR, Wish(width=360, height=740)),
    "table": _Picture(_PAIR, Wish(height=860), "#comparison"),
    "timeline": _Picture(_PAIR, Wish(height=820), "#timeline"),
    "connections": _Picture("/paths/ex:stalin/ex:trotsky", Wish(height=820)),
    "entity": _Picture("/entity/ex:curie", Wish(height=860)),
    "editor": _Picture(
        f"/sparql?{urlencode({'query': _QUERY})}",
        Wish(height=860),
    ),
}


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving("--processes", "1") as served, browsing() as browser:
        for name, picture in _PICTURES.items():
            _take(browser, served.address, picture, folder / f"{name}.png")


def _take(browser: Browser, home: str, picture: _Picture, file: Path) -> None:
    with reading(browser, home, **picture.wish) as reader:
        reader.open(picture.path)
        reader.page.wait_for_load_state("networkidle")
        if picture.top:
            reader.page.locator(picture.top).evaluate("(one) => one.scrollIntoView()")
        reader.page.screenshot(path=file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
