import pytest

from tertium.errors import BadAddressError, SourceUnavailableError
from tertium.fetch.address import check_address, check_redirection, host_of, is_here


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "HTTP://[::1]:8080/"])
def test_an_address_of_the_web_is_sound(url: str) -> None:
    check_address(url)


@pytest.mark.parametrize(
    "url", ["", "example.org", "http://", "http://[::1", "http://a:b/", "http://a:99999/", "data:,"]
)
def test_other_addresses_are_not(url: str) -> None:
    with pytest.raises(BadAddressError):
        check_address(url)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("https://example.org/", "https://example.com/"),
        ("http://example.org/", "https://example.org/"),
        ("http://127.0.0.1/", "http://localhost:80/"),
        ("http://10.0.0.1/", "http://127.0.0.1/"),
    ],
)
def test_one_may_lead_on(source: str, target: str) -> None:
    check_redirection(source, target)


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("http://example.org/", "without encryption"),
        ("https://localhost/", "inside our own network"),
        ("https://[::1]/", "inside our own network"),
        ("https://192.168.0.1/", "inside our own network"),
        ("https://169.254.169.254/", "inside our own network"),
        ("file:///etc/passwd", "not of the web"),
        ("https://me@example.org/", "a user's name"),
    ],
)
def test_one_may_not_lead_astray(target: str, problem: str) -> None:
    with pytest.raises(SourceUnavailableError, match=problem):
        check_redirection("https://example.org/", target)


def test_a_host_has_its_port_when_that_is_special() -> None:
    assert host_of("https://Example.ORG./a") == "example.org"
    assert host_of("http://localhost:8080/") == "localhost-8080"


@pytest.mark.parametrize("url", ["http://localhost/", "http://127.1.2.3/", "https://[::1]:9/"])
def test_this_machine_is_known(url: str) -> None:
    assert is_here(url)


@pytest.mark.parametrize("url", ["http://localhost.example.org/", "http://10.0.0.1/", "http://[/"])
def test_others_are_not_this_machine(url: str) -> None:
    assert not is_here(url)
