from collections.abc import Callable

import pytest

from tertium.errors import BadQueryError, LimitError, RefusedError
from tertium.queries.gate import admit, admit_stranger, admit_update, keep_home

AT = "<http://127.0.0.1:1/>"
SERVICES = {
    "plain": f"SELECT * {{ ?s ?p ?o SERVICE {AT} {{ ?a ?b ?c }} }}",
    "silent": f"SELECT * {{ ?s ?p ?o SERVICE SILENT {AT} {{ ?a ?b ?c }} }}",
    "in small letters": f"SELECT * {{ ?s ?p ?o service {AT} {{ ?a ?b ?c }} }}",
    "without space": f"SELECT*{{?s ?p ?o}}VALUES?s{{}}#\nSELECT*{{SERVICE{AT}{{?a ?b ?c}}}}",
    "glued to silent": f"SELECT * {{ ?s ?p ?o . SERVICESILENT{AT} {{ ?a ?b ?c }} }}",
    "glued to a number": f"SELECT * {{ ?s ?p 1SERVICE{AT} {{ ?a ?b ?c }} }}",
    "glued to a long number": f"SELECT * {{ ?s ?p -1.5e-7SERVICE{AT} {{ ?a ?b ?c }} }}",
    "glued to a truth": f"SELECT * {{ ?s ?p trueSERVICE{AT} {{ ?a ?b ?c }} }}",
    "of a variable": "SELECT * { ?s ?p ?o SERVICE?o{ ?a ?b ?c } }",
    "of a name": "PREFIX x: <urn:> SELECT * { ?s ?p ?o SERVICE x:y { ?a ?b ?c } }",
    "glued to a name": "PREFIX : <urn:> SELECT * { ?s ?p ?o SERVICE:y{ ?a ?b ?c } }",
    "glued to a prefix": "PREFIX x: <urn:> SELECT * { ?s ?p ?o SERVICEx:y{ ?a ?b ?c } }",
    "glued to all": "PREFIX x: <urn:> SELECT * { ?s ?p true}SERVICESILENTx:y{ ?a ?b ?c } }",
    "after a comment": f"SELECT * {{ ?s ?p ?o #\nSERVICE#\n{AT} {{ ?a ?b ?c }} }}",
    "behind a comparison": f"SELECT * {{ FILTER(?a<?b)SERVICE#>\n{AT}{{ ?a ?b ?c }} }}",
    "silent behind a comparison": f"SELECT * {{ FILTER(1<2)SERVICESILENT#>\n{AT}{{?a ?b ?c}} }}",
    "of a variable behind it": "SELECT * { FILTER(1<2)SERVICE?x#>\n{?a ?b ?c} }",
    "of a name behind it": "PREFIX x: <urn:> SELECT * { FILTER(1<2)SERVICE\tx:y#>\n{?a ?b ?c} }",
    "in another query": f"SELECT * {{ {{ SELECT * {{ SERVICE {AT} {{ }} }} }} }}",
    "in a condition": f"ASK {{ FILTER EXISTS {{ SERVICE {AT} {{ }} }} }}",
}
HARMLESS = [
    "ASK { ?s ?p 'SERVICE <http://127.0.0.1/> { }' }",
    "ASK { ?s ?p ?o } # SERVICE <http://127.0.0.1/> { }",
    "ASK { ?SERVICE $service ?load }",
    "PREFIX service: <urn:> ASK { service:a service:b service:c . GRAPH service:d { ?s ?p ?o } }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> ASK { ?s a sd:Service }",
    "ASK { ?s a <http://www.w3.org/ns/sparql-service-description#Service> }",
    "SELECT ?s { VALUES (?s ?t) { ('a' <http://www.w3.org/ns/sparql-service-description#x>) } }",
    "ASK { ?s ?p 'a'@service }",
    "ASK { FILTER(1 < 2 && 3 > 2) }",
    "ASK { ?s ?p 'caf\\u00e9 \\\\u0022', '''\\U0001F600''' . <http://example.org/\\u00e9> ?p ?o }",
    "SELECT * { VALUES ?n { " + "'1.5'^^<urn:d> 'x'@en -1.5 <urn:a> " * 250 + "} }",
    "SELECT * { VALUES (?n ?m) { " + "(1.5 <urn:a>) " * 1000 + "} }",
]
REFUSING: list[Callable[[str], None]] = [admit_stranger, keep_home, admit_update]


