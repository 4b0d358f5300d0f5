import pytest

from tertium.model.hierarchy import Rarity
from tertium.model.terms import Iri

BORN, BAVARIA = Iri("urn:born"), Iri("urn:bavaria")


@pytest.mark.parametrize(
    ("share", "of_all", "values", "told"),
    [(0.2, 0.05, 1, True), (0.21, 0.05, 1, False), (0.2, 0.06, 1, False), (0.1, 0.01, 3, False)],
)
def test_an_ancestor_informs_when_few_values_lie_there(
    share: float, of_all: float, values: int, *, told: bool
) -> None:
    rarity = Rarity(of_property={(BORN, BAVARIA): share}, of_all={BAVARIA: of_all})
    assert rarity.informs(BORN, BAVARIA, values=values) is told


def test_what_was_never_met_is_rare() -> None:
    assert Rarity().informs(BORN, BAVARIA)
    assert Rarity().share(BORN, BAVARIA) == 0


@pytest.mark.parametrize(("links", "known"), [({}, False), ({BORN: 19}, False), ({BORN: 20}, True)])
def test_few_values_tell_nothing_of_rarity(links: dict[Iri, int], *, known: bool) -> None:
    assert Rarity(links=links).known(BORN) is known
