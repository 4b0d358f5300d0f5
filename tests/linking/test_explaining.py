import pytest

from tertium.linking.explaining import why
from tertium.linking.knowledge import Asked, Held, Known
from tertium.linking.scoring import weigh
from tertium.model.link import Given, LinkOutcome, LinkQuery
from tertium.model.terms import Iri
from tertium.model.values import Entity, Text

LATIN = Iri("https://example.org/motto")


@pytest.mark.parametrize(
    ("motto", "told"),
    [
        (
            "per aspera",
            "the nearest name, Rosa Lind, is not near enough even so; motto: per aspera",
        ),
        ("ad astra", "the nearest, Rosa Lind, differs: motto: ad astra, not per aspera, as given"),
        ("", "the nearest name, Rosa Lind, is not near enough by itself; what is given is not rec"),
    ],
)
def test_a_doubt_says_what_agrees_and_what_does_not(motto: str, told: str) -> None:
    entity = Entity(Iri("https://example.org/rosa"), "Rosa Lind", language="en")
    held = Held((Text(motto),) if motto else ())
    query = LinkQuery(text="R. Lind", given=(Given(LATIN, ("per aspera",)),))
    asked = Asked(labels={LATIN: "motto"})
    scored = weigh(query, Known(entity=entity, names=("Rosa Lind",), held=(held,)), asked)
    assert scored is not None
    assert why(LinkOutcome.DOUBTFUL, [scored], query=query, asked=asked).startswith(told)
