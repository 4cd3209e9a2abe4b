"""Text that an XML file can hold."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_REFERENCES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # A reader would drop a bare return, and make blanks of breaks and tabs in an attribute.
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
# The above, and what XML 1.0 cannot say even by reference: NUL, lone surrogates, U+FFFE …
_UNSAFE = re.compile(r"[^ !#-%\'-;=?-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def escape(text: str) -> str:
    r"""Return *text* as a value that an element, or an attribute between ``"``, can hold.

    >>> escape('a < "b"')
    'a &lt; &quot;b&quot;'
    >>> escape("a\0b") == f"a{REPLACEMENT}b"
    True
    """
    return _UNSAFE.sub(_spell, text)


def _spell(match: re.Match[str]) -> str:
    return _REFERENCES.get(match[0], REPLACEMENT)
