from collections.abc import Sequence

from tertium.model.terms import Iri
from tertium.queries.aligning import Aligner
from tertium.queries.catalogue import Catalogue
from tertium.queries.gathering import Declared
from tertium.queries.lookups import LookupGatherer
from tests.queries.builders import ex, graph, tt

WD = "http://www.wikidata.org/entity/"


class Counting(LookupGatherer):
    asked: int = 0

    def declared(self, properties: Sequence[Iri]) -> tuple[Declared, ...]:
        type(self).asked += 1
        return super().declared(properties)


def aligner(turtle: str, *qualifiers: Iri) -> Aligner:
    return Aligner((LookupGatherer(graph(turtle)),), frozenset(qualifiers))


def test_what_ships_with_tertium_joins_vocabularies() -> None:
    known = aligner("").alignment([Iri(f"{WD}P569")])
    born = {known.name(iri) for iri in (tt("birthDate"), Iri(f"{WD}P569"))}
    others = ("http://schema.org/birthDate", "http://dbpedia.org/ontology/birthDate")
    assert born == {known.name(Iri(iri)) for iri in others}


def test_declarations_are_followed_from_one_property_to_the_next() -> None:
    turtle = "ex:a owl:equivalentProperty <urn:b> . <urn:b> owl:inverseOf <urn:c> ."
    known = aligner(turtle).alignment([ex("a")])
    assert known.name(ex("a")) == known.name(Iri("urn:b"))
    assert known.turned[known.name(ex("a"))] == (Iri("urn:c"),)


def test_a_wikibase_declares_by_its_own_properties() -> None:
    turtle = "wd:P1 wdt:P1628 <https://schema.org/x> ; wdt:P1647 wd:P2 ; wdt:P1696 wd:P3 ."
    known = aligner(turtle).alignment([Iri("http://schema.org/x")])
    name = known.name(Iri(f"{WD}P1"))
    assert name == known.name(Iri("http://schema.org/x"))
    assert known.wider[name] == {Iri(f"{WD}P2")}
    assert known.turned[name] == (Iri(f"{WD}P3"),)


def test_close_and_related_matches_join_nothing() -> None:
    rows = "".join(
        f"[] owl:annotatedSource ex:a ; owl:annotatedProperty skos:{match} ;"
        " owl:annotatedTarget <urn:b> . "
        for match in ("closeMatch", "relatedMatch")
    )
    known = aligner(rows).alignment([ex("a")])
    assert known.name(ex("a")) != known.name(Iri("urn:b"))


def test_mappings_may_be_wider_or_narrower() -> None:
    ends = "owl:annotatedSource ex:a ; owl:annotatedTarget <urn:b>"
    row = f"[] {ends} ; owl:annotatedProperty skos:{{}} ."
    broad = aligner(row.format("broadMatch")).alignment([ex("a")])
    narrow = aligner(row.format("narrowMatch")).alignment([ex("a")])
    assert broad.wider[ex("a")] == {Iri("urn:b")}
    assert narrow.wider[Iri("urn:b")] == {ex("a")}


def test_a_qualifier_is_no_property() -> None:
    turtle = "ex:a owl:equivalentProperty <urn:b> ."
    assert ex("a") not in aligner(turtle, ex("a")).alignment([ex("a")]).standing


def test_a_property_is_asked_of_once(catalogue: Catalogue) -> None:
    assert catalogue
    one = Aligner((Counting(graph("ex:a owl:inverseOf ex:b .")),))
    found = one.alignment([ex("a")])
    assert one.alignment([ex("b"), ex("a")]) is found
    assert Counting.asked == 2
