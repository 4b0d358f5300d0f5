"""The table as a cube of the RDF Data Cube vocabulary, in Turtle.

Recommendation: https://www.w3.org/TR/vocab-data-cube/. There is an observation for each value of a
cell, numbered from 1; a cell without values has one, of number 0, whose value is its state.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render.json import document_json
from tertium.render.json_values import Json
from tertium.render.triples.leaves import decimal, fields, items
from tertium.render.triples.naming import about, page_iri
from tertium.render.triples.shapes import PREFIXES, words
from tertium.render.triples.terms import day, flag, literal, node, prefixes, spoken
from tertium.render.turtle import told_of

__all__ = ["render"]

_SPACES: Final = {
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
}
_COMPONENTS: Final = """\
tt:entity a rdf:Property , qb:DimensionProperty ; rdfs:label "entity"@en ; \
rdfs:range rdfs:Resource .
tt:ofProperty a rdf:Property , qb:DimensionProperty ; rdfs:label "property"@en ; \
rdfs:range rdf:Property .
tt:valueNumber a rdf:Property , qb:DimensionProperty ; rdfs:label "number of the value"@en ; \
rdfs:range xsd:integer .
tt:cellValue a rdf:Property , qb:MeasureProperty ; rdfs:label "value"@en .
tt:state a rdf:Property , qb:AttributeProperty ; rdfs:label "state of the cell"@en .
tt:relation a rdf:Property , qb:AttributeProperty ; rdfs:label "relation of the row"@en .
tt:contested a rdf:Property , qb:AttributeProperty ; rdfs:label "contested"@en .
tt:statement a rdf:Property , qb:AttributeProperty ; rdfs:label "statement"@en .
sdmx-attribute:unitMeasure a rdf:Property , qb:AttributeProperty ; rdfs:label "unit"@en .
"""
_STRUCTURE: Final = """\
:structure a qb:DataStructureDefinition ;
  qb:component [ qb:dimension tt:entity ; qb:order 1 ] ;
  qb:component [ qb:dimension tt:ofProperty ; qb:order 2 ] ;
  qb:component [ qb:dimension tt:valueNumber ; qb:order 3 ] ;
  qb:component [ qb:measure tt:cellValue ] ;
  qb:component [ qb:attribute tt:state ; qb:componentRequired true ] ;
  qb:component [ qb:attribute tt:relation ; qb:componentRequired true ] ;
  qb:component [ qb:attribute tt:contested ; qb:componentRequired false ] ;
  qb:component [ qb:attribute tt:statement ; qb:componentRequired false ] ;
  qb:component [ qb:attribute sdmx-attribute:unitMeasure ; qb:componentRequired false ] ;
  qb:sliceKey :byProperty .
:byProperty a qb:SliceKey ; rdfs:label "by property"@en ; qb:componentProperty tt:ofProperty .
"""


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return the table as a cube: entities by properties, with state and relation."""
    page = about(document_json(comparison, narrative))
    address = page_iri(told_of(page))
    spaces = {"": f"{address}/cube#", **PREFIXES, **_SPACES}
    told = (_set(page, address), _COMPONENTS, _STRUCTURE, _labels(page), *_slices(page))
    return "\n".join((prefixes(spaces), *(part for part in told if part)))


def _set(page: Mapping[str, Json], address: str) -> str:
    slices = "".join(f" ;\n  qb:slice :row{n}" for n, _ in enumerate(items(page["rows"]), 1))
    return (
        f":table a qb:DataSet ;\n  dcterms:title {literal(page['title'])} ;\n"
        f"  dcterms:language {literal(page['language'])} ;\n"
        f"  prov:wasDerivedFrom <{address}> ;\n  qb:structure :structure{slices} .\n"
    )


def _labels(page: Mapping[str, Json]) -> str:
    """Return what the entities and properties are called; what has no IRI has no label."""
    named = [*items(page["entities"]), *(fields(row)["property"] for row in items(page["rows"]))]
    told = (
        f"{node(one['iri'])} rdfs:label {literal(one['label'])} .\n" for one in map(fields, named)
    )
    return "".join(line for line in told if line.startswith("<"))


def _slices(page: Mapping[str, Json]) -> Iterator[str]:
    for number, row in enumerate(map(fields, items(page["rows"])), 1):
        predicate = fields(row["property"])["iri"]
        observed = [*_observations(row, node(predicate))]
        names = ", ".join(f":row{number}-{place}" for place, _ in enumerate(observed, 1))
        yield (
            f":row{number} a qb:Slice ; qb:sliceStructure :byProperty ; "
            f"tt:ofProperty {node(predicate)} ;\n  qb:observation {names} .\n"
            + "".join(f":row{number}-{place} {one} .\n" for place, one in enumerate(observed, 1))
        )


def _observations(row: Mapping[str, Json], predicate: str) -> Iterator[str]:
    relation = words("relation")[str(row["relation"])]
    for cell in map(fields, items(row["cells"])):
        state = words("state")[str(cell["state"])]
        known = (
            f"a qb:Observation ; qb:dataSet :table ; tt:entity {node(cell['entity'])} ; "
            f"tt:ofProperty {predicate} ; tt:state {state} ; tt:relation {relation}"
        )
        values = [fields(one) for one in items(cell["values"])]
        for number, value in enumerate(values, 1):
            yield f"{known} ; tt:valueNumber {number} ; {' ; '.join(_valued(value))}"
        if not values:
            yield f"{known} ; tt:valueNumber 0 ; tt:cellValue {state}"


def _valued(value: Mapping[str, Json]) -> Iterator[str]:
    yield f"tt:cellValue {_value(value)}"
    yield f"tt:contested {flag(value['contested'])}"
    yield f"tt:statement {node(value['statement'])}"
    if value.get("unit"):
        yield f"sdmx-attribute:unitMeasure {node(value['unit'])}"


def _value(value: Mapping[str, Json]) -> str:
    match value["type"]:
        case "entity" | "iri":
            return node(value["value"])
        case "date":
            return day(value["value"])
        case "quantity":
            return decimal(value["amount"])
        case "text":
            return spoken(value["value"], value["language"])
        case "coordinate":
            return literal(f"{value['latitude']}, {value['longitude']}")
        case _:
            return literal(value["value"])
