"""How Wikidata answers: entity data, the action API and its query services, as they really do.

After `EntityDataRequestHandler`, `GetEntities` and `ResultBuilder` of Wikibase.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import Message
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlencode

from tertium.store.entity_json import WIKIDATA
from tests.store.serving import Reply
from tests.wikidata.documents import Document, Site, Version

__all__ = ["Request", "api", "entity_data", "error_page"]

_HOUR = "public, s-maxage=3600, max-age=3600"
_HTML = "text/html; charset=utf-8"
_JSON = "application/json; charset=utf-8"
_IDENTIFIER = re.compile(r"[QPL][1-9]\d{0,9}")
_MOST = 50
_TERMS = ("labels", "descriptions", "aliases")
_INFO = ("pageid", "ns", "title", "lastrevid", "modified")
_PROPS = "info|sitelinks|aliases|labels|descriptions|claims|datatype"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody asked, and how many were being answered when it came, this one included."""

    method: str
    path: str
    form: Mapping[str, str] = field(default_factory=dict)
    headers: Message = field(default_factory=Message)
    together: int = 1


def entity_data(site: Site, request: Request) -> Reply:
    """Answer `/wiki/Special:EntityData/Q42.json`, of a revision or as it is now."""
    asked, _, suffix = request.path.rpartition("/")[2].partition(".")
    identifier = asked.upper()
    if not _IDENTIFIER.fullmatch(identifier):
        return error_page(400, f"Invalid ID: {asked}.")
    if suffix != "json":
        return error_page(415, f"Data format {suffix} is not supported by this repository.")
    if asked != identifier:
        query = f"?{urlencode(request.form)}" if request.form else ""
        place = f"{request.path.rpartition('/')[0]}/{identifier}.json{query}"
        return Reply(status=301, kind=_HTML, headers={"Location": place})
    revision = int(request.form.get("revision", "0"))
    version = site.past(identifier, revision) if revision else site.current(identifier)
    if version is None and revision and identifier in site.redirects:
        return error_page(400, f"Can't show revision {revision} of entity {identifier}.")
    if version is None:
        return error_page(404, f"No entity with ID {identifier} was found.")
    return _unless_known(version, request)


def _unless_known(version: Version, request: Request) -> Reply:
    """Answer with an entity, or that it is as it was; the real one sends no ETag here."""
    modified = datetime.fromisoformat(version.modified)
    headers = {
        "Last-Modified": format_datetime(modified, usegmt=True),
        "Cache-Control": _HOUR,
        "Vary": "Accept-Encoding",
        "Access-Control-Allow-Origin": "*",
    }
    since = request.headers.get("If-Modified-Since")
    if since and parsedate_to_datetime(since) >= modified:
        return Reply(status=HTTPStatus.NOT_MODIFIED, kind=_JSON, headers=headers)
    return _json({"entities": {version.document["id"]: version.whole}}, headers)


def error_page(status: int, words: str) -> Reply:
    """Return a page that says what is wrong, as MediaWiki does."""
    title = f"{status} {HTTPStatus(status).phrase}"
    page = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body>{words}</body></html>"
    return Reply(status=status, kind=_HTML, body=page, headers={"Cache-Control": "no-cache"})


def api(site: Site, request: Request, *, lag: float = 0) -> Reply:
    """Answer `/w/api.php`: `wbgetentities` of up to 50 entities, and `siteinfo`, in JSON."""
    form = request.form
    if form.get("format") != "json":  # else it sends a page which explains itself
        return error_page(200, "MediaWiki API result")
    if "maxlag" in form and lag > float(form["maxlag"]):
        info = f"Waiting for 10.64.16.112: {lag} seconds lagged."
        retry = {"Retry-After": "5", "X-Database-Lag": str(int(lag))}
        return _refusal("maxlag", info, headers=retry)
    if (form.get("action"), form.get("meta")) == ("query", "siteinfo"):
        general = {"sitename": "Wikidata", "wikibase-conceptbaseuri": f"{WIKIDATA}entity/"}
        return _json({"batchcomplete": True, "query": {"general": general}}, {})
    if form.get("action") != "wbgetentities":
        return _refusal("badvalue", 'Unrecognized value for parameter "action".')
    asked = form.get("ids", "").split("|")
    if len(asked) > _MOST:
        info = f'Too many values supplied for parameter "ids". The limit is {_MOST}.'
        return _refusal("toomanyvalues", info)
    return _entities(site, asked, form)


def _entities(site: Site, asked: list[str], form: Mapping[str, str]) -> Reply:
    entities: dict[str, Document] = {}
    for given in asked:
        identifier = given.upper()
        if not _IDENTIFIER.fullmatch(identifier):
            return _refusal("no-such-entity", f'Could not find an entity with the ID "{given}".')
        follow = form.get("redirects", "yes") == "yes" or identifier not in site.redirects
        version = site.current(identifier) if follow else None
        if version is None:
            entities[identifier] = {"id": identifier, "missing": ""}
        else:
            entities[identifier] = _record(identifier, version, form)
    headers = {"Cache-Control": "private, must-revalidate, max-age=0", "Vary": "Accept-Encoding"}
    return _json({"entities": entities, "success": 1}, headers)


def _record(identifier: str, version: Version, form: Mapping[str, str]) -> Document:
    """Return those parts of a document which are wanted."""
    whole = version.whole
    props = form.get("props", _PROPS).split("|")
    languages = form["languages"].split("|") if form.get("languages") else None
    kept: dict[str, object] = {}
    if "info" in props:
        kept |= {name: whole[name] for name in _INFO}
    if identifier != whole["id"]:
        kept["redirects"] = {"from": identifier, "to": whole["id"]}
    kept |= {name: whole[name] for name in ("type", "id")}
    kept |= {name: _worded(whole[name], languages) for name in _TERMS if name in props}
    others = ("datatype", "claims", "sitelinks")
    return kept | {name: whole[name] for name in others if name in props and name in whole}


def _worded(terms: object, languages: list[str] | None) -> object:
    if languages is None or not isinstance(terms, dict):
        return terms
    return {language: terms[language] for language in languages if language in terms}


def _refusal(code: str, info: str, *, headers: Mapping[str, str] | None = None) -> Reply:
    """Return an error of the action API: its status is 200."""
    body = {"error": {"code": code, "info": info}, "servedby": "mw1234"}
    return _json(body, {"MediaWiki-API-Error": code, **(headers or {})})


def _json(value: object, headers: Mapping[str, str]) -> Reply:
    return Reply(body=json.dumps(value), kind=_JSON, headers=headers)
