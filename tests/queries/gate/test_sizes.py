import re
import subprocess
import sys

import pytest

import tertium
from tertium.errors import LimitError
from tertium.queries.gate import admit

DEEP = {
    "groups": ("{", "}", "SELECT * WHERE {0} ?s ?p ?o {1}"),
    "brackets of an expression": ("(", ")", "SELECT * {{ FILTER {0}1{1} }}"),
    "brackets of a path": ("(", ")", "SELECT * {{ ?s {0}<urn:p>{1} ?o }}"),
    "nameless nodes": ("[ <urn:p> ", "]", "SELECT * {{ {0} 1 {1} <urn:p> 2 }}"),
    "lists": ("(", ")", "SELECT * {{ {0} 1 {1} <urn:p> 2 }}"),
    "quoted triples": ("<< <urn:s> <urn:p> ", ">>", "SELECT * {{ {0} 1 {1} <urn:p> 2 }}"),
    "existing groups": ("FILTER EXISTS { ", "}", "SELECT * {{ {0} ?s ?p ?o {1} }}"),
    "inner queries": ("{ SELECT * ", "}", "SELECT * {0} {{ ?s ?p ?o }} {1}"),
}
LONG = {
    "steps of a path": ("/<urn:p>", "SELECT * {{ ?s <urn:p>{0} ?o }}"),
    "choices of a path": ("|<urn:p>", "SELECT * {{ ?s <urn:p>{0} ?o }}"),
    "inverse steps": ("^", "SELECT * {{ ?s {0}<urn:p> ?o }}"),
    "denials": ("!", "SELECT * {{ FILTER({0}true) }}"),
    "divisions": ("/1.5", "SELECT * {{ FILTER(1.5{0} = 1) }}"),
    "sums": ("+1.5", "SELECT * {{ FILTER(1{0} = 1) }}"),
    "conditions": ("||?s", "SELECT * {{ ?s ?p ?o FILTER(?s{0}) }}"),
    "unions": (" UNION { ?s ?p ?o }", "SELECT * {{ {{ ?s ?p ?o }}{0} }}"),
}


def deep(form: str, depth: int) -> str:
    opening, closing, text = DEEP[form]
    return text.format(opening * depth, closing * depth)


@pytest.mark.parametrize("form", DEEP)
@pytest.mark.parametrize("depth", [65, 10_000])
def test_what_nests_too_deeply_is_refused(form: str, depth: int) -> None:
    with pytest.raises(LimitError, match=r"brackets are open at once|more than 65,536 bytes"):
        admit(deep(form, depth))


@pytest.mark.parametrize("form", DEEP)
def test_what_nests_is_let_pass(form: str) -> None:
    admit(deep(form, 60))


@pytest.mark.parametrize("form", LONG)
def test_what_goes_on_and_on_is_refused(form: str) -> None:
    part, text = LONG[form]
    with pytest.raises(LimitError, match="more than"):
        admit(text.format(part * 2000))
    admit(text.format(part * 60))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { VALUES ?n { " + "-1 " * 900 + "} }",
        'SELECT * { ?s ?p "' + "((((((((" * 100 + '" }',
        "SELECT * { ?s ?p <urn:" + "(" * 100 + "> }",
        "# " + "{" * 100 + "\nSELECT * { ?s ?p ?o }",
        "SELECT * { " + "?s <urn:a>/<urn:b> ?o . " * 500 + "}",
        "SELECT * { FILTER(?a < 1 && ?b > 2 || ?c <= 3) }",
    ],
)
def test_what_only_looks_like_it_is_let_pass(text: str) -> None:
    admit(text)


def test_a_text_that_ends_early_is_refused() -> None:
    with pytest.raises(LimitError, match="ends texts"):
        admit("SELECT * { ?s ?p 'a\0b' }")


def test_the_saved_queries_pass() -> None:
    catalogue = tertium.open().queries
    for name in catalogue:
        admit(catalogue[name].text)


@pytest.mark.parametrize("form", [*DEEP, *LONG])
def test_engines_survive_what_is_let_pass(form: str) -> None:
    text = deep(form, 60) if form in DEEP else LONG[form][1].format(LONG[form][0] * 60)
    script = (
        "import sys, pyoxigraph as ox\ntry: ox.Store().query(sys.argv[1])\nexcept SyntaxError: pass"
    )
    done = subprocess.run([sys.executable, "-c", script, text], timeout=60, check=False)
    assert done.returncode == 0


def test_a_query_that_ends_engines_is_refused_when_asked() -> None:
    with pytest.raises(LimitError, match=re.escape("the query is refused: more than 64 brackets")):
        tertium.open().query(deep("groups", 5000))
