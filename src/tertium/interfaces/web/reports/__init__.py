"""Where readers report a problem, tied to the statement that has it."""

from tertium.interfaces.web.reports.routing import routes

__all__ = ["routes"]
