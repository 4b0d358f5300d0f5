import pytest

from tests.store.sidecar.builders import counted

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
NAME = "https://example.org/name"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (':a a :T ; rdfs:label "A" ; :name "B" .', [LABEL]),
        (':a a :T ; :name "A" .', [NAME]),
        (':a a :T ; :name "A" . :P a owl:Class ; rdfs:label "P" .', [LABEL, NAME]),
        (':a a :T ; :name "A" ; :title "B" ; :label "C" .', ["label", NAME, "title"]),
        (":a a :T ; :name :b .", []),
        (':a a :T ; rdfs:label "A" . :b a :T ; :name "B" .', [LABEL]),
        (':a a :T ; rdfs:label "A" . :b a :T ; :name "B" . :c a :T ; :name "C" .', [LABEL, NAME]),
        ('[] rdfs:label "A" . :b :name "B" .', [LABEL, NAME]),
    ],
)
def test_well_known_labels_suffice_where_half_of_the_entities_have_them(
    text: str, expected: list[str]
) -> None:
    found = counted(text).label_predicates
    assert [iri if iri in (LABEL, NAME) else iri.split("/")[-1] for iri in found] == expected


def test_a_name_states_nothing() -> None:
    assert counted(':a a :T ; :name "A" .').properties() == ()
