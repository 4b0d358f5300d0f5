import html
import json
import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx
import pytest
from starlette.routing import Route
from starlette.types import ASGIApp

from tertium.api import open_graph
from tertium.interfaces.web.application import application
from tertium.interfaces.web.door import Door
from tertium.interfaces.web.reports.asking import LONGEST
from tertium.interfaces.web.reports.desk import Desk
from tertium.interfaces.web.rooms import Rooms
from tertium.interfaces.web.settings import Settings
from tertium.interfaces.web.site import Site
from tertium.model.report import ReportKind, ReportState
from tertium.model.terms import Iri
from tertium.store.reports import ReportBook
from tertium.store.reports.senders import OF_ONE
from tests.interfaces.web.asking import asked

GRAPH = """@prefix x: <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
x:a rdfs:label "One" ; x:born "1879" .
x:b rdfs:label "Two" ; x:named "</textarea><script>alert(1)</script>" ."""
NAMES = tuple(quote(f"https://example.org/{name}", safe="") for name in "ab")
PAGE = f"/compare/{'/'.join(NAMES)}"
FORM = {"content-type": "application/x-www-form-urlencoded"}
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("graph")
    file = folder / "graph.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    return Settings(sources=(str(file),), store=folder, reports=folder / "reports.sqlite")


@pytest.fixture(scope="module")
def statements(settings: Settings) -> tuple[str, ...]:
    iris = (Iri(f"https://example.org/{name}") for name in "ab")
    described = open_graph(*settings.sources).reader.descriptions(iris)
    return tuple(one.statements[0].iri for one in described)


@pytest.fixture
def book(settings: Settings) -> ReportBook:
    assert settings.reports
    for file in settings.reports.parent.glob("reports.sqlite*"):
        file.unlink()
    return ReportBook(settings.reports)


@pytest.fixture(scope="module")
def site(settings: Settings) -> ASGIApp:
    return application(settings)


def told(statement: str, **more: str) -> dict[str, str]:
    known = {"statement": statement, "page": PAGE, "kind": "wrong", "text": "It was 1878."}
    return known | more


def stamped(site: ASGIApp, statement: str) -> str:
    text = shown(site, statement).text
    found = re.search(r'name="token" value="([^"]+)"', text)
    assert found
    return found[1]


def shown(site: ASGIApp, statement: str, **more: str) -> httpx.Response:
    return asked(site, f"/report?{urlencode({'statement': statement, 'page': PAGE, **more})}")


def posted(
    site: ASGIApp, fields: Mapping[str, str], headers: Mapping[str, str] | None = None
) -> httpx.Response:
    body = urlencode(fields).encode()
    return asked(site, "/report", method="POST", headers=FORM | dict(headers or {}), content=body)


def sent(site: ASGIApp, document: object, **headers: str) -> httpx.Response:
    body = json.dumps(document).encode()
    return asked(site, "/report", method="POST", headers=JSON | headers, content=body)


def test_a_form_says_what_the_graph_states(site: ASGIApp, statements: tuple[str, ...]) -> None:
    text = html.unescape(shown(site, statements[0]).text)
    assert ">One: born: 1879<" in text
    assert all(f'value="{kind.value}"' in text for kind in ReportKind)


def test_what_is_sent_is_kept_and_has_a_page(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook
) -> None:
    token = stamped(site, statements[0])
    fields = told(statements[0], token=token, source="https://a.example/b", contact="Ann")
    answer = posted(site, fields)
    assert answer.status_code == 303
    (kept,) = book.reports()
    assert (kept.complaint.kind, kept.complaint.text) == (ReportKind.WRONG, "It was 1878.")
    assert (kept.complaint.source, kept.complaint.contact) == ("https://a.example/b", "Ann")
    about = kept.complaint.about
    assert about.statement == statements[0]
    assert (about.entity, about.value) == ("https://example.org/a", "1879")
    assert (about.page, about.said) == (PAGE, "One: born: 1879")
    assert about.version
    page = asked(site, answer.headers["location"])
    assert "Nobody has decided" in page.text
    assert "1878" not in page.text
    assert "Ann" not in page.text


