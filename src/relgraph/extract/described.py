"""Give a referent to what an event is about though it has no name: "a new defence plant"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc, Token

from relgraph.extract.cast import Cast, Reading
from relgraph.extract.frames import Match
from relgraph.extract.parties import extent, is_definite, phrase, phrase_span
from relgraph.extract.words import words
from relgraph.model import Referent, Span
from relgraph.ontology import Ontology

# Praise and age are no part of what a thing is called.
PRAISE = re.compile(
    r"^(?:(?:state-of-the-art|brand-new|new|newly built|modern|ultra-modern|historic|landmark|"
    r"major|big|large|sprawling|huge|first|first-ever|said|so-called)\s+)+",
    re.IGNORECASE,
)  # "state-of-the-art plant"
PARTIES = re.compile(r"\s+(?:between|among|with)\s+")  # "treaty between India and Oman"
SHORT_FORM = re.compile(r"\s*\((?P<short>[^()]{2,40})\)")  # "Memorandum of Understanding (MoU)"
LONGEST_NAME = 100
# Whom a paper is signed with, parsers hang on the paper.
BESIDE = ("with", "between", "among")
MEASURES = words("year month week day phase point page dollar euro pound rupee dirham")
SAID = ("above", "aforementioned", "mentioned", "said", "same")
# Before the noun for a product these say who made it, not what it is called.
OWNERS = ("Company", "Country", "GovernmentBody", "Organization")
# Words for a paper that has been spoken of by another name.
PAPERS = words("accord agreement contract deal document instrument mou pact paper text treaty")


def described(reading: Reading, cast: Cast, matches: list[Match], ontology: Ontology) -> Cast:
    """Return *cast* with a referent for each thing without a name that *matches* are about.

    Which nouns become which kind, the ontology's classes of nouns say.
    """
    referents = list(cast.referents)
    found: list[Referent] = []
    at, extents = dict(cast.at), dict(cast.extents)
    number = len(cast.referents)
    wanted = [*_objects(matches, cast, ontology), *_branded(reading.doc, cast, ontology)]
    for token, kind in sorted(wanted, key=lambda pair: pair[0].i):
        if token.i in at:
            continue
        known = _told_before(token, kind, found) or _meant(token, kind, cast)
        if known is None:
            fresh = _referent(token, kind, f"e{number + 1}", partial(_is_owner, cast=cast))
            known = _namesake(fresh, [*referents, *found])
            if known is None:
                number += 1
                found.append(fresh)
            elif known in referents:
                referents[referents.index(known)] = _joined(known, fresh)
            known = known or fresh
        at[token.i] = (known.id,)
        extents[token.i] = phrase_span(token)
        _echo(reading.doc, token, known, at, extents)
    grown = tuple(_with_mentions(r, at, extents) for r in (*referents, *found))
    return _renumbered(replace(cast, referents=grown, at=at, extents=extents))


def _objects(matches: list[Match], cast: Cast, ontology: Ontology) -> Iterator[tuple[Token, str]]:
    for match in matches:
        if match.trigger.lemma_ == "be":  # "was in the room" tells of no room
            continue
        allowed = match.relation.fillers.get("object", ())
        for token in match.slots.get("object", ()):
            lemma = token.lemma_.lower()
            for name in allowed:
                kind = ontology.noun_kinds.get(name, "")
                if kind in allowed and lemma in ontology.nouns[name] and token.i not in cast.at:
                    yield token, kind
                    break


def _branded(doc: Doc, cast: Cast, ontology: Ontology) -> Iterator[tuple[Token, str]]:
    """Yield the nouns for made things that bear a name: "the Akash missile"."""
    lemmas = ontology.nouns.get("product", frozenset())
    for token in doc:
        is_noun = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text.islower())
        if token.i not in cast.at and is_noun and token.lemma_.lower() in lemmas:
            brand = (child for child in token.children if child.dep_ in ("compound", "nmod"))
            if any(child.tag_ == "NNP" and not _is_owner(child, cast) for child in brand):
                yield token, ontology.noun_kinds["product"]


def _is_owner(token: Token, cast: Cast) -> bool:
    kinds = {referent.id: referent.kind for referent in cast.referents}
    return any(kinds[who] in OWNERS for who in cast.at.get(token.i, ()))


def _meant(token: Token, kind: str, cast: Cast) -> Referent | None:
    """Return the paper that "the text" or "the deal" speaks of: the last one named before."""
    if not is_definite(token) or token.lemma_.lower() not in PAPERS or kind != "Agreement":
        return None
    is_measured = False
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod", "nummod") and _is_measure(child):
            is_measured = True
        elif child.dep_ in ("amod", "compound", "prep") and child.lower_ not in (*SAID, *BESIDE):
            return None
    by_id = {referent.id: referent for referent in cast.referents}
    indices = sorted((i for i in cast.at if i < token.i), reverse=True)
    before = [by_id[cast.at[i][0]] for i in indices if by_id[cast.at[i][0]].kind == kind]
    # The last one named; of "the five-year deal" only the single one is surely meant.
    return before[0] if before and not (is_measured and len(set(before)) > 1) else None


def _is_measure(token: Token) -> bool:
    """Tell whether *token* says how long or how big a thing is: "five-year", "$2m"."""
    return token.lemma_.lower() in MEASURES and any(
        child.dep_ == "nummod" for child in token.children
    )


def _told_before(token: Token, kind: str, found: list[Referent]) -> Referent | None:
    """Return what "the plant" speaks of: the last thing of its kind with that noun."""
    if not is_definite(token):
        return None
    told = frozenset(PRAISE.sub("", phrase(token)).lower().split())
    for referent in reversed(found):
        # "the Tata plant" is not the Kestrel plant; "the plant" and "the new plant" are.
        if referent.kind == kind and told <= _words_of(referent):
            return referent
    return None


def _words_of(referent: Referent) -> frozenset[str]:
    return frozenset(" ".join((referent.name, *referent.aliases)).lower().split())


def _referent(token: Token, kind: str, number: str, is_owner: Callable[[Token], bool]) -> Referent:
    words = " ".join(phrase(token).split())[:LONGEST_NAME]
    if kind == "Agreement":  # whom it is between, the event says
        words = PARTIES.split(words, maxsplit=1)[0] or words
    for prep in token.rights:
        # "the gear plant of Kessler GmbH" is called a gear plant; whose it is, is a state.
        if kind == "Facility" and prep.lower_ == "of" and any(map(is_owner, prep.children)):
            words = " ".join(words.split(" of ")[:1])
    plain = PRAISE.sub("", SHORT_FORM.sub("", words)) or words
    aliases = [found["short"] for found in SHORT_FORM.finditer(words)]
    aliases += [words, " ".join(_short(token).split())]
    unique = dict.fromkeys(alias for alias in aliases if alias and alias != plain)
    return Referent(number, kind, plain, tuple(unique))


def _namesake(fresh: Referent, known: list[Referent]) -> Referent | None:
    """Return the referent that already bears one of the names: "the MoU" of the memorandum."""
    names = {name.lower() for name in (fresh.name, *fresh.aliases)}
    for referent in known:
        if referent.kind == fresh.kind and names & {
            n.lower() for n in (referent.name, *referent.aliases)
        }:
            return referent
    return None


def _joined(known: Referent, fresh: Referent) -> Referent:
    """Return *known* under the fuller of the two names."""
    name = max(known.name, fresh.name, key=len)
    others = dict.fromkeys((known.name, *known.aliases, fresh.name, *fresh.aliases))
    return replace(known, name=name, aliases=tuple(other for other in others if other != name))


def _short(token: Token) -> str:
    """Return the noun with what stands before it and "of": "Memorandum of Understanding"."""
    first = min(
        (t.i for t in token.lefts if t.dep_ in ("compound", "amod", "nmod")), default=token.i
    )
    last = token.i
    for child in token.rights:
        if child.lower_ == "of" and child.i == token.i + 1:
            last = max((t.i for t in child.children if t.dep_ == "pobj"), default=last)
            break
    return PRAISE.sub("", str(token.doc[first : last + 1].text))


def _echo(
    doc: Doc,
    token: Token,
    referent: Referent,
    at: dict[int, tuple[str, ...]],
    extents: dict[int, Span],
) -> None:
    """Let "the facility" further on stand for the facility that was told of."""
    lemma = token.lemma_.lower()
    for other in doc[token.i + 1 :]:
        if other.i in at or other.lemma_.lower() != lemma or other.pos_ not in ("NOUN", "PROPN"):
            continue
        if is_definite(other) and not any(
            c.dep_ in ("poss", "amod", "prep", "compound", "nmod") for c in other.children
        ):
            at[other.i] = (referent.id,)
            extents[other.i] = extent(other)


def _with_mentions(
    referent: Referent, at: dict[int, tuple[str, ...]], extents: dict[int, Span]
) -> Referent:
    spans = {
        extents[index] for index, who in at.items() if who == (referent.id,) and index in extents
    }
    # Pronouns are no mentions, and those that the cast knows it has listed itself.
    new = {span for span in spans if span.end - span.begin > 2}
    return replace(referent, mentions=tuple(sorted({*referent.mentions, *new})))


def _renumbered(cast: Cast) -> Cast:
    """Return *cast* with its referents numbered anew, in the order of first mention."""
    ordered = sorted(
        cast.referents,
        key=lambda r: (r.mentions[0] if r.mentions else Span(1 << 30, 1 << 30), r.id),
    )
    fresh = {referent.id: f"e{number}" for number, referent in enumerate(ordered, start=1)}
    referents = tuple(replace(referent, id=fresh[referent.id]) for referent in ordered)
    at = {index: tuple(fresh[who] for who in ids) for index, ids in cast.at.items()}
    offices = tuple(
        replace(office, subject=fresh[office.subject], object=fresh.get(office.object, ""))
        for office in cast.offices
    )
    quotations = tuple(replace(q, speaker=fresh.get(q.speaker, "")) for q in cast.quotations)
    return Cast(referents, at, cast.extents, offices, quotations)
