from tertium.store.sidecar.variants import Variants


def learnt(*things: list[str]) -> list[tuple[str, str, int]]:
    variants = Variants()
    for names in things:
        variants.learn(names)
    return list(variants.rows())


def test_words_in_the_same_place_of_two_names_stand_for_each_other() -> None:
    stalin = ["joseph stalin", "josef stalin", "koba"]
    beuys = ["joseph beuys", "josef beuys"]
    assert learnt(stalin, beuys) == [("josef", "joseph", 2), ("joseph", "josef", 2)]


def test_one_thing_proves_nothing() -> None:
    assert learnt(["joseph stalin", "uncle stalin"]) == []


def test_an_initial_stands_for_anything() -> None:
    assert learnt(["joseph stalin", "j stalin"], ["joseph beuys", "j beuys"]) == []


def test_long_names_and_crowds_teach_nothing() -> None:
    crowd = [f"x{n} stalin" for n in range(13)]
    long = ["a1 b1 c1 d1 e1 f1", "a2 b1 c1 d1 e1 f1"]
    assert learnt(crowd, crowd, long, long) == []
