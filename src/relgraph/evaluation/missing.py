"""Say why an edge that somebody expects does not follow from an article."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from relgraph import ontology
from relgraph.errors import one_line
from relgraph.evaluation.annotations import OTHER, Annotation, Named, Told, annotation, shown
from relgraph.evaluation.diagnosis import Place, diagnose
from relgraph.evaluation.matching import parties
from relgraph.evaluation.spelling import canonical, keys, spelled
from relgraph.evaluation.stages import Cause, Stage
from relgraph.extract.trace import Attempt, Sentence, Trace
from relgraph.letters import plain
from relgraph.model import Article, Extraction, Modality
from relgraph.queries.find import near
from relgraph.rdf.vocabulary import PARTIES

# In which parts an edge may end that are no party to the event.
THINGS = ("object", "place")
# Sentences told of one article.
SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Edge:
    """What somebody expects: a relation, and the names that either end is known by."""

    source: tuple[str, ...]
    relation: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Where an article lost an edge; the sentence is empty where it is no one sentence."""

    article: Article
    cause: Cause
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with all that was made of it."""

    article: Article
    extraction: Extraction
    found: Annotation
    names: Mapping[str, str]
    trace: Trace

    def quote(self, sentence: Sentence) -> str:
        return sentence.span.of(self.article.text)

    def lost(self, cause: Cause, quote: str = "") -> Lost:
        return Lost(self.article, Cause(cause.stage, one_line(cause.detail)), one_line(quote))


def stands_in(text: str, names: Sequence[str]) -> bool:
    """Tell whether *text* has one of *names*, whatever the case and the accents.

    >>> stands_in("Đorđe Živanović opened it.", ["Zivanovic"]), stands_in("Omani", ["Oman"])
    (True, False)
    """
    words = plain(text)
    asked = [re.escape(plain(name)) for name in names if name.strip()]
    return any(re.search(rf"(?<!\w){name}(?!\w)", words) for name in asked)


def missing(edge: Edge, article: Article, extraction: Extraction, trace: Trace) -> tuple[Lost, ...]:
    """Say where *article* lost *edge*; of several sentences the one that came furthest first."""
    found = annotation(extraction)
    read = _Read(article, extraction, found, canonical(found.entities), trace)
    source, target = _entity(edge.source, found), _entity(edge.target, found)
    if source is None or target is None:
        return (_unknown(edge.source if source is None else edge.target, read),)
    ends = (source.name, target.name)
    wanted = _wanted(edge.relation, *ends)
    if told := _told(wanted, ends, read):
        return (told,)
    lost = [lost for _, lost in sorted(_sentences(wanted, ends, read), key=_rank, reverse=True)]
    return tuple(lost[:SENTENCES]) or (_apart(ends, read),)


def _rank(one: tuple[bool, Lost]) -> tuple[bool, int]:
    return one[0], list(Stage).index(one[1].cause.stage)


def _entity(names: Sequence[str], found: Annotation) -> Named | None:
    """Return the entity that bears one of *names*, the first of them first."""
    for name in names:
        asked = {spelled(name), spelled(name, is_person=True)} - {""}
        for entity in found.entities:
            if keys(entity) & asked:
                return entity
    return None


def _wanted(relation: str, source: str, target: str) -> Told:
    known = ontology.load().relations[relation]
    is_thing = known.edge[1] in THINGS
    return Told(
        type=relation if known.is_core else OTHER,
        participants=(source,) if is_thing else (source, target),
        object=target if is_thing else "",
        subtype="" if known.is_core else relation,
    )


def _told(wanted: Told, ends: tuple[str, str], read: _Read) -> Lost | None:
    """Return what the article says of both ends, where it says such a thing at all."""
    told = [one for one in read.found.events if _tells(one, wanted, read.names)]
    asserted = [one for one in told if one.modality == Modality.ASSERTED]
    for one in asserted or told:
        if asserted:
            cause = Cause(Stage.TOLD, f"the article tells it: {shown(one)}")
        else:
            detail = f"told as {one.modality}; only what has happened is drawn"
            cause = Cause(Stage.NO_EDGE, detail)
        return read.lost(cause, one.evidence)
    names = {referent.id: referent.name for referent in read.extraction.referents}
    for state in read.extraction.states:
        held = names[state.subject], names.get(state.object, "")
        if state.relation == wanted.label and held == ends:
            quote = state.evidence[0].quote if state.evidence else ""
            return read.lost(Cause(Stage.TOLD, "the article tells it"), quote)
    return None


def _tells(told: Told, wanted: Told, names: Mapping[str, str]) -> bool:
    """Tell whether both ends play a part in *told*."""
    there = parties(told, names) | {told.place}
    ends = parties(wanted, names) | ({wanted.object} if wanted.object else set())
    return told.label == wanted.label and all(end in there or end in told.object for end in ends)


def _unknown(names: Sequence[str], read: _Read) -> Lost:
    quotes = map(read.quote, read.trace.sentences)
    quote = next((quote for quote in quotes if stands_in(quote, names)), "")
    where = "stands in the text, but is no entity found there" if quote else "is not named"
    known = {name for entity in read.found.entities for name in entity.spellings}
    close = ", ".join(near(names[0], known))
    detail = f"{names[0]!r} {where}" + (f"; most like it: {close}" if close else "")
    return read.lost(Cause(Stage.PARTY_UNKNOWN, detail), quote)


def _sentences(wanted: Told, ends: tuple[str, str], read: _Read) -> Iterator[tuple[bool, Lost]]:
    """Yield what became of *wanted* in each sentence that could tell it.

    Beside it stands whether a frame was found there, in a sentence that speaks of both ends.
    """
    known = frozenset(read.names.values())
    for sentence in read.trace.sentences:
        quote = read.quote(sentence)
        attempts = tuple(one for one in read.trace.attempts if sentence.span.covers(one.trigger))
        tried = [attempt for attempt in attempts if attempt.relation == wanted.label]
        here = _known(sentence) | {n for one in attempts for part in one.parts for n in part.names}
        is_of_both = set(ends) <= here
        has_room = bool(here.intersection(ends)) and any(_has_room(one, read) for one in tried)
        if not is_of_both and not has_room:
            continue
        claims = tuple(
            told
            for told in read.found.events
            if any(proof.strip() in quote for proof in (told.evidence, *told.again))
        )
        place = Place(read.names, known, claims, (), (sentence,), attempts, is_traced=True)
        yield is_of_both and bool(tried), read.lost(_diagnosed(wanted, place), quote)


def _has_room(attempt: Attempt, read: _Read) -> bool:
    """Tell whether a part of *attempt* may be played by somebody whom it does not name."""
    spelled_out = {name for entity in read.found.entities for name in entity.spellings}
    return bool(attempt.unfilled) or any(
        part.name in PARTIES and part.words not in spelled_out for part in attempt.parts
    )


def _diagnosed(wanted: Told, place: Place) -> Cause:
    if ontology.load().relations[wanted.label].is_state:
        return Cause(
            Stage.NO_TRIGGER, f"no title, possessive or the like there says {wanted.label!r}"
        )
    return diagnose(wanted, place)


def _known(sentence: Sentence) -> set[str]:
    return {name for part in sentence.known for name in part.names}


def _apart(ends: tuple[str, str], read: _Read) -> Lost:
    """Say that no sentence speaks of both, and show the first that speaks of the first."""
    told = (read.quote(one) for one in read.trace.sentences if ends[0] in _known(one))
    cause = Cause(Stage.NEVER_TOGETHER, f"no sentence speaks of both {ends[0]!r} and {ends[1]!r}")
    return read.lost(cause, next(told, ""))
