"""What a request holds: its form or its document, of a size that we take, in UTF-8."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from tertium.api.reconciling import Version
from tertium.errors import BadRequestError, TooManyPartsError

__all__ = ["callback_of", "count_of", "document", "fields", "version_of"]

_MOST: Final = 1 << 20
_FORM: Final = "application/x-www-form-urlencoded"
_FIELDS: Final = 50
_DIGITS: Final = 6
_NAME: Final = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\d{1,9}\])*", re.ASCII)
_LONGEST: Final = 100


async def fields(request: Request) -> Mapping[str, str]:
    """Return the fields of a form in the address or, of a POST, in the body.

    Raises:
        BadRequestError: when the body is no form.
        TooManyPartsError: when it is too large.

    """
    if request.method != "POST":
        return dict(request.query_params)
    if _media_type(request) != _FORM:
        raise BadRequestError(place="the body", problem=f"{_FORM} is expected")
    try:
        pairs = parse_qsl(await _text(request), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError as error:
        raise BadRequestError(place="the body", problem="it is no form") from error
    return dict(pairs)


async def document(request: Request) -> str:
    """Return the body, which should be JSON; raises as `fields` does.

    A page of another site can send a form or a plain text unasked, but no JSON.
    """
    kind = _media_type(request)
    if not (kind == "application/json" or kind.endswith("+json")):
        raise BadRequestError(place="the body", problem="application/json is expected")
    return await _text(request)


def version_of(request: Request) -> Version | None:
    """Return which version is wanted, by the media type that is accepted, if any is named.

    Raises:
        BadRequestError: when only versions are accepted which we do not know.

    """
    accepted = request.headers.get("accept", "").casefold()
    asked = [kind.partition(";")[0].strip() for kind in accepted.split(",")]
    versions = [kind for kind in asked if kind.startswith("application/reconciliation.")]
    for kind in versions:
        if kind in _VERSIONS:
            return _VERSIONS[kind]
    if versions:
        raise BadRequestError(place="Accept", problem=f"we have {', '.join(_VERSIONS)}")
    return None


def callback_of(request: Request) -> str:
    """Return the function that the answer is to be given to (JSONP), if one is named.

    Raises:
        BadRequestError: when what is named can be no function.

    """
    name = request.query_params.get("callback", "") if request.method == "GET" else ""
    if name and not (len(name) <= _LONGEST and _NAME.fullmatch(name)):
        raise BadRequestError(place="callback", problem="the name of a function is expected")
    return name


def count_of(request: Request, name: str, usual: int, *, least: int = 0) -> int:
    """Return a number in the address, or what it usually is.

    Raises:
        BadRequestError: when it is no whole number.

    """
    text = request.query_params.get(name, "")
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal() and int(text[:_DIGITS]) >= least):
        raise BadRequestError(place=name, problem=f"a whole number of {least} or more is expected")
    return int(text[:_DIGITS])


_VERSIONS: Final = {
    "application/reconciliation.v0.2+json": Version.FINAL,
    "application/reconciliation.v1+json": Version.DRAFT,
}


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().casefold()


async def _text(request: Request) -> str:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST:
            raise TooManyPartsError(len(body), "bytes", _MOST)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequestError(place="the body", problem="it is not in UTF-8") from error
