"""The comparison document: every word of the page, for programs."""

from collections.abc import Mapping
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.description import Description
from tertium.model.moment import Moment
from tertium.model.narrative import Narrative, Sentence
from tertium.model.statement import Source, Statement
from tertium.model.values import Entity
from tertium.render.cutting import Cut, cut, cuts
from tertium.render.json_rows import row_json
from tertium.render.json_text import indented, on_one_line
from tertium.render.json_values import Json, key_of
from tertium.render.notes import Notes
from tertium.render.reading import statements_read
from tertium.render.wording import say_title

__all__ = ["document_json", "line", "relation_json", "render", "sentence_json"]

_MOST: Final = 10_000
"""How many statements of a cell a document has; `limits` says where there are more."""


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return the comparison document ``tertium/comparison/1``."""
    return indented(document_json(comparison, narrative)) + "\n"


def line(comparison: Comparison, narrative: Narrative) -> str:
    """Return the same document on one line."""
    return on_one_line(document_json(comparison, narrative))


def document_json(comparison: Comparison, narrative: Narrative) -> Json:
    """Return the comparison document before it is text; in Turtle it is the same document."""
    left = cuts(comparison, most=_MOST)
    return _document(cut(comparison, most=_MOST), narrative, left)


def _document(comparison: Comparison, narrative: Narrative, left: tuple[Cut, ...]) -> Json:
    return {
        "schema": "tertium/comparison/1",
        "title": say_title(comparison),
        "language": comparison.language,
        "graph": _graph(comparison),
        "entities": [_entity(description) for description in comparison.entities],
        "comparability": _comparability(comparison),
        "rows": [row_json(row) for row in comparison.rows],
        "relations": [relation_json(sentence) for sentence in narrative.relations],
        "narrative": _narrative(narrative),
        "queries": _queries(comparison),
        "references": _references(comparison, narrative),
        "limits": _limits(comparison, left),
    }


def _graph(comparison: Comparison) -> Json:
    graph = comparison.graph
    about = {"id": graph.id, "version": graph.version, "sources": list(graph.sources)}
    fetched: list[Json] = [
        {
            "entity": revision.entity,
            "revision": revision.number,
            "retrieved": revision.retrieved,
            "url": revision.url,
        }
        for revision in graph.fetched
    ]
    return about | ({"fetched": fetched} if fetched else {})


def _entity(description: Description) -> Json:
    return {
        "iri": description.iri,
        "label": description.label,
        "description": description.description,
        "types": sorted(description.entity.types),
        "same_as": sorted(description.same_as),
    }


def relation_json(sentence: Sentence) -> Mapping[str, Json]:
    """Return a connection in words with its steps, and what any sentence has."""
    steps: list[Json] = [_step(step) for step in sentence.evidence]
    return {"text": sentence.text, "path": steps, **sentence_json(sentence)}


def _step(step: Statement) -> Json:
    return {
        "from": step.subject,
        "property": step.predicate.iri,
        "to": step.value.iri if isinstance(step.value, Entity) else key_of(step.value),
        "statement": step.iri,
    }


def _narrative(narrative: Narrative) -> Json:
    return {
        "summary": [sentence_json(sentence) for sentence in narrative.summary],
        "sections": [
            {
                "heading": section.heading,
                "facet": section.facet.iri,
                "sentences": [sentence_json(sentence) for sentence in section.sentences],
            }
            for section in narrative.sections
        ],
    }


def sentence_json(sentence: Sentence) -> Mapping[str, Json]:
    """Return a sentence with its evidence, its claims and whom it names."""
    return {
        "text": sentence.text,
        "evidence": list(dict.fromkeys(statement.iri for statement in sentence.evidence)),
        "claims": [
            {
                "kind": claim.kind.value,
                "ask": claim.ask,
                "evidence": list(dict.fromkeys(one.iri for one in claim.statements)),
            }
            for claim in sentence.claims
        ],
        "mentions": [
            {"start": one.start, "end": one.end, "entity": one.entity, "form": one.form.value}
            for one in sentence.mentions
        ],
        **({"fallback": True} if sentence.fallback else {}),
        **({"rewritten": True} if sentence.rewritten else {}),
    }


def _queries(comparison: Comparison) -> Json:
    return {
        "similarity": comparison.queries.similarity,
        "differences": [
            {"entity": entity, "query": query} for entity, query in comparison.queries.differences
        ],
    }


def _references(comparison: Comparison, narrative: Narrative) -> Json:
    cited = Notes.of(statements_read(comparison, narrative)).sources
    return [_source(source) for source in sorted(cited, key=lambda source: source.iri)]


def _source(source: Source) -> Json:
    return {
        "source": source.iri,
        "label": source.label,
        "publisher": source.publisher or None,
        "year": source.year or None,
        "url": source.url or None,
        "licence": source.licence or None,
    }


def _comparability(comparison: Comparison) -> Json:
    found = comparison.comparability
    return {
        "alike": found.alike,
        "reason": found.reason,
        "rows_total": found.rows_total,
        "rows_common": found.rows_common,
    }


def _limits(comparison: Comparison, left: tuple[Cut, ...]) -> Json:
    shown = len(comparison.rows)
    return {
        "rows_total": comparison.rows_total,
        "rows_shown": shown,
        "truncated": shown < comparison.rows_total,
        "failed_sources": [*comparison.graph.failed],
        "ranks": comparison.ranks.value,
        "statistics": "counted" if comparison.graph.counted else "none",
        **_moment(comparison.moment),
        "view": comparison.selection.view.value,
        "facet": comparison.selection.facet or None,
        "length": comparison.selection.length.value,
        "hidden": {
            "outside_facet": comparison.selection.outside_facet,
            "outside_view": comparison.selection.outside_view,
            "beyond_limit": comparison.selection.beyond_limit,
        },
        "sensitive": comparison.sensitive,
        "withheld": comparison.withheld,
        "values_cut": list(map(_cut, left)),
    }


def _cut(one: Cut) -> Json:
    return {
        "property": one.predicate,
        "entity": one.entity,
        "shown": one.shown,
        "total": one.total,
    }


def _moment(moment: Moment | None) -> dict[str, Json]:
    """Return the day of which the page speaks, and who was not there then; or nothing."""
    if moment is None:
        return {}
    return {
        "at": moment.date.lexical,
        "unbegun": [_presence(statement) for statement in moment.unbegun],
        "ended": [_presence(statement) for statement in moment.ended],
    }


def _presence(statement: Statement) -> Json:
    return {"entity": statement.subject, "statement": statement.iri}
