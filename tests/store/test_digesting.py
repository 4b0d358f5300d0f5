from hypothesis import given
from hypothesis import strategies as st

from tertium.store.digesting import digest

NODES = st.sampled_from(["_:a", "_:b", "_:c", "<urn:x:i>", "<urn:x:j>"])
LINES = st.lists(st.tuples(NODES, NODES).map(lambda ends: f"{ends[0]} <urn:x:p> {ends[1]} ."))


@given(LINES)
def test_neither_order_nor_labels_matter(lines: list[str]) -> None:
    renamed = [line.replace("_:a", "_:z9").replace("_:b", "_:a") for line in reversed(lines)]
    assert digest("\n".join(lines).encode()) == digest("\n".join(renamed).encode())


def test_what_hangs_on_blank_nodes_matters() -> None:
    apart = b'_:a <urn:x:p> "1" .\n_:b <urn:x:q> "2" .'
    together = b'_:a <urn:x:p> "1" .\n_:a <urn:x:q> "2" .'
    longer = b'_:a <urn:x:p> _:b .\n_:b <urn:x:p> _:c .\n_:c <urn:x:p> "1" .'
    assert len({digest(apart), digest(together), digest(longer), digest(b"")}) == 4


def test_blank_graphs_and_quoted_triples_have_no_labels_either() -> None:
    text = '_:s <urn:x:says> <<( _:s <urn:x:p> "1" )>> _:g .'
    assert digest(text.encode()) == digest(
        text.replace("_:s", "_:t").replace("_:g", "_:h").encode()
    )


def test_a_long_chain_takes_no_deep_thought() -> None:
    chain = "\n".join(f"_:n{i} <urn:x:p> _:n{i + 1} ." for i in range(20_000))
    assert len(digest(chain.encode())) == 64
