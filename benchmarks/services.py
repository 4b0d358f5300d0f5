"""A reconciliation service on this machine, and what tells whether its answers are right."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

import jsonschema_rs

if TYPE_CHECKING:
    from starlette.types import ASGIApp

__all__ = ["served", "validator"]

_SCHEMAS: Final = Path(__file__).parents[1] / "tests" / "fixtures" / "reconciliation-schemas"
_OPENAPI: Final = {"definitions": {"securityDefinitions": {"additionalProperties": True}}}


@cache
def validator(version: str, name: str) -> jsonschema_rs.Draft7Validator:
    """Return what validates a kind of answer of a version."""
    folder = _SCHEMAS / version / "schemas"
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    known = [(document["$id"], document) for document in documents]
    openapi = ("http://swagger.io/v2/schema.json", _OPENAPI)
    registry = jsonschema_rs.Registry([*known, openapi], draft=jsonschema_rs.Draft7)
    wanted = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema_rs.Draft7Validator(wanted, registry=registry)


@contextmanager
def served(application: "ASGIApp") -> Iterator[str]:
    """Serve an application on a free port of this machine, and yield its address."""
    import uvicorn

    config = uvicorn.Config(application, log_level="warning", lifespan="auto", ws="none")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
