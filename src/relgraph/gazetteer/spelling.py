"""Spell a name the way in which the tables of known names are keyed."""

import re

from relgraph.letters import plain

# Up to here a name in capitals is looked up as an acronym: "WHO" is a body, "Who" is not.
LONGEST_ACRONYM = 6
# What is longer is no name, whatever a parser thinks.
LONGEST_NAME = 150
# From here an acronym is also written like a word: "Nato", "Asean".
SPEAKABLE = 4
# A shorter word is too near to others: Niger and Nigeria, Mali and Malta, Iran and Iraq.
SHORTEST_TYPO = 7
# Letters that changed places are a typo in shorter words, too: "Omnai".
SHORTEST_SWAP = 5

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´ʿʾ", "'"))
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$", re.IGNORECASE)  # "Morocco's", "the Moroccans'"
_ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)  # "the Netherlands"
_BRACKETED = re.compile(r"(?<=\S)\s*\([^()]*\)$")  # "African Union (AU)"
_INNER = re.compile(r"[.']")  # "U.S.", "Sana'a", "N'Djamena"
_DOUBLED = re.compile(r"(.)\1")  # "Phillipines"
_NOT_WORD = re.compile(r"[\W_]+")  # "Guinea-Bissau"


def bare(name: str) -> str:
    """Strip *name* of its article, possessive ending and outer blanks.

    >>> bare("the United States’s")
    'United States'
    """
    return _ARTICLE.sub("", _POSSESSIVE.sub("", name.translate(_APOSTROPHES).strip()))


def without_brackets(name: str) -> str:
    """Strip what stands in brackets behind a name.

    >>> without_brackets("African Union (AU)")
    'African Union'
    """
    return _BRACKETED.sub("", name.strip())


def key(name: str) -> str:
    """Return *name* without case, accents, article, possessive and punctuation.

    >>> key("Côte d’Ivoire's"), key("Guinea-Bissau"), key("the U.S.")
    ('cote divoire', 'guinea bissau', 'us')
    """
    joined = _INNER.sub("", plain(bare(name))).replace("&", " and ")
    return _NOT_WORD.sub(" ", joined).strip()


def acronym(name: str) -> str:
    """Return *name* in bare capitals if it is written so, else nothing.

    >>> acronym("the U.S."), acronym("Who"), acronym("WHO's")
    ('US', '', 'WHO')
    """
    letters = bare(name).replace(".", "")
    is_one = letters.isupper() and letters.isalnum() and len(letters) <= LONGEST_ACRONYM
    return letters if is_one else ""


def table_keys(name: str) -> tuple[str, ...]:
    """Return the keys under which a table holds *name*.

    >>> table_keys("WHO"), table_keys("NATO"), table_keys("Oman")
    (('WHO',), ('NATO', 'nato'), ('oman',))
    """
    short = acronym(name)
    if not short:
        return (key(name),)
    return (short, key(name)) if len(short) >= SPEAKABLE else (short,)


def is_name(text: str) -> bool:
    """Tell whether *text* has a capital, as each English name has, or letters without case.

    >>> is_name("Turkey"), is_name("turkey"), is_name("日本")
    (True, False, True)
    """
    has_capital = text != text.lower() or text == text.upper()
    return has_capital and len(text) <= LONGEST_NAME


def is_typo(written: str, meant: str) -> bool:
    """Tell whether *written* can be meant for the word *meant* of a country or people.

    >>> [is_typo(*pair) for pair in (("phillipines", "philippines"), ("omnai", "omani"))]
    [True, True]
    >>> [is_typo(*pair) for pair in (("tunisa", "tunisia"), ("romani", "romania"))]
    [True, False]
    """
    if written == meant:
        return False
    shorter = min(len(written), len(meant))
    if shorter < SHORTEST_TYPO:
        is_near = max(len(written), len(meant)) >= SHORTEST_TYPO and shorter == SHORTEST_TYPO - 1
        if is_near and written[-1] == meant[-1]:
            return is_one_slip(written, meant)
        return sorted(written) == sorted(meant) and is_one_slip(written, meant)
    return is_one_slip(written, meant) or _DOUBLED.sub(r"\1", written) == _DOUBLED.sub(r"\1", meant)


def is_one_slip(written: str, meant: str) -> bool:
    """Tell whether one letter is wrong, missing, too many, or changed places with the next.

    >>> [is_one_slip(slip, "moroccan") for slip in ("moroccon", "morocan", "morcocan", "moroco")]
    [True, True, True, False]
    """
    if written == meant or abs(len(written) - len(meant)) > 1:
        return False
    at = next(
        (i for i, pair in enumerate(zip(written, meant, strict=False)) if pair[0] != pair[1]), -1
    )
    if at < 0:
        return True
    swapped = written[:at] + written[at : at + 2][::-1] + written[at + 2 :]
    return (
        written[at + 1 :] == meant[at + 1 :]
        or written[at:] == meant[at + 1 :]
        or written[at + 1 :] == meant[at:]
        or swapped == meant
    )
