"""Each kind of claim on the same things, however a graph states them."""

from collections.abc import Iterator

import pytest

from tertium.model.narrative import Claim, ClaimKind
from tertium.model.statement import Statement
from tertium.model.terms import BlankNode, Iri
from tertium.queries.asking import asked, is_claim
from tertium.queries.catalogue import Catalogue
from tertium.queries.formulas import FORMULAS, formula
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore, ask
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tertium.store.vocabulary import RDF_SUBJECT
from tests.queries.builders import ex, graph, tt

ONTOLOGY = """
tt:from a owl:DatatypeProperty , tt:QualifierProperty ; tt:role "start" .
tt:until a owl:DatatypeProperty , tt:QualifierProperty ; tt:role "end" .
tt:by a owl:ObjectProperty , tt:QualifierProperty ; tt:role "holder" .
wd:P580 a tt:QualifierProperty ; tt:role "start" . wd:P582 a tt:QualifierProperty ; tt:role "end" .
wd:P3 a tt:QualifierProperty ; tt:role "holder" .
tt:born a owl:DatatypeProperty . tt:sat a owl:ObjectProperty . tt:rated a owl:ObjectProperty .
"""
FACTS = (
    *("a born 1878-12-18", "b born 1879", "a tall 12.5", "b tall 100", "a sat duma 1905 1912"),
    *("b sat duma 1910 1920", "a rated able by kim", "b rated able by lee", "a met b", "b met c"),
)
LITERALS = {"born": "date", "tall": "decimal"}
UNIT = "http://qudt.org/schema/qudt/unit"
QUALIFIERS = {"tt:from": "pq:P580", "tt:until": "pq:P582", "tt:by": "pq:P3"}
NUMBERS = {"born": "P569", "tall": "P2048", "sat": "P463", "rated": "P1", "met": "P2"}


def written(name: str, text: str) -> str:
    kind = "gYear" if text.isdecimal() and len(text) == 4 else LITERALS.get(name, "")
    return f'"{text}"^^xsd:{kind}' if kind else f"ex:{text}"


def qualifying(parts: list[str]) -> dict[str, str]:
    match parts:
        case ["by", holder]:
            return {"by": f"ex:{holder}"}
        case [start, end]:
            return {"from": f'"{start}"^^xsd:gYear', "until": f'"{end}"^^xsd:gYear'}
        case _:
            return {}


def turtle(shape: str, number: int, text: str) -> str:
    subject, name, value, *rest = text.split()
    term = written(name, value)
    more = " ; ".join(f"tt:{part} {one}" for part, one in qualifying(rest).items())
    about = f"rdf:subject ex:{subject} ; rdf:predicate tt:{name} ; rdf:object {term} ; {more} ."
    match shape:
        case "reified":
            return f"s:{number} {about}"
        case "wikibase":
            node = (
                f"ex:{subject} p:{NUMBERS[name]} s:{number} . s:{number} ps:{NUMBERS[name]} {term}"
            )
            more = more.replace("tt:from", "pq:P580").replace("tt:until", "pq:P582")
            return (
                f"{node} ; {more.replace('tt:by', 'pq:P3')} ; wikibase:rank wikibase:NormalRank ."
            )
        case "plain":
            return f"ex:{subject} tt:{name} {term} . {f'[] {about}' if more else ''}"
        case "node":
            return f"ex:{subject} tt:{name} [ rdf:value {term} ; {more} ] ."
        case _:
            return f"ex:{subject} tt:{name} ( {term} ) ."


def reified(text: str) -> str:
    return turtle("reified", len(text), text)


def stated(shape: str, *facts: str) -> OxigraphStore:
    texts = (turtle(shape, number, one) for number, one in enumerate(facts))
    return graph(ONTOLOGY + "\n".join(texts))


def read(store: OxigraphStore, catalogue: Catalogue, name: str) -> tuple[Statement, ...]:
    found = Reader(store, catalogue).statements((ex("a"), ex("b")))
    return tuple(s for s in found if s.predicate.iri.endswith((f"#{name}", f"/{NUMBERS[name]}")))


def alone(whole: OxigraphStore, statements: tuple[Statement, ...]) -> OxigraphStore:
    """Return what states them, with all that is said of their nodes and of their triples."""
    store = OxigraphStore()
    for one in statements:
        store.add(one.triples)
        nodes: tuple[Iri | BlankNode, ...] = (one.iri, *notes(whole, one))
        for node in nodes:
            store.add((node, predicate, term) for predicate, term in whole.arcs(node))
    return store


