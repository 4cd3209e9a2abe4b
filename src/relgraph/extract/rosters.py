"""Follow a list of people with their titles, word by word, where the parser has lost it."""

from collections.abc import Iterator

from spacy.tokens import Token

from relgraph.extract.parties import Phrases
from relgraph.extract.words import words

# "HE Minister of Fisheries of Seychelles Ana Ruiz, HE Minister for Oceans Jo Sy, and …": what a
# list of people is made of besides them.
_TITLES = words("ADJ CCONJ DET NOUN NUM PART PROPN PUNCT SPACE")
_INSIDE = words("of for and in charge he h.e.")
_DELIMITERS = (",", ";", "and", "&")
_ENDS = (".", ":", "(", "—", "–", "“", "”", '"', "?", "!")
# Skipped between "of" and a name: "the wife of Prime Minister Jo Sy" is no list.
_COURTESIES = words("mr mrs ms dr hon prime vice deputy foreign former acting sir dame sheikh h.e.")
_FINITE = words("VBD VBZ VBP MD")
_BETWEEN = words("ADV AUX")
LONGEST = 90
NEAR = 25


def following(first: Token, verb: Token, phrases: Phrases) -> Iterator[Token]:
    """Yield the people listed behind *first*, who is one of those that do *verb* or bear it."""
    doc, at, last = first.doc, first.i + 1, first.i
    end = min(first.i + LONGEST, first.sent.end)
    while at < end and not _is_end(doc[at], phrases):
        head = phrases.person_at(doc[at])
        if head is None:
            at += 1
            continue
        if not _is_listed(doc[at], last, phrases) or _is_other(head, verb):
            return
        yield head
        last = head.i
        at = max(head.i, at) + 1


def before(verb: Token, phrases: Phrases) -> Token | None:
    """Return the name right before *verb*, a date aside, which parsers tore from it.

    "Prime Minister Sid'Ahmed Ould Breïka on Tuesday inaugurated …": names may look like verbs.
    """
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and (
        doc[at].pos_ in _BETWEEN
        or doc[at].ent_type_ in ("DATE", "TIME")
        or doc[at + 1].ent_type_ in ("DATE", "TIME")
    ):
        at -= 1
    return phrases.name_over(doc[at])


def after(verb: Token, phrases: Phrases) -> Token | None:
    """Return who is received where a place or a day stands before him, which misled the parser.

    "She received today in her office the Ambassador of Oman, Jo Sy."
    """
    doc = verb.doc
    for token in doc[verb.i + 1 : min(verb.i + NEAR, verb.sent.end)]:
        head = phrases.person_at(token)
        if head is not None:
            is_listed = _is_listed(token, verb.i, phrases, delimited=False)
            return head if is_listed and not _is_other(head, verb) else None
        if token.pos_ in ("VERB", "AUX", "SCONJ") or token.text in (";", ":", "."):
            return None
    return None


def _is_end(token: Token, phrases: Phrases) -> bool:
    if token.lower_ in _INSIDE or token.i in phrases.cast.at:
        return False
    if token.text in _ENDS or token.pos_ == "ADP" or token.tag_ in ("WP", "WDT", "WRB", "WP$"):
        return True
    return token.pos_ not in _TITLES


def _is_listed(name: Token, last: int, phrases: Phrases, *, delimited: bool = True) -> bool:
    """Tell whether a comma or "and" goes before the titles of *name*, and no "of" leads to it."""
    doc, at = name.doc, name.i - 1
    while at > last and (doc[at].lower_ in _COURTESIES or phrases.is_party(doc[at])):
        at -= 1
    is_led_to = doc[at].pos_ in ("ADP", "PART") and doc[at].lower_ != "and"
    between = doc[last + 1 : name.i]
    return not is_led_to and (not delimited or any(token.text in _DELIMITERS for token in between))


def _is_other(head: Token, verb: Token) -> bool:
    """Tell whether *head* does something else, or only owns: "and Jo Sy said", "Jo Sy's aide"."""
    doc, at = head.doc, head.i + 1
    while at < len(doc) and doc[at].pos_ in _BETWEEN and doc[at].tag_ not in _FINITE:
        at += 1
    if at >= len(doc):
        return False
    return doc[at].tag_ == "POS" or (doc[at].tag_ in _FINITE and doc[at].i not in _own(verb))


def _own(verb: Token) -> set[int]:
    return {verb.i, *(child.i for child in verb.children if child.dep_ in ("aux", "auxpass"))}
