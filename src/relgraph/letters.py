"""Spell names in plain letters, so that they can be compared."""

import unicodedata

# Letters that NFKD leaves whole, spelled as passports do: "Øresund" → "oresund".
_WHOLE = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "þ": "th", "ð": "d"}
)


def plain(name: str) -> str:
    """Spell *name* without case and diacritics.

    >>> plain("Đorđe ŽIVANOVIĆ"), plain("Großenhain"), plain("日本")
    ('dorde zivanovic', 'grossenhain', '日本')
    """
    letters = unicodedata.normalize("NFKD", name).casefold().translate(_WHOLE)
    if letters.isascii():
        return letters
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
