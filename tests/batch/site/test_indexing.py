from tertium.batch.site import Site
from tertium.batch.site.indexing import index_files
from tertium.batch.site.listing import folded, listed
from tests.batch.site.building import Links, entry, many, site_of


def linked(text: str) -> list[str]:
    return Links(text).targets


def test_many_things_are_listed_over_several_pages(*, whole: bool) -> None:
    count = 10_000 if whole else 1_500
    files = {path: text.decode() for path, text in index_files(listed(many(count)), Site())}
    leaves = [path for path in files if path.startswith("index")]
    assert len(leaves) == count // 100
    assert max(len(files[path]) for path in leaves) < 100_000
    listed_things = [one for path in leaves for one in linked(files[path]) if "entity/" in one]
    assert len(set(listed_things)) == 2 * count
    assert "index/3.html" in " ".join(linked(files["index/2.html"]))


def test_a_thing_compared_with_many_has_several_pages() -> None:
    files = site_of(many(1_001, hub=True))
    leaves = [path for path in files if path.startswith("entity/q0")]
    assert leaves == ["entity/q0.html", "entity/q0/2.html", "entity/q0/3.html"]
    assert sum("compare/" in one for path in leaves for one in linked(files[path])) == 1_001


def test_things_stand_by_name_without_marks_and_case() -> None:
    names = ["Zoë", "ádam", "Bo", "-", "Łódź", "אבג"]
    pairs = [[(f"http://a/{n}", name), ("http://a/z", "zz")] for n, name in enumerate(names)]
    found = listed(entry(number, pair) for number, pair in enumerate(pairs))
    order = [thing.label for thing in found.things]
    assert order == ["-", "ádam", "Bo", "Zoë", "zz", "Łódź", "אבג"]


def test_initials_lead_to_where_they_begin() -> None:
    files = site_of(many(150))
    front = linked(files["index.html"])
    assert front.count("index.html#initial-t") == 0  # one initial needs no list
    other = entry(999, [("http://a/a", "Aardvark"), ("http://a/u", "Unicorn")])
    front = linked(site_of([*many(150), other])["index.html"])
    assert {"index.html#initial-a", "index/2.html#initial-u"} <= set(front)


def test_rare_initials_stand_together_where_there_are_many() -> None:
    signs = [chr(0x4E00 + number) for number in range(100)]
    entries = [
        entry(n, [(f"http://a/{n}", sign), ("http://a/a", "a")]) for n, sign in enumerate(signs)
    ]
    front = linked(site_of(entries)["index.html"])
    assert [one for one in front if "#" in one][1:] == ["index.html#initial-a", "index.html#all"]


def test_what_is_typed_and_what_is_listed_is_folded_alike() -> None:
    assert folded("  Zoë (SMITH)_Łódź ") == "zoe smith łodz"
    assert folded("Ⅷ ﬁ") == "viii fi"
