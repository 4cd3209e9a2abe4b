"""Mint the IRIs of everything in the graph.

A thing's IRI follows from what makes it itself, so that building twice changes nothing:
a readable slug for entities, a hash of the content for all else.
"""

import hashlib
import re

from relgraph.letters import plain

NAMESPACE = "https://w3id.org/relgraph/ns#"
DEFAULT_BASE = "https://w3id.org/relgraph/id/"

HASH_BITS = 80
SLUG_LENGTH = 60

_NOT_SLUG = re.compile(r"[^a-z0-9]+")  # "tata advanced systems (tasl)"


def digest(*parts: str) -> str:
    """Hash *parts* to 16 characters of base 32, the same on every machine.

    >>> digest("met", "2025-09-22") == digest("met", "2025-09-22")
    True
    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    joined = "\0".join(f"{len(part)}:{part}" for part in parts)
    # An id from the command line may hold bytes that are no text.
    encoded = joined.encode("utf-8", "surrogatepass")
    number = int.from_bytes(hashlib.sha256(encoded).digest()[: HASH_BITS // 8])
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    return "".join(letters[number >> shift & 31] for shift in range(HASH_BITS - 5, -1, -5))


def slug(name: str) -> str:
    """Spell *name* in lower-case ASCII with hyphens; a name in no Latin letter becomes its digest.

    >>> slug("Đorđe Živanović")
    'dorde-zivanovic'
    >>> slug("国連") == digest("国連")
    True
    """
    ascii_only = plain(name).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", ascii_only).strip("-")[:SLUG_LENGTH].strip("-") or digest(name)


def entity(base: str, folder: str, name: str, *, distinction: str = "") -> str:
    """Mint an entity's IRI; *distinction* is what tells it from a namesake.

    >>> entity(DEFAULT_BASE, "person", "Rajnath Singh")
    'https://w3id.org/relgraph/id/person/rajnath-singh'
    """
    tail = f"-{digest(distinction)[:6]}" if distinction else ""
    return f"{base}{folder}/{slug(name)}{tail}"


def article(base: str, article_id: str) -> str:
    """Mint an article's IRI, which is also the name of its graph, from the id it came with."""
    return f"{base}article/{digest(article_id)}"


def within(article_iri: str, kind: str, *parts: str) -> str:
    """Mint the IRI of something that is one article's own: a referent, a claim, an evidence.

    >>> within("https://e.org/article/x", "claim", "v1")
    'https://e.org/article/x#claim-v1'
    """
    name = parts[0] if len(parts) == 1 and parts[0].isalnum() else digest(*parts)
    return f"{article_iri}#{kind}-{name}"


def chars(article_iri: str, begin: int, end: int) -> str:
    """Mint the IRI of a stretch of an article's text, as RFC 5147 has it: ``…#char=15,123``."""
    return f"{article_iri}#char={begin},{end}"


def occurrence(base: str, relation: str, *parts: str) -> str:
    """Mint the IRI of an event or state from what makes it itself."""
    return f"{base}{relation}/{digest(relation, *parts)}"


def graph(base: str, name: str) -> str:
    """Mint the IRI of one of the store's own graphs, such as ``identity``."""
    return f"{base}graph/{name}"
