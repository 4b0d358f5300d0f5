from dataclasses import dataclass

import pytest

import tertium
from tertium.api.remote import remote_statistics
from tertium.errors import BadAddressError, SourceUnavailableError
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.protocol import Answer, GraphStore
from tests.queries.builders import fixture, tt

URL = "http://tired.example.org/sparql"


@dataclass(slots=True)
class Tired(GraphStore):
    """An endpoint that answers so many questions."""

    left: int

    def query(self, sparql: str) -> Answer:
        if not self.left:
            raise SourceUnavailableError(URL, "no answer within 60 s")
        self.left -= 1
        return fixture("graph.ttl").query(sparql)


def test_an_endpoint_is_counted_or_done_without() -> None:
    counted = remote_statistics(Reader(Tired(9), bundled_catalogue()))
    assert counted is not None
    assert counted.class_sizes[tt("Person")] > 1
    for answers in range(3):
        assert remote_statistics(Reader(Tired(answers), bundled_catalogue())) is None


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(BadAddressError) as caught:
        tertium.open("http://ann:secret@localhost:8890/sparql")
    assert "secret" not in str(caught.value)
