import json

import pytest

from tertium.api.remote_linking import RemoteLinker
from tertium.errors import SourceUnavailableError
from tertium.model.link import Linking, LinkOutcome, LinkQuery, ReasonKind

from .exchanges import URL, Answers, recorded

NO_SCORES: list[object] = [float("nan"), float("inf"), None, {}, -5, True, "high", 10**400]
FUNDER = "http://example.org/funder"
MATCH, AMBIGUOUS, DOUBTFUL, NONE = LinkOutcome


def linked(name: str, *texts: str) -> list[Linking]:
    linker = RemoteLinker(URL, recorded(name))
    return list(linker.link_all(LinkQuery(text=text) for text in texts))


def answered(answer: object, *, draft: bool = False) -> Linking:
    manifest = {"versions": ["1.0-draft"] if draft else ["0.2"], "identifierSpace": "http://a.org/"}
    return RemoteLinker(URL, Answers(manifest, [answer])).link("Leon")


def offered(*candidates: object) -> Linking:
    return answered({"q0": {"result": list(candidates)}})


@pytest.mark.parametrize(
    ("name", "outcomes", "best", "scores"),
    [
        ("wikidata", (MATCH, AMBIGUOUS, NONE), "http://www.wikidata.org/entity/Q33391", [1, 0.71]),
        ("lobid-gnd", (MATCH, DOUBTFUL), "https://lobid.org/gnd/118624822", [0.8415184, 0.601]),
        ("viaf", (MATCH, DOUBTFUL), "http://viaf.org/viaf/102333412", [1, 0.52]),
        ("nomisma", (AMBIGUOUS, NONE), "http://nomisma.org/id/augustus", [1, 0.5]),
        (
            "freebase-like",
            (AMBIGUOUS, DOUBTFUL),
            "http://example.org/funder/100000001",
            [0.035, 0.02],
        ),
        ("draft", (AMBIGUOUS, MATCH), "https://lobid.org/gnd/120333937", [0, 0]),
    ],
)
def test_what_known_services_answer_is_understood(
    name: str, outcomes: tuple[LinkOutcome, ...], best: str, scores: list[float]
) -> None:
    found = linked(name, *"abc"[: len(outcomes)])
    assert tuple(one.outcome for one in found) == outcomes
    assert found[0].candidates[0].entity.iri == best
    assert [one.score for one in found[0].candidates] == pytest.approx(scores)


def test_a_candidate_is_described_and_says_how_it_was_weighed() -> None:
    (best,) = [one for one in linked("wikidata", "Trotsky") if one.match]
    candidate = best.candidates[0]
    assert candidate.entity.label == candidate.matched == "Leon Trotsky"
    assert candidate.description == "Russian Marxist revolutionary"
    assert best.candidates[1].description == "museum"
    assert [(one.kind, one.text, one.score) for one in candidate.reasons] == [
        (ReasonKind.NAME, "all_labels: 100", 1.0),
        (ReasonKind.PROPERTY, "P31: 100", 1.0),
    ]


def test_features_without_an_upper_end_stay_between_0_and_1() -> None:
    reasons = linked("draft", "a", "b")[1].candidates[0].reasons
    assert [(one.kind, one.text, one.score) for one in reasons] == [
        (ReasonKind.NAME, "likeness of names: 334.188", 1.0),
        (ReasonKind.POPULARITY, "PageRank: -4.1581", 0.0),
        (ReasonKind.TYPE, "fitting type: yes", 1.0),
        (ReasonKind.PROPERTY, "deprecated: no", 0.0),
    ]


def test_a_score_without_features_is_a_reason() -> None:
    (reason,) = linked("viaf", "a")[0].candidates[1].reasons
    assert (reason.text, reason.score) == ("scored 0.52 by VIAF", 0.52)
    assert linked("draft", "a", "b")[0].candidates[0].reasons == ()


@pytest.mark.parametrize(
    ("candidates", "outcome", "why"),
    [
        ([], NONE, "has no candidate"),
        ([("a", 90, True)], MATCH, "marks it as the right one"),
        ([("a", 90, False)], DOUBTFUL, "does not mark its only candidate"),
        ([("a", 90, True), ("b", 90, False)], MATCH, "marks it"),
        ([("a", 90, True), ("b", 90, True)], AMBIGUOUS, "marks 2 candidates"),
        ([("a", 80, True), ("b", 90, False)], AMBIGUOUS, "scores another candidate higher"),
        ([("a", 90, False), ("b", 20, False)], AMBIGUOUS, "marks none of 2"),
        ([("a", 90, "true")], DOUBTFUL, "does not mark"),
        ([("a", 90, False), ("a", 80, True)], MATCH, "marks it"),
    ],
)
def test_only_one_candidate_marked_and_not_outdone_is_a_match(
    candidates: list[tuple[str, float, object]], outcome: LinkOutcome, why: str
) -> None:
    nodes = [{"id": id_, "name": id_, "score": score, "match": m} for id_, score, m in candidates]
    found = offered(*nodes)
    assert found.outcome is outcome
    assert why in found.why


