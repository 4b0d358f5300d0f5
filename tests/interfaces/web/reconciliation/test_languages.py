import httpx
import pytest

ROOT = "/reconcile"
BATCH = '{"q0": {"query": "Leon Trotsky"}}'


def named(response: httpx.Response) -> str:
    return str(response.json()["q0"]["result"][0]["name"])


@pytest.mark.parametrize(
    ("accepted", "language", "name"),
    [
        ("", "en", "Leon Trotsky"),
        ("de", "de", "Leo Trotzki"),
        ("de-CH;q=0.9, fr;q=0.2", "de", "Leo Trotzki"),
        ("en;q=0.1, DE", "de", "Leo Trotzki"),
        ("de;q=0, *", "en", "Leon Trotsky"),
        ("tlh, en", "en", "Leon Trotsky"),
        ("de;q=2", "en", "Leon Trotsky"),
        ("\N{LATIN SMALL LETTER SHARP S};;q=x, <de>", "en", "Leon Trotsky"),
    ],
)
def test_names_come_in_the_language_that_is_preferred(
    client: httpx.Client, accepted: str, language: str, name: str
) -> None:
    headers = [(b"Accept-Language", accepted.encode("latin-1"))]
    response = client.post(ROOT, data={"queries": BATCH}, headers=headers)
    assert response.headers["content-language"] == language
    assert "Accept-Language" in response.headers["vary"]
    assert named(response) == name


def test_everything_is_in_that_language(client: httpx.Client) -> None:
    headers = {"Accept-Language": "de"}
    draft = headers | {"Accept": "application/reconciliation.v1+json"}
    assert client.get(ROOT, headers=draft).json()["lang"] == "de"
    page = client.get(f"{ROOT}/preview", params={"id": "trotsky"}, headers=headers)
    assert page.headers["content-language"] == "de"
    assert '<html lang="de">' in page.text
    assert "Leo Trotzki" in page.text
    found = client.get(f"{ROOT}/suggest/entity", params={"prefix": "Leon Tr"}, headers=headers)
    assert found.json()["result"][0]["name"] == "Leo Trotzki"


def test_the_service_forgets_whom_it_spoke_with(client: httpx.Client) -> None:
    for language, name in (("de", "Leo Trotzki"), ("en", "Leon Trotsky")) * 2:
        headers = {"Accept-Language": language}
        assert named(client.get(ROOT, params={"queries": BATCH}, headers=headers)) == name