def notes(whole: OxigraphStore, one: Statement) -> Iterator[BlankNode]:
    for node in whole.subjects(RDF_SUBJECT, one.subject):
        said = {term for _, term in whole.arcs(node)}
        if isinstance(node, BlankNode) and {*one.triples[0]} <= said:
            yield node


def truths(store: OxigraphStore, claims: tuple[Claim, ...]) -> Iterator[bool]:
    engines: tuple[GraphStore, ...] = (store, RdflibStore(to_graph(store)))
    return (all(ask(engine, one.ask) for one in claims) for engine in engines)


SHAPES = ("reified", "wikibase", "plain", "node", "list")
CLAIMS = (
    *(("sat", ClaimKind.SHARED), ("born", ClaimKind.DIFFER), ("born", ClaimKind.ORDER)),
    *(("tall", ClaimKind.ORDER), ("sat", ClaimKind.OVERLAP), ("rated", ClaimKind.OPINION)),
    *(("met", ClaimKind.PATH), ("met", ClaimKind.RELATION), ("tall", ClaimKind.STATED)),
)
every_claim = pytest.mark.parametrize(("name", "kind"), CLAIMS)
every_shape = pytest.mark.parametrize("shape", SHAPES)


@every_shape
@every_claim
def test_a_claim_is_true_of_its_evidence_alone_and_of_no_part_of_it(
    shape: str, name: str, kind: ClaimKind, catalogue: Catalogue
) -> None:
    whole = stated(shape, *FACTS)
    statements = read(whole, catalogue, name)
    assert len(statements) == 2
    claims = asked(Claim(kind=kind, statements=statements), catalogue)
    assert [*truths(whole, claims)] == [True, True]
    assert [*truths(alone(whole, statements), claims)] == [True, True]
    for one in statements:
        rest = tuple(other for other in statements if other is not one)
        assert [*truths(alone(whole, rest), claims)] == [False, False]
    assert all(is_claim(one.ask, catalogue) for one in claims)


@every_shape
@pytest.mark.parametrize(
    ("name", "kind", "changed"),
    [
        ("born", ClaimKind.ORDER, ("a born 1879", "b born 1878-12-18")),
        ("born", ClaimKind.DIFFER, ("a born 1878-12-18", "b born 1878-12-18")),
        ("tall", ClaimKind.ORDER, ("a tall 100", "b tall 12.5")),
        ("sat", ClaimKind.SHARED, ("a sat duma 1905 1912", "b sat rada 1910 1920")),
        ("met", ClaimKind.PATH, ("a met b", "d met c")),
    ],
)
def test_another_graph_bears_a_claim_out_no_more(
    shape: str, name: str, kind: ClaimKind, changed: tuple[str, ...], *, catalogue: Catalogue
) -> None:
    statements = read(stated(shape, *FACTS), catalogue, name)
    claims = asked(Claim(kind=kind, statements=statements), catalogue)
    assert [*truths(stated(shape, *changed), claims)] == [False, False]


@pytest.mark.parametrize(
    ("name", "kind", "question"),
    [
        ("sat", ClaimKind.SHARED, "claim/shared"),
        ("born", ClaimKind.DIFFER, "claim/differ"),
        ("born", ClaimKind.ORDER, "claim/order"),
        ("tall", ClaimKind.ORDER, "claim/greater"),
        ("sat", ClaimKind.OVERLAP, "claim/overlap"),
        ("rated", ClaimKind.OPINION, "claim/opinion"),
        ("met", ClaimKind.PATH, "claim/path"),
        ("met", ClaimKind.RELATION, "claim/path"),
    ],
)
def test_each_kind_puts_its_own_question(
    name: str, kind: ClaimKind, question: str, *, catalogue: Catalogue
) -> None:
    whole = stated("reified", *FACTS)
    found = formula(Claim(kind=kind, statements=read(whole, catalogue, name)))
    assert found is not None
    assert found[0] == question in FORMULAS


