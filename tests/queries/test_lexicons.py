from tertium.model.terms import Iri, Literal
from tertium.queries.lexicons import entries
from tertium.store.protocol import Binding

BORN = Iri("https://w3id.org/tertium/ontology#birthDate")
OWN: tuple[Binding, ...] = (
    {"property": BORN, "language": Literal("en"), "form": Literal("first saw the light")},
)


def test_what_the_graph_says_is_not_said_by_us_too() -> None:
    rows = entries(("en",), OWN)
    assert [row["form"] for row in rows if row["property"] == BORN] == [
        Literal("first saw the light")
    ]
    assert len(rows) > 100


def test_another_language_is_ours_when_the_graph_has_none() -> None:
    rows = [row for row in entries(("de",), OWN) if row["property"] == BORN]
    assert {str(row["language"]) for row in rows[1:]} == {str(Literal("de"))}


def test_a_language_without_a_lexicon_has_no_entries() -> None:
    assert entries(("xx",), ()) == ()
