"""The rows of the comparison document."""

from typing import Final

from tertium.model.comparison import Cell, Common, Row
from tertium.model.measure import DateDistance, Measure, Overlap, QuantityRatio
from tertium.model.statement import Statement
from tertium.model.tally import Group, Spread, Tally
from tertium.model.values import Entity
from tertium.render.explaining import explanation_json
from tertium.render.json_values import Json, date_json, number, stated_json, value_json
from tertium.render.wording import is_contested, say_label

__all__ = ["row_json"]

_GROUPS: Final = 100
"""So many values are given with their holders, the most widely held ones."""


def row_json(row: Row) -> Json:
    """Return one property of all entities."""
    return _judged(row) | _asked(row)


def _asked(row: Row) -> dict[str, Json]:
    """Return what is there only for some rows, or for those who ask."""
    found: dict[str, Json] = {}
    if row.folded_into is not None:
        found["folded_into"] = row.folded_into
    if row.explanation is not None and row.explanation.kinds:
        found["explanation"] = explanation_json(row.explanation, row)
    return found


def _judged(row: Row) -> dict[str, Json]:
    return {
        "property": {"iri": row.predicate.iri, "label": row.predicate.label},
        "facet": {"iri": row.facet.iri, "label": row.facet.label},
        "relation": row.relation.value,
        "reason": row.reason,
        "salience": round(row.salience, 4),
        "contested": bool(row.contested),
        "common": [_common(common) for common in row.common],
        "measure": None if row.measure is None else _measure(row.measure),
        "tally": None if row.tally is None else _tally(row.tally),
        "cells": [_cell(cell, row) for cell in row.cells],
    }


def _tally(tally: Tally) -> Json:
    return {
        "having": tally.having,
        "groups_total": len(tally.groups),
        "groups": [_group(group) for group in tally.groups[:_GROUPS]],
        "spread": None if tally.spread is None else _spread(tally.spread),
    }


def _group(group: Group) -> Json:
    return {"value": value_json(group.value), "entities": list(group.holders)}


def _spread(spread: Spread) -> Json:
    return {
        "least": _group(spread.least),
        "greatest": _group(spread.greatest),
        "median": None if spread.median is None else value_json(spread.median),
        "far": [_group(group) for group in spread.far],
    }


def _common(common: Common) -> Json:
    return {
        "iri": common.value.iri if isinstance(common.value, Entity) else None,
        "label": say_label(common.value),
        "kind": common.kind.value,
        "entities": list(common.holders),
    }


def _cell(cell: Cell, row: Row) -> Json:
    return {
        "entity": cell.entity,
        "state": cell.state.value,
        "values": [
            {
                **stated_json(statement, contested=is_contested(statement, row)),
                **_stated_by(statement, row),
            }
            for statement in cell.shown
            if statement.positive
        ],
        "statements": [statement.iri for statement in cell.shown],
        "why": cell.why,
    }


def _stated_by(statement: Statement, row: Row) -> dict[str, Json]:
    """Return of which property the statement is, where that is not the one of the row."""
    predicate = statement.turned or statement.predicate
    if statement.turned is None and predicate.iri == row.predicate.iri:
        return {}
    said: dict[str, Json] = {"property": {"iri": predicate.iri, "label": predicate.label}}
    return said if statement.turned is None else {**said, "inverse": True}


def _measure(measure: Measure) -> Json:
    return {
        "jaccard": None if measure.jaccard is None else round(measure.jaccard, 4),
        "dates": None if measure.dates is None else _distance(measure.dates),
        "quantities": None if measure.quantities is None else _ratio(measure.quantities),
        "overlaps": [_overlap(overlap) for overlap in measure.overlaps],
        "incomparable": measure.incomparable or None,
    }


def _distance(distance: DateDistance) -> Json:
    return {
        "order": list(distance.order),
        "amount": distance.amount,
        "unit": distance.unit.name.lower(),
    }


def _ratio(ratio: QuantityRatio) -> Json:
    return {
        "order": list(ratio.order),
        "difference": number(ratio.difference),
        "ratio": None if ratio.ratio is None else number(ratio.ratio),
        "unit": ratio.unit,
        "unit_label": ratio.unit_label,
        "dates": [None if date is None else date_json(date) for date in ratio.dates],
    }


def _overlap(overlap: Overlap) -> Json:
    interval = overlap.interval
    return {
        "value": value_json(overlap.value),
        "entities": list(overlap.holders),
        "start": None if interval.start is None else date_json(interval.start),
        "end": None if interval.end is None else date_json(interval.end),
    }
