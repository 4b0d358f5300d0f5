"""How two entities are connected: chains of edges through nodes that tell something."""

from tertium.connect.choosing import choose
from tertium.connect.network import Chain, Network, frontier, network
from tertium.connect.scale import FARTHEST, Scale
from tertium.connect.searching import chains, useful
from tertium.connect.timing import timeliness

__all__ = [
    "FARTHEST",
    "Chain",
    "Network",
    "Scale",
    "chains",
    "choose",
    "frontier",
    "network",
    "timeliness",
    "useful",
]
