"""A few lines on an entity in HTML, to be shown in a frame or beside a name."""

from collections.abc import Sequence

from tertium.render.html import environment

__all__ = ["preview", "snippet"]


def preview(name: str, description: str, types: Sequence[str], *, language: str = "en") -> str:
    """Return a small page in a language; every text in it is escaped."""
    template = environment().get_template("preview.html")
    return template.render(name=name, description=description, types=types, language=language)


def snippet(name: str, description: str, types: Sequence[str]) -> str:
    """Return what stands on the small page, without the page."""
    template = environment().get_template("snippet.html")
    return template.render(name=name, description=description, types=types)
