"""The pages of the saved queries, each with a form."""

from tertium.interfaces.web.catalogue.routing import routes

__all__ = ["routes"]
