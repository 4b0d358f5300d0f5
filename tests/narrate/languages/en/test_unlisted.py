import pytest

from tertium.model.values import Text, Value
from tertium.narrate.languages.en.unlisted import made_frame
from tests.narrate.builders import amount

WORDS = Text("")


@pytest.mark.parametrize(
    ("label", "value", "singular", "plural"),
    [
        ("capital", WORDS, "has … as capital", "have … as capital"),
        ("flows into", WORDS, "flows into", "flow into"),
        ("located in", WORDS, "is located in", "are located in"),
        ("member of", WORDS, "is a member of", "are member of"),
        ("class of", WORDS, "is a class of", "are class of"),
        ("is part of", WORDS, "is part of", "are part of"),
        ("was born", WORDS, "was born of", "were born of"),
        ("is made", WORDS, "is made of", "are made of"),
        ("was founded", WORDS, "was founded", "were founded"),
        ("is", WORDS, "has … as is", "have … as is"),
        ("in", WORDS, "has … as in", "have … as in"),
        ("has part", WORDS, "has … as part", "have … as part"),
        ("area", amount(5), "has an area of", "have an area of"),
        ("had height", amount(5), "has a height of", "have a height of"),
        (
            "number of children",
            amount(1),
            "has … as number of children",
            "have … as number of children",
        ),
    ],
)
def test_a_label_becomes_a_verb_phrase(
    label: str, value: Value, singular: str, plural: str
) -> None:
    frame = made_frame(label, value)
    assert (frame.singular, frame.plural) == (singular, plural)
