import json
import re
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from tertium.api.page import Page
from tertium.api.paging import Wanted
from tertium.interfaces.web.documents.forms import FILES, GRAPHS, TRIPLES
from tertium.interfaces.web.pages.choices import formats
from tertium.interfaces.web.pages.comparing import (
    comparison_page,
    embedded_page,
    entity_page,
    silent_page,
)
from tertium.interfaces.web.site import Site
from tertium.interfaces.web.viewing import Viewing
from tertium.model.selection import Offers
from tertium.model.verdict import Length, Ranks, View
from tests.interfaces.web.pages.asking import Walk, walked
from tests.interfaces.web.pages.conftest import PLACE, of

NAMES = ("ex:ada", "ex:bab", "ex:cleo")
ODD = Wanted(
    view=View.SHARED,
    facet="https://w3id.org/tertium/ontology#background",
    rows=3,
    ranks=Ranks.ALL,
    at="1830",
    length=Length.LONG,
)


@pytest.fixture
def three(site: Site) -> tuple[Viewing, Page]:
    return of(site, *NAMES)


def links(walk: Walk) -> list[str]:
    return [one["href"] for one in walk.all("a")]


def hidden(text: str, action: str) -> dict[str, str]:
    assert f'action="{action}"' in text
    part = text[text.index(f'action="{action}"') :]
    return dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', part.split("</form>")[0])
    )


def test_the_same_is_asked_the_same_is_answered(site: Site, three: tuple[Viewing, Page]) -> None:
    assert comparison_page(site, *three) == comparison_page(site, *of(site, *NAMES))


def test_views_are_links_with_the_number_of_their_rows(site: Site) -> None:
    viewing, page = of(site, "ex:ada", "ex:bab")
    walk = walked(comparison_page(site, viewing, page))
    tabs = [urlsplit(one) for one in links(walk) if one.endswith("#comparison")]
    views = [dict(parse_qsl(one.query)).get("view", "all") for one in tabs]
    assert {*views} == {"all", "differences", "shared", "missing"}
    counts = dict(page.comparison.offers.views)
    assert counts[View.ALL] == len(page.rows)
    for view in View:
        assert counts[view] == sum(row.relation in view.relations for row in page.rows)


def test_a_choice_keeps_the_others(site: Site, three: tuple[Viewing, Page]) -> None:
    viewing = replace(three[0], wanted=ODD, language="de")
    walk = walked(comparison_page(site, viewing, three[1]))
    tabs = [one for one in links(walk) if "view=missing" in one]
    asked = dict(parse_qsl(urlsplit(tabs[0]).query))
    assert asked == {
        "view": "missing",
        "facet": "tt:background",
        "rows": "3",
        "ranks": "all",
        "at": "1830",
        "length": "long",
        "lang": "de",
    }


def test_one_is_left_out_or_changes_places(site: Site, three: tuple[Viewing, Page]) -> None:
    addresses = links(walked(comparison_page(site, *three)))
    for one in (
        "/compare/ex:bab/ex:cleo",
        "/compare/ex:ada/ex:cleo",
        "/compare/ex:ada/ex:bab",
        "/compare/ex:bab/ex:ada/ex:cleo",
        "/compare/ex:ada/ex:cleo/ex:bab",
    ):
        assert one in addresses


def test_two_do_not_change_places_and_leave_the_page_of_one(site: Site) -> None:
    text = comparison_page(site, *of(site, "ex:ada", "ex:bab"))
    addresses = links(walked(text))
    assert "/entity/ex:bab" in addresses
    assert "/compare/ex:bab/ex:ada" not in addresses


def test_whom_to_add_is_asked_by_a_form_which_keeps_all_else(
    site: Site, three: tuple[Viewing, Page]
) -> None:
    viewing = replace(three[0], wanted=ODD, language="fr")
    text = comparison_page(site, viewing, three[1])
    add = text.split('<form class="add"')[1].split("</form>")[0]
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', add)
    assert [value for name, value in fields if name == "entity"] == list(NAMES)
    assert dict(fields)["facet"] == "tt:background"
    assert dict(fields)["lang"] == "fr"
    assert 'id="add" name="entity"' in add


def test_how_to_show_it_is_chosen_as_it_is(site: Site, three: tuple[Viewing, Page]) -> None:
    viewing = replace(three[0], wanted=ODD, language="en")
    text = comparison_page(site, viewing, three[1])
    how = text.split('<form class="how"')[1].split("</form>")[0]
    assert 'action="/compare/ex:ada/ex:bab/ex:cleo"' in how
    walk = walked(f"<form {how}</form>")
    chosen = [one["value"] for one in walk.all("option") if "selected" in one]
    assert chosen == ["en", "all", "long"]
    shown = {one["name"]: one["value"] for one in walk.all("input") if "value" in one}
    assert shown == {"view": "shared", "facet": "tt:background", "at": "1830", "rows": "3"}


