"""Read the list that a sentence with a colon introduces: "He also met:", and who, in bullets."""

from spacy.tokens import Span as Words

from relgraph.extract.words import words

# How a list may go on: "and", behind a semicolon.
STRAY = " \t\n,;.:"
_LAST = words("and or")
LONGEST = 20


def items(sentence: Words) -> list[Words]:
    """Return the items of the list that *sentence* introduces; each stands behind a bullet.

    Readers make a sentence of each bullet and of each item.
    """
    doc = sentence.doc
    found: list[Words] = []
    if not sentence.text.rstrip().endswith(":"):
        return found
    at = sentence.end
    while at < len(doc) and len(found) < LONGEST:
        bullet = doc[at].sent
        if not _is_bullet(bullet) or bullet.end >= len(doc):
            break
        item = doc[bullet.end].sent
        found.append(item)
        at = item.end
    return found


def plain(item: Words) -> str:
    """Return the words of an item without what only leads on to the next."""
    first, _, last = item.text.strip(STRAY).rpartition(" ")
    return (first if last in _LAST else item.text).strip(STRAY)


def _is_bullet(words: Words) -> bool:
    return all(not token.is_alpha or len(token) == 1 for token in words)
