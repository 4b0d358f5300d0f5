"""What holds for every page, whatever the graph says."""

from itertools import pairwise

from tests.interfaces.web.pages.asking import walked

_LOCAL = ("/", "#")
_WEB = ("https://", "http://")


def test_a_page_has_one_heading_and_its_landmarks(page: str) -> None:
    tags = [tag for tag, _ in walked(page).seen]
    assert [tags.count(tag) for tag in ("h1", "main")] == [1, 1]
    assert tags.index("title") < tags.index("body")
    levels = [int(tag[1]) for tag in tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_label_is_for_a_field(page: str) -> None:
    walk = walked(page)
    ids = walk.values("id")
    assert len(ids) == len({*ids})
    for name in ("for", "aria-labelledby", "form"):
        assert {one for value in walk.values(name) for one in value.split()} <= {*ids}


def test_every_field_has_a_name_for_those_who_do_not_see_it(page: str) -> None:
    walk = walked(page)
    labelled = {*walk.values("for")}
    fields = [one for one in walk.all("input", "select", "textarea") if one.get("type") != "hidden"]
    assert all(one["id"] in labelled for one in fields)
    assert all("aria-label" in one or "aria-labelledby" in one for one in walk.all("nav"))


def test_nothing_in_a_page_is_run_or_styled_in_place(page: str) -> None:
    walk = walked(page)
    assert not walk.values("style")
    assert not [name for _, attrs in walk.seen for name in attrs if name.startswith("on")]
    assert not walk.all("style", "iframe", "object", "embed", "base")
    scripts = walk.all("script")
    assert all("src" in one or one["type"] == "application/ld+json" for one in scripts)
    assert page.count("<script") == len(scripts)


def test_all_that_is_loaded_is_ours(page: str) -> None:
    walk = walked(page)
    assert all(one.startswith("/static/") for one in walk.values("src"))
    sheets = [one["href"] for one in walk.all("link") if one["rel"] in {"stylesheet", "icon"}]
    assert all(one.startswith("/static/") for one in sheets)


def test_links_lead_to_the_web_or_into_the_site(page: str) -> None:
    walk = walked(page)
    ids = {f"#{one}" for one in walk.values("id")}
    for address in (*walk.values("href"), *walk.values("action")):
        assert address.startswith((*_LOCAL, *_WEB)), address
        assert not address.startswith("//")
        assert not address.startswith("#") or address in ids


def test_a_page_says_its_language(page: str) -> None:
    assert page.startswith('<!doctype html>\n<html lang="en" dir="ltr">\n')
