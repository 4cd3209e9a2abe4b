"""Turn matched frames into claims about who did what, when and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from relgraph.extract import frames, settings
from relgraph.extract.cast import Cast, Reading
from relgraph.extract.dates import When, timeline
from relgraph.extract.frames import Match
from relgraph.extract.merging import Draft, merge
from relgraph.extract.modality import modality
from relgraph.extract.parties import DETERMINERS, Filler, Phrases, is_definite, phrase
from relgraph.extract.settings import Scene
from relgraph.extract.topics import topics
from relgraph.extract.words import words
from relgraph.model import EventClaim, Evidence, Modality, Participant, Span
from relgraph.ontology import Ontology

# How sure we are, by what the rule read; to be calibrated on annotated articles.
SURE_OF_VERB = 0.9
SURE_OF_NOUN = 0.7
# Weaker where a party stands in the text as "he" or "the minister", or comes from another sentence.
LESS_BY_PHRASE = 0.95
LESS_BY_CONTEXT = 0.85

PARTIES = ("agent", "counterpart", "recipient", "witness")
# Meetings one after another, not one with all.
PAST_POST = ("former ", "ex-", "then ", "outgoing ", "acting ")
# Which occasions consist of topics; a meeting may also include a dinner.
TALKS = words("conversation discussion talk")
ALL = words("both they two we")
SEVERALLY = words("separately individually respectively apart each")
_SPEAKING = words("met discussed spoke_with visited")


@dataclass(frozen=True, slots=True)
class _Found:
    """What fills the parts of one match; ``context`` are parties that other sentences give."""

    parties: tuple[tuple[str, Filler], ...]
    context: tuple[Participant, ...] = ()
    context_unnamed: tuple[str, ...] = ()
    things: tuple[Filler, ...] = ()
    object: str = ""
    object_text: str = ""

    @property
    def named(self) -> frozenset[str]:
        """All referents among the parties."""
        own = {who for _, filler in self.parties for who in filler.ids}
        return frozenset(own | {participant.who for participant in self.context})

    @property
    def unnamed(self) -> tuple[str, ...]:
        """The words for the parties without a name."""
        own = [filler.words for _, filler in self.parties if not filler.ids]
        return tuple(dict.fromkeys([*own, *self.context_unnamed]))

    def has(self, part: str) -> bool:
        """Tell whether *part* is filled."""
        return any(p == part for p, _ in self.parties) or any(p.part == part for p in self.context)


@dataclass(frozen=True, slots=True)
class _Setting:
    """When, where and whether."""

    scene: Scene
    date: str
    date_text: str
    place: str
    modality: Modality


def events(
    reading: Reading, cast: Cast, matches: Sequence[Match], ontology: Ontology
) -> tuple[EventClaim, ...]:
    """Return the events that *matches* tell, in the order in which the text first tells them."""
    drafts = _Reader(reading, cast, ontology).drafts(matches)
    return tuple(draft.claim(f"v{number}") for number, draft in enumerate(merge(drafts), start=1))


class _Reader:
    """Reads one article, sentence by sentence, remembering who was last together."""

    def __init__(self, reading: Reading, cast: Cast, ontology: Ontology) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.phrases = Phrases(cast, ontology, self.text)
        self.ontology = ontology
        self.occasions = frames.occasions(ontology)
        self.now = reading.article.published or reading.dateline.date
        self.home = next(
            (r.id for r in cast.referents if reading.dateline.place in (r.name, *r.aliases)), ""
        )
        self.quotations = cast.quotations or reading.quotations
        self.told: list[Draft] = []

    def drafts(self, matches: Sequence[Match]) -> Iterator[Draft]:
        doc = self.reading.doc
        spans = [Span(s.start_char, s.end_char) for s in doc.sents]
        dates = timeline(self.text, spans, self.now)
        scenes = list(settings.scenes(doc, dates, self.phrases))
        position = 0
        for scene in scenes:
            while position < len(matches) and matches[position].trigger.i < scene.sentence.end:
                for draft in self._read(matches[position], scene):
                    self.told.append(draft)
                    yield draft
                position += 1

    def _read(self, match: Match, scene: Scene) -> Iterator[Draft]:
        found = self._complete(match, scene, self._found(match, scene))
        truth = modality(match)
        if truth is None or not self._says_enough(match, found):
            return
        dates = settings.dates_of(match, scene, self.occasions)
        place = settings.place_of(match, scene, self.phrases, self.home)
        for parties, thing in _apart(match, found):
            when = _when(dates, thing, found.things)
            date, modal = _date(match, when, truth, self.now)
            if when is not None and when.is_deictic and self._is_quoted(match.trigger.idx):
                date = ""  # "today" of who speaks, which may be any day
            setting = _Setting(scene, date, when.words if when is not None else "", place, modal)
            yield self._draft(match, replace(found, parties=parties), thing, setting)

    def _draft(self, match: Match, found: _Found, thing: Filler | None, setting: _Setting) -> Draft:
        parties = found.parties
        named = [Participant(who, part) for part, filler in parties for who in filler.ids]
        object_id = thing.ids[0] if thing is not None and thing.ids else found.object
        is_there = match.relation.name == "visited"
        is_there = is_there and self.phrases.kind(object_id) in settings.PLACES
        words = setting.scene.sentence
        participants = tuple(p for p in _once([*named, *found.context]) if p.who != object_id)
        sentence = _trimmed(words.text, words.start_char)
        trigger = _trigger(match)
        fillers = [filler for _, filler in parties] + ([thing] if thing is not None else [])
        arguments = sorted({f.span for f in fillers if sentence.covers(f.span)})
        evidence = Evidence(sentence, sentence.of(self.text), match.rule, trigger, tuple(arguments))
        confidence = SURE_OF_NOUN if match.rule.startswith("noun:") else SURE_OF_VERB
        if any(filler.token.pos_ != "PROPN" for _, filler in parties):
            confidence *= LESS_BY_PHRASE
        if found.context:
            confidence *= LESS_BY_CONTEXT
        return Draft(
            relation=match.relation.name,
            symmetric=match.relation.is_symmetric,
            participants=participants,
            evidence=(evidence,),
            object=object_id,
            object_text=self._object_text(found, thing),
            place=object_id if is_there else setting.place,
            date=setting.date,
            date_text=setting.date_text,
            modality=setting.modality,
            topics=topics(match.slots.get("topic", ())),
            unnamed=found.unnamed,
            confidence=round(confidence, 2),
            quoted=self._is_quoted(trigger.begin),
            known=thing is not None and is_definite(thing.token),
            sentence=words.start,
        )

    def _is_quoted(self, at: int) -> bool:
        return any(q.span.begin <= at < q.span.end for q in self.quotations)

    def _object_text(self, found: _Found, thing: Filler | None) -> str:
        """Return the object as written, where that says more than the referent's names."""
        if thing is None:
            return found.object_text
        known = {name for who in thing.ids for name in self.phrases.names(who)}
        return "" if thing.words in known else thing.words

    def _found(self, match: Match, scene: Scene) -> _Found:
        """Return what the sentence itself puts into the parts of *match*."""
        fillers = match.relation.fillers
        parties = [
            (part, filler)
            for part in PARTIES
            for filler in self.phrases.fillers(match.slots.get(part, ()), fillers.get(part, ()))
        ]
        if match.relation.name == "appointed" and all(part != "counterpart" for part, _ in parties):
            # "elected Lucía Ortega president": parsers take the name for part of the post.
            inside = [t for post in match.slots.get("object", ()) for t in post.children]
            allowed = fillers["counterpart"]
            parties += [("counterpart", f) for f in self.phrases.fillers(inside, allowed) if f.ids]
        things = [*self._things(match), *self._gapped(match, scene)]
        words = "" if things else _loose_object(match)
        return _Found(tuple(parties), things=tuple(things), object_text=words)

    def _complete(self, match: Match, scene: Scene, found: _Found) -> _Found:
        """Add what the sentence leaves out, because another one or the cast has said it."""
        relation = match.relation
        if relation.is_symmetric and len(found.named) + len(found.unnamed) < 2:
            found = self._with_speaker(match, found)
            if len(found.named) + len(found.unnamed) < 2:
                return self._with_company(match, scene, found)
        if any("visitor" in places for _, places in match.frame.slots):
            return found if found.has("counterpart") else self._with_visitor(found, "counterpart")
        if relation.name == "visited" and match.noun is not None and not found.has("agent"):
            return self._with_visitor(found, "agent")
        if relation.name == "signed" and not found.things and match.rule == "verb:sign":
            signed = self._last("signed")
            if signed is not None and not match.slots.get("object"):
                return replace(found, object=signed.object, object_text=signed.object_text)
        if relation.name == "appointed":
            return self._with_post(found)
        return found

    def _with_speaker(self, match: Match, found: _Found) -> _Found:
        """Add who speaks, where a quotation leaves out its "I": "Had a good meeting with …"."""
        if match.slots.get("agent") or match.verb is None:
            return found
        at = match.trigger.idx
        speakers = [q.speaker for q in self.quotations if q.span.begin <= at < q.span.end]
        context = tuple(Participant(who, "agent") for who in speakers if who)
        return replace(found, context=context)

    def _with_company(self, match: Match, scene: Scene, found: _Found) -> _Found:
        """Add who took part in the occasion that *match* speaks of as known.

        "The meeting discussed …", "with discussions held on …", "met her and discussed …".
        """
        met = self._last("met", "spoke_with", "discussed")
        if met is None or match.relation.name == "met":
            return found
        heads = match.slots.get("agent", ())
        of_occasion = any(self._is_occasion(head) for head in heads)
        if match.trigger.lemma_ == "include":
            of_occasion = any(t.lemma_.lower() in TALKS for head in heads for t in head.subtree)
        bare = not heads and match.noun is not None and "topic" in match.slots
        own = found.named
        together = own and own <= {p.who for p in met.participants}
        if not own and met.sentence == scene.sentence.start:
            together = any(head.lower_ in ALL for head in heads)  # "met her, as both discussed"
        at_it = met.sentence == scene.sentence.start or any(
            token.lemma_.lower() in self.occasions for token in scene.sentence
        )
        if of_occasion or bare or (together and at_it):
            return replace(found, context=met.participants, context_unnamed=met.unnamed)
        return found

    def _with_visitor(self, found: _Found, part: str) -> _Found:
        visit = self._last("visited")
        agents = () if visit is None else visit.participants
        context = tuple(Participant(p.who, part) for p in agents if p.part == "agent")
        return replace(found, context=context)

    def _with_post(self, found: _Found) -> _Found:
        """Name the post by what the text calls the appointee, where the sentence leaves it out."""
        if found.things:
            return found
        appointed = [filler for part, filler in found.parties if part == "counterpart"]
        told = [self.phrases.role(who) for filler in appointed for who in filler.ids]
        roles = [role for role in told if not role.lower().startswith(PAST_POST)]
        words = [filler.words for filler in appointed if not filler.ids]
        return replace(found, object_text=next((text for text in [*roles, *words] if text), ""))

    def _says_enough(self, match: Match, found: _Found) -> bool:
        """Tell whether all that the relation cannot do without is there."""
        if match.relation.is_symmetric and len(found.named) + len(found.unnamed) < 2:
            return False
        is_noun = match.rule.startswith("noun:") and match.noun is not None
        told_alone = bool(found.things) and (not is_noun or is_definite(match.trigger))
        if match.relation.name == "met" and not is_noun and not found.has("agent"):
            return False  # "they were received with a guard of honour"
        if not found.named and (match.relation.is_symmetric or not told_alone):
            return False
        there = {
            "agent": found.has("agent") and (bool(found.named) or _is_known_party(found)),
            "counterpart": found.has("counterpart") and bool(found.named),
            "object": bool(found.things or found.object),
            "topic": bool(topics(match.slots.get("topic", ()))),
        }
        return all(there[part] for part in match.relation.required)

    def _last(self, *relations: str) -> Draft | None:
        return next((d for d in reversed(self.told) if d.relation in relations), None)

    def _is_occasion(self, token: Token) -> bool:
        if token.lemma_.lower() in self.occasions:
            return True
        inner = (t for child in token.children if child.lower_ == "of" for t in child.children)
        return any(t.lemma_.lower() in self.occasions for t in inner)

    def _gapped(self, match: Match, scene: Scene) -> Iterator[Filler]:
        """Yield destinations behind a date: "visited Turkey on 4 April and Oman on 5 April"."""
        if match.relation.name != "visited" or match.verb is None:
            return
        for token in scene.places:
            dated = token.dep_ == "conj" and any(head.i == token.head.i for head, _ in scene.dates)
            if dated and match.verb.is_ancestor(token):
                filler = self.phrases.filler(token, match.relation.fillers["object"])
                if filler is not None:
                    yield filler

    def _things(self, match: Match) -> Iterator[Filler]:
        allowed = match.relation.fillers.get("object", ())
        for token in match.slots.get("object", ()):
            if not allowed and token.dep_ in ("xcomp", "ccomp", "acl"):
                yield Filler(
                    token, (), _clause_words(token), Span(token.idx, token.idx + len(token))
                )
                continue
            found = self.phrases.filler(token, allowed)
            if found is None or (match.trigger.lemma_ == "be" and not found.ids):
                continue
            is_act = token.lemma_.lower() in self.ontology.nouns.get("occasion", ())
            inner = self._of_act(token) if is_act and not found.ids else ()
            yield Filler(found.token, found.ids or inner, found.words, found.span)

    def _of_act(self, token: Token) -> tuple[str, ...]:
        """Return the referent of an act on it: "the signing of the Phosphate Agreement"."""
        for prep in token.children:
            if prep.lower_ == "of":
                for noun in prep.children:
                    if noun.i in self.phrases.cast.at:
                        return self.phrases.cast.at[noun.i][:1]
        return ()


