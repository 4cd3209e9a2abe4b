"""Tell the kind of a thing by its name."""

import re

from relgraph import gazetteer
from relgraph.extract import vocabulary as v

# The last word of a name, first match wins: "Chamber of Commerce" has its head before "of".
HEADS = (
    (v.AGREEMENT_HEADS, "Agreement"),
    (v.GOVERNMENT_HEADS, "GovernmentBody"),
    (v.ORGANIZATION_HEADS, "Organization"),
    (v.EVENT_HEADS, "Event"),
    (v.FACILITY_HEADS, "Facility"),
    (v.PROGRAM_HEADS, "Program"),
    (v.PLACE_HEADS, "Place"),
    (v.COMPANY_HEADS, "Company"),
    (v.PRODUCT_HEADS, "Product"),
)
# What spaCy's labels come to. NORP is a people, and a country only where the gazetteer says so.
LABELS = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "ORG": "Organization",
    "FAC": "Facility",
    "EVENT": "Event",
    "PRODUCT": "Product",
    "LAW": "Agreement",
}
# Longer words in capitals are shouted, no letters of a name.
LONGEST_LETTERS = 3
# Stand before the names of ships: "INS Vikrant".
SHIPS = frozenset(
    ["INS", "HMS", "USS", "KRI", "BRP", "MV", "MT", "RSS", "HTMS", "HMAS", "HMNZS", "HMCS", "KD",
     "ROKS", "JS", "SLNS", "BNS", "PNS", "ENS", "RFS", "USNS", "USCGC"]
)  # fmt: skip
BODIES = frozenset({"Company", "GovernmentBody", "Organization"})
# Where something can take place, the most specific first.
PLACES = ("Facility", "Place", "Country")

_LEGAL_FORM = re.compile(
    r"(?:^|[\s,])(?:Ltd|Limited|GmbH|Inc|LLC|LLP|PLC|plc|Corp|PJSC|SAOG|SAOC|QPSC|QSC|KSC|Pvt|Pte"
    r"|AG|NV|N\.V|BV|B\.V|S\.?p\.?A\.?|Oyj?|A/S|ASA|Bhd|Tbk|S\.A\.E|SAE|S\.A\.B|S\.A|SA|S\.A\.R\.L|SARL|Co"
    r"|d\.o\.o|K\.K|JSC|OJSC|SE)\.?$"
)  # "Minato Medical Devices Co., Ltd."
_MODEL = re.compile(r"^[A-Z]{1,4}[- ]?\d[\w-]*$")  # "N-174"
_STATE = re.compile(r"(?:[A-Z]\w+ )?(?:Republic|Kingdom|State|Sultanate) of (?P<name>[A-Z].+)")
_NUMBERED = re.compile(r"\b(?:Line|Terminal|Highway|Motorway|Pier|Dock)[- ]?[A-Z]?\d+$")  # "Line-6"
_GATHERING = re.compile(r"^(?:COP|G|PALM|BRICS|TICAD|UNGA)[- ]?\d+$")  # "COP27"; "G20" is a body
_GROUP = re.compile(r"^[GE]-?\d{1,2}(?:\+\d)?$")  # "G7", "E3"
_COINED = re.compile(r"(?!Mc|Mac|El|Al|De|La|Le|Di|Du|Van|O['’])[A-Z][a-z]+[A-Z]\w*$")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z&.]*[A-Z]s?$|^[A-Z]{2,}$")  # "DRDO", "KfW", "U.N."


def known(name: str, *, is_shouted: bool = True) -> tuple[str, str] | None:
    """Return the kind of *name* and its country, if the gazetteer knows it.

    Capitals are taken for those of a headline, unless *is_shouted* is false: "AEGEAN", an airline.
    """
    for look_up in (gazetteer.country, gazetteer.body, gazetteer.place):
        found = look_up(name)
        if found is not None:
            return found.kind, found.country
    if (
        is_shouted
        and name.isupper()
        and name.replace(" ", "").isalpha()
        and len(name) > LONGEST_LETTERS
    ):
        return known(name.title())  # "DOHA" of a dateline
    # Not the official name, but meant as one: "Republic of Tanzania", "State of Kuwait".
    state = _STATE.match(name)
    country = gazetteer.country(state["name"]) if state else None
    return (country.kind, country.country) if country else None


def by_form(name: str, head: str) -> str:
    """Return the kind that the form of *name* and its head word tell, or nothing.

    >>> by_form("Liwa Utilities PJSC", "pjsc"), by_form("Westminster Bridge", "bridge")
    ('Company', 'Facility')
    """
    if _LEGAL_FORM.search(name) or "& Co" in name:
        return "Company"
    if _NUMBERED.search(name):
        return "Facility"
    if _GATHERING.match(name) and not _GROUP.match(name):
        return "Event"
    if name.split(maxsplit=1)[0] in SHIPS:
        return "Product"
    words = name.lower().split()
    if len(words) == 1:
        return "Product" if _MODEL.match(name) and "-" in name and not _GROUP.match(name) else ""
    return _by_ends(words, head) or next((kind for heads, kind in HEADS if head in heads), "")


def _by_ends(words: list[str], head: str) -> str:
    """Return the kind that a name's first and last words tell before its head does."""
    if head in ("agency", "news") and "news" in words:
        return "Organization"
    if words[-1] in v.REGIONS and words[0] in v.COMPASS:
        return "Place"
    if head in v.GOVERNMENT_HEADS:
        return ""
    return "Company" if words[0] in v.COMPANY_FIRST else v.FIRST_HEADS.get(words[0], "")


def is_model(name: str) -> bool:
    """Tell whether *name* is a maker's letters and numbers: "K8", and not "G20".

    >>> is_model("K8"), is_model("G20")
    (True, False)
    """
    return bool(_MODEL.match(name)) and not _GROUP.match(name)


def is_coined(name: str) -> bool:
    """Tell whether *name* is a body's by its capital inside: "QatarEnergy", and not "McGurk".

    >>> is_coined("QatarEnergy"), is_coined("McGurk")
    (True, False)
    """
    return bool(_COINED.match(name))


def is_acronym(name: str) -> bool:
    """Tell whether *name* looks like one: "DRDO", "KfW"."""
    is_capital = len(name) > 1 and name.isalpha() and name.isupper()  # "İADO"
    return len(name) <= 10 and (is_capital or bool(_ACRONYM.match(name)))


def is_legal_form(word: str) -> bool:
    """Tell whether *word* ends a company's name: "Ltd", "GmbH".

    >>> is_legal_form("Ltd."), is_legal_form("Tata")
    (True, False)
    """
    return bool(_LEGAL_FORM.match(word))
