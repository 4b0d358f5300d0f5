"""Comparisons and entities at their addresses, in every form."""

from tertium.interfaces.web.documents.routing import routes

__all__ = ["routes"]
