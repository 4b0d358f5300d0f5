"""From a name and what is known of a thing to the entity that is meant, with reasons."""

from tertium.linking.deciding import decide
from tertium.linking.knowledge import Asked, Held, Known
from tertium.linking.spelling import LONGEST, cleaned

__all__ = ["LONGEST", "Asked", "Held", "Known", "cleaned", "decide"]
