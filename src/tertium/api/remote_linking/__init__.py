"""Linking by asking a reconciliation service, wherever it is and whichever version it speaks."""

from tertium.api.remote_linking.documents import Named
from tertium.api.remote_linking.linker import Exchange, RemoteLinker
from tertium.api.remote_linking.service import Service, Suggested
from tertium.api.remote_linking.web import remote_linker

__all__ = ["Exchange", "Named", "RemoteLinker", "Service", "Suggested", "remote_linker"]