def test_a_page_tells_what_was_decided_and_no_more(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook
) -> None:
    where = sent(site, told(statements[0])).headers["location"]
    identifier = where.rpartition("/")[2]
    book.decide(identifier, ReportState.ACCEPTED, "a note of ours")
    page = asked(site, where, headers={"accept": "text/html"})
    assert "It was accepted" in page.text
    assert "a note" not in page.text
    assert page.headers["cache-control"] == "no-store"
    document = asked(site, where, headers={"accept": "application/json"}).json()
    assert document.keys() == {"id", "state", "received", "decided"}
    assert (document["id"], document["state"]) == (identifier, "accepted")
    assert asked(site, "/report/none-such-one").status_code == 404


def test_programs_send_json(site: ASGIApp, statements: tuple[str, ...], book: ReportBook) -> None:
    answer = sent(site, told(statements[1], page="", entity="https://example.org/b"))
    assert (answer.status_code, answer.json()["state"]) == (201, "open")
    assert book.find(answer.json()["id"]).complaint.about.entity == "https://example.org/b"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"statement": ""}, "statement"),
        ({"page": "https://elsewhere.example/compare/a/b"}, "page"),
        ({"page": "//elsewhere.example/compare/a/b"}, "page"),
        ({"kind": "silly"}, "kind"),
        ({"text": " \n"}, "text"),
        ({"text": "x" * (LONGEST + 1)}, "text"),
        ({"text": "a\x1b[31m"}, "text"),
        ({"text": "a\x00"}, "text"),
        ({"text": "\ud800"}, "text"),
        ({"source": "javascript:alert(1)"}, "source"),
        ({"source": "https://a.example/\nb"}, "source"),
        ({"contact": "a\nb"}, "contact"),
        ({"contact": "x" * 501}, "contact"),
        ({"website": "https://spam.example"}, "website"),
    ],
)
def test_what_is_no_report_is_refused_with_its_place(
    site: ASGIApp,
    statements: tuple[str, ...],
    book: ReportBook,
    change: dict[str, str],
    place: str,
) -> None:
    answer = sent(site, told(statements[0]) | change)
    assert answer.status_code == 400
    assert f"understood: {place}: " in answer.json()["detail"]
    assert book.reports() == ()


@pytest.mark.parametrize("document", [[], "text", {"text": 1}, {"text": {}}, None])
def test_other_json_is_refused(site: ASGIApp, document: object) -> None:
    assert sent(site, document).status_code == 400


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{" * 50_000, 400),
        ("application/json", b"\xff", 400),
        ("application/json", b" " * 70_000, 413),
        ("application/x-www-form-urlencoded", b"a=%ff", 400),
        ("application/x-www-form-urlencoded", b"&".join([b"a=b"] * 50), 400),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        ("text/plain", b"statement=1", 415),
    ],
)
def test_other_bodies_are_refused(site: ASGIApp, kind: str, body: bytes, status: int) -> None:
    headers = {"content-type": kind}
    answer = asked(site, "/report", method="POST", headers=headers, content=body)
    assert answer.status_code == status


def test_a_form_with_mistakes_is_shown_again_as_it_was(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook
) -> None:
    text = "</textarea><script>alert(1)</script>"
    fields = told(statements[0], token=stamped(site, statements[0]), text=text, source="nowhere")
    answer = posted(site, fields)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert text in html.unescape(answer.text)
    assert "address of the web" in answer.text
    assert 'id="kind-wrong" name="kind" value="wrong" required checked' in answer.text
    assert book.reports() == ()


@pytest.mark.parametrize("token", ["", "1.ab", "x" * 5000, "99999999999999999999999.00", "é.0"])
def test_a_form_that_is_not_ours_is_shown_again(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook, token: str
) -> None:
    answer = posted(site, told(statements[0], token=token))
    assert answer.status_code == 422
    assert "send it again" in answer.text
    assert book.reports() == ()


