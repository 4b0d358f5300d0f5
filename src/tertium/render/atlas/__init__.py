"""Where the places of a comparison lie, drawn without anybody's tiles."""

from tertium.render.atlas.drawing import drawn, told
from tertium.render.atlas.sheet import Sheet, Spot, sheet, wanted

__all__ = ["Sheet", "Spot", "drawn", "sheet", "told", "wanted"]
