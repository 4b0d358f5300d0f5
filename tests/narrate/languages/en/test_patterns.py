from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

import pytest

from tertium.model.dates import Date
from tertium.model.lexicon import Lexicon, VerbFrame
from tertium.model.likeness import Ground
from tertium.model.pattern import (
    Branch,
    Constant,
    Edge,
    Measured,
    Nested,
    Range,
    Recorded,
)
from tertium.model.terms import Iri, Literal, Term
from tertium.model.values import Entity, Value
from tertium.narrate.languages.en import PatternTeller


def entity(name: str) -> Entity:
    return Entity(iri(name), name, language="en")


def iri(name: str) -> Iri:
    return Iri(f"urn:{name}")


NAMES: Final = (
    *("Stalin", "Trotsky", "Lenin", "human", "city", "Gori", "Odessa", "Georgia", "Politburo"),
    *("Pravda", "Iskra", "Zarya", "Proletary", "Vpered"),
)
DAY: Final = Literal("1878-12-18")
VALUES: Final[Mapping[Term, Value]] = {
    **{iri(name): entity(name) for name in NAMES},
    iri("Q1"): Entity(iri("Q1"), "Q1"),
    DAY: Date(year=1878, month=12, day=18),
}
FRAMES: Final = {
    iri("born-in"): VerbFrame("was born in", "were born in"),
    iri("born"): VerbFrame("was born", "were born"),
    iri("wrote"): VerbFrame("wrote for", "wrote for"),
    iri("children"): VerbFrame("had … children", "had … children"),
    iri("in"): VerbFrame("lies in", "lie in"),
}
LABELS: Final = {
    **{iri(name): name for name in ("type", "capital", "inception", "length", "wrote")},
    iri("direct-born"): "date of birth",
    iri("influence"): "influenced by",
    iri("member"): "member of",
    iri("cast"): "cast member",
}
TELLER: Final = PatternTeller(
    lexicon=Lexicon(frames=FRAMES),
    names={iri("direct-born"): iri("born")},
    labels=LABELS,
    values=VALUES,
    kinds=frozenset({iri("type")}),
)
STALIN, TROTSKY, LENIN = map(entity, ("Stalin", "Trotsky", "Lenin"))


def has(name: str, value: str | Literal, *, inverse: bool = False) -> Branch:
    term = value if isinstance(value, Literal) else iri(value)
    return Branch(Edge(iri(name), inverse), Constant(term))


def something(name: str, *inside: Branch) -> Branch:
    return Branch(Edge(iri(name)), Nested(inside))


def within(
    name: str, measured: Measured, low: int | None, high: int | None = None, *, strict: bool = False
) -> Branch:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    low_, high_ = ends
    return Branch(Edge(iri(name)), Range(measured=measured, low=low_, high=high_, strict=strict))


HUMAN: Final = has("type", "human")
CITY: Final = has("type", "city")
IN: Final = has("in", "Georgia")


