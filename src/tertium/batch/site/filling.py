"""The shell of every page of a site: all that it links to is told relative to where it lies."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader

from tertium.batch.site.about import Site
from tertium.render.escaping import direction, visible, web_address
from tertium.render.html import environment as render_environment

__all__ = ["fill", "way_up"]


def fill(template: str, site: Site, path: str, /, **values: object) -> bytes:
    """Return the page at a path: a template filled with values; every text in it is escaped.

    `language` is that of the content, that of the site if it is not given.
    """
    language = str(values.setdefault("language", site.language))
    shared = {"site": site, "path": path, "root": way_up(path), "direction": direction(language)}
    text = _environment().get_template(template).render({**shared, **values})
    return text.encode()


def way_up(path: str) -> str:
    """Return what leads from a file to the root of its site.

    >>> way_up("compare/q1/q2.html"), way_up("index.html")
    ('../../', '')
    """
    return "../" * path.count("/")


@cache
def _environment() -> Environment:
    base = render_environment()
    ours = PackageLoader("tertium.batch.site")
    made = base.overlay(loader=ChoiceLoader([ours, PackageLoader("tertium.render")]))
    made.filters = {**base.filters, "visible": visible, "web_address": web_address}
    return made
