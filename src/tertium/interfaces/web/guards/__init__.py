"""What stands before all rooms of the site: who is let in, how much they bring, what goes out."""

from tertium.interfaces.web.guards.answers import Twin
from tertium.interfaces.web.guards.guarding import Guard, Limits

__all__ = ["Guard", "Limits", "Twin"]