def test_what_is_sensitive_is_offered_where_something_is_withheld(
    site: Site, three: tuple[Viewing, Page]
) -> None:
    viewing, page = three
    assert 'name="sensitive"' not in comparison_page(site, viewing, page)
    withheld = replace(page, comparison=replace(page.comparison, withheld=1))
    assert 'type="checkbox" value="1">' in comparison_page(site, viewing, withheld)
    shown = replace(viewing, wanted=Wanted(sensitive=True))
    assert 'type="checkbox" value="1" checked>' in comparison_page(site, shown, page)


def test_a_page_can_be_had_in_all_formats(site: Site, three: tuple[Viewing, Page]) -> None:
    walk = walked(comparison_page(site, *three))
    there = {one["type"]: one["href"] for one in walk.all("link") if one["rel"] == "alternate"}
    assert there["application/json"] == "/compare/ex:ada/ex:bab/ex:cleo.json"
    assert {*there.values()} <= {*links(walk)}


def test_its_address_is_absolute_where_one_is_known(
    site: Site, three: tuple[Viewing, Page]
) -> None:
    walk = walked(comparison_page(site, *three))
    (canonical,) = (one["href"] for one in walk.all("link") if one["rel"] == "canonical")
    assert canonical == f"{PLACE}/compare/ex:ada/ex:bab/ex:cleo"
    (share,) = (one["value"] for one in walk.all("input") if one.get("id") == "share")
    assert share == f"{canonical}?lang=en"


def test_each_statement_may_be_reported(site: Site) -> None:
    viewing, page = of(site, "ex:ada", "ex:bab")
    text = comparison_page(site, viewing, page)
    buttons = [one for one in walked(text).all("button") if one.get("name") == "statement"]
    stated = {one.iri for row in page.rows for one in row.shown}
    assert {one["value"] for one in buttons} >= stated
    assert {one["form"] for one in buttons} == {"report"}
    assert hidden(text, "/report") == {"page": "/compare/ex:ada/ex:bab"}


def test_where_no_reports_are_taken_none_is_offered(site: Site) -> None:
    deaf = Site(replace(site.settings, reports=None))
    text = comparison_page(deaf, *of(deaf, "ex:ada", "ex:bab"))
    assert "/report" not in text
    assert "Report a problem" not in text


def test_what_is_named_leads_to_its_page_but_in_its_own_sentences(site: Site) -> None:
    viewing, page = of(site, "ex:ada", "ex:bab")
    text = comparison_page(site, viewing, page)
    assert 'href="/entity/ex:london"' in text
    prose = text.split('<div class="prose"')[1].split("</div>")[0]
    assert 'href="/entity/ex:ada"' not in prose


def test_search_engines_are_told_what_it_is_about(site: Site, three: tuple[Viewing, Page]) -> None:
    text = comparison_page(site, *three)
    data = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(data)["@id"] == f"{PLACE}/compare/ex:ada/ex:bab/ex:cleo"
    (title,) = (
        one["content"] for one in walked(text).all("meta") if one.get("property") == "og:title"
    )
    assert title == three[1].title


def test_a_page_without_other_facets_offers_none(site: Site) -> None:
    viewing, page = of(site, "ex:ada", "ex:bab")
    bare = replace(page, comparison=replace(page.comparison, offers=Offers()))
    assert 'class="facets"' not in comparison_page(site, viewing, bare)


def test_the_page_of_an_entity_tells_what_stands_around_it(site: Site) -> None:
    text = entity_page(site, *of(site, "ex:ada"))
    walk = walked(text)
    assert "The Countess" in walk.text
    assert "http://www.wikidata.org/entity/Q7259" in links(walk)
    assert "/entity/tt:Person" in links(walk)
    assert "/compare/ex:ada/ex:bab" in links(walk)
    assert "/entity/ex:erik" in links(walk)
    assert 'class="tabs"' not in text


def test_in_a_frame_nothing_leads_on_inside_the_frame(site: Site) -> None:
    walk = walked(embedded_page(site, *of(site, "ex:ada", "ex:bab")))
    out = [one for one in walk.all("a") if not one["href"].startswith("#")]
    assert out
    assert all(one.get("target") == "_top" for one in out)
    assert not walk.all("form", "input")


def test_of_what_nothing_is_stated_it_is_told_who_mentions_it(site: Site) -> None:
    walk = walked(silent_page(site, Viewing(entities=(site.graph.resolve("ex:club"),))))
    assert "states nothing of it" in walk.text
    assert {"/entity/ex:ada", "/entity/ex:bab", "/entity/ex:dora"} <= {*links(walk)}


def test_a_language_that_was_chosen_stays(site: Site) -> None:
    viewing, page = of(site, "ex:ada", "ex:bab")
    text = comparison_page(site, replace(viewing, chosen=True), page)
    tabs = [one for one in links(walked(text)) if one.endswith("#comparison")]
    assert tabs
    assert all("lang=en" in one for one in tabs)


def test_a_page_has_the_forms_that_are_served(site: Site) -> None:
    for names, more in ((("ex:ada", "ex:bab"), TRIPLES), (("ex:ada",), GRAPHS)):
        offered = {
            (one.address.rpartition("/")[2].partition(".")[2], one.kind)
            for one in formats(of(site, *names)[0])
        }
        served = {(one.suffix[1:], one.media_type) for one in (*FILES, *more)}
        assert offered == served | {("html", "text/html")}
