"""Recognise the institutions of states by how they are called."""

import re
from enum import Enum, auto

_TOPICS = (
    "agriculture|aviation|commerce|culture|defen[cs]e|economy|education|energy|environment"
    "|external affairs|finance|foreign|foreign affairs|foreign trade|health|home|home affairs"
    "|immigration|industry|information|interior|international trade|justice|labou?r|state"
    "|tourism|trade|transport|transportation|treasury|war|water"
)
_HEADS = (
    "administration|agency|air force|armed forces|army|border guard|bureau|cabinet|central bank"
    "|coast guard|consulate|consulate general|constitutional court|defen[cs]e forces|directorate"
    "|embassy|government|high commission|house of representatives|military|national assembly"
    "|national security council|navy|parliament|police|presidency|presidents office"
    "|prime ministers office|security council|senate|supreme court"
)
# Spelled as ``spelling.key`` does. "moroccan ministry of trade", "defence ministry of oman"
_MINISTRY = re.compile(r".+ ministry(?: of .+)?|(?:.+ )?ministry (?:of|for) .+")
# "us department of defence", "treasury department"
_DEPARTMENT = re.compile(
    rf"(?:.+ )?department (?:of|for) (?:the )?(?:{_TOPICS})(?: .+)?"
    rf"|(?:.+ )?(?:{_TOPICS}) department"
)
# "federal audit office", "aqaba special economic zone authority", "central election commission"
_AGENCY = re.compile(
    r"(?:federal|national|state|royal|union) (?:.+ )?"
    r"(?:administration|agency|board|bureau|commission|directorate|office|service)"
    r"|.+ authority(?: of .+)?|(?:.+ )?(?:election|electoral) commission"
    r"|(?:.+ )?foreign office|union cabinet"
)
# "indian embassy in rabat", "government of india", "japan international cooperation agency"
_HEAD = re.compile(rf"(?:.+ )?(?:{_HEADS})(?: (?:of|in|to) .+)?")
_NEWS = re.compile(r".*\b(?:news|press|travel|advertising) agency")  # "jordan news agency"
_OF = re.compile(r" [Oo]f (?:[Tt]he )?")  # "Ministry of Defence of the Netherlands"

LONGEST_COUNTRY = 4


class Call(Enum):
    """Whether a name is an institution's."""

    YES = auto()
    IF_OWNED = auto()
    NO = auto()


def call(spelled: str) -> Call:
    """Judge a key: "army" is one of a state only where it says whose.

    >>> call("ministry of trade"), call("salvation army"), call("tata motors")
    (<Call.YES: 1>, <Call.IF_OWNED: 2>, <Call.NO: 3>)
    """
    if any(form.fullmatch(spelled) for form in (_MINISTRY, _DEPARTMENT, _AGENCY)):
        return Call.YES
    if _NEWS.fullmatch(spelled):
        return Call.NO
    return Call.IF_OWNED if _HEAD.fullmatch(spelled) else Call.NO


def owners(name: str) -> list[str]:
    """List the parts of *name* that may name its country, the likeliest first.

    >>> owners("Ministry of Defence of Oman")[:2]
    ['Oman', 'Ministry']
    """
    last = _OF.split(name)[1:][-1:]
    words = name.split()
    return [*last, *(" ".join(words[:n]) for n in range(1, min(len(words), LONGEST_COUNTRY + 1)))]