def _apart(
    match: Match, found: _Found
) -> Iterator[tuple[tuple[tuple[str, Filler], ...], Filler | None]]:
    """Yield one reading for each destination, and for each party met "separately"."""
    things: Sequence[Filler | None] = found.things or (None,)
    if match.relation.name != "visited":
        things = things[:1]
    severally = any(token.lower_ in SEVERALLY for token in match.trigger.subtree)
    met = [pair for pair in found.parties if pair[0] == "counterpart"]
    hosts = tuple(pair for pair in found.parties if pair[0] != "counterpart")
    for thing in things:
        if severally and len(met) > 1 and match.relation.name == "met":
            yield from (((*hosts, pair), thing) for pair in met)
        else:
            yield found.parties, thing


def _when(dates: list[When], thing: Filler | None, things: tuple[Filler, ...]) -> When | None:
    """Choose among the dates of a clause; of several destinations each has the one behind it."""
    if not dates:
        return None
    if thing is not None and len(things) > 1 and len(dates) > 1:
        behind = [when for when in dates if when.span.begin > thing.span.begin]
        return behind[0] if behind else dates[-1]
    return next((when for when in dates if when.date), dates[0])


def _date(match: Match, when: When | None, truth: Modality, now: str) -> tuple[str, Modality]:
    """Return the day meant, and the modality: what is dated after the report has not happened."""
    if when is None:
        return "", truth
    verb = match.verb
    present = verb is not None and verb.tag_ in ("VBZ", "VBP", "VBG") and not _is_past(verb)
    if present and _holds_now(when.nearest, now):
        return when.nearest, truth
    if truth is Modality.PLANNED or (present and match.relation.name == "visited"):
        coming = when.coming
        if truth is Modality.ASSERTED and coming > now and len(now) == 10:
            truth = Modality.PLANNED
        return coming, truth
    if truth is Modality.NEGATED and (verb is None or not _is_past(verb)):
        return when.coming, truth  # "a visit on Tuesday has been called off"
    if verb is not None and not _is_past(verb):
        return when.nearest, truth
    return when.date, truth


