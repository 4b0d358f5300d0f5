import pyoxigraph as ox

from tertium.store.annotations import spell_out

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def spelt(turtle: str) -> dict[str, set[str]]:
    store = ox.Store()
    store.load(f"@prefix ex: <urn:ex:> . {turtle}", ox.RdfFormat.TURTLE)
    spell_out(store)
    return {
        part: {
            str(quad.object)
            for quad in store.quads_for_pattern(None, ox.NamedNode(RDF + part), None)
        }
        for part in ("subject", "predicate", "object")
    }


def test_an_annotated_triple_is_reified_in_the_old_words() -> None:
    assert spelt('ex:a ex:p ex:b {| ex:since "1990" |} .') == {
        "subject": {"<urn:ex:a>"},
        "predicate": {"<urn:ex:p>"},
        "object": {"<urn:ex:b>"},
    }


def test_a_triple_on_a_triple_is_left_alone() -> None:
    nested = spelt("ex:r <" + RDF + "reifies> <<( ex:a ex:p <<( ex:b ex:q ex:c )>> )>> .")
    assert nested == {"subject": set(), "predicate": set(), "object": set()}


def test_nothing_else_is_touched() -> None:
    assert spelt("ex:a ex:p ex:b .") == {"subject": set(), "predicate": set(), "object": set()}
