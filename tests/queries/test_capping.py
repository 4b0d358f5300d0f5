import pyoxigraph as ox
import pytest

from tertium.queries.capping import capped, chooses_graphs

STORE = ox.Store()
STORE.extend(
    ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal(n)) for n in range(20)
)
ALL = "SELECT ?o WHERE { ?s ?p ?o }"


def rows(sparql: str) -> list[str]:
    found = STORE.query(sparql)
    assert isinstance(found, ox.QuerySolutions)
    return [str(row["o"].value) for row in found]


@pytest.mark.parametrize(
    "text",
    [
        ALL,
        f"{ALL} # LIMIT 3",
        f"{ALL} ORDER BY DESC(?o)",
        f"{ALL} ORDER BY DESC(?o) OFFSET 4",
        f"{ALL} OFFSET 4 LIMIT 11",
        f"{ALL} limit 11 offset 4",
        f"{ALL} LIMIT 99999999999999999999999 OFFSET 1",
        f"{ALL} VALUES ?s {{ <urn:a> }}",
        f"{ALL} LIMIT 12 VALUES ?s {{ <urn:a> }}",
        "SELECT (MAX(?n) AS ?o) { ?s ?p ?n } GROUP BY ?n HAVING EXISTS { ?s ?p ?n }",
        "PREFIX limit: <urn:> SELECT ?o { ?s limit:p ?o { SELECT * { ?s ?p ?x } LIMIT 1 } }",
        "BASE <http://limit/> SELECT ?o { ?s ?p ?o FILTER(STR(?o) != 'LIMIT 1') }",
    ],
)
def test_a_query_is_cut_and_what_is_beyond_is_known(text: str) -> None:
    cut = capped(text, 10)
    whole = rows(text) if "99999" not in text else rows(f"{ALL} OFFSET 1")
    assert rows(cut.sparql) == whole[:10]
    assert rows(cut.beyond) == whole[10:11] != []


@pytest.mark.parametrize(
    "text",
    [
        f"{ALL} LIMIT 10",
        f"{ALL} LIMIT 3 OFFSET 1000",
        "ASK { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DESCRIBE <urn:a>",
        "",
    ],
)
def test_what_needs_no_bound_is_left_as_it_is(text: str) -> None:
    cut = capped(text, 10)
    assert (cut.sparql, cut.beyond) == (text, "")


@pytest.mark.parametrize(
    "text", [f"{ALL} LIMIT 99OFFSET 1", f"{ALL} LIMIT99", f"{ALL} LIMIT 99 LIMIT 98"]
)
def test_no_bound_escapes(text: str) -> None:
    with pytest.raises(SyntaxError):
        STORE.query(capped(text, 10).sparql)


def test_errors_stay_where_they_were() -> None:
    text = "SELECT ?o { ?s ?p } LIMIT 99"
    with pytest.raises(SyntaxError, match="error at 1:") as before:
        STORE.query(text)
    with pytest.raises(SyntaxError, match="error at 1:") as after:
        STORE.query(capped(text, 10).sparql)
    assert str(before.value) == str(after.value)


@pytest.mark.parametrize(
    ("text", "chooses"),
    [
        ("SELECT * FROM <urn:g> { ?s ?p ?o }", True),
        ("select * from named <urn:g> where { ?s ?p ?o }", True),
        ("SELECT * { ?s ?p 'FROM <urn:g>' }", False),
        ("PREFIX from: <urn:> SELECT * { ?from from:a ?o }", False),
    ],
)
def test_a_choice_of_graphs_is_seen(text: str, chooses: bool) -> None:
    assert chooses_graphs(text) is chooses
