from tertium.batch.spark.numbers import Key, term_text
from tertium.model.statistics import Statistics


def amounts_of(statistics: Statistics) -> dict[Key, float]:
    rarity = statistics.rarity
    assert rarity is not None
    names = ("class_sizes", "having", "stated", "sharing", "reuse", "crowding")
    tables = {name: getattr(statistics, name) for name in names}
    tables |= {name: getattr(rarity, name) for name in ("of_property", "of_all", "links")}
    found: dict[Key, float] = {}
    for name, table in tables.items():
        for key, number in table.items():
            one, other = (*map(term_text, key if type(key) is tuple else (key,)), "")[:2]
            found[name, one, other] = float(number)
    return found
