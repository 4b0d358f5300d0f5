import json

import httpx
import pytest

ROOT = "/reconcile"
BATCH = '{"q0": {"query": "Leon Trotsky"}}'


@pytest.mark.parametrize("callback", ["jQuery1710_9", "$.a.b[3]", "_x"])
@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("", {}),
        ("", {"queries": BATCH}),
        ("/suggest/entity", {"prefix": "tro"}),
        ("/suggest/type/flyout", {"id": "tt:Person"}),
        ("/extend/propose", {"type": "tt:Person"}),
    ],
)
def test_older_pages_get_a_script_which_calls_their_function(
    client: httpx.Client, callback: str, path: str, asked: dict[str, str]
) -> None:
    plain = client.get(ROOT + path, params=asked).json()
    response = client.get(ROOT + path, params={**asked, "callback": callback})
    assert response.headers["content-type"].startswith("application/javascript")
    assert response.headers["x-content-type-options"] == "nosniff"
    start, end = f"/**/{callback}(", ");"
    assert response.text.startswith(start)
    assert response.text.endswith(end)
    assert json.loads(response.text[len(start) : -len(end)]) == plain


def test_what_is_posted_is_never_answered_by_a_script(client: httpx.Client) -> None:
    response = client.post(f"{ROOT}?callback=f", data={"queries": BATCH})
    assert response.json()["q0"]["result"]
