"""The page as one HTML file: no script, no request, no other file."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render.composing import compose
from tertium.render.layout import ACCOUNTS

__all__ = ["environment", "render"]


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return the page as HTML; every text in it is escaped."""
    template = environment().get_template("page.html")
    return template.render(page=compose(comparison, narrative), accounts=ACCOUNTS)


@cache
def environment() -> Environment:
    """Return what fills our templates, and escapes every text."""
    return Environment(
        loader=PackageLoader("tertium.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
