"""Which names take "the": decided by the head noun and by the classes stated, never by the name."""

import re
from typing import Final

from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.languages.en.words import indefinite

__all__ = ["head_of", "honour", "is_common", "is_titled", "proper", "takes_the"]

_TT: Final = "https://w3id.org/tertium/ontology#"
_WD: Final = "http://www.wikidata.org/entity/Q"

_BEHIND: Final = re.compile(
    r",| [(/\u2013-] ?|(?: \d{4}(?:[\u2013-]\d{2,4})?)+$| (?:of|for|in|on|at|to|from|against|with"
    r"|between|and|by|under|de|des|der|von|del) "
)
"""What follows does not decide: "Academy Award for Best Picture"."""
_ORDINAL: Final = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) "
)
_OWN: Final = re.compile(
    r"(?:the|a|an|le|la|les|el|der|die|das|het|il|mount|lake|fort|operation|project)"
    r" ",
    re.IGNORECASE,
)
"""Names which begin so have an article of their own, or take none."""
_WATERS: Final = (" Lake", " Bay", " Creek")
_YEAR: Final = re.compile(r"\d{4}(?:[\u2013-]\d{2,4})? \w")
"""Names of events begin so: "2014 FIFA World Cup"."""
_POSSESSIVE: Final = re.compile(
    r"(?!(?:People|Men|Women|Children)\W)[^ ]+?(?:['\u2019]s|s['\u2019]) "
)
_OF_NAME: Final = re.compile(r" of (?:the )?[A-Z]")

_HEADS: Final = frozenset(
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
_HEADS_OF: Final = frozenset(
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
_ALONE: Final = frozenset(
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
_CLASSES: Final = frozenset(
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
_WORKS: Final = frozenset(
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
_BARE: Final = _WORKS.union(
    (
        *(Iri(f"{_TT}{name}") for name in ("Person", "City", "Settlement", "Role")),
        *(Iri(f"{_WD}{n}") for n in (5, 15632617, 15773347, 3658341)),  # people, real or invented
        *(Iri(f"{_WD}{n}") for n in (515, 1549591, 1637706, 3957)),  # cities and towns
        *(Iri(f"{_WD}{n}") for n in (4830453, 6881511, 783794, 18127, 1762059)),  # firms
        *(Iri(f"{_WD}{n}") for n in (476028, 4164871, 294414)),  # clubs, offices
    )
)
"""Classes whose members never take it, be their head noun what it may."""
_BEARERS: Final = frozenset(
    (
        *("hero", "heroine", "knight", "dame", "companion", "officer", "commander", "fellow"),
        *("member", "doctor", "citizen", "person", "master", "grandmaster", "laureate", "champion"),
        *("artist", "scientist", "man", "woman", "player", "governor", "chevalier", "academician"),
        *("righteous", "worker", "teacher", "author", "poet", "coach", "engineer"),
    )
)
"""Honours which are what one becomes."""
_GIVEN: Final = frozenset({"star", "doctorate", "degree", "scholarship", "fellowship"})
"""Honours of which there are many alike."""


def proper(entity: Entity) -> str:
    """Return a name as it stands in a sentence: what the graph says, else by its head noun.

    >>> proper(Entity(Iri("urn:x"), "Russian Empire")), proper(Entity(Iri("urn:x"), "Russia"))
    ('the Russian Empire', 'Russia')
    """
    if entity.in_text or entity.nameless or not takes_the(entity):
        return entity.prose
    return f"the {entity.label}"


def honour(label: str) -> str:
    """Return an honour as it is received: "the Order of Lenin", "the title of Hero".

    >>> honour("Hero of the Soviet Union"), honour("star on the Walk of Fame")
    ('the title of Hero of the Soviet Union', 'a star on the Walk of Fame')
    """
    *_, noun = head_of(label).casefold().split() or [""]
    if noun in _BEARERS:
        return f"the title of {label}"
    if noun in _GIVEN:
        return indefinite(label)
    return label if is_common(label) or _has_none(label) else f"the {label}"


def is_titled(entity: Entity) -> bool:
    """Return whether something is a work, whose title says nothing of its number."""
    return not _WORKS.isdisjoint(entity.types)


def _is_unique(label: str) -> bool:
    """Return whether a common noun is of one thing: "bombing of Guernica", not "mayor of Rome"."""
    *_, noun = head_of(label).split() or [""]
    return bool(_OF_NAME.search(label)) and noun in _HEADS | _HEADS_OF


def _has_none(label: str) -> bool:
    """Return whether a name begins or ends with what takes no article."""
    return bool(_OWN.match(label) or _POSSESSIVE.match(label) or label.endswith(_WATERS))


def takes_the(entity: Entity) -> bool:
    """Return whether a name takes the definite article in a sentence."""
    label = entity.label
    if is_common(label):
        return _is_unique(label)
    if _has_none(label) or not _BARE.isdisjoint(entity.types):
        return False
    head = head_of(label).casefold().split()
    if (
        not _CLASSES.isdisjoint(entity.types)
        or _YEAR.match(label)
        or (_ORDINAL.match(label) and len(head) > 1)
    ):
        return True
    ends = {" ".join(head[-words:]) for words in (1, 2)}
    if len(label.split()) == 1:
        return bool(ends & _ALONE)
    return bool(ends & _HEADS) or (" of " in label and bool(ends & _HEADS_OF))


def is_common(label: str) -> bool:
    """Return whether a label is a common noun: "lung disease", not "Red Army".

    >>> is_common("lung disease"), is_common("Red Army"), is_common("8th Army")
    (True, False, False)
    """
    return label[:1].islower()


def head_of(label: str) -> str:
    """Return the part of a label which ends in its head noun.

    >>> head_of("Order of Lenin"), head_of("War Cross 1939"), head_of("World War II")
    ('Order', 'War Cross', 'World War II')
    """
    return _BEHIND.split(label, maxsplit=1)[0]
