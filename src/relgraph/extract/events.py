"""Turn matched frames into claims about who did what, when and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relgraph.extract import frames, settings
from relgraph.extract.cast import Cast, Reading
from relgraph.extract.context import Context
from relgraph.extract.dates import When, now, timeline
from relgraph.extract.enough import says_enough
from relgraph.extract.finding import Found, find
from relgraph.extract.frames import Match
from relgraph.extract.merging import Draft, merge
from relgraph.extract.modality import modality
from relgraph.extract.parties import Filler, Phrases, is_bare, is_definite
from relgraph.extract.places import is_named, place_of
from relgraph.extract.settings import Scene
from relgraph.extract.tenses import dated
from relgraph.extract.tracing import Recorder
from relgraph.extract.words import words
from relgraph.model import EventClaim, Evidence, Modality, Participant, Span
from relgraph.ontology import Ontology

# Of these each object is an event of its own: "signed a treaty and a memorandum".
SEVERAL = words("attended inaugurated signed visited witnessed")
# Of these a claim without anybody is more often wrong than right (measured on articles kept aside
# and on the development sets alike).
PERSONAL = words("signed visited")

# Meetings one after another, not one with all.
SEVERALLY = words("separate separately individual individually respectively apart each")


@dataclass(frozen=True, slots=True)
class _Setting:
    """When, where and whether."""

    scene: Scene
    date: str
    date_text: str
    place: str
    modality: Modality


def events(
    reading: Reading,
    cast: Cast,
    matches: Sequence[Match],
    ontology: Ontology,
    recorder: Recorder | None = None,
) -> tuple[EventClaim, ...]:
    """Return the events that *matches* tell, in the order in which the text first tells them."""
    drafts = _Reader(reading, cast, ontology, recorder).drafts(matches)
    told = (draft for draft in merge(drafts) if not _is_of_nobody(draft))
    return tuple(draft.claim(f"v{number}") for number, draft in enumerate(told, start=1))


def _is_of_nobody(draft: Draft) -> bool:
    """Tell whether nobody is said to have done it: "A contract was signed", "The play travels"."""
    is_empty = not draft.participants and not draft.unnamed
    return is_empty and draft.relation in PERSONAL and draft.modality is Modality.ASSERTED


class _Reader:
    """Reads one article, sentence by sentence, remembering who was last together."""

    def __init__(
        self, reading: Reading, cast: Cast, ontology: Ontology, recorder: Recorder | None
    ) -> None:
        self.reading = reading
        self.recorder = recorder
        self.text = reading.article.text
        self.phrases = Phrases(cast, ontology, self.text)
        self.occasions = frames.occasions(ontology)
        self.now = now(reading.article.published, reading.dateline.date)
        self.home = next(
            (r.id for r in cast.referents if reading.dateline.place in (r.name, *r.aliases)), ""
        )
        quotations = cast.quotations or reading.quotations
        self.context = Context(self.phrases, self.occasions, quotations)

    def drafts(self, matches: Sequence[Match]) -> Iterator[Draft]:
        doc = self.reading.doc
        spans = [Span(s.start_char, s.end_char) for s in doc.sents]
        dates = timeline(self.text, spans, self.now)
        scenes = list(settings.scenes(doc, dates, self.phrases))
        position = 0
        for scene in scenes:
            while position < len(matches) and matches[position].trigger.i < scene.sentence.end:
                for draft in self._read(matches[position], scene):
                    self.context.told.append(draft)
                    yield draft
                position += 1

    def _read(self, match: Match, scene: Scene) -> Iterator[Draft]:
        found = self.context.complete(match, scene, find(match, scene, self.phrases))
        truth = modality(match)
        if self.recorder is not None:
            self.recorder.tried(match, found, truth)
        if truth is None or not says_enough(match, found):
            return
        if truth is Modality.NEGATED and not found.named:
            return  # "no agreement was signed" tells of nobody who did not
        dates = settings.dates_of(match, scene, self.occasions)
        place = place_of(match, scene, self.phrases, self.home)
        for parties, thing in _apart(match, found):
            when = _when(dates, thing, found.things)
            date, modal = dated(match, when, truth, self.now)
            if when is not None and when.is_deictic and self.context.is_quoted(match.trigger.idx):
                date = ""  # "today" of who speaks, which may be any day
            setting = _Setting(scene, date, when.words if when is not None else "", place, modal)
            yield self._draft(match, replace(found, parties=parties), thing, setting)

    def _draft(self, match: Match, found: Found, thing: Filler | None, setting: _Setting) -> Draft:
        parties = found.parties
        named = [Participant(who, part) for part, filler in parties for who in filler.ids]
        object_id = thing.ids[0] if thing is not None and thing.ids else found.object
        is_visit = match.relation.name == "visited"
        is_there = is_visit and self.phrases.kind(object_id) in ("Place", "Country")
        is_built = is_visit and self.phrases.kind(object_id) == "Facility"
        standing = object_id if is_built and is_named(object_id, self.phrases) else ""
        words = setting.scene.sentence
        participants = tuple(p for p in _once([*named, *found.context]) if p.who != object_id)
        sentence = _trimmed(words.text, words.start_char)
        trigger = _trigger(match)
        fillers = [filler for _, filler in parties] + ([thing] if thing is not None else [])
        arguments = sorted({f.span for f in fillers if sentence.covers(f.span)})
        evidence = Evidence(sentence, sentence.of(self.text), match.rule, trigger, tuple(arguments))
        return Draft(
            relation=match.relation.name,
            symmetric=match.relation.is_symmetric,
            participants=participants,
            evidence=(evidence,),
            object=object_id,
            object_text=self._object_text(found, thing),
            place=object_id if is_there else setting.place or standing,
            date=setting.date,
            date_text=setting.date_text,
            modality=setting.modality,
            topics=found.topics,
            unnamed=found.unnamed,
            quoted=self.context.is_quoted(trigger.begin),
            known=thing is not None and is_definite(thing.token),
            is_bare=thing is not None and is_bare(thing.token),
            sentence=words.start,
        )

    def _object_text(self, found: Found, thing: Filler | None) -> str:
        """Return the object as written, where that says more than the referent's names."""
        if thing is None:
            return found.object_text
        known = {name for who in thing.ids for name in self.phrases.names(who)}
        return "" if thing.words in known else thing.words


