from tertium.render.preview import preview, snippet


def test_every_text_is_escaped() -> None:
    hostile = "<script>alert(1)</script>"
    for text in (preview(hostile, hostile, (hostile,)), snippet(hostile, hostile, (hostile,))):
        assert hostile not in text
        assert text.count("&lt;script&gt;") >= 3


def test_what_is_not_known_leaves_no_gap() -> None:
    assert snippet("Ada", "", ()) == '<p><strong dir="auto">Ada</strong></p>\n'
