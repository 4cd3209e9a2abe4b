"""Spell names for comparison, as the scoring guideline has it.

Scores are comparable only where this is the same for all, odd corners included: a curly
apostrophe vanishes here before a possessive could be seen, and stays so.
"""

import re
import unicodedata
from functools import lru_cache

from relgraph.evaluation.annotations import Named

# A content word has more letters than this.
SMALL_WORD = 2

_TITLE = re.compile(
    r"^(?:h\.?e\.?|his|her|excellency|the|mr|mrs|ms|miss|dr|prof|professor|shri|smt|sheikh|"
    r"president|prime|minister|foreign|king|ambassador|general|gen|sir|ato|hon|rt|honourable)"
    r"\.?\s+"
)  # "prime minister modi"
_ARTICLE = re.compile(r"^the\s+")  # "the gambia"
_POSSESSIVE = re.compile(r"['’]s\b")  # "oman's"
_NOT_NAME = re.compile(r"[^a-z0-9&. ]+")  # "tata-advanced"
_GAP = re.compile(r"[. ]+")  # "u.s. navy"


@lru_cache(maxsize=65536)
def spelled(name: str, *, is_person: bool = False) -> str:
    """Spell *name* in plain small letters, without the titles of a person.

    >>> spelled("H.E. Mr Omar Hejira", is_person=True), spelled("The Côte d'Ivoire")
    ('omar hejira', 'cote d ivoire')
    """
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = _NOT_NAME.sub(" ", _POSSESSIVE.sub("", text)).strip()
    before = _TITLE if is_person else _ARTICLE
    while (shorter := before.sub("", text)) != text:
        text = shorter
    return _GAP.sub(" ", text).strip()


def keys(entity: Named) -> frozenset[str]:
    """Return the spellings by which *entity* is known."""
    is_person = entity.kind == "Person"
    return frozenset(spelled(name, is_person=is_person) for name in entity.spellings) - {""}


def content(text: str) -> frozenset[str]:
    """Return the content words of *text*."""
    return frozenset(word for word in spelled(text).split() if len(word) > SMALL_WORD)


def canonical(entities: tuple[Named, ...]) -> dict[str, str]:
    """Return the name of each entity by its spellings; the first to bear one has it."""
    names: dict[str, str] = {}
    for entity in entities:
        for key in keys(entity):
            names.setdefault(key, entity.name)
    return names
