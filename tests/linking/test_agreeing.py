from decimal import Decimal

import pytest

from tertium.linking.agreeing import Agreement, agreement
from tertium.linking.features import Feature
from tertium.linking.knowledge import Asked, Held
from tertium.model.dates import Date
from tertium.model.link import Given, ReasonKind
from tertium.model.terms import Iri
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    NoValue,
    Quantity,
    SomeValue,
    Text,
    Value,
    WebAddress,
)

MINE = "https://example.org/"
ABOUT = Iri(MINE + "about")
PARIS = Entity(Iri(MINE + "paris"), "Paris", language="en")
ISTANBUL = Entity(Iri(MINE + "istanbul"), "Constantinople", language="en")
FRANCE = Iri(MINE + "france")
CODED = Entity(Iri("http://www.wikidata.org/entity/Q90"), "Q90")
BORN = Date(year=1879, month=11, day=7)
HIGH = Quantity(amount=Decimal(8848), unit_label="metre")
ROUGH = Quantity(amount=Decimal(50), lower=Decimal(40), upper=Decimal(60))


def found(text: str, *values: Value, around: Iri | None = None, **meant: Iri) -> Agreement | None:
    held = Held(values, frozenset((around,)) if around else frozenset())
    asked = Asked(
        labels={ABOUT: "about"}, meant={name: frozenset((iri,)) for name, iri in meant.items()}
    )
    return agreement(Given(ABOUT, (text,)), held, asked)


def how(text: str, *values: Value, **meant: Iri) -> Feature | None:
    one = found(text, *values, **meant)
    return one.feature if one else None


@pytest.mark.parametrize(
    ("text", "value", "feature"),
    [
        ("Paris", PARIS, Feature.SAME_THING),
        ("paris", PARIS, Feature.SAME_THING),
        (MINE + "paris", PARIS, Feature.SAME_THING),
        ("London", PARIS, Feature.OTHER_THING),
        ("http://www.wikidata.org/entity/Q1", CODED, Feature.OTHER_THING),
        ("wd:Q1", CODED, Feature.OTHER_THING),
        ("7 Nov 1879", BORN, Feature.SAME_DAY),
        ("11/7/1879", BORN, Feature.SAME_DAY),
        ("1879", BORN, Feature.SAME_YEAR),
        ("8,848", HIGH, Feature.SAME_NUMBER),
        ("8850", HIGH, Feature.SAME_NUMBER),
        ("8000", HIGH, Feature.OTHER_NUMBER),
        ("59", ROUGH, Feature.SAME_NUMBER),
        ("61", ROUGH, Feature.OTHER_NUMBER),
        (" Per ASPERA ", Text("per aspera"), Feature.SAME_TEXT),
        ("ad astra", Text("per aspera"), Feature.OTHER_TEXT),
        ("n79", Identifier("N79"), Feature.SAME_CODE),
        ("n80", Identifier("N79"), Feature.OTHER_CODE),
        (MINE + "a", WebAddress(Iri(MINE + "a")), Feature.SAME_CODE),
        (MINE + "b", WebAddress(Iri(MINE + "a")), Feature.OTHER_CODE),
    ],
)
def test_what_is_given_agrees_or_not(text: str, value: Value, feature: Feature) -> None:
    assert how(text, value) is feature


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Paris", CODED),
        ("some time ago", BORN),
        ("high", HIGH),
        ("Paris", NoValue()),
        ("Paris", SomeValue()),
        ("1,2", Coordinate(Decimal(1), Decimal(2))),
    ],
)
def test_what_cannot_be_compared_says_nothing(text: str, value: Value) -> None:
    assert found(text, value) is None


def test_silence_says_nothing() -> None:
    assert found("Paris") is None


def test_another_name_of_a_thing_is_the_same_thing() -> None:
    assert how("Lutetia", PARIS, Lutetia=PARIS.iri) is Feature.SAME_THING
    assert how("Lutetia", CODED, Lutetia=CODED.iri) is Feature.SAME_THING


def test_a_place_lies_in_one_that_is_given() -> None:
    one = found("France", PARIS, around=FRANCE, France=FRANCE)
    assert one is not None
    assert (one.feature, one.reason.kind) == (Feature.AROUND, ReasonKind.PLACE)
    assert one.reason.text == "about: Paris, which lies in France, as given"


def test_of_several_values_the_best_counts() -> None:
    assert how("1879", Date(year=1950), BORN) is Feature.SAME_YEAR
    one = agreement(Given(ABOUT, ("x", "Paris")), Held((PARIS,)), Asked())
    assert one is not None
    assert one.feature is Feature.SAME_THING


def test_without_a_property_only_what_agrees_tells() -> None:
    held = Held((PARIS, BORN))
    assert agreement(Given(None, ("London",)), held, Asked()) is None
    one = agreement(Given(None, ("1879",)), held, Asked())
    assert one is not None
    assert (
        one.reason.text == "given 1879, recorded 7 November 1879: the same as far as both are exact"
    )


@pytest.mark.parametrize(
    ("text", "value", "kind", "told"),
    [
        (
            "Constantinopel",
            ISTANBUL,
            ReasonKind.PROPERTY,
            "about: given Constantinopel, recorded Constantinople: the same but",
        ),
        ("Paris", PARIS, ReasonKind.PROPERTY, "about: Paris, as given"),
        ("London", PARIS, ReasonKind.PROPERTY, "about: Paris, not London, as given"),
        ("1950", BORN, ReasonKind.DATE, "about: 7 November 1879, not 1950, as given"),
        (
            "1880",
            BORN,
            ReasonKind.DATE,
            "about: given 1880, recorded 7 November 1879: a year apart",
        ),
        ("N79", Identifier("N79"), ReasonKind.IDENTIFIER, "about: N79, as given"),
        ("8000", HIGH, ReasonKind.PROPERTY, "about: 8848 metre, not 8000, as given"),
    ],
)
def test_the_reason_says_what_was_given_and_what_is_known(
    text: str, value: Value, kind: ReasonKind, told: str
) -> None:
    one = found(text, value)
    assert one is not None
    assert one.reason.kind is kind
    assert one.reason.text.startswith(told)
    assert (one.reason.score > 0.5) is one.feature.agrees


def test_what_differs_from_a_place_is_of_places() -> None:
    one = found("London", PARIS, around=FRANCE)
    assert one is not None
    assert one.reason.kind is ReasonKind.PLACE
