from tertium.model.terms import Iri
from tertium.store.sidecar.beginning import beginning
from tests.store.sidecar.builders import counted

CONNECTION = counted("""
:port rdfs:label "Port" . :portugal rdfs:label "Portugal" . :porto rdfs:label "Porto" .
:lisbon rdfs:label "Lisbon" ; skos:altLabel "Portuguese capital" .
:x rdfs:label "X" ; :in :portugal , :lisbon . :y rdfs:label "Y" ; :in :portugal , :lisbon , :porto .
:z rdfs:label "Z" ; :in :lisbon .
:cafe rdfs:label "Café Central"@fr . :central rdfs:label "Centralia" , "Central City" .
:old rdfs:label "Old Central Park" . :mid rdfs:label "Eccentral" .
""").connection


def found(text: str, *, limit: int = 10) -> list[str]:
    some = beginning(CONNECTION, text, limit=limit)
    return [iri.removeprefix("https://example.org/") for iri in some]


def test_names_that_begin_so_come_before_those_of_which_a_word_does() -> None:
    assert found("CENTR") == ["central", "cafe", "old"]


def test_the_weightiest_come_first_labels_before_other_names() -> None:
    assert found("port") == ["portugal", "porto", "port", "lisbon"]
    assert found("po", limit=2) == ["portugal", "porto"]


def test_accents_do_not_matter() -> None:
    assert found("cafe") == ["cafe"]
    assert beginning(CONNECTION, "CAFÉ", limit=1) == (Iri("https://example.org/cafe"),)


def test_there_are_no_more_than_wanted() -> None:
    assert found("centr", limit=1) == ["central"]
    assert found("centr", limit=2) == ["central", "cafe"]


def test_two_letters_are_the_beginning_of_the_whole_name_only() -> None:
    assert found("ce") == ["central"]


def test_nothing_begins_with_nothing() -> None:
    assert found("") == found("…") == []


def test_several_words_may_be_typed() -> None:
    assert found("old cent") == ["old"]
    assert found("central pa") == ["old"]


def test_signs_begin_nothing() -> None:
    assert found("+++") == found('"""') == []
