import json

import jsonschema_rs
import pytest

from tertium.model.link import Given, Linking, LinkOutcome, LinkQuery
from tertium.model.linkset import LinkSet
from tertium.model.terms import Iri
from tertium.render.links import link_document, link_schema
from tests.render.links.builders import candidate, linking

ASKED = Linking(
    query=LinkQuery(
        text="Kim", names=("Kimmy",), types=(Iri("urn:Human"),), given=(Given(None, ("1879",)),)
    ),
    outcome=LinkOutcome.DOUBTFUL,
    candidates=(candidate("Q1", "Kim", 0.123456),),
    why="too little is known",
)


@pytest.mark.parametrize("links", [(), (ASKED,), (ASKED, linking("Lee"), linking("\x00\u2028"))])
def test_a_document_fits_the_schema_and_counts(links: tuple[Linking, ...]) -> None:
    document = json.loads("".join(link_document(links, LinkSet(target=Iri("urn:graph")))))
    jsonschema_rs.validate(json.loads(link_schema()), document)
    assert sum(document["summary"].values()) == len(document["links"]) == len(links)


def test_the_schema_is_one() -> None:
    jsonschema_rs.meta.validate(json.loads(link_schema()))


def test_a_document_is_written_as_one_piece_would_be() -> None:
    text = "".join(link_document((ASKED, linking("Lee")), LinkSet()))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_only_what_matches_is_called_a_match() -> None:
    links = (ASKED, linking("Kim", candidate("Q7", "Kim")))
    document = json.loads("".join(link_document(links, LinkSet())))
    assert [one["match"] for one in document["links"]] == [
        None,
        "http://www.wikidata.org/entity/Q7",
    ]
    assert document["links"][0]["candidates"][0]["score"] == 0.1235
