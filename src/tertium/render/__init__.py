"""A comparison and its narrative as text, in the format asked for."""

from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from tertium.errors import UnknownFormatError

if TYPE_CHECKING:
    from tertium.model.comparison import Comparison
    from tertium.model.narrative import Narrative

__all__ = ["FORMATS", "json_schema", "render"]

FORMATS: Final = (
    "bibtex",
    "csv",
    "cube",
    "html",
    "json",
    "jsonld",
    "latex",
    "markdown",
    "text",
    "tsv",
    "turtle",
)


def render(name: str, comparison: "Comparison", narrative: "Narrative") -> str:
    """Return the page in one of `FORMATS`; only that format is imported.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    if name not in FORMATS:
        raise UnknownFormatError(name, FORMATS)
    module = import_module(f"{__name__}.{name}")
    text: str = module.render(comparison, narrative)
    return text


def json_schema() -> str:
    """Return the JSON Schema of the comparison document (``json``)."""
    return files(__name__).joinpath("comparison.schema.json").read_text(encoding="utf-8")
