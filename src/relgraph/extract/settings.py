"""Find when an event took place, from the clause that tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from relgraph.extract import clauses, kinds
from relgraph.extract.anchors import VERBS, anchors_of, host_of, verb_group
from relgraph.extract.dates import When
from relgraph.extract.frames import Match
from relgraph.extract.parties import Phrases
from relgraph.extract.words import words

PLACES = kinds.PLACES
# Of two dates the one it is moved to counts: "planned for 10 May, was postponed to 2 June".
MOVING = words("postpone reschedule move shift delay bring push")


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence offers: its dates and the heads of its names of places."""

    sentence: Words
    dates: tuple[tuple[Token, When], ...]
    places: tuple[Token, ...]


def scenes(doc: Doc, dates: Sequence[When], phrases: Phrases) -> Iterator[Scene]:
    """Yield what each sentence of *doc* offers."""
    rest = list(dates)
    doc_end = len(doc)
    for sentence in doc.sents:
        here: list[tuple[Token, When]] = []
        while rest and rest[0].span.begin < sentence.end_char:
            when = rest.pop(0)
            words = doc.char_span(when.span.begin, when.span.end, alignment_mode="expand")
            if words is not None:
                here.append((_hung(words, sentence, doc_end), when))
        places = tuple(
            token
            for token in sentence
            if any(phrases.kind(who) in PLACES for who in phrases.cast.at.get(token.i, ()))
        )
        yield Scene(sentence, tuple(here), places)


def _hung(words: Words, sentence: Words, doc_end: int) -> Token:
    """Return the head of a date; of one set off at the end, the verb of the sentence.

    "He met Park, who is to be minister, the previous day": parsers hang it on the last clause.
    """
    first, last = words.start, words.end
    set_off = first > sentence.start and words.doc[first - 1].text == ","
    if (
        set_off
        and last < doc_end
        and words.doc[last].text in ".!?"
        and sentence.root.pos_ == "VERB"
    ):
        inner = words.root.head
        while inner.i != sentence.root.i and inner.dep_ != "relcl" and inner.head.i != inner.i:
            inner = inner.head
        if inner.dep_ == "relcl":
            return next(iter(sentence.root.children), sentence.root)
    return words.root


def dates_of(match: Match, scene: Scene, occasions: frozenset[str]) -> list[When]:
    """Return the dates that belong to *match*, in the order of the text."""
    if not scene.dates:
        return []
    anchors = anchors_of(match, lambda noun: noun.lemma_.lower() in occasions)
    own = [when for head, when in scene.dates if _owner(head, occasions, match.noun) in anchors]
    if match.verb is not None and match.verb.lemma_ in MOVING and len(own) > 1:
        own = [when for when in own if when.span.begin > match.verb.idx] or own
    if own or match.verb is None:
        return own
    if match.relation.name == "visited" and (reason := _reason_dates(match, scene, occasions)):
        return reason
    host, fronted_only = host_of(match.verb)
    if host is None:
        return []
    group = verb_group(host)
    return [
        when
        for head, when in scene.dates
        if _owner(head, occasions, None) in group and not (fronted_only and head.i > min(group))
    ]


def _reason_dates(match: Match, scene: Scene, occasions: frozenset[str]) -> list[When]:
    """Return when that is for which somebody comes: "to Berlin for a meeting on 17 November"."""
    verb = match.verb
    reasons = {
        noun.i
        for token in (verb.subtree if verb is not None else ())
        if token.lower_ == "for" and token.dep_ == "prep"
        for noun in token.children
        if noun.lemma_.lower() in occasions
    }
    return [when for head, when in scene.dates if _owner(head, occasions, None) in reasons]


def _owner(token: Token, occasions: frozenset[str], mine: Token | None) -> int:
    """Climb from a date to the verb or event noun that it dates; -1 where there is none."""
    while True:
        if token.head.i == token.i:
            return token.i if token.pos_ in VERBS else -1
        token = token.head
        if token.pos_ in VERBS and token.dep_ != "amod":
            return token.i
        if mine is not None and token.i == mine.i:
            return token.i
        if token.lemma_.lower() in occasions and token.dep_ not in (*clauses.OBJECTS, "nsubjpass"):
            return token.i
