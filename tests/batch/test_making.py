import json

import tertium
from tertium.api import KnowledgeGraph
from tertium.api.paging import Wanted
from tertium.batch import Entry, Failed, Made, Task
from tertium.batch.making import Recipe, make
from tertium.model.verdict import View

PAIR = ("Joseph Stalin", "Leon Trotsky")


def made(kg: KnowledgeGraph, *names: str, recipe: Recipe | None = None) -> Made:
    outcome = make(kg, Task(number=7, names=names), recipe or Recipe())
    assert isinstance(outcome, Made)
    return outcome


def failed(kg: KnowledgeGraph, *names: str, recipe: Recipe | None = None) -> Failed:
    outcome = make(kg, Task(number=7, names=names), recipe or Recipe())
    assert isinstance(outcome, Failed)
    return outcome


def test_the_document_is_the_page_on_one_line(kg: KnowledgeGraph) -> None:
    document = made(kg, *PAIR).document
    assert "\n" not in document
    again = json.dumps(json.loads(document), ensure_ascii=False, indent=2) + "\n"
    assert again == kg.compare(*PAIR).to_json()


def test_the_entry_tells_what_an_index_shows(kg: KnowledgeGraph) -> None:
    entry = made(kg, *PAIR).entry
    assert entry.number == 7
    assert (entry.title, entry.labels) == ("Joseph Stalin vs. Leon Trotsky", PAIR)
    assert entry.abstract == kg.compare(*PAIR).narrative.summary[0].text
    assert entry.address == made(kg, *reversed(PAIR)).entry.address


def test_the_digest_is_that_of_the_document_without_the_version(kg: KnowledgeGraph) -> None:
    one = made(kg, *PAIR)
    assert one.entry.digest == made(kg, *PAIR).entry.digest
    assert one.entry.digest != made(kg, *reversed(PAIR)).entry.digest


def test_wishes_are_those_of_a_single_page(kg: KnowledgeGraph) -> None:
    recipe = Recipe(wanted=Wanted(view=View.SHARED, rows=2))
    assert len(json.loads(made(kg, *PAIR, recipe=recipe).document)["rows"]) == 2


def test_files_are_made_of_the_page_and_its_entry(kg: KnowledgeGraph) -> None:
    def files(page: tertium.Page, entry: Entry, document: str) -> dict[str, bytes]:
        return {entry.address: page.title.encode(), "whole": document.encode()}

    found = made(kg, *PAIR, recipe=Recipe(files=files))
    title = b"Joseph Stalin vs. Leon Trotsky"
    assert found.files == {found.entry.address: title, "whole": found.document.encode()}


def test_a_page_that_cannot_be_made_says_why(kg: KnowledgeGraph) -> None:
    assert failed(kg, "Joseph Stalin", "Nobody At All").error == "UnknownEntityError"
    assert failed(kg, "Joseph Stalin", "Joseph Stalin").error == "SelfComparisonError"


def test_a_bug_costs_one_page(kg: KnowledgeGraph) -> None:
    def broken(_page: tertium.Page, _entry: Entry, _document: str) -> dict[str, bytes]:
        message = "broken"
        raise KeyError(message)

    outcome = failed(kg, *PAIR, recipe=Recipe(files=broken))
    assert outcome.message == "a bug of ours (KeyError: 'broken')"
