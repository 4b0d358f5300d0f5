"""The dates of a comparison, drawn along one axis and told in a list."""

from tertium.render.timeline.drawing import drawn, said
from tertium.render.timeline.setting import Lane, Timeline, timeline

__all__ = ["Lane", "Timeline", "drawn", "said", "timeline"]
