"""Split SPARQL into tokens, as far as can be done without parsing it.

A ``<`` is where this can go wrong: ``?a<e:b)#>`` may be a comparison and a comment, or one IRI.
A token that could be both is of kind ``UNSURE``; the guard refuses it, since what follows may be
text in one reading and code in the other. Without ``BASE``, which the guard refuses too, an IRI
begins with its scheme.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a token is; ``MARK`` is one character of punctuation, ``STRAY`` belongs nowhere."""

    SPACE = "space"
    COMMENT = "comment"
    STRING = "string"
    IRI = "iri"
    UNSURE = "unsure"
    VARIABLE = "variable"
    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    STRAY = "stray"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the query; ``at`` is where it begins."""

    kind: Kind
    text: str
    at: int


# Possessive repeats (`++`) keep a megabyte of text from backtracking.
_TOKEN = re.compile(
    r'''
      (?P<space>[ \t\r\n]++)
    | (?P<comment>\#[^\n\r]*+)
    | (?P<string>"""(?:[^"\\]++|\\.|"(?!""))*+"""       # """a "quoted" word"""
               | \'\'\'(?:[^'\\]++|\\.|'(?!''))*+\'\'\'
               | "(?:[^"\\\n\r]++|\\.)*+"               # "a \"quoted\" word"
               | '(?:[^'\\\n\r]++|\\.)*+')
    | (?P<iri><[A-Za-z][A-Za-z0-9+.-]*+://[^<>"{}|^`\\\x00-\x20]*+>    # <https://e.org/a>
             | <[A-Za-z][A-Za-z0-9+.-]*+:[\w/:.,;?@$~%-]*+>)            # <urn:isbn:1>
    | (?P<unsure><[A-Za-z][A-Za-z0-9+.-]*+:[^<>"{}|^`\\\x00-\x20]*+>)  # <e:b)#>
    | (?P<variable>[?$]\w++)
    | (?P<name>(?:[^\W\d_][\w-]*+)?:(?:[\w:][\w:-]*+)?) # rg:met
    | (?P<number>\d++(?:\.\d++)?(?:[eE][+-]?\d++)?)
    | (?P<word>[^\W\d]\w*+)                             # SELECT
    | (?P<stray>["'\\])
    | (?P<mark>.)
    ''',
    re.VERBOSE | re.DOTALL,
)


def tokens(sparql: str) -> Iterator[Token]:
    """Yield every token of *sparql*, spaces included: joined, they are *sparql* again.

    >>> [token.text for token in tokens("ASK{?a rg:met <urn:b>}")]
    ['ASK', '{', '?a', ' ', 'rg:met', ' ', '<urn:b>', '}']
    """
    for match in _TOKEN.finditer(sparql):
        yield Token(Kind(match.lastgroup or Kind.MARK), match[0], match.start())


def code(sparql: str) -> list[Token]:
    """Return the tokens that mean something: all but space and comments."""
    return [token for token in tokens(sparql) if token.kind not in (Kind.SPACE, Kind.COMMENT)]


def position(sparql: str, at: int) -> str:
    """Say where the character at *at* stands, as ``line:column``, both from 1.

    >>> position("ASK {\\n  oops }", 8)
    '2:3'
    """
    before = sparql[:at]
    return f"{before.count(chr(10)) + 1}:{at - before.rfind(chr(10))}"
