"""The rows of the comparison document."""

from tertium.model.comparison import Cell, Common, Row
from tertium.model.measure import DateDistance, Measure, Overlap, QuantityRatio
from tertium.model.values import Entity
from tertium.render.explaining import explanation_json
from tertium.render.json_values import Json, date_json, number, stated_json, value_json
from tertium.render.wording import is_contested, say_label

__all__ = ["row_json"]


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
        "cells": [_cell(cell, row) for cell in row.cells],
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
            stated_json(statement, contested=is_contested(statement, row))
            for statement in cell.shown
            if statement.positive
        ],
        "statements": [statement.iri for statement in cell.shown],
    }


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
