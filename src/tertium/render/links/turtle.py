"""Links as triples, each with an axiom that says how sure it is, and why.

The axioms are those of the OWL form of SSSOM: https://mapping-commons.github.io/sssom.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from tertium.errors import BadParameterError
from tertium.model.link import Linking
from tertium.model.linkset import LinkSet
from tertium.render.links.mappings import Mapping, mappings_of

__all__ = ["turtle"]

_PREFIXES: Final = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_NAMELESS: Final = "has no IRI: name a column of keys, and what to put before them"
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"'}
    | {chr(code): f"\\u{code:04X}" for code in (*range(0x20), *range(0x7F, 0xA0))}
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
)


def turtle(linkings: Iterable[Linking], links: LinkSet) -> Iterator[str]:
    """Yield the prefixes, and what each match states.

    Raises:
        BadParameterError: when something that has a match has no IRI.

    """
    yield "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in _PREFIXES.items())
    for linking in linkings:
        for mapping in mappings_of(linking, links.predicate, everything=False):
            yield _stated(mapping)


def _stated(mapping: Mapping) -> str:
    if mapping.subject is None:
        key = "key"
        raise BadParameterError(key, f"{mapping.label!r} {_NAMELESS}")
    subject, verb, target = f"<{mapping.subject}>", _name(mapping.predicate), f"<{mapping.object}>"
    return (
        f"\n{subject} {verb} {target} .\n"
        f"[] a owl:Axiom ;\n"
        f"  owl:annotatedSource {subject} ;\n"
        f"  owl:annotatedProperty {verb} ;\n"
        f"  owl:annotatedTarget {target} ;\n"
        f"  sssom:mapping_justification {_name(mapping.justification)} ;\n"
        f'  sssom:confidence "{mapping.confidence or 0:.4f}"^^xsd:double ;\n'
        f'  rdfs:comment "{mapping.comment.translate(_ESCAPES)}" .\n'
    )


def _name(iri: str) -> str:
    """Return a word of a vocabulary, shortened."""
    names = (
        f"{prefix}:{iri.removeprefix(space)}"
        for prefix, space in _PREFIXES.items()
        if iri.startswith(space) and iri.removeprefix(space).isalnum()
    )
    return next(names, f"<{iri}>")