@pytest.mark.parametrize(
    ("branch", "said"),
    [
        (HUMAN, "is a human"),
        (has("born-in", "Gori"), "was born in Gori"),
        (has("direct-born", DAY), "was born on 18 December 1878"),
        (has("inception", DAY), "has 18 December 1878 as inception"),
        (has("born-in", Literal("Gori")), "was born in Gori"),
        (has("born-in", "nobody knows"), "was born in something"),
        (has("cast", "Iskra", inverse=True), "is recorded as cast member of Iskra"),
        (has("influence", "Lenin", inverse=True), "is recorded as “influenced by” of Lenin"),
        (something("born-in", CITY), "was born in a city"),
        (something("born-in", CITY, IN), "was born in a city that lies in Georgia"),
        (something("born-in", IN), "was born in something that lies in Georgia"),
        (something("capital", CITY), "has a city as capital"),
        (something("capital", CITY, IN), "has a capital that is a city and lies in Georgia"),
        (within("direct-born", Measured.YEAR, 1870, 1879), "was born between 1870 and 1879"),
        (within("direct-born", Measured.YEAR, 1878, 1878), "was born in 1878"),
        (within("direct-born", Measured.YEAR, None, 1879, strict=True), "was born before 1879"),
        (within("direct-born", Measured.YEAR, 1870, strict=True), "was born after 1870"),
        (within("inception", Measured.YEAR, 1870, 1879), "has an inception between 1870 and 1879"),
        (within("children", Measured.NUMBER, 1, 6), "had between 1 and 6 children"),
        (within("children", Measured.NUMBER, 4, 4), "had 4 children"),
        (within("children", Measured.NUMBER, 4, strict=True), "had more than 4 children"),
        (within("children", Measured.NUMBER, None, 4, strict=True), "had less than 4 children"),
        (within("length", Measured.NUMBER, 5, 9), "has a length of between 5 and 9"),
        (Branch(Edge(iri("capital")), Recorded()), "has a capital recorded"),
        (Branch(Edge(iri("influence")), Recorded()), "has “influenced by” recorded"),
        (Branch(Edge(iri("unheard")), Recorded()), "has an urn:unheard recorded"),
    ],
)
def test_a_branch_is_a_verb_phrase(branch: Branch, said: str) -> None:
    assert TELLER.part(branch) == said


def test_what_two_or_more_share_is_one_sentence() -> None:
    branches = [
        has("wrote", "Iskra"),
        has("wrote", "Pravda"),
        within("direct-born", Measured.YEAR, 1870, 1879),
        something("born-in", CITY),
        HUMAN,
    ]
    said = "are humans; wrote for Iskra and Pravda; were born between 1870 and 1879; and were born"
    assert TELLER.shared((STALIN, TROTSKY), branches) == f"Both {said} in a city."
    assert TELLER.shared((STALIN, TROTSKY, LENIN), branches) == f"All three {said} in a city."


def test_what_is_left_out_of_the_sentence_is_counted() -> None:
    names = ("Pravda", "Iskra", "Zarya", "Proletary", "Vpered")
    branches = [HUMAN, *(has("wrote", name) for name in names)]
    listed = "Pravda, Iskra, Zarya and Proletary"
    assert TELLER.shared((STALIN, TROTSKY), branches) == (
        f"Both are humans and wrote for {listed}; and one more thing, see the query."
    )


def test_things_without_a_class_in_common_share_nothing_but() -> None:
    said = "Stalin and Gori share nothing recorded"
    assert TELLER.shared((STALIN, entity("Gori")), [IN]) == f"{said} but this: both lie in Georgia."
    assert TELLER.shared((STALIN, entity("Gori")), []) == f"{said}."


def test_what_has_no_name_is_counted_but_not_said() -> None:
    inside = something("born-in", has("in", "Q1"), CITY)
    branches = [HUMAN, has("wrote", "Q1"), has("wrote", "Pravda"), inside]
    assert TELLER.shared((STALIN, TROTSKY), branches) == (
        "Both are humans, wrote for Pravda and were born in a city; and one more thing, "
        "see the query."
    )
    assert TELLER.shared((STALIN, TROTSKY), [has("wrote", "Q1")]).endswith("both wrote for Q1.")


def test_what_has_only_a_number_has_no_name() -> None:
    teller = replace(TELLER, codes=frozenset({iri("Iskra")}))
    assert teller.unnamed(has("wrote", "Iskra"))
    assert not teller.unnamed(has("wrote", "Pravda"))
    assert not teller.unnamed(Branch(Edge(iri("wrote")), Recorded()))


def test_a_class_called_like_the_property_says_only_that_there_is_a_value() -> None:
    hollow = something("capital", has("type", "capital"))
    teller = replace(TELLER, values={**VALUES, iri("capital"): entity("Capital")})
    assert teller.part(hollow) == "has a capital recorded"


