"""What is served over HTTP: routers to be mounted, thin over the library."""

from tertium.api.extras import require

__all__: list[str] = []

require("starlette", extra="web")
