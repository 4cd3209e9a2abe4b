"""Text that an XML file can hold."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# What XML 1.0 has no way to write, not even as a reference: NUL, lone surrogates, U+FFFE …
_IMPOSSIBLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
# A reader would drop a bare return, and make blanks of breaks and tabs in an attribute.
_SPECIAL = re.compile(r"[&<>\"\t\n\r]")
_REFERENCES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


def escape(text: str) -> str:
    """Return *text* as a value that an element or an attribute between ``"`` can hold.

    >>> escape('a < "b"')
    'a &lt; &quot;b&quot;'
    """
    possible = _IMPOSSIBLE.sub(REPLACEMENT, text)
    return _SPECIAL.sub(lambda match: _REFERENCES[match[0]], possible)
