from starlette.applications import Starlette

from tertium.interfaces.web import documents, pages
from tertium.interfaces.web.site import Site
from tests.interfaces.web.pages.asking import asked, walked


def site_of(site: Site) -> Starlette:
    return Starlette(routes=[*pages.routes(site), *documents.routes(site)])


def test_the_form_leads_to_the_page(site: Site) -> None:
    found = asked(site_of(site), "/compare?a=Babbage&b=Ada&lang=en", accept="text/html")
    assert found.headers["location"] == "/compare/ex:ada/ex:bab?lang=en"
    page = asked(site_of(site), found.headers["location"], accept="text/html")
    assert page.status_code == 200
    assert walked(page.text).all("h1")


def test_the_form_asks_back_where_a_name_means_several_things(site: Site) -> None:
    found = asked(site_of(site), "/compare?a=Smith&b=Ada", accept="text/html")
    assert found.status_code == 300
    (one, _) = (x for x in walked(found.text).values("href") if x.startswith("/compare?"))
    again = asked(site_of(site), one, accept="text/html")
    assert again.headers["location"] == "/compare/ex:ada/ex:smith"


def test_what_is_only_mentioned_has_a_page_but_no_document(site: Site) -> None:
    assert asked(site_of(site), "/entity/ex:club", accept="text/html").status_code == 200
    assert asked(site_of(site), "/entity/ex:club.json").status_code == 404
    assert asked(site_of(site), "/compare/ex:club/ex:union", accept="text/html").status_code == 404


def test_every_choice_on_a_page_leads_to_a_page(site: Site) -> None:
    page = asked(site_of(site), "/compare/ex:ada/ex:bab/ex:cleo", accept="text/html")
    for address in {*walked(page.text).values("href")}:
        if address.startswith(("/compare/", "/entity/")):
            found = asked(site_of(site), address.partition("#")[0], accept="text/html")
            assert found.status_code == 200, address
