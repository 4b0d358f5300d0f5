"""The reconciliation service over HTTP: both versions of the protocol under one root."""

from tertium.interfaces.web.reconciliation.routing import Alone, Asked, application, routes

__all__ = ["Alone", "Asked", "application", "routes"]