@pytest.mark.parametrize("form", SERVICES)
@pytest.mark.parametrize("refuse", REFUSING)
def test_no_other_server_is_asked(form: str, refuse: Callable[[str], None]) -> None:
    with pytest.raises(RefusedError, match="it asks another server"):
        refuse(SERVICES[form])


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_it_is_let_pass(text: str) -> None:
    admit_stranger(text)
    keep_home(text)


@pytest.mark.parametrize(
    "text",
    [
        f"LOAD {AT}",
        f"load silent {AT} INTO GRAPH <urn:g>",
        f"LOADSILENT{AT}",
        f"INSERT DATA {{ }};LOAD{AT}",
        "PREFIX : <urn:> LOAD:x",
        "PREFIX x: <urn:> INSERT DATA { } ; LOADSILENTx:y",
        "LOAD <file:///etc/passwd>",
    ],
)
def test_no_address_is_read(text: str) -> None:
    with pytest.raises(RefusedError, match="it reads an address"):
        admit_update(text)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> 'LOAD <http://127.0.0.1/>' }",
        "PREFIX load: <urn:> INSERT DATA { load:a load:b load:c ; load:d 4 }",
        "PREFIX load: <urn:> CLEAR GRAPH load:a",
        "INSERT DATA { " + "<urn:a> <urn:b> 'a long text' . " * 5000 + "}",
    ],
)
def test_updates_are_let_pass(text: str) -> None:
    admit_update(text)


@pytest.mark.parametrize(
    "text",
    ["INSERT DATA { }", "PREFIX x: <urn:> DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP ALL"],
)
def test_an_update_is_no_query(text: str) -> None:
    with pytest.raises(BadQueryError, match="it is an update"):
        admit_stranger(text)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { \\u0053ERVICE <http://127.0.0.1/> { } }",
        "ASK { ?s ?p ex:a\\u0041 }",
        "ASK { ?s ?p '\\u0027 . SERVICE <http://127.0.0.1/> { } . ?s ?p \\u0027' }",
        'ASK { ?s ?p "\\U00000022" }',
        "ASK { <urn:a\\u003E> ?p ?o }",
        "ASK { ?s ?p '\\UFFFFFFFF' }",
    ],
)
def test_characters_of_the_syntax_are_not_written_by_numbers(text: str) -> None:
    with pytest.raises(BadQueryError, match="by its number"):
        admit_stranger(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { VALUES ?n { " + "1.5 " * 1001 + "} }",
        "SELECT * { VALUES (?n ?m) { " + "(1 UNDEF)" * 1001 + "} }",
        "SELECT * { " + "VALUES ?n { 1 2 } " * 501 + "}",
        "SELECT * { ?s ?p 1VALUES?n{ " + "'x'@en " * 1001 + "} }",
        "SELECT * { ?s ?p ?o } VALUES () { " + "()" * 1001 + "}",
    ],
)
def test_too_many_values_are_refused(text: str) -> None:
    with pytest.raises(LimitError, match=r"VALUES have more than 1,000 rows"):
        admit_stranger(text)


def test_a_long_update_is_refused() -> None:
    with pytest.raises(LimitError, match="more than 1,048,576 bytes"):
        admit_update(" " * (1 << 20) + "x")


@pytest.mark.parametrize(
    "hidden",
    ["(" * 70, "((1)" * 40, "!" * 70, "1+" * 1001],
    ids=["brackets", "unclosed brackets", "denials", "sums"],
)
def test_what_hides_behind_a_comparison_is_seen(hidden: str) -> None:
    text = f"ASK {{ FILTER(?a<{hidden}#>\n1) }}"
    text = text.replace("#>", "#>\n1<" + hidden + "#>") if hidden.startswith("((1)") else text
    with pytest.raises(LimitError, match="more than"):
        admit(text)


def test_an_update_spells_its_syntax_out_as_well() -> None:
    with pytest.raises(BadQueryError, match="by its number"):
        admit_update("INSERT DATA { <urn:a> <urn:b> '\\u0027' }")
