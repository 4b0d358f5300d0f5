import pytest

from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.likeness import likenesses
from tertium.narrate.messages import Agreement, Shared
from tertium.narrate.refer import Names

from ...builders import LEXICON, NONE, Fact, about, date, fact, row_of, section, thing

from tertium.model.dates import Interval

BODY = thing("Politburo", "the Politburo", kind="Body")
CITY = thing("Moscow")


def _wordings(
    *facts: tuple[Fact, ...], everyone: bool = True, overlap: Interval | None = None
) -> list[str]:
    people = [about(name, *own) for name, own in zip(("Ada", "Bo", "Cy"), zip(*facts, strict=True))]
    count = len(facts)
    agreements = tuple(
        Agreement(statements=tuple(person.statements[n] for person in people), overlap=overlap)
        for n in range(count)
    )
    drafts = likenesses(Shared(agreements, everyone=everyone), Verbs(LEXICON))
    return [Names().spell(draft.phrase).text for draft in drafts]


def test_likeness_has_several_wordings() -> None:
    peace = fact("ideology", "peace")
    assert _wordings((peace, peace)) == [
        "Both adhered to peace.",
        "Both ada and bo adhered to peace.",
        "Ada and bo both adhered to peace.",
        "Ada, like bo, adhered to peace.",
        "Like ada, bo adhered to peace.",
    ]


def test_three_are_all() -> None:
    peace = fact("ideology", "peace")
    assert _wordings((peace, peace, peace)) == [
        "All three adhered to peace.",
        "Ada, bo and cy all adhered to peace.",
    ]


def test_two_of_three_are_named() -> None:
    ally = fact("ally", "Lenin")
    assert _wordings((ally, ally), everyone=False)[:2] == [
        "Both ada and bo were allied with Lenin.",
        "Ada and bo were both allied with Lenin.",
    ]


def test_a_poet_each() -> None:
    poet = fact("occupation", thing("poet", "a poet"))
    assert _wordings((poet, poet))[:2] == ["Each was a poet.", "Ada and bo each was a poet."]
    assert _wordings((poet, poet), everyone=False)[0] == "Ada and bo each was a poet."


def test_what_nobody_has() -> None:
    none = fact("party", NONE)
    assert _wordings((none, none)) == [
        "Neither had any party membership.",
        "Neither ada nor bo had any party membership.",
    ]
    assert _wordings((none, none, none))[0] == "None of the three had any party membership."
    assert _wordings((none, none), everyone=False)[0].startswith("Neither ada nor bo")