def test_a_date_within_another_is_said_once_and_each_with_its_preposition() -> None:
    month, year, other = (Literal(text) for text in ("1878-12", "1878", "1879"))
    dates: dict[Term, Value] = {
        month: Date(year=1878, month=12),
        year: Date(year=1878),
        other: Date(year=1879),
    }
    teller = replace(TELLER, values={**VALUES, **dates})
    said = teller.apart(
        HUMAN,
        pair=(STALIN, TROTSKY),
        values=(),
        instead=(),
        ground=Ground.OTHER,
    )
    assert said == "Stalin is a human; for Trotsky it is not recorded."
    born = [Branch(Edge(iri("direct-born")), Constant(term)) for term in (year, month, DAY, other)]
    assert teller.alone(STALIN, None, born) == (
        "Of all things here, only Stalin was born on 18 December 1878 and in 1879."
    )


def test_before_a_figure_a_coined_label_is_in_quotes() -> None:
    teller = replace(TELLER, coined=frozenset({iri("inception"), iri("length"), iri("children")}))
    assert teller.part(within("inception", Measured.YEAR, 1870, 1879)) == (
        "has “inception” between 1870 and 1879"
    )
    assert teller.part(within("length", Measured.NUMBER, 1, 2)) == "has “length” of between 1 and 2"
    assert teller.part(within("children", Measured.NUMBER, 1, 2)) == "had between 1 and 2 children"


def test_what_points_at_them_is_said_of_each() -> None:
    branches = [HUMAN, *(has(name, "Iskra", inverse=True) for name in ("cast", "member"))]
    assert TELLER.shared((STALIN, TROTSKY), branches) == (
        "Both are humans and are each recorded as cast member of Iskra; and one more thing, "
        "see the query."
    )


def test_what_is_merely_recorded_is_said_only_when_there_is_nothing_else() -> None:
    branches = [Branch(Edge(iri("capital")), Recorded()), Branch(Edge(iri("length")), Recorded())]
    assert TELLER.shared((STALIN, TROTSKY), branches) == (
        "Stalin and Trotsky share nothing recorded but this: both have a capital recorded and "
        "have a length recorded."
    )


@pytest.mark.parametrize(
    ("branch", "instead", "ground", "said"),
    [
        (
            something("born-in", IN),
            ("Odessa",),
            Ground.OTHER,
            "Stalin was born in something that lies in Georgia (Gori); Trotsky was born in Odessa.",
        ),
        (
            has("born-in", "Gori"),
            ("Odessa",),
            Ground.PARTLY,
            "Stalin was born in Gori; Trotsky was born in Odessa, of which this is not recorded.",
        ),
        (
            has("born-in", "Gori"),
            (),
            Ground.PARTLY,
            "Stalin was born in Gori; for Trotsky it is not recorded.",
        ),
        (
            Branch(Edge(iri("capital")), Recorded()),
            (),
            Ground.SILENT,
            "Stalin has a capital recorded (Gori); for Trotsky none is recorded.",
        ),
    ],
)
def test_what_sets_apart_is_said_with_what_the_other_has_instead(
    branch: Branch, instead: tuple[str, ...], ground: Ground, said: str
) -> None:
    assert said == TELLER.apart(
        branch,
        pair=(STALIN, TROTSKY),
        values=(iri("Gori"),),
        instead=tuple(map(iri, instead)),
        ground=ground,
    )


def test_many_values_are_cut_in_a_sentence() -> None:
    many = tuple(map(iri, ("Pravda", "Iskra", "Zarya", "Proletary", "Vpered")))
    said = TELLER.apart(
        has("wrote", "Iskra"),
        pair=(STALIN, TROTSKY),
        values=(),
        instead=many,
        ground=Ground.OTHER,
    )
    assert said.endswith("Trotsky wrote for Pravda, Iskra, Zarya, Proletary and one more.")


def test_what_singles_out() -> None:
    said = TELLER.alone(STALIN, entity("human"), [has("born-in", "Gori")])
    assert said == "Of all of the class human here, only Stalin was born in Gori."
    said = TELLER.alone(STALIN, None, [])
    assert said == "Nothing singles Stalin out among all things here."
    said = TELLER.alone(STALIN, entity("human"), [])
    assert said == "Nothing singles Stalin out among all of the class human here."
    said = TELLER.alone(STALIN, None, [has("born-in", "Gori")])
    assert said == "Of all things here, only Stalin was born in Gori."
