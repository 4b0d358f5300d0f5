import json
from hashlib import sha256
from importlib.resources import files

VENDOR = files("tertium.interfaces.web") / "static" / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text("utf-8"))


def test_what_others_wrote_is_as_they_published_it() -> None:
    for one in MANIFEST:
        content = (VENDOR / one["file"]).read_bytes()
        assert sha256(content).hexdigest() == one["sha256"], one["file"]


def test_everything_that_others_wrote_is_listed_with_its_licence() -> None:
    listed = {one["file"] for one in MANIFEST} | {one["licence_text"] for one in MANIFEST}
    ours = {"manifest.json", "cytoscape.css"}
    assert {one.name for one in VENDOR.iterdir()} == listed | ours
    assert {one["licence"] for one in MANIFEST} <= {"MIT", "ISC", "Apache-2.0"}
