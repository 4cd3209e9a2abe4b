"""Record what the rules see and try in one article."""

from collections.abc import Iterator

from spacy.tokens import Span as Words

from relgraph.extract.cast import Cast, Reading
from relgraph.extract.finding import Found
from relgraph.extract.frames import Match
from relgraph.extract.parties import phrase
from relgraph.extract.trace import Attempt, Fate, Part, Sentence, Trace
from relgraph.extract.words import words
from relgraph.model import EventClaim, Extraction, Modality, Span
from relgraph.rdf.vocabulary import PARTIES

PRONOUNS = words("he her him i it she them they us we")

# A relation, a rule, and the offset of its trigger: one frame at one place.
_Key = tuple[str, str, int]


class Recorder:
    """Keeps what was tried, and says in the end what became of it."""

    def __init__(self) -> None:
        self._tried: list[tuple[Match, Found, Modality | None]] = []

    def tried(self, match: Match, found: Found, truth: Modality | None) -> None:
        """Keep a frame with what fills its parts, and the modality, None where it is open."""
        self._tried.append((match, found, truth))

    def trace(self, reading: Reading, cast: Cast, found: Extraction, kept: Extraction) -> Trace:
        """Return what was tried, given what was claimed, and what of it the text carries."""
        names = {referent.id: referent.name for referent in cast.referents}
        claimed, carried = set(_keys(found.events)), set(_keys(kept.events))
        return Trace(
            tuple(_sentence(sentence, cast, names) for sentence in reading.doc.sents),
            tuple(self._attempts(cast, names, claimed, carried)),
        )

    def _attempts(
        self, cast: Cast, names: dict[str, str], claimed: set[_Key], carried: set[_Key]
    ) -> Iterator[Attempt]:
        for match, found, truth in self._tried:
            key = (match.relation.name, match.rule, match.trigger.idx)
            if key in carried:
                fate = Fate.CLAIMED
            elif key in claimed:
                fate = Fate.UNGROUNDED
            else:
                fate = Fate.OPEN if truth is None else Fate.LACKING
            yield Attempt(
                match.relation.name,
                match.rule,
                Span(match.trigger.idx, match.trigger.idx + len(match.trigger)),
                tuple(_parts(match, found, cast, names)),
                fate,
                tuple(_unfilled(match, found)),
            )


def _keys(events: tuple[EventClaim, ...]) -> Iterator[_Key]:
    for event in events:
        for proof in event.evidence:
            yield event.relation, proof.rule, proof.trigger.begin


def _parts(match: Match, found: Found, cast: Cast, names: dict[str, str]) -> Iterator[Part]:
    taken = set()
    things = [("object", thing) for thing in found.things]
    for part, filler in (*found.parties, *things):
        taken.add(filler.token.i)
        yield Part(part, filler.words, tuple(names[who] for who in filler.ids))
    for participant in found.context:
        yield Part(participant.part, "", (names[participant.who],))
    for part, tokens in match.slots.items():
        for token in tokens:
            if token.i not in taken and (part in PARTIES or part == "object"):
                known = cast.at.get(token.i, ())
                yield Part(part, phrase(token), tuple(names[who] for who in known), fits=False)


def _unfilled(match: Match, found: Found) -> Iterator[str]:
    filled = {
        "object": bool(found.things or found.object or found.object_text),
        "topic": bool(found.topics),
    }
    for part in dict.fromkeys(part for part, _ in match.frame.slots):
        if not (filled[part] if part in filled else found.has(part)):
            yield part


def _sentence(sentence: Words, cast: Cast, names: dict[str, str]) -> Sentence:
    known = [
        Part("", _extent(token.i, token.text, sentence, cast), tuple(names[who] for who in whom))
        for token in sentence
        if (whom := cast.at.get(token.i))
    ]
    lost = [t.text for t in sentence if t.lower_ in PRONOUNS and not cast.at.get(t.i)]
    return Sentence(
        Span(sentence.start_char, sentence.end_char),
        tuple(token.lemma_.lower() for token in sentence),
        tuple(known),
        tuple(lost),
    )


def _extent(index: int, text: str, sentence: Words, cast: Cast) -> str:
    span = cast.extents.get(index)
    return text if span is None else span.of(sentence.doc.text)
