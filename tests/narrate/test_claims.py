from tertium.model.dates import Date, Precision
from tertium.model.narrative import ClaimKind
from tests.narrate.builders import about, compare, date, fact, flat, tell

ADA = about(
    "Ada",
    fact("birthDate", date("1900")),
    fact("birthName", "Ada Byron"),
    fact("residence", "Rome"),
)
BO = about("Bo", fact("birthDate", date("1910")), fact("residence", "Rome"))


def test_a_sentence_may_make_several_claims() -> None:
    sentence = tell(ADA, BO).sections[0].sentences[0]
    assert sentence.text == (
        "Ada was born in 1900 as Ada Byron; Bo was born ten years later, in 1910."
    )
    assert [claim.kind for claim in sentence.claims] == [ClaimKind.ORDER, ClaimKind.STATED]


def test_no_years_are_counted_from_a_century() -> None:
    born = fact("birthDate", Date(year=1200, precision=Precision.CENTURY))
    old = about("Ada", born, fact("birthName", "Ada Byron"), fact("residence", "Rome"))
    sentence = tell(old, BO).sections[0].sentences[0]
    assert "later" not in sentence.text
    assert "the 12th century" in sentence.text


def test_a_gap_names_who_and_what_is_missing() -> None:
    one = about("Ada", fact("residence", "Rome"), fact("occupation", "poetry"), fact("party", "X"))
    other = about("Bo", fact("occupation", "prose"))
    claims = [c for s in flat(tell(one, other)) for c in s.claims if c.unrecorded]
    rows = {row.predicate.iri for row in compare(one, other).gaps}
    assert claims
    assert {(one, two in rows) for c in claims for one, two in c.unrecorded} == {(other.iri, True)}
