from dataclasses import replace

import pytest

from tertium.api import Page
from tertium.batch.citing import cited, modified
from tertium.model.comparison import GraphInfo
from tertium.model.narrative import Narrative
from tertium.model.revision import Revision
from tertium.model.statement import Reference
from tertium.model.values import Text
from tertium.model.verdict import Relation
from tests.render.builders import A, B, cell, comparison, row, source, statement


def page(*urls: str, days: tuple[str, ...] = ()) -> Page:
    references = tuple(
        Reference(replace(source(f"work{place}", url), licence="CC0" if url else ""))
        for place, url in enumerate(urls)
    )
    told = statement("fame", Text("great", "en"), cited=references)
    made = comparison(row("fame", Relation.SAME, cell(A, told), cell(B, told)))
    fetched = tuple(
        Revision(entity=A.iri, number=1, url="https://a.example/", retrieved=f"{day}T10:00:00Z")
        for day in days
    )
    return Page(replace(made, graph=GraphInfo(id="g", fetched=fetched)), Narrative())


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://Example.ORG:8080/a?b", "example.org"),
        ("http://user@example.org/", "example.org"),
        ("https://[x", "[x"),
        ("javascript:alert(1)", "Work0, 1999"),
    ],
)
def test_what_is_in_the_web_goes_by_its_host(url: str, name: str) -> None:
    assert cited(page(url)) == ((name, "CC0"),)


def test_each_source_is_told_once_in_order() -> None:
    found = cited(page("", "https://b.example/1", "https://b.example/2"))
    assert found == (("Work0, 1999", ""), ("b.example", "CC0"))


def test_the_newest_document_dates_a_page() -> None:
    assert modified(page("", days=("2026-01-02", "2025-12-31"))) == "2026-01-02"
    assert modified(page("")) == ""
