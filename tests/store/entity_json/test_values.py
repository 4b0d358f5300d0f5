import pytest

from tertium.store.entity_json.values import read_value

BASE = "http://www.wikidata.org/"
FILES = "http://commons.wikimedia.org/wiki/Special:FilePath/"
DATA = "http://commons.wikimedia.org/data/main/"


def written(kind: str, value: object, datatype: str = "") -> str:
    return str(read_value({"type": kind, "value": value}, datatype, BASE).simple)


@pytest.mark.parametrize(
    ("datatype", "text", "expected"),
    [
        ("string", " a b ", '" a b "'),
        ("external-id", "n80", '"n80"'),
        ("math", r"\sqrt{x}", r'"\\sqrt{x}"'),
        ("of tomorrow", "x", '"x"'),
        ("url", " http://a.b/c?d=%20#e ", "<http://a.b/c?d=%20#e>"),
        ("url", 'http://a.b/{x}|<y>"\\', "<http://a.b/%7Bx%7D%7C%3Cy%3E%22%5C>"),
        ("url", "http://a.b/100%", "<http://a.b/100%25>"),
        ("url", "http://ä.b/привет", "<http://ä.b/привет>"),
        ("url", "no address", '"no address"'),
        ("commonsMedia", "A b's.jpg", f"<{FILES}A%20b%27s.jpg>"),
        ("geo-shape", "Data:New York.map", f"<{DATA}Data:New+York.map>"),
        ("tabular-data", "Data:A/B.tab", f"<{DATA}Data:A/B.tab>"),
    ],
)
def test_a_string_is_written_as_its_datatype_asks(datatype: str, text: str, expected: str) -> None:
    assert written("string", text, datatype) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"entity-type": "item", "id": "Q5"}, "Q5"),
        ({"entity-type": "sense", "id": "L9751-S1"}, "L9751-S1"),
        ({"entity-type": "item", "numeric-id": 5}, "Q5"),
        ({"entity-type": "property", "numeric-id": 5}, "P5"),
    ],
)
def test_an_entity_is_its_iri(value: object, expected: str) -> None:
    assert written("wikibase-entityid", value) == f"<{BASE}entity/{expected}>"


def test_a_text_keeps_its_language_if_it_is_one() -> None:
    assert written("monolingualtext", {"text": "filla", "language": "ca"}) == '"filla"@ca'
    assert written("monolingualtext", {"text": "x", "language": "zh-classical"}) == '"x"'


def test_a_value_of_an_unknown_kind_stays_a_text() -> None:
    assert written("novel", {"a": ["é"]}) == r'"{\"a\": [\"é\"]}"'


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("wikibase-entityid", {"id": "Q5> <x"}),
        ("wikibase-entityid", {"entity-type": "item", "numeric-id": "5"}),
        ("wikibase-entityid", "Q5"),
        ("time", {"time": 5}),
        ("globecoordinate", {"latitude": "5", "longitude": 6}),
        ("quantity", {"amount": "+5"}),
    ],
)
def test_a_value_not_built_as_its_kind_is_refused(kind: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"should be|Invalid IRI"):
        written(kind, value)
