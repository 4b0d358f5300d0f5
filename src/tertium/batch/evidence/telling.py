"""What a page rests on, in plain words."""

from collections.abc import Mapping
from typing import Final

from tertium.batch.facts import Key, Noun

__all__ = ["said"]

_SAID: Final[Mapping[Noun, str]] = {
    Noun.GRAPH: "what the ontology and the files of the graph say to every page in {}",
    Noun.NAME: "what is meant by “{}”",
    Noun.THING: "names, classes and other IRIs of <{}>",
    Noun.CLASSES: "the classes and concepts above <{}>",
    Noun.WHOLES: "the wholes and places around <{}>",
    Noun.DECLARED: "what is declared of the property <{}>",
    Noun.STATED: "what is stated of <{}>",
    Noun.LEADING: "how many things lead by <{}> to <{}>",
    Noun.SAYING: "what leads by <{}> to <{}>",
    Noun.BEGUN: "when <{}> began",
    Noun.TOLD: "what introduces <{}>",
    Noun.AROUND: "the links around <{}>, up to {} alike",
    Noun.TOTAL: "how many {} the graph has",
}
_COUNTED: Final[Mapping[str, str]] = {
    "class_sizes": "how many entities are of the class <{}>",
    "having": "how many of the class <{}> have <{}>",
    "stated": "how many statements the class <{}> makes of <{}>",
    "sharing": "how many entities have by <{}> the value {}",
    "reuse": "how far values of <{}> are shared",
    "crowding": "how many stand around a value of <{}>",
    "of_property": "the share of values of <{}> that lie below <{}>",
    "of_all": "the share of all values that lie below <{}>",
    "links": "how many values of <{}> are entities",
}


def said(key: Key) -> str:
    """Return in words what is read by a key.

    >>> said(Key("stated", ("urn:a",)))
    'what is stated of <urn:a>'
    """
    noun = Noun(key.noun)
    if noun is Noun.COUNT:
        table, *columns = key.item
        return _COUNTED[table].format(*columns)
    return _SAID[noun].format(*key.item)
