"""Whatever stands in an option, it is a name, a date or a number, and never a query."""

import pytest

import tertium
from tertium.errors import TertiumError
from tertium.interfaces.cli.main import run
from tertium.store.protocol import select

CLOSERS = ('"', "'", '"""', ">", "}", ")", "\\", "\n#", "\t", "\\u007D", "} }", "")
DEEDS = (
    " } ; DROP ALL ; #",
    " } INSERT DATA { <urn:a> <urn:b> <urn:c> } #",
    " SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    " FILTER(true) } UNION { ?s ?p ?o } #",
    " ?s ?p ?o } LIMIT 999999",
    "@en . ?s ?p ?o . #",
    "^^<urn:x> ?s ?p ?o #",
    "\x00\x1b[31m\u202e",
)
PAYLOADS = tuple(f"Leon Trotsky{closer}{deed}" for closer in CLOSERS for deed in DEEDS)
OPTIONS = ("--facet", "--at", "--lang")


@pytest.fixture(scope="module")
def graph() -> tertium.KnowledgeGraph:
    return tertium.open()


def size(graph: tertium.KnowledgeGraph) -> int:
    return len(select(graph.reader.store, "SELECT ?s { ?s ?p ?o }"))


def test_a_name_is_never_a_query(graph: tertium.KnowledgeGraph) -> None:
    before = size(graph)
    offices = graph.query("history/offices-held", person="Leon Trotsky")
    for payload in PAYLOADS:
        found = graph.find(payload, limit=1000)
        assert len(found) < 100
        with pytest.raises(TertiumError):
            graph.query("history/offices-held", person=f"<{payload}>")
        with pytest.raises(TertiumError):
            graph.query("history/values-of-a-property", property=payload)
        with pytest.raises(TertiumError):
            graph.query("history/values-of-a-property", language=payload)
    assert size(graph) == before
    assert graph.query("history/offices-held", person="Leon Trotsky") == offices


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_is_never_a_query(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    payload = "".join((CLOSERS[0], *CLOSERS[3:5], *DEEDS))
    code = run(["compare", "Joseph Stalin", "Leon Trotsky", option, payload])
    assert code in {0, 2, 3, 6}
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert "bug of ours" not in told.err
