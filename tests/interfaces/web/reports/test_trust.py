import pytest
from starlette.requests import Request

from tertium.interfaces.web.reports.trust import sender_of


@pytest.mark.parametrize(
    ("client", "sender"),
    [
        (("192.0.2.7", 1), "192.0.2.7"),
        (("2001:db8:1:2:3:4:5:6", 1), "2001:db8:1:2::/64"),
        (("2001:db8:1:2::9", 1), "2001:db8:1:2::/64"),
        (("testclient", 1), "testclient"),
        (None, ""),
    ],
)
def test_a_site_of_ipv6_is_one_sender(client: tuple[str, int] | None, sender: str) -> None:
    assert sender_of(Request({"type": "http", "client": client, "headers": []})) == sender