def test_the_match_comes_first_whatever_the_order() -> None:
    found = offered({"id": "b", "name": "b"}, {"id": "a", "name": "a", "match": True})
    assert found.match
    assert [one.entity.label for one in found.candidates] == ["a", "b"]


@pytest.mark.parametrize(
    ("score", "read"),
    [
        ("85.5", 0.855),
        (250, 1),
        (0.25, 0.25),
        *((no, 0) for no in NO_SCORES),
    ],
)
def test_a_score_that_is_none_counts_as_nothing(score: object, read: float) -> None:
    (candidate,) = offered({"id": "a", "name": "A", "score": score}).candidates
    assert candidate.score == pytest.approx(read)


def test_a_promise_of_percentages_is_believed() -> None:
    manifest = {"versions": ["0.2"], "identifierSpace": "http://a.org/", "standardizedScore": True}
    answer = {"q0": {"result": [{"id": "a", "name": "A", "score": 1}]}}
    found = RemoteLinker(URL, Answers(manifest, [answer])).link("A")
    assert found.candidates[0].score == 0.01


def test_what_has_no_identifier_is_no_candidate_and_what_has_no_name_is_called_by_it() -> None:
    found = offered({"name": "A"}, None, "x1", {"id": " "}, {"id": "b", "name": None}, ["c"])
    assert [one.entity.label for one in found.candidates] == ["x1", "b"]


def test_a_million_candidates_are_cut() -> None:
    nodes = [{"id": f"q{number}", "name": "Leon", "score": number} for number in range(100_000)]
    found = offered(*nodes, {"id": "best", "name": "Leon", "score": 10**6, "match": True})
    assert len(found.candidates) == 10
    assert found.match == found.candidates[0]


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize(
    "answer",
    [
        b"<html>Sign in</html>",
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"status": "error", "message": "no such index"}).encode(),
        {},
        [],
        "text",
        None,
        7,
        {"q7": {"result": [{"id": "a", "name": "A", "match": True}]}},
        {"q0": {"error": "too long"}},
        {"q0": []},
        {"results": {}},
        {"results": [{}]},
        {"results": [{"candidates": {}}]},
    ],
)
def test_an_answer_to_nothing_is_no_answer(answer: object, *, draft: bool) -> None:
    with pytest.raises(SourceUnavailableError, match=r"127\.0\.0\.1"):
        answered(answer, draft=draft)


def test_the_reason_a_service_gives_is_told() -> None:
    with pytest.raises(SourceUnavailableError, match="answers no query: no such index"):
        answered({"status": "error", "message": "no such index"})


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_of_another_length_is_an_answer_to_nobody_knows_what(count: int) -> None:
    results = [{"candidates": [{"id": "a", "name": "A", "match": True}]}] * count
    linker = RemoteLinker(URL, Answers(recorded("draft").manifest, [{"results": results}]))
    with pytest.raises(SourceUnavailableError, match=f"answers {count} queries of 2"):
        list(linker.link_all([LinkQuery(text="a"), LinkQuery(text="b")]))


def test_one_query_without_an_answer_is_said_and_the_others_stay() -> None:
    answers = recorded("wikidata")
    answers.posts = [{"q1": {"result": [{"id": "Q1", "name": "b", "match": True}]}}]
    linker = RemoteLinker(URL, answers)
    first, second = linker.link_all([LinkQuery(text="a"), LinkQuery(text="b")])
    assert (first.outcome, first.why) == (NONE, "Wikidata (en) gave no answer to this")
    assert second.match


@pytest.mark.parametrize(
    "features",
    [None, "x", 5, [None], [{"id": "a"}], [{"value": 1}], [{"id": "a", "value": "x"}], {}],
)
def test_features_that_are_none_are_left_out(features: object) -> None:
    found = offered({"id": "a", "name": "A", "features": features})
    assert found.candidates[0].reasons == ()
