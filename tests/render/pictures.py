"""Pictures taken apart again, to see what is in them."""

from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate

from tertium.render.svg import Picture

__all__ = ["Part", "Parts", "parts_of"]


@dataclass
class Part:
    """An element: its name, attributes and text."""

    name: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Parts:
    """All elements of a picture, in order."""

    found: list[Part] = field(default_factory=list)
    open: list[Part] = field(default_factory=list)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        part = Part(name, attributes)
        self.found.append(part)
        self.open.append(part)

    def end(self, _: str) -> None:
        self.open.pop()

    def tell(self, text: str) -> None:
        self.open[-1].text += text

    @property
    def names(self) -> set[str]:
        return {part.name for part in self.found}

    @property
    def kinds(self) -> list[str]:
        return [part.attributes.get("class", "") for part in self.found]

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.found)

    def all(self, name: str) -> list[Part]:
        return [part for part in self.found if part.name == name]


def parts_of(picture: Picture) -> Parts:
    parts = Parts()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = parts.begin
    parser.EndElementHandler = parts.end
    parser.CharacterDataHandler = parts.tell
    parser.Parse(picture.svg.encode(), bool(picture))
    return parts
