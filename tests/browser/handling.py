"""A page is handled as somebody does who tries everything; what it leads to is read."""

from collections.abc import Sequence
from typing import Final

from playwright.sync_api import Page

from tests.browser.payloads import CANARY

__all__ = ["is_awake", "leads", "structured", "touch_all"]

_TOUCHED: Final = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const kinds = ["pointerover", "mouseover", "mouseenter", "mousemove", "focus", "focusin",
    "toggle", "load", "error", "animationstart", "blur"];
  for (const one of document.querySelectorAll("body *")) {
    for (const kind of kinds) one.dispatchEvent(new Event(kind));
  }
}"""
_ADDRESSES: Final = """() => {
  const names = ["href", "src", "action", "formaction", "xlink:href", "cite", "data", "poster"];
  const found = [];
  for (const one of document.querySelectorAll("*")) {
    for (const name of names) {
      const value = one.getAttribute(name);
      if (value !== null) found.push(new URL(value, document.baseURI).protocol + " " + value);
    }
  }
  return found;
}"""
_HANDLERS: Final = """() => [...document.querySelectorAll("*")].flatMap((one) =>
  [...one.attributes].filter(({name}) => name.startsWith("on")).map(({name}) => name))"""
_STRUCTURED: Final = """() =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent)
"""


def touch_all(page: Page) -> None:
    """Open all that can be opened, and point at everything."""
    page.evaluate(_TOUCHED)


def leads(page: Page) -> Sequence[str]:
    """Return where a page leads, each with its scheme before it; and what runs if it is touched."""
    return [*map(str, page.evaluate(_ADDRESSES)), *map(str, page.evaluate(_HANDLERS))]


def structured(page: Page) -> Sequence[str]:
    """Return the blocks of data for machines in a page."""
    return [str(one) for one in page.evaluate(_STRUCTURED)]


def is_awake(page: Page) -> bool:
    """Return whether a script of somebody has run."""
    return bool(page.evaluate(f"() => '{CANARY}' in window"))
