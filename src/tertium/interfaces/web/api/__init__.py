"""The HTTP API: thin over the library, and described by a document (OpenAPI)."""

from tertium.interfaces.web.api.routing import routes

__all__ = ["routes"]
