from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tertium.model.shape import Shape
from tertium.store.profile import GENERIC, Counting, Profile, profile_of, profiles

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "compare-from-an-endpoint.md"
PROFILES = pytest.mark.parametrize("profile", profiles().values(), ids=profiles())


def test_these_are_known() -> None:
    assert tuple(profiles()) == (
        "dbpedia",
        "generic",
        "qlever-wikidata",
        "wikidata-scholarly",
        "wikidata",
    )


@PROFILES
def test_a_profile_is_what_it_says(profile: Profile) -> None:
    assert profile.title
    assert profile.etiquette
    assert all(isinstance(shape, Shape) for shape in profile.shapes)
    assert isinstance(profile.counting, Counting)
    assert all(isinstance(status, int) for status in profile.busy)
    assert {type(value) for value in profile.parameters.values()} <= {str}
    assert profile.backoff <= profile.longest_wait


@PROFILES
def test_a_profile_is_found_by_its_own_address(profile: Profile) -> None:
    assert profile_of(profile.url) is profile
    for address in profile.addresses:
        assert profile_of(f"https://{address.upper()}?query=ASK") is profile or "/" in address
        assert profile_of(f"http://{address}/") is profile


@PROFILES
def test_public_endpoints_are_asked_safely_and_slowly(profile: Profile) -> None:
    if profile.name == GENERIC:
        assert profile.url == ""
    else:
        assert urlsplit(profile.url).scheme == "https"
        assert profile.pause > 0


@pytest.mark.skipif(not GUIDE.is_file(), reason="runs in a checkout only")
def test_every_name_is_in_the_guide() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [name for name in profiles() if f"`{name}`" not in guide] == []


@PROFILES
def test_nobody_is_asked_for_a_part(profile: Profile) -> None:
    assert "timeout" not in profile.parameters


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://[::1",
        "http://localhost:7878/query",
        "https://query.wikidata.org.example.org/sparql",
        "https://example.org/query.wikidata.org",
        "https://qlever.dev/api/wikidata-old",
        "https://qlever.dev/api/dblp",
    ],
)
def test_any_other_address_is_generic(url: str) -> None:
    assert profile_of(url).name == GENERIC
