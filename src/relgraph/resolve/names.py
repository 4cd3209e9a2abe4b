"""Spell names so that two ways to write one name come out equal."""

import re
import unicodedata
from functools import lru_cache
from itertools import product

from relgraph import gazetteer

MEMORY = 50_000

# Letters that passports spell in two ways; the first is what dropping the accent gives.
_TWO_WAYS = {
    "đ": ("d", "dj"),
    "ä": ("a", "ae"),
    "ö": ("o", "oe"),
    "ü": ("u", "ue"),
    "ø": ("o", "oe"),
    "å": ("a", "aa"),
}
_ONE_WAY = str.maketrans(
    {"ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "đ": "d", "ø": "o"}
)
# "defence" and "defense": American spelling in offices' names.
_BRITISH = {
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "program": "programme",
}
_HONORIFICS = (
    "h e he hrh hm hh mr mrs ms miss mx sir dame lord lady dr prof professor sheikh shaikh sheikha"
    " shri smt excellency his her honourable honorable hon rt right the"
)
HONORIFICS = frozenset(_HONORIFICS.split())
_LEGAL_FORMS = (
    "ltd limited pvt private gmbh ag se kg inc incorporated corp corporation co company plc llc llp"
    " lp sa spa srl sarl sas sasu bv nv ab as asa oy oyj aps doo dd ad jsc pjsc ojsc oao ooo zao"
    " sdn bhd pte pty kk kaisha holdings sl eood kft zrt"
)
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
_STOP_WORDS = "of for the and in on at to a an s de la du"
STOP_WORDS = frozenset(_STOP_WORDS.split())

_WORD = re.compile(r"[^\W_]+")  # "Kessler", "8x8"
_INNER = re.compile(
    r"(?<=\w)['’ʼ.](?=\w)|['’ʼ](?=\s|$)|\.(?=\s|$)"
)  # "S.p.A.", "N'Djamena", "d.o.o."
_POSSESSIVE = re.compile(r"['’]s\b")  # "India's Ministry"
_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z0-9&-]{1,9}")  # "TASL", "WhAP", "DRDO"
_LONGEST_COUNTRY = 4


@lru_cache(MEMORY)
def words(name: str) -> tuple[str, ...]:
    """Split *name* into folded words.

    >>> words("Kessler & Sohn Antriebstechnik S.p.A.")
    ('kessler', 'and', 'sohn', 'antriebstechnik', 'spa')
    """
    whole = _POSSESSIVE.sub("", name).replace("&", " and ")
    whole = _INNER.sub("", whole).casefold().translate(_ONE_WAY)
    plain = "".join(c for c in unicodedata.normalize("NFKD", whole) if not unicodedata.combining(c))
    return tuple(_BRITISH.get(word, word) for word in _WORD.findall(plain))


@lru_cache(MEMORY)
def person(name: str) -> tuple[str, ...]:
    """Split a person's name into words, honorifics in front left out.

    >>> person("H.E. Mr Omar Hejira")
    ('omar', 'hejira')
    """
    found = words(name)
    while len(found) > 1 and found[0] in HONORIFICS:
        found = found[1:]
    return found


@lru_cache(MEMORY)
def plain_person(name: str) -> str:
    """Return a person's name as written, honorifics in front left out.

    >>> plain_person("Mr. Abdeltif Loudiyi")
    'Abdeltif Loudiyi'
    """
    parts = name.split()
    while len(parts) > 1 and all(word in HONORIFICS for word in words(parts[0])):
        parts = parts[1:]
    return " ".join(parts)


@lru_cache(MEMORY)
def organisation(name: str) -> tuple[str, ...]:
    """Split a body's name into words, its article and legal form left out.

    >>> organisation("Tata Advanced Systems Ltd."), organisation("The Company")
    (('tata', 'advanced', 'systems'), ('company',))
    """
    found = words(name)
    while len(found) > 1 and found[0] == "the":
        found = found[1:]
    while len(found) > 1 and found[-1] in LEGAL_FORMS:
        found = found[:-1]
    return found


@lru_cache(MEMORY)
def spellings(name: str) -> tuple[str, ...]:
    """Return *name*, and where it has letters that passports spell in two ways, the other way too.

    >>> [" ".join(words(one)) for one in spellings("Đorđe Öz")]
    ['dorde oz', 'djordje oez']
    """
    lowered = unicodedata.normalize("NFC", name).casefold()
    if not any(letter in _TWO_WAYS for letter in lowered):
        return (name,)
    two = (str.maketrans({one: ways[way] for one, ways in _TWO_WAYS.items()}) for way in (0, 1))
    return tuple(lowered.translate(table) for table in two)


@lru_cache(MEMORY)
def is_acronym(name: str) -> bool:
    """Tell whether *name* is letters that stand for a longer name.

    >>> is_acronym("WhAP"), is_acronym("Tata")
    (True, False)
    """
    return _ACRONYM.fullmatch(name.replace(".", "")) is not None


@lru_cache(MEMORY)
def bag(name: str, *, country: str = "") -> frozenset[str]:
    """Return the words of an office or body that say what it is, in no order.

    The words that name *country* are left out.

    >>> bag("Indian Defense Minister", country="IN") == bag("Minister of Defence")
    True
    """
    return frozenset(words(_without_country(name, country))) - STOP_WORDS


def _without_country(name: str, country: str) -> str:
    parts = _POSSESSIVE.sub("", name).split()
    if not country:
        return " ".join(parts)
    for length, begin in product(range(_LONGEST_COUNTRY, 0, -1), range(len(parts))):
        one = " ".join(parts[begin : begin + length]).strip(",;()")
        if begin + length <= len(parts) and gazetteer.country_code(one) == country:
            kept = [*parts[:begin], *parts[begin + length :]]
            return _without_country(" ".join(kept), country)
    return " ".join(parts)
