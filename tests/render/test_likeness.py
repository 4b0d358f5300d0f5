import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tertium.errors import UnknownFormatError
from tertium.model.likeness import (
    Cut,
    Difference,
    Differences,
    Ground,
    Likeness,
    Other,
    Part,
    Reference,
)
from tertium.model.pattern import Branch, Edge, Pattern, Recorded
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.render.likeness import write_differences, write_likeness

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "query-documents.md"
ADA, BABBAGE, BOOLE = (Entity(Iri(f"urn:{name}"), name) for name in ("Ada", "Babbage", "Boole"))
BRANCH = Branch(Edge(Iri("urn:p")), Recorded())
PART = Part(BRANCH, "has a p recorded", 1.5)
CUT = Cut("branches kept", 1, 2)


def likeness(*others: Other, parts: tuple[Part, ...] = (PART,)) -> Likeness:
    return Likeness(
        entities=(ADA, BABBAGE),
        pattern=Pattern((BRANCH,)),
        query="SELECT *\n",
        sentence="Both have a p recorded.",
        parts=parts,
        others=others,
        cuts=(CUT,),
    )


def differences(*found: Difference) -> Differences:
    nothing = Reference(entity=ADA, kind=None, sentence="Nothing singles Ada out.")
    return Differences(entity=ADA, other=BABBAGE, found=found, reference=nothing)


ONE = Difference(
    pattern=Pattern((BRANCH,)), query="SELECT 1\n", sentence="A.", ground=Ground.OTHER, bits=2.0
)


def test_what_is_shared_is_told_with_who_fits_what_was_cut_and_the_query() -> None:
    assert write_likeness(likeness(Other(BOOLE, 3.0)), "text").splitlines() == [
        "Both have a p recorded.",
        "",
        "Also fit it, the nearest first:",
        "  Boole <urn:Boole>",
        "cut: 1 of 2 branches kept",
        "",
        "SELECT *",
    ]


@pytest.mark.parametrize(("count", "more"), [(1, ""), (5, "; and 2 more")])
def test_who_does_not_fit_is_told_with_what_is_missed(count: int, more: str) -> None:
    text = write_likeness(likeness(Other(BOOLE, 3.0, (PART,) * count)), "text")
    missed = "; ".join(["has a p recorded"] * min(count, 3))
    assert "Nobody else fits it; nearest come:" in text
    assert f"  Boole <urn:Boole>, which does not fit: {missed}{more}\n" in text


def test_when_nobody_is_near_it_is_said_unless_nothing_is_shared() -> None:
    said = "Nobody else fits it or comes near."
    assert said in write_likeness(likeness(), "text")
    assert said not in write_likeness(likeness(parts=()), "text")


def test_as_sparql_there_is_the_query_alone() -> None:
    assert write_likeness(likeness(), "sparql") == "SELECT *\n"
    assert write_differences((differences(ONE, ONE), differences()), "sparql") == (
        "SELECT 1\n\nSELECT 1\n"
    )


def test_as_json_there_is_everything() -> None:
    document = json.loads(write_likeness(likeness(Other(BOOLE, 3.0, (PART,))), "json"))
    assert document == {
        "schema": "tertium/common/1",
        "entities": [
            {"iri": "urn:Ada", "label": "Ada"},
            {"iri": "urn:Babbage", "label": "Babbage"},
        ],
        "sentence": "Both have a p recorded.",
        "query": "SELECT *\n",
        "branches": [{"text": "has a p recorded", "bits": 1.5}],
        "others": [
            {
                "iri": "urn:Boole",
                "label": "Boole",
                "agreement": 3.0,
                "misses": ["has a p recorded"],
            }
        ],
        "cuts": [{"what": "branches kept", "kept": 1, "total": 2}],
    }


def test_differences_are_told_both_ways() -> None:
    assert write_differences((differences(ONE), differences()), "text").splitlines() == [
        "True of Ada, not of Babbage:",
        "  A.",
        "  Nothing singles Ada out.",
        "",
        "True of Ada, not of Babbage:",
        "  nothing recorded",
        "  Nothing singles Ada out.",
        "",
    ]


def test_differences_as_json_have_their_ground_and_what_singles_out() -> None:
    only = Reference(entity=ADA, kind=BOOLE, sentence="Only.", query="SELECT 2\n", bits=4.0)
    found = Differences(entity=ADA, other=BABBAGE, found=(ONE,), reference=only)
    document = json.loads(write_differences((found, differences()), "json"))
    first, second = document["differences"]
    assert document["schema"] == "tertium/differ/1"
    assert first["found"] == [
        {"sentence": "A.", "query": "SELECT 1\n", "ground": "other", "bits": 2.0}
    ]
    assert first["reference"] == {
        "class": {"iri": "urn:Boole", "label": "Boole"},
        "sentence": "Only.",
        "query": "SELECT 2\n",
        "bits": 4.0,
    }
    assert (second["reference"]["class"], second["reference"]["query"]) == (None, None)


def test_there_are_no_other_formats() -> None:
    with pytest.raises(UnknownFormatError):
        write_likeness(likeness(), "html")
    with pytest.raises(UnknownFormatError):
        write_differences((differences(), differences()), "html")


def members(value: object) -> set[str]:
    match value:
        case dict():
            inner = (members(item) for item in value.values())
            return set(map(str, value)).union(*inner)
        case list():
            return set().union(*map(members, value))
        case _:
            return set()


def test_every_member_is_in_the_reference_and_no_other() -> None:
    kind = Reference(entity=ADA, kind=ADA, sentence="Only Ada.", query="SELECT 1\n", bits=1.0)
    both = (replace(differences(ONE), reference=kind, cuts=(CUT,)), differences(ONE))
    shared = json.loads(write_likeness(likeness(Other(BOOLE, 3.0, (PART,))), "json"))
    apart = json.loads(write_differences(both, "json"))
    text = REFERENCE.read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z]+)`", text)) - {*(ground.value for ground in Ground), "null"}
    told -= {"common", "differ"}
    assert members(shared) | members(apart) == told | {"other"}
    assert (shared["schema"], apart["schema"]) == ("tertium/common/1", "tertium/differ/1")
    assert all(f"`{document['schema']}`" in text for document in (shared, apart))


def test_what_is_not_known_is_null_in_json() -> None:
    document = json.loads(write_differences((differences(), differences()), "json"))
    (first, _) = document["differences"]
    assert first["reference"]["class"] is first["reference"]["query"] is None
    assert first["found"] == first["cuts"] == []
