import pytest

from tertium.model.terms import Iri
from tests.store.sidecar.builders import counted

SIZES = counted(":b a :B . :a a :A . :c a :B .").statistics.class_sizes


def test_a_table_is_a_mapping() -> None:
    assert (len(SIZES), list(SIZES.values())) == (2, [1, 2])
    assert Iri("https://example.org/A") in SIZES
    assert SIZES.get(Iri("urn:nobody"), 0) == 0


def test_what_is_not_there_has_no_number() -> None:
    with pytest.raises(KeyError, match="urn:nobody"):
        SIZES[Iri("urn:nobody")]
