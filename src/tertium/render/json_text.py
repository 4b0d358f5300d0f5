"""A document of JSON as text: indented for readers, or on one line."""

import json
from json.encoder import encode_basestring
from typing import Final

from tertium.render.json_values import Json

__all__ = ["indented", "on_one_line"]

_STEP: Final = "  "
_RARE: Final = {None: "null", True: "true", False: "false"}


def indented(value: Json) -> str:
    r"""Return what `json.dumps(value, ensure_ascii=False, indent=2)` returns, in less time.

    With an indent, the library writes in Python, token by token; we do so container by container.

    >>> indented({"a": [1, {}], "b": None})
    '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": null\n}'
    """
    return _written(value, "\n")


def on_one_line(value: Json) -> str:
    """Return a document without any blank that it does not need.

    >>> on_one_line({"a": [1, "two"]})
    '{"a":[1,"two"]}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _written(value: Json, margin: str) -> str:
    inner = margin + _STEP
    if isinstance(value, dict):
        members = [
            f"{encode_basestring(key)}: "
            + (encode_basestring(one) if isinstance(one, str) else _written(one, inner))
            for key, one in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(members)}{margin}}}" if members else "{}"
    if isinstance(value, list | tuple):
        items = [
            encode_basestring(one) if isinstance(one, str) else _written(one, inner)
            for one in value
        ]
        return f"[{inner}{f',{inner}'.join(items)}{margin}]" if items else "[]"
    return (
        _RARE[value]
        if value is None or isinstance(value, bool)
        else json.dumps(value, ensure_ascii=False)
    )