@pytest.mark.parametrize(
    ("early", "late", "truth"),
    [
        ('"1878-12-18"^^xsd:date', '"1879"^^xsd:gYear', True),
        ('"1879"^^xsd:gYear', '"1878-12-18"^^xsd:date', False),
        ('"-0099"^^xsd:gYear', '"-0043-03-15"^^xsd:date', True),
        ('"-0043-03-15"^^xsd:date', '"-0099"^^xsd:gYear', False),
        ('"-0043-03-15"^^xsd:date', '"-0043-03-16"^^xsd:date', True),
        ('"0031"^^xsd:gYear', '"1917-11-07T00:00:00Z"^^xsd:dateTime', True),
        ('"1917-11"^^xsd:gYearMonth', '"1917-11"^^xsd:gYearMonth', False),
    ],
)
def test_dates_of_any_kind_are_put_in_order(
    early: str, late: str, truth: bool, *, catalogue: Catalogue
) -> None:
    whole = graph(f"ex:a tt:born {early} . ex:b tt:born {late} .")
    first, second = (o for one in "ab" for o in whole.objects(ex(one), tt("born")))
    triples = (ex("a"), tt("born"), first), (ex("b"), tt("born"), second)
    text = catalogue["claim/order"].bind(subject=triples, first=[(*triples[0], *triples[1])])
    assert [ask(one, text) for one in (whole, RdflibStore(to_graph(whole)))] == [truth, truth]


def claimed(turtle: str, kind: ClaimKind, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the questions of a claim on all that is stated of a, b and c, once they are true."""
    whole = graph(ONTOLOGY + turtle)
    found = Reader(whole, catalogue).statements(map(ex, "abc"))
    claims = asked(Claim(kind=kind, statements=found), catalogue)
    assert [*truths(whole, claims)] == [True, True]
    return tuple(named(one.ask, catalogue) for one in claims)


def named(text: str, catalogue: Catalogue) -> str:
    (name,) = (name for name in catalogue if name[:6] == "claim/" and catalogue[name].asks(text))
    return name.removeprefix("claim/")


@pytest.mark.parametrize(
    ("turtle", "kind", "question"),
    [
        # Equal as far as both are exact.
        (
            'ex:a tt:born "1917-11-07"^^xsd:date . ex:b tt:born "1917"^^xsd:gYear .',
            ClaimKind.SHARED,
            "alike",
        ),
        ('ex:a tt:motto "Go"@en . ex:b tt:motto "Go"@de .', ClaimKind.SHARED, "alike"),
        # What cannot be compared as it is written only stands.
        ('ex:a tt:tall "5"^^xsd:decimal . ex:b tt:tall 5 .', ClaimKind.SHARED, "alike"),
        ("ex:a tt:sat ex:x . ex:b tt:sat ( ex:x ) .", ClaimKind.SHARED, "stated listed"),
        (
            f"{reified('a tall 5')[:-1]} <{UNIT}> ex:metre . {reified('b tall 50')}",
            ClaimKind.ORDER,
            "stated",
        ),
        ("ex:a tt:sat ex:x . ex:b tt:sat ex:y .", ClaimKind.SHARED, "stated"),
        ("ex:a tt:sat ex:x . ex:b tt:sat ex:x .", ClaimKind.DIFFER, "stated"),
        ("ex:a tt:sat ex:x . ex:a tt:sat ex:y .", ClaimKind.DIFFER, "stated"),
        ("ex:a tt:tall 5 . ex:b tt:tall 5 .", ClaimKind.ORDER, "stated"),
        ("ex:a tt:tall 0 . ex:b tt:tall 5 .", ClaimKind.ORDER, "stated"),
        ("ex:a tt:sat ex:x . ex:b tt:sat ex:x .", ClaimKind.OVERLAP, "stated"),
        ("ex:a tt:sat ex:x . ex:b tt:sat ex:x .", ClaimKind.OPINION, "stated"),
        ("ex:a tt:met ex:x . ex:b tt:met ex:y .", ClaimKind.PATH, "stated"),
        ("ex:a tt:met ex:b .", ClaimKind.RELATION, "stated"),
        # Of many, each comes after another.
        ("ex:a tt:tall 1 . ex:b tt:tall 3 . ex:c tt:tall 3 .", ClaimKind.ORDER, "greater"),
        # One value to which two stand differently.
        (f"{reified('a made x')} {reified('b opposed x')}", ClaimKind.DIFFER, "differ"),
        (f"{reified('a sat x 1900 1910')} {reified('b sat x')}", ClaimKind.OVERLAP, "stated"),
        (
            f"{reified('a sat x 1900 1910')} {reified('b sat x 1911 1920')}",
            ClaimKind.OVERLAP,
            "stated",
        ),
        (
            'ex:a tt:born "1200"^^xsd:gYear . ex:b tt:born "1200-05"^^xsd:gYearMonth .',
            ClaimKind.ORDER,
            "stated",
        ),
    ],
)
def test_a_formula_is_of_terms_as_they_are_written(
    turtle: str, kind: ClaimKind, question: str, *, catalogue: Catalogue
) -> None:
    assert claimed(turtle, kind, catalogue) == tuple(question.split())
