"""Eight who read and one who writes: each answer is of one state, and no later one is older."""

import asyncio
from pathlib import Path

from tertium.api.endpoint import Endpoint
from tertium.api.updating import Updates
from tests.workers.standing import ask, stand

STATE = ask("SELECT ?a ?b { <urn:x> <urn:n> ?a . <urn:y> <urn:n> ?b }")
NEXT = """
DELETE { ?s <urn:n> ?old } INSERT { ?s <urn:n> ?new }
WHERE { ?s <urn:n> ?old BIND(?old + 1 AS ?new) }
"""


def test_readers_see_whole_updates_in_their_order(tmp_path: Path, *, whole: bool) -> None:
    store = stand(tmp_path)
    turns = 20 if whole else 3

    async def work() -> None:
        endpoint, updates = Endpoint(store, workers=2), Updates(store)
        await updates.make("INSERT DATA { <urn:x> <urn:n> 0 . <urn:y> <urn:n> 0 }")
        done = asyncio.Event()
        readers = [asyncio.create_task(read(endpoint, done)) for _ in range(8)]
        for _ in range(turns):
            await updates.make(NEXT)
        done.set()
        for seen in await asyncio.gather(*readers):
            assert all(first == second for first, second in seen)
            assert seen == sorted(seen)
            assert seen[-1] == (turns, turns)
        await endpoint.close()

    asyncio.run(work())


async def read(endpoint: Endpoint, done: asyncio.Event) -> list[tuple[int, int]]:
    """Read until all is done, and once more; return each state that was seen."""
    seen = list[tuple[int, int]]()
    while True:
        last = done.is_set()
        body = (await endpoint.answer(STATE)).body
        ((first, second),) = [row.split(b",") for row in body.split()[1:]]
        seen.append((int(first), int(second)))
        if last:
            return seen
