"""How entities are connected, as a picture and as what a script can lay out anew."""

from tertium.render.connections.drawing import drawn
from tertium.render.connections.ladders import Edge, Ladder, Rung, ladders
from tertium.render.connections.webs import web

__all__ = ["Edge", "Ladder", "Rung", "drawn", "ladders", "web"]
