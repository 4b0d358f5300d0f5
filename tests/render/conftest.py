"""The pages which every format must get right."""

import pytest

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tests.render.hostility import hostile
from tests.render.pages import every_kind, pair

Page = tuple[Comparison, Narrative]
__all__ = ["Page"]


@pytest.fixture
def whole() -> Page:
    return every_kind()


@pytest.fixture
def small() -> Page:
    return pair()


@pytest.fixture
def nasty() -> Page:
    return hostile()


@pytest.fixture(params=[every_kind, hostile, pair], ids=["whole", "nasty", "small"])
def page(request: pytest.FixtureRequest) -> Page:
    made: Page = request.param()
    return made
