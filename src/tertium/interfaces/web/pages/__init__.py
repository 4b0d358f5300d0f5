"""The pages that people read, made on the server; scripts only improve them."""

from tertium.interfaces.web.pages.assets import asset_address
from tertium.interfaces.web.pages.comparing import (
    comparison_page,
    embedded_page,
    entity_page,
    silent_page,
)
from tertium.interfaces.web.pages.problems import (
    Doubt,
    candidates_page,
    explanation_page,
    problem_page,
)
from tertium.interfaces.web.pages.routing import routes
from tertium.interfaces.web.pages.shell import environment, fill

__all__ = [
    "Doubt",
    "asset_address",
    "candidates_page",
    "comparison_page",
    "embedded_page",
    "entity_page",
    "environment",
    "explanation_page",
    "fill",
    "problem_page",
    "routes",
    "silent_page",
]
