import pytest

from tertium.errors import BadPageError
from tertium.render.triples import Found, restored

TT = "https://w3id.org/tertium/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PAGE = {f"{RDF}type": [Found(f"{TT}Page")]}
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def test_without_a_page_there_is_nothing_to_restore() -> None:
    with pytest.raises(BadPageError, match="0 comparisons"):
        restored({"urn:a": {"urn:p": [Found("urn:b")]}})


def test_two_pages_are_one_too_many() -> None:
    with pytest.raises(BadPageError, match="2 comparisons"):
        restored({"urn:a": _PAGE, "urn:b": _PAGE})


def test_two_titles_are_one_too_many() -> None:
    title = {"http://purl.org/dc/terms/title": [Found("a"), Found("b")]}
    with pytest.raises(BadPageError, match="2 values of dcterms:title"):
        restored({"urn:a": _PAGE | title})


def test_a_list_without_an_end_is_refused() -> None:
    ring = {f"{RDF}first": [Found("urn:x")], f"{RDF}rest": [Found("_:a")]}
    with pytest.raises(BadPageError, match="a list among the triples is broken"):
        restored({"urn:a": _PAGE | {f"{TT}rows": [Found("_:a")]}, "_:a": ring})


@pytest.mark.parametrize(("text", "datatype"), [("many", _INTEGER), ("few", ""), ("1.5", _INTEGER)])
def test_what_is_no_number_is_refused(text: str, datatype: str) -> None:
    limits = {f"{TT}rowsTotal": [Found(text, datatype)]}
    with pytest.raises(BadPageError, match="no number"):
        restored({"urn:a": _PAGE | {f"{TT}limits": [Found("_:b")]}, "_:b": limits})
