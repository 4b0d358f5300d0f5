import pyoxigraph as ox

from tertium.store.loading.deriving import replace_direct_triples

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def test_a_direct_triple_is_derived_of_a_statement_in_a_named_graph() -> None:
    store = ox.Store()
    said = "".join(
        f"<urn:s> <{RDF}{part}> <urn:{part}> <urn:g> .\n"
        for part in ("subject", "predicate", "object")
    )
    store.load(said, ox.RdfFormat.N_QUADS)
    replace_direct_triples(store, frozenset())
    ends = (ox.NamedNode(f"urn:{part}") for part in ("subject", "predicate", "object"))
    assert ox.Quad(*ends) in store
