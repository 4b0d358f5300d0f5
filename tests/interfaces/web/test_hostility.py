"""What strangers send, in every place where something may be sent."""

import json
import re
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.types import ASGIApp

from tests.interfaces.web.asking import asked

SUITE = Path(__file__).parents[4] / "shared" / "suites" / "blns.json"
MARK = "zq7x"
"""Nothing that we say has these letters."""
PAYLOADS = (
    *(f"<script>{MARK}</script>", f'"><img src=x onerror={MARK}>', f"javascript:{MARK}"),
    *(f"' OR {MARK}=1 --", f'" }} DROP ALL # {MARK}', f"\\u0022{MARK}", f"{{{{{MARK}}}}}"),
    *(f"${{jndi:ldap://{MARK}}}", f"../../{MARK}", f"%00{MARK}", f"\u202e{MARK}", f"=cmd|{MARK}"),
    *(f"ex:{MARK}>", f"http://{MARK}.example/<x>", f"_:{MARK}", f"wd:{MARK} }}", f"{MARK}\r\nX: y"),
    *(
        "",
        " ",
        "\0",
        "\n",
        "%",
        "_",
        "*",
        ":",
        "tt:",
        "http://",
        "//",
        ".json",
        "..",
        "-1",
        "1e999",
    ),
    *("9" * 400, "NaN", "null", "true", "[]", "{}", "\ufeff", "\U0010ffff", "e\u0301" * 200, "'"),
)
FIELDS = (
    *(f"/compare?a={{}}&b={name}" for name in ("ex:ada", "{}")),
    *(
        f"/compare/ex:ada/ex:bab.json?{field}={{}}"
        for field in (
            *("view", "facet", "rows", "ranks", "at", "sensitive", "length", "lang", "format"),
            *("x", "entity", "a"),
        )
    ),
    *("/compare/{}/ex:ada", "/entity/{}", "/entity/{}.ttl", "/embed/{}/{}", "/problems/{}"),
    *("/api/find?q={}", "/api/find?q=a&limit={}", "/api/link?q={}", "/api/{}", "/{}", "/?{}={}"),
    "/api/common?entity={}&entity=ex:ada",
    *(f"/api/paths?entity=ex:ada&entity=ex:bab&{f}={{}}" for f in ("steps", "limit", "lang")),
    *("/static/{}", "/queries/{}", "/reconcile/suggest/entity?prefix={}", "/reconcile/{}"),
)
ACCEPTED = ("application/json", "text/html, */*;q=0.1")
HEADERS = (
    *("accept", "accept-language", "accept-encoding", "if-none-match", "origin", "cookie"),
    *("range", "content-type", "x-forwarded-host", "x-forwarded-for", "forwarded", "referer"),
    *("access-control-request-method", "access-control-request-headers", "upgrade", "expect"),
)


def violations(site: ASGIApp, target: str, headers: dict[str, str]) -> list[str]:
    """Return what is wrong with an answer: a fault of ours, or words of the asker as markup."""
    response = asked(site, target, headers=headers)
    found = [f"{response.status_code} {target[:200]}"] if response.status_code >= 500 else []
    kind = response.headers.get("content-type", "")
    if response.status_code >= 400 and "json" in kind and MARK in response.text:
        found.append(f"echo: {target[:200]}")
    if "html" in kind and re.search(rf"<[^>]*script>{MARK}|<img[^>]*{MARK}", response.text):
        found.append(f"markup: {target[:200]}")
    if any("\n" in value or "\r" in value for value in response.headers.values()):
        found.append(f"header: {target[:200]}")
    if response.headers.get("location", "/x")[:2] in {"//", "/\\"} or not response.headers.get(
        "location", "/"
    ).startswith("/"):
        found.append(f"redirect: {target[:200]}")
    return found


def asked_everywhere(site: ASGIApp, payloads: list[str]) -> list[str]:
    return [
        wrong
        for place, (payload, field) in enumerate(product(payloads, FIELDS))
        for wrong in violations(
            site,
            field.replace("{}", quote(payload, safe="", errors="surrogatepass")),
            {"accept": ACCEPTED[place % 2]},
        )
    ]


@pytest.mark.parametrize("part", range(4))
def test_what_strangers_send_in_fields_does_no_harm(small: ASGIApp, part: int) -> None:
    assert asked_everywhere(small, [*PAYLOADS[part::4]]) == []


@pytest.mark.parametrize("name", HEADERS)
def test_what_strangers_send_in_headers_does_no_harm(small: ASGIApp, name: str) -> None:
    for payload in (*PAYLOADS[::3], "*" * 9000, "a;q=" * 500, ",".join(["text/html"] * 3000)):
        text = payload.encode("ascii", "ignore").decode().replace("\0", "")
        for target in ("/compare/ex:ada/ex:bab", "/api/find?q=ada", "/nothing"):
            assert violations(small, target, {name: text.replace("\r\n", " ")}) == []


def test_the_naughtiest_strings_do_no_harm(small: ASGIApp, *, whole: bool) -> None:
    if not SUITE.is_file():
        pytest.skip("needs the shared suites beside the checkout: blns.json")
    strings: list[str] = json.loads(SUITE.read_text(encoding="utf-8"))
    few = 1 if whole else 40
    assert asked_everywhere(small, strings[::few]) == []


def test_no_bytes_that_are_no_text_do_harm(small: ASGIApp) -> None:
    for target in ("/entity/%ff", "/compare?a=%ff&b=%fe", "/api/find?q=%ff%fe", "/%c3%28", "/?%ff"):
        assert violations(small, target, {}) == []


def test_the_same_name_has_one_kept_page_each_host(small: ASGIApp) -> None:
    here = asked(small, "/entity/ex:ada", headers={"host": "localhost"})
    poisoned = asked(
        small, "/entity/ex:ada", headers={"host": "localhost", "x-forwarded-host": MARK}
    )
    assert MARK not in poisoned.text
    assert asked(small, "/entity/ex:ada", headers={"host": "localhost"}).content == here.content


def test_many_requests_leave_nothing_open(small: ASGIApp) -> None:
    def taken() -> tuple[int, int]:
        fds, threads = (Path("/proc/self") / name for name in ("fd", "task"))
        return len([*fds.iterdir()]), len([*threads.iterdir()])

    targets = ("/compare/ex:ada/ex:bab", "/entity/ex:ada.ttl", "/entity/nobody", "/api/find?q={}")
    for number in range(20):
        for target in targets:
            asked(small, target.replace("{}", str(number)))
    before = taken()
    for number in range(100):
        for target in targets:
            asked(small, target.replace("{}", str(number)))
    assert taken() <= (before[0], before[1] + 1)
