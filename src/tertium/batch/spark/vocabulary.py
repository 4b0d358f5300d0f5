"""What saved queries on the ontology may find in a graph: little, and all of it sent to workers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from tertium.store.vocabulary import IDENTITIES, RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyspark.sql import DataFrame

    from tertium.batch.spark.lines import Columns

__all__ = ["vocabulary"]

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_TT: Final = "https://w3id.org/tertium/ontology#"
_MEMBERS: Final = f"{_OWL}members"
_LISTS: Final = (f"{_RDF}first", f"{_RDF}rest")
_PREDICATES: Final = (
    *(_TT + name for name in ("facet", "noun", "order", "role", "toldWith", "usedFor")),
    *(_TT + "valueNoun", "https://schema.org/domainIncludes", _MEMBERS, _OWL + "disjointWith"),
    *("http://www.w3.org/2000/01/rdf-schema#subClassOf", "http://purl.org/dc/terms/issued"),
)
_NAMESPACES: Final = ("http://www.lexinfo.net/ontology/", "http://www.w3.org/ns/lemon/")
_KINDS: Final = (
    *(_OWL + name for name in ("AllDisjointClasses", "DatatypeProperty", "ObjectProperty")),
    *(_RDF + "Property", _TT + "Facet", _TT + "QualifierProperty"),
)
_LINKS: Final = 10_001
"""Of more links than this none is looked at before it is asked for."""


def vocabulary(triples: DataFrame, predicates: Sequence[str]) -> Iterator[Columns]:
    """Yield what is said of properties and classes, and links if these are not many."""
    wanted = [one for one in predicates if one in _PREDICATES or one.startswith(_NAMESPACES)]
    lists = _LISTS if _MEMBERS in predicates else ()
    found = chain(
        _with(triples, [*wanted, *lists]).toLocalIterator(),
        _typed(triples).toLocalIterator(),
        *(_with(triples, [one]).limit(_LINKS).collect() for one in IDENTITIES if one in predicates),
    )
    yield from (tuple(row) for row in found)


def _with(triples: DataFrame, predicates: Sequence[str]) -> DataFrame:
    from pyspark.sql import functions as sql

    return triples.where(sql.col("predicate").isin(*(f"<{one}>" for one in predicates)))


def _typed(triples: DataFrame) -> DataFrame:
    """Return all classes of what is a property, a facet or a group of classes."""
    from pyspark.sql import functions as sql

    types = _with(triples, [RDF_TYPE])
    kinds = sql.col("object").isin(*(f"<{one}>" for one in _KINDS))
    return types.join(types.where(kinds).select("subject").distinct(), "subject", "left_semi")