def _apart(
    match: Match, found: Found
) -> Iterator[tuple[tuple[tuple[str, Filler], ...], Filler | None]]:
    """Yield one reading for each destination, and for each party met "separately"."""
    things: Sequence[Filler | None] = _whole(found.things) or (None,)
    if match.relation.name not in SEVERAL:
        things = things[:1]
    severally = found.is_listed or any(t.lower_ in SEVERALLY for t in match.trigger.subtree)
    met = [pair for pair in found.parties if pair[0] == "counterpart"]
    hosts = tuple(pair for pair in found.parties if pair[0] != "counterpart")
    for thing in things:
        if severally and len(met) > 1 and match.relation.name == "met":
            yield from (((*hosts, pair), thing) for pair in met)
        else:
            yield found.parties, thing


def _whole(things: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Leave out what is part of another's name: of "the Supply and Service Agreement" the last."""
    kept: list[Filler] = []
    for thing in things:
        if not any(known.span.begin < thing.span.end <= known.span.end for known in kept):
            kept.append(thing)
    return tuple(kept)


def _when(dates: list[When], thing: Filler | None, things: tuple[Filler, ...]) -> When | None:
    """Choose among the dates of a clause; of several destinations each has the one behind it."""
    if not dates:
        return None
    if thing is not None and len(things) > 1 and len(dates) > 1:
        behind = [when for when in dates if when.span.begin > thing.span.begin]
        return behind[0] if behind else dates[-1]
    return next((when for when in dates if when.date), dates[0])


def _once(participants: list[Participant]) -> tuple[Participant, ...]:
    """Keep the first part of each participant."""
    first: dict[str, Participant] = {}
    for participant in participants:
        first.setdefault(participant.who, participant)
    return tuple(first.values())


def _trigger(match: Match) -> Span:
    token, noun = match.trigger, match.noun
    begin, end = token.idx, token.idx + len(token)
    # "held wide-ranging talks" is one stretch; a noun far off is named in the rule alone.
    if noun is not None and 0 < noun.i - token.i < 6:
        end = noun.idx + len(noun)
    return Span(begin, end)


def _trimmed(words: str, begin: int) -> Span:
    left = len(words) - len(words.lstrip())
    return Span(begin + left, begin + len(words.rstrip()))
