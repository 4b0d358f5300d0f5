"""Reports as Web Annotations (W3C), for other programs."""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from tertium.model.report import Report, ReportKind
from tertium.render.json_values import Json

__all__ = ["annotations"]

_CONTEXT: Final[Json] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "schema": "http://schema.org/",
        "entity": {"@id": "rdf:subject", "@type": "@id"},
        "property": {"@id": "rdf:predicate", "@type": "@id"},
        "stated": "rdf:object",
        "version": "schema:version",
        "status": "schema:creativeWorkStatus",
    },
]
_NAMES: Final = "https://w3id.org/tertium/report/"
_MOTIVATIONS: Final[Mapping[ReportKind, str]] = {
    ReportKind.WRONG: "editing",
    ReportKind.OUTDATED: "editing",
    ReportKind.UNSOURCED: "questioning",
    ReportKind.MISLEADING: "assessing",
    ReportKind.HARMFUL: "moderating",
    ReportKind.OTHER: "commenting",
}


def annotations(reports: Iterable[Report], *, generated: str, address: str = "") -> str:
    """Return reports as a collection of annotations, in JSON-LD.

    How to reach the readers, and what is noted for whoever maintains the graph, is not in it.
    `generated` is the time, as ISO 8601 writes it; `address` that of the server with the pages.
    """
    items: list[Json] = [_annotation(one, generated, address) for one in reports]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        "label": "Reported problems",
        "total": len(items),
        "first": page,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _annotation(report: Report, generated: str, address: str) -> Json:
    kind = report.complaint.kind
    decided = {"modified": report.decided} if report.decided else {}
    return {
        "id": f"{_NAMES}{report.identifier}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[kind],
        "created": report.created,
        **decided,
        "creator": {"type": "Person", "name": "anonymous"},
        "generated": generated,
        "generator": {"type": "Software", "name": "Tertium"},
        "status": report.state.value,
        "body": _bodies(report),
        "target": _target(report, address),
    }


def _bodies(report: Report) -> Json:
    told = report.complaint
    text = {"type": "TextualBody", "value": told.text, "format": "text/plain"}
    tag = {"type": "TextualBody", "value": told.kind.value, "purpose": "tagging"}
    link = {"type": "SpecificResource", "source": told.source, "purpose": "linking"}
    return [{**text, "purpose": "commenting"}, tag, *([link] if told.source else [])]


def _target(report: Report, address: str) -> Json:
    about = report.complaint.about
    scope = {"scope": f"{address}{about.page}"} if address and about.page else {}
    return {
        "type": "SpecificResource",
        "source": about.statement,
        **scope,
        "selector": {"type": "TextQuoteSelector", "exact": about.said},
        "state": {"type": "TimeState", "sourceDate": report.created},
        "entity": about.entity,
        "property": about.predicate,
        "stated": about.value,
        "version": about.version,
    }
