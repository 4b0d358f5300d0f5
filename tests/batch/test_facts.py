from tertium.batch.facts import Evidence, Fact, Key, read_evidence, written_evidence

SOME = (Fact(Key("count", ("sharing", "urn:p", '"x"@en')), "3"), Fact(Key("thing", ("urn:a",)), ""))


def test_evidence_is_read_as_it_was_written() -> None:
    pages = {7: Evidence(SOME, ("a.html", "a.json")), 8: Evidence(SOME[1:]), 9: Evidence()}
    assert read_evidence(written_evidence(pages)) == pages


def test_what_pages_have_in_common_is_written_once() -> None:
    many = tuple(Fact(Key("thing", (f"urn:{n:04}",)), f"{n * 7919:x}") for n in range(1000))
    alone = len(written_evidence({0: Evidence(many)}))
    assert len(written_evidence(dict.fromkeys(range(100), Evidence(many)))) < 3 * alone
