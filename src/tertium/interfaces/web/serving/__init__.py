"""`tertium serve`: processes which serve a site, what they are told, and who watches over them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tertium.api.extras import require

if TYPE_CHECKING:
    from starlette.types import ASGIApp

__all__ = ["app"]

require("uvicorn", extra="web")


def app() -> ASGIApp:
    """Return the site which the environment describes, for another server than ours.

    `uvicorn --factory tertium.interfaces.web.serving:app` serves it, with the settings of
    `tertium serve` in the environment variable TERTIUM_SERVE.
    """
    from tertium.interfaces.web.serving.orders import Orders
    from tertium.interfaces.web.serving.process import site_of

    return site_of(Orders.of(os.environ))
