"""The link document: every query with its candidates and reasons, for programs."""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files

from tertium.model.link import Candidate, Given, Linking, LinkOutcome, LinkQuery, Reason
from tertium.model.linkset import LinkSet, Tally
from tertium.render.json_values import Json

__all__ = ["link_document", "link_schema", "linking_json"]


def link_document(linkings: Iterable[Linking], links: LinkSet) -> Iterator[str]:
    """Yield the document ``tertium/links/1`` piece by piece, a query at a time."""
    tally = Tally()
    head: dict[str, Json] = {"schema": "tertium/links/1"}
    head |= {"source": links.source, "target": links.target}
    yield _pieces(head)[:-2] + ',\n  "links": ['
    comma, end = "", ""
    for linking in linkings:
        tally.count(linking)
        yield f"{comma}\n{_indented(linking_json(linking))}"
        comma, end = ",", "\n  "
    counts: Json = {outcome.value: tally.counts[outcome] for outcome in LinkOutcome}
    yield f"{end}],{_pieces({'summary': counts})[1:]}\n"


def link_schema() -> str:
    """Return the JSON Schema of the link document."""
    return files("tertium.render").joinpath("link.schema.json").read_text(encoding="utf-8")


def linking_json(linking: Linking) -> Json:
    """Return a query with what became of it."""
    match = linking.match
    return {
        "query": _query(linking.query),
        "outcome": linking.outcome.value,
        "why": linking.why,
        "match": match.entity.iri if match else None,
        "candidates": [_candidate(candidate) for candidate in linking.candidates],
    }


def _query(query: LinkQuery) -> Json:
    return {
        "key": query.key,
        "text": query.text,
        "names": list(query.names),
        "types": list(query.types),
        "given": [_given(given) for given in query.given],
    }


def _given(given: Given) -> Json:
    return {"property": given.property, "values": list(given.values)}


def _candidate(candidate: Candidate) -> Json:
    return {
        "iri": candidate.entity.iri,
        "label": candidate.entity.label,
        "description": candidate.description,
        "types": sorted(candidate.entity.types),
        "matched": candidate.matched,
        "score": round(candidate.score, 4),
        "reasons": [_reason(reason) for reason in candidate.reasons],
    }


def _reason(reason: Reason) -> Json:
    return {"kind": reason.kind.value, "text": reason.text, "score": round(reason.score, 4)}


def _pieces(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _indented(value: Json) -> str:
    """Return a member of the list, as deep in the document as it stands."""
    return "\n".join(f"    {line}" for line in _pieces(value).split("\n"))
