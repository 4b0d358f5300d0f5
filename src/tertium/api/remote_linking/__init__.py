"""Linking by asking a reconciliation service, wherever it is and whichever version it speaks."""

from tertium.api.remote_linking.documents import Named
from tertium.api.remote_linking.linker import Exchange, RemoteLinker
from tertium.api.remote_linking.service import Service, Suggested

__all__ = ["Exchange", "Named", "RemoteLinker", "Service", "Suggested"]
