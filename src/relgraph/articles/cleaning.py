"""Clean text of what no reader sees."""

import re
import unicodedata

# "a\r\nb", "a\x0cb", "a\u2028b"
_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Tabs, no-break spaces "10\u00a0km", thin ones "10\u2009000", the ideographic one
_BLANK = re.compile("[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Control characters, soft hyphens "minis\u00adter", zero-width marks, marks of direction, byte
# order marks, halves of surrogate pairs, and code points that are no characters
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_GAP = re.compile("\n{3,}")


def clean(text: str) -> str:
    """Return *text* as NFC with ``\\n`` line ends, plain blanks, and nothing that cannot be seen.

    Offsets into an article count in what this returns. Cleaning twice changes nothing.

    >>> clean("\\ufeffThe de\\u00adfence\\u00a0minister\\r\\n\\x00met\\u200b him.")
    'The defence minister\\nmet him.'
    """
    lines = _BLANK.sub(" ", _LINE_END.sub("\n", text))
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", lines))
    # NFC may turn one kind of blank into another: U+2000 into U+2002.
    # A pattern for blanks around line ends would take time by the square of a run of blanks.
    lines = "\n".join(line.strip(" ") for line in _BLANK.sub(" ", seen).split("\n"))
    return _GAP.sub("\n\n", lines).strip("\n")


def one_line(text: str) -> str:
    """Return *text* cleaned and on one line, as a title or a name should be.

    >>> one_line(" India,\\nMorocco  sign\\tMoU")
    'India, Morocco sign MoU'
    """
    return " ".join(clean(text).split())