def _holds_now(date: str, now: str) -> bool:
    """Tell whether a stay of days is going on: "is in Japan from December 3 to 9"."""
    begin, slash, end = date.partition("/")
    return bool(slash) and begin <= now <= end


def _is_past(verb: Token) -> bool:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBD" or bool(auxiliaries & {"was", "were", "had", "did"})


def _is_known_party(found: _Found) -> bool:
    """Tell whether an unnamed agent is one that the text tells apart: "the Danish delegation"."""
    agents = [filler for part, filler in found.parties if part == "agent"]
    return any(is_definite(filler.token) for filler in agents) and any(t.ids for t in found.things)


def _once(participants: list[Participant]) -> tuple[Participant, ...]:
    """Keep the first part of each participant."""
    first: dict[str, Participant] = {}
    for participant in participants:
        first.setdefault(participant.who, participant)
    return tuple(first.values())


def _loose_object(match: Match) -> str:
    tokens = match.slots.get("object", ())
    return phrase(tokens[0]) if tokens and tokens[0].pos_ in ("NOUN", "PROPN") else ""


def _clause_words(verb: Token) -> str:
    skipped = ("mark", *DETERMINERS)
    words = [t for t in verb.subtree if not (t.head.i == verb.i and t.dep_ in skipped)]
    begin = next((t.i for t in words if t.lower_ != "to"), verb.i)
    return str(verb.doc[begin : verb.right_edge.i + 1].text).strip(' ,.;:"”')


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
