"""The SPARQL endpoint over HTTP: queries, updates, what it says of itself, and whole graphs."""

from tertium.interfaces.web.sparql.routing import routes

__all__ = ["routes"]
