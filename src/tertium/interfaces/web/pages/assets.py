"""The files beside the pages: styles, scripts, pictures; all of them ours or kept here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from starlette.requests import Request

__all__ = ["asset", "asset_address"]

_KINDS: Final = {
    ".css": "text/css",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
_DIGITS: Final = 12
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_FOR_NOW: Final = "public, max-age=300"


@dataclass(frozen=True, slots=True)
class _File:
    """What a file holds, of which kind it is, and what tells it from other versions."""

    content: bytes
    kind: str
    version: str


def asset_address(name: str) -> str:
    """Return the address of a file of `static/`, which changes when the file does.

    Raises:
        KeyError: when there is no such file.

    """
    return f"/static/{name}?v={_files()[name].version}"


async def asset(request: Request) -> Response:
    """Answer a file; by the address of its version it may be kept for ever."""
    file = _files().get(request.path_params["path"])
    if file is None:
        raise HTTPException(404)
    tag = f'"{file.version}"'
    lasting = request.query_params.get("v") == file.version
    headers = {"ETag": tag, "Cache-Control": _FOR_EVER if lasting else _FOR_NOW}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(file.content, media_type=file.kind, headers=headers)


@cache
def _files() -> Mapping[str, _File]:
    """Return all files by name; styles and the icon are those of `render`."""
    styles = files("tertium.render") / "templates"
    shared = {name: styles / name for name in ("icon.svg", "page.css", "pictures.css")}
    found = {**shared, **dict(_below(files("tertium.interfaces.web") / "static", ""))}
    return {name: _read(name, file) for name, file in found.items()}


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _below(one, f"{path}{one.name}/")
        else:
            yield path + one.name, one


def _read(name: str, file: Traversable) -> _File:
    content = file.read_bytes()
    kind = _KINDS.get(PurePosixPath(name).suffix, "application/octet-stream")
    return _File(content, kind, sha256(content).hexdigest()[:_DIGITS])
