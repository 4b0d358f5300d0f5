"""Complaints for tests."""

from tertium.model.report import Complaint, Reported, ReportKind
from tertium.model.terms import Iri

__all__ = ["ABOUT", "complaint"]

ABOUT = Reported(
    statement=Iri("https://example.org/s1"),
    entity=Iri("https://example.org/one"),
    predicate=Iri("https://example.org/born"),
    value="1879-12-21",
    said="One. date of birth: 21 December 1879",
    page="/compare/one/two",
    graph="bundled",
    version="0123abcd",
)


def complaint(
    text: str = "It was 1878.", *, about: Reported = ABOUT, source: str = "", contact: str = ""
) -> Complaint:
    return Complaint(about=about, kind=ReportKind.WRONG, text=text, source=source, contact=contact)
