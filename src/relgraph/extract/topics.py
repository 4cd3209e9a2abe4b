"""Put the topics of a discussion into words."""

from collections.abc import Iterator

from spacy.tokens import Token

from relgraph.extract.date_readers import MONTHS, WEEKDAYS
from relgraph.extract.words import words

# "several sectors, including security and trade" names its topics behind these.
NAMING = ("including", "like", "namely")
TRIM = " ,;:.\"'“”‘’"
# "ways to deepen trade", "the situation in Ukraine": what hangs on a topic is part of it.
_OUTSIDE = words("relcl advcl cc parataxis ccomp")
LONGEST = 160
ENDS = (".", ";", ":", "”", '"', "—", "–", "(")
TIMES = words(f"{WEEKDAYS} {MONTHS} morning afternoon evening eve occasion sidelines")


def topics(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the topics that *tokens* head, as written, articles left out."""
    found = [words for token in tokens for words in _topics(token)]
    return tuple(dict.fromkeys(words for words in found if words))


def _topics(token: Token) -> Iterator[str]:
    for prep in token.subtree:
        if prep.lower_ in NAMING or (prep.lower_ == "as" and prep.nbor(-1).lower_ == "such"):
            yield from _listed(prep)
            return
    # "held talks on Monday" is not about Monday.
    if token.pos_ == "PRON" or token.lower_ in TIMES or token.ent_type_ in ("DATE", "TIME"):
        return
    yield _words(token)


def _listed(prep: Token) -> Iterator[str]:
    """Yield what stands behind "including"; a long list is more than parsers keep together."""
    doc = prep.doc
    begin = prep.i + 1
    for token in doc[prep.i + 1 : prep.sent.end]:
        is_end = token.text in ENDS or token.tag_ in ("VBD", "VBZ", "WDT", "WP", "WRB")
        if is_end or token.text == "," or (token.dep_ == "cc" and token.lower_ == "and"):
            if token.i > begin:
                yield _trimmed(doc[begin : token.i].text)
            begin = token.i + 1
        if is_end:
            return


def _words(token: Token) -> str:
    kept = {token.i}
    for child in token.children:
        if (
            child.dep_ in _OUTSIDE
            or child.dep_ in ("det", "conj", "predet")
            or child.dep_ == "punct"
        ):
            continue
        kept.update(t.i for t in child.subtree)
    first = last = token.i
    while first - 1 in kept or (
        first - 2 in kept and first >= 2 and token.doc[first - 1].text == "-"
    ):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and token.doc[last + 1].dep_ == "punct"):
        last += 1
    following = token.doc[last + 1] if last + 1 < len(token.doc) else token
    if following.lower_ == "to" and following.head.head.i == token.head.i:
        last = following.head.right_edge.i  # "discussed means to enhance trade"
    return _trimmed(token.doc[first : last + 1].text)


def _trimmed(words: str) -> str:
    return " ".join(words.strip(TRIM).split())[:LONGEST]
