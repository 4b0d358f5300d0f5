"""The shell of every page: its head, the search above, what is served below."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, PackageLoader

from tertium.interfaces.web.pages.assets import asset_address
from tertium.render.escaping import direction, visible, web_address
from tertium.render.html import environment as render_environment

if TYPE_CHECKING:
    from tertium.model.comparison import GraphInfo

__all__ = ["environment", "fill"]


def fill(template: str, graph: GraphInfo | None = None, /, **values: object) -> str:
    """Return a page: a template that extends `shell.html`, filled with values.

    Every text in it is escaped. The foot of the page names the graph, if there is one. `language`
    is that of the content, English if it is not given; what stands around it is in English.
    """
    language = str(values.setdefault("language", "en"))
    return (
        environment()
        .get_template(template)
        .render(graph=graph, direction=direction(language), **values)
    )


@cache
def environment() -> Environment:
    """Return what fills the templates of the site and those of the formats for people."""
    base = render_environment()
    ours = PackageLoader("tertium.interfaces.web.pages")
    made = base.overlay(loader=ChoiceLoader([ours, PackageLoader("tertium.render")]))
    made.globals = {**base.globals, "static": asset_address}
    made.filters = {**base.filters, "visible": visible, "web_address": web_address}
    return made
