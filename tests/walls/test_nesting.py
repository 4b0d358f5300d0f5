"""What ends engines does not even reach them."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from tertium.api.endpoint import Endpoint
from tertium.errors import BadQueryError, LimitError, NotAcceptableError
from tests.queries.gate.test_sizes import DEEP, LONG, deep
from tests.workers.standing import ask, stand
from tests.workers.test_pool import children

BOMBS = {
    "a long path": "SELECT * { ?s " + "/".join(["<urn:p>"] * 1000) + " ?o }",
    "a path of paths": "SELECT * { ?s (((<urn:p>*)*)*)* ?o }",
    "all paths": "SELECT (COUNT(*) AS ?n) { ?s (<urn:p>|!<urn:p>)* ?o . ?a !<urn:x>* ?b }",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stand(tmp_path_factory.mktemp("nesting"))


def test_the_process_that_answers_survives_every_form(store: Path) -> None:
    async def work() -> None:
        endpoint = Endpoint(store, workers=1)
        await endpoint.answer(ask("ASK { }"))
        before = children()
        for form in DEEP:
            await passes(endpoint, deep(form, 60))
            for depth in (65, 10_000, 1_000_000):
                await fails(endpoint, deep(form, depth))
        for part, text in LONG.values():
            await passes(endpoint, text.format(part * 60))
            for times in (10_000, 1_000_000):
                await fails(endpoint, text.format(part * times))
        assert children() == before
        await endpoint.close()

    asyncio.run(work())


async def passes(endpoint: Endpoint, text: str) -> None:
    """See that the engine read a text, whatever it says of it."""
    with suppress(BadQueryError, NotAcceptableError):
        await endpoint.answer(ask(text))


async def fails(endpoint: Endpoint, text: str) -> None:
    with pytest.raises(LimitError, match="more than"):
        await endpoint.answer(ask(text))


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_goes_off_alone(bomb: str, store: Path) -> None:
    async def work() -> None:
        endpoint = Endpoint(store, workers=2)
        going_off = asyncio.create_task(endpoint.answer(ask(BOMBS[bomb])))
        for _ in range(20):
            assert (await endpoint.answer(ask("SELECT * { <urn:a> <urn:p> ?o }"))).rows == 2
        going_off.cancel()
        await asyncio.gather(going_off, return_exceptions=True)
        await endpoint.close()

    asyncio.run(work())


PATTERNS = [
    "^(a+)+$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "(a*)*b",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(.*)*x",
    "^(a?){40}a{40}$",
    "(x+x+)+y",
    "^(\\\\d+)*$",
    "([a-z]+)*[0-9]",
]


def test_no_pattern_takes_for_ever(store: Path) -> None:
    async def work() -> None:
        endpoint = Endpoint(store, workers=1)
        for pattern in PATTERNS:
            for call in (f'REGEX(?t, "{pattern}")', f'REPLACE(?t, "{pattern}", "") != ""'):
                text = f'SELECT * {{ BIND("{"a" * 5000}!" AS ?t) FILTER({call}) }}'
                await passes(endpoint, text)
        await endpoint.close()

    asyncio.run(work())
