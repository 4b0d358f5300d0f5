"""Head nouns and classes which decide whether a name takes "the"."""

from typing import Final

from tertium.model.terms import Iri

__all__ = ["ALONE", "BARE", "CLASSES", "HEADS", "HEADS_OF", "WORKS"]

_TT: Final = "https://w3id.org/tertium/ontology#"
_WD: Final = "http://www.wikidata.org/entity/Q"

HEADS: Final = frozenset(
    (
        # states and their parts
        *("empire", "union", "republic", "republics", "kingdom", "commonwealth", "federation"),
        *("confederation", "confederacy", "states", "reich", "emirates", "caliphate", "khanate"),
        *("sultanate", "principality", "duchy", "archduchy", "margraviate", "dominion", "emirate"),
        *("protectorate", "mandate", "governorate", "electorate", "raj", "region", "district"),
        # bodies
        *("party", "committee", "commission", "council", "congress", "parliament", "senate"),
        *("assembly", "duma", "diet", "politburo", "presidium", "secretariat", "cabinet", "soviet"),
        *("ministry", "commissariat", "department", "bureau", "directorate", "agency", "board"),
        *("administration", "government", "court", "tribunal", "chamber", "league", "alliance"),
        *("coalition", "front", "bloc", "movement", "association", "society", "institute"),
        *(
            "institution",
            "foundation",
            "organisation",
            "organization",
            "authority",
            "forum",
            "consortium",
        ),
        *("faculty", "conservatory", "nations", "inquisition", "monarchy", "opposition"),
        *(
            "consortium",
            "commune",
            "regime",
            "group",
            "orchestra",
            "philharmonic",
            "choir",
            "team",
            "guild",
            "fund",
            "trust",
        ),
        *("catholic church", "orthodox church", "lutheran church", "reformed church"),
        *("protestant church", "methodist church", "episcopal church", "military academy"),
        *("naval academy", "royal academy", "communist international", "world bank"),
        # forces
        *("army", "navy", "force", "forces", "corps", "fleet", "guard", "guards", "regiment"),
        *("brigade", "division", "battalion", "squadron", "legion", "militia", "police"),
        # events and times
        *("war", "wars", "revolution", "revolutions", "battle", "siege", "uprising", "rebellion"),
        *("revolt", "mutiny", "crisis", "campaign", "offensive", "massacre", "famine", "purge"),
        *("genocide", "trial", "trials", "coup", "putsch", "conference", "expedition", "terror"),
        *("crusade", "crusades", "era", "age", "ages", "dynasty", "depression", "referendum"),
        *("invasion", "occupation", "annexation", "election", "elections", "summit", "olympics"),
        *("games", "championship", "championships", "festival", "landings", "restoration"),
        *("intervention", "protests", "riots", "bombing", "bombings", "incident", "blockade"),
        *("convention", "affair", "scandal", "disaster", "earthquake", "pandemic", "epidemic"),
        # texts, plans and honours
        *("treaty", "pact", "agreement", "protocol", "act", "constitution", "charter", "plan"),
        *("declaration", "accord", "accords", "armistice", "policy", "doctrine", "proclamation"),
        *("decree", "average", "award", "awards", "prize", "medal", "trophy", "cup", "decoration"),
        # places and buildings
        *("sea", "ocean", "river", "canal", "channel", "strait", "straits", "gulf", "peninsula"),
        *("mountains", "alps", "islands", "isles", "highlands", "lowlands", "desert", "delta"),
        *("steppe", "basin", "archipelago", "museum", "theatre", "theater", "library", "gallery"),
        *(
            "hotel",
            "observatory",
            "opera",
            "tower",
            "building",
            "kremlin",
            "archives",
            "white house",
        ),
        *("space telescope", "space station"),
    )
)
"""Head nouns of names that take the article: "the Russian Empire"."""
HEADS_OF: Final = frozenset(
    (
        *("university", "college", "school", "academy", "bank", "house", "city", "state", "bay"),
        *("isle", "island", "province", "county", "territory", "diocese", "archdiocese", "tour"),
        *("church", "order", "cross", "star", "partition", "partitions", "fall", "liberation"),
        *("assassination", "execution", "temple", "palace", "hall", "valley", "line", "centre"),
        *("center", "theory", "law", "office", "brotherhood", "club", "collar", "friends"),
        *("daughters", "sons", "voivodeship", "collection", "hospital", "cathedral", "basilica"),
        *("arrondissement", "municipality", "canton", "prefecture"),
    )
)
"""Head nouns which need an "of" for it: "the University of Bonn", but "Harvard University"."""
ALONE: Final = frozenset(
    (
        *("netherlands", "philippines", "bahamas", "maldives", "comoros", "gambia", "ussr", "usa"),
        *("uk", "us", "un", "eu", "gdr", "kremlin", "politburo", "duma", "reichstag", "bundestag"),
        *("bundesrat", "knesset", "sejm", "comintern", "cheka", "gestapo", "wehrmacht"),
        *("luftwaffe", "vatican", "balkans", "caucasus", "crimea", "sahara", "alps", "levant"),
        *("renaissance", "enlightenment", "reformation", "holocaust", "bible", "talmud", "quran"),
        *("torah", "internet", "bolsheviks", "mensheviks"),
    )
)
"""Names of one word which take it."""
CLASSES: Final = frozenset(
    (
        *(Iri(f"{_WD}{n}") for n in (4022, 47521, 355304, 165, 9430)),  # rivers, streams, seas
        *(Iri(f"{_WD}{n}") for n in (12284, 37901, 1322134)),  # canals, straits, gulfs
        *(Iri(f"{_WD}{n}") for n in (46831, 8514, 33837, 1402592)),  # ranges, deserts, archipelagos
        *(Iri(f"{_WD}{n}") for n in (33506, 207694)),  # museums
        *(Iri(f"{_WD}{n}") for n in (11204, 189445, 37002670, 2570643, 375928, 637846)),  # houses
        *(Iri(f"{_WD}{n}") for n in (772547, 37726, 4508, 11223)),  # armies, navies, air forces
    )
)
"""Classes whose members take it whatever they are called: "the Seine", "the Louvre"."""
WORKS: Final = frozenset(
    (
        *(Iri(f"{_TT}{name}") for name in ("Work", "Book", "Pamphlet", "Article", "Painting")),
        *(Iri(f"{_WD}{n}") for n in (11424, 24869, 24862, 202866, 29168811, 506240)),  # films
        *(Iri(f"{_WD}{n}") for n in (5398426, 581714, 1259759, 21191270)),  # series
        *(Iri(f"{_WD}{n}") for n in (7725634, 571, 8261, 47461344, 25379, 14406742)),  # books
        *(Iri(f"{_WD}{n}") for n in (7366, 134556, 482994, 105543609, 1344, 2743)),  # music
        *(Iri(f"{_WD}{n}") for n in (7889, 7058673, 17537576, 3305213)),  # games, other works
        *(Iri(f"{_WD}{n}") for n in (41298, 11032, 1110794, 5633421)),  # periodicals
    )
)
"""Classes whose members have titles, which stand as they are."""
BARE: Final = WORKS.union(
    (
        *(Iri(f"{_TT}{name}") for name in ("Person", "City", "Settlement", "Role")),
        *(Iri(f"{_WD}{n}") for n in (5, 15632617, 15773347, 3658341)),  # people, real or invented
        *(Iri(f"{_WD}{n}") for n in (515, 1549591, 1637706, 3957)),  # cities and towns
        *(Iri(f"{_WD}{n}") for n in (4830453, 6881511, 783794, 18127, 1762059)),  # firms
        *(Iri(f"{_WD}{n}") for n in (476028, 4164871, 294414)),  # clubs, offices
    )
)
"""Classes whose members never take it, be their head noun what it may."""