def test_a_form_is_for_one_statement(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook
) -> None:
    token = stamped(site, statements[1])
    assert posted(site, told(statements[0], token=token)).status_code == 422
    assert book.reports() == ()


def test_a_form_lasts_for_a_day(
    settings: Settings, statements: tuple[str, ...], book: ReportBook
) -> None:
    now = [1_700_000_000.0]
    desk = Desk(Site(settings), book, clock=lambda: now[0])
    rooms = Rooms([Route("/report", Door({"GET": desk.show, "POST": desk.take}))])
    fields = told(statements[0], token=stamped(rooms, statements[0]))
    now[0] += 24 * 3600 + 1
    assert posted(rooms, fields).status_code == 422
    now[0] -= 2
    assert posted(rooms, fields).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
def test_no_other_site_sends_a_report(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook, headers: dict[str, str]
) -> None:
    fields = told(statements[0], token=stamped(site, statements[0]))
    assert posted(site, fields, headers).status_code == 403
    assert sent(site, told(statements[0]), **headers).status_code == 403
    assert book.reports() == ()


def test_our_own_site_does(site: ASGIApp, statements: tuple[str, ...], book: ReportBook) -> None:
    fields = told(statements[0], token=stamped(site, statements[0]))
    own = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
    assert posted(site, fields, own).status_code == 303
    assert len(book.reports()) == 1


def test_no_other_site_is_told_that_it_may(site: ASGIApp) -> None:
    headers = {"origin": "https://elsewhere.example", "access-control-request-method": "POST"}
    answer = asked(site, "/report", method="OPTIONS", headers=headers)
    assert "access-control-allow-origin" not in answer.headers


def test_only_what_the_graph_states_is_reported(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook
) -> None:
    none = "https://example.org/no-statement"
    assert shown(site, none).status_code == 404
    assert sent(site, told(none)).status_code == 404
    other = sent(site, told(statements[0], page=f"/entity/{NAMES[1]}"))
    assert other.status_code == 404
    assert sent(site, told(statements[0], page="/entity/nobody")).status_code == 404
    assert book.reports() == ()


def test_a_hostile_statement_is_shown_as_text(site: ASGIApp, statements: tuple[str, ...]) -> None:
    text = shown(site, statements[1]).text
    assert "<script>alert" not in text
    assert "</textarea><script>alert(1)</script>" in html.unescape(text)


def test_who_sends_too_much_is_told_when_to_come_again(
    site: ASGIApp, statements: tuple[str, ...], book: ReportBook
) -> None:
    for number in range(OF_ONE):
        assert sent(site, told(statements[0], text=str(number))).status_code == 201
    answer = sent(site, told(statements[0]))
    assert answer.status_code == 429
    assert 3500 < int(answer.headers["retry-after"]) <= 3600
    again = posted(site, told(statements[0], token=stamped(site, statements[0])))
    assert again.status_code == 429
    assert "It was 1878." in again.text
    assert "come again" in again.text
    assert len(book.reports()) == OF_ONE


def test_what_cannot_be_kept_now_is_not_lost(
    settings: Settings, statements: tuple[str, ...], book: ReportBook
) -> None:
    assert settings.reports
    book.reports()
    impatient = Desk(Site(settings), ReportBook(settings.reports, patience=0.01))
    rooms = Rooms([Route("/report", Door({"GET": impatient.show, "POST": impatient.take}))])
    fields = told(statements[0], token=stamped(rooms, statements[0]))
    with closing(sqlite3.connect(settings.reports, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = sent(rooms, told(statements[0]))
        assert answer.status_code == 503
        assert str(settings.reports) not in answer.text
        form = posted(rooms, fields)
        other.execute("ROLLBACK")
    assert form.status_code == 503
    assert book.reports() == ()


def test_where_none_are_taken_there_is_nothing(tmp_path: Path, settings: Settings) -> None:
    silent = application(Settings(sources=settings.sources, store=tmp_path))
    assert asked(silent, "/report").status_code == 404
    assert asked(silent, "/report/abcd").status_code == 404
