"""Match the frames of the ontology on a parsed text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token

from relgraph.extract import clauses, slots
from relgraph.extract.words import words
from relgraph.ontology import Frame, Ontology, Relation

# Verbs that say no more than that what their subject names took place.
HAPPEN = words(
    "be begin come conclude continue end follow happen hold last mark occur open start take"
)
# What these do to an event they do while it takes place.
JOINING = words(
    "arrange attend begin continue convene facilitate grace host join launch lead mediate open "
    "organise organize oversee restart resume skip start watch witness"
)
# Verbs that keep their meaning with a particle: "handed over", "went on to".
TOLERANT = words("go swear come fly")
# What who calls on somebody does there.
CALLERS = words(
    "bid brief congratulate convey deliver discuss exchange express extend hand introduce offer "
    "pay present review thank wish"
)
# Passive "was held", active "took place": a trigger noun as their subject is told by them.
_WITH_NOUN = words("amod compound")


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in a text.

    ``verb`` is the verb whose clause tells when, where and whether: of "held talks" the verb
    "held", of "his visit" in an aside none. ``noun`` is the noun of a light verb or of a nominal.
    """

    relation: Relation
    frame: Frame
    rule: str
    trigger: Token
    noun: Token | None
    verb: Token | None
    slots: dict[str, tuple[Token, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Index:
    verbs: dict[str, tuple[tuple[Relation, Frame], ...]]
    nouns: dict[str, tuple[tuple[Relation, Frame], ...]]


def find(doc: Doc, ontology: Ontology) -> list[Match]:
    """Find every frame of every relation in *doc*, in the order of the text."""
    index = _index(_Frames(ontology))
    matches = [match for token in doc for match in _of_verb(token, index)]
    # "held a meeting" is one mention of a meeting, though its noun alone would match as well.
    spoken = {(match.relation.name, match.noun.i) for match in matches if match.noun is not None}
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        # "the opening ceremony of the port"
        noun = token.head if token.dep_ == "compound" and token.head.lemma_ == "ceremony" else token
        if noun.dep_ in _WITH_NOUN:
            continue
        for relation, frame in index.nouns.get(token.lemma_.lower(), ()):
            if (relation.name, noun.i) in spoken or not _named(token, frame):
                continue
            match = _of_noun(noun, relation, frame)
            if all(match.slots[part] for part in frame.needs):
                matches.append(match)
    return sorted(_exact(matches), key=lambda match: (match.trigger.i, match.relation.name))


def _exact(matches: list[Match]) -> list[Match]:
    """Leave out what a noun says loosely where it says another thing exactly.

    A "phone call" is no meeting, though "talks" may be both.
    """
    qualified = {m.noun.i for m in matches if m.noun is not None and "-" in _named(m.noun, m.frame)}
    light = {(m.trigger.i, m.noun.i) for m in matches if m.noun is not None}
    return [
        match
        for match in matches
        if not _is_loose(match, qualified)
        # "opened talks" opens nothing.
        and (
            match.noun is not None
            or match.frame.needs
            or not light & {(match.trigger.i, i) for i in _objects(match)}
        )
    ]


def _is_loose(match: Match, qualified: set[int]) -> bool:
    noun = match.noun
    return noun is not None and noun.i in qualified and "-" not in _named(noun, match.frame)


def _objects(match: Match) -> set[int]:
    return {token.i for part in ("object", "topic") for token in match.slots.get(part, ())}


def _named(noun: Token, frame: Frame) -> str:
    """Return the one of the frame's nouns that *noun* is: of "a telephone talk" phone-talk."""
    lemma = noun.lemma_.lower()
    plain = ""
    for name in frame.nouns:
        kind, dash, head = name.rpartition("-")
        if head == lemma and dash and kind in _qualifiers(noun):
            return name
        plain = name if name == lemma else plain
    return plain


def _qualifiers(noun: Token) -> Iterator[str]:
    """Yield what tells of which sort *noun* is: "phone talks", "talks by phone"."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            yield child.lemma_.lower()
    for head in (noun, noun.head):
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ in ("by", "over", "via", "on"):
                yield from (inner.lemma_.lower() for inner in prep.children)


def occasions(ontology: Ontology) -> frozenset[str]:
    """Return the nouns that name an event of some relation: "meeting", "visit"."""
    return frozenset(_index(_Frames(ontology)).nouns)


class _Frames:
    """An ontology as a key: there is one, and it holds dicts."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def __hash__(self) -> int:
        return id(self.ontology)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Frames) and other.ontology is self.ontology


@lru_cache(maxsize=4)
def _index(key: _Frames) -> _Index:
    verbs: dict[str, list[tuple[Relation, Frame]]] = {}
    nouns: dict[str, list[tuple[Relation, Frame]]] = {}
    for relation in key.ontology.events:
        for frame in relation.frames:
            into, lemmas = (verbs, frame.verbs) if frame.verbs else (nouns, frame.nouns)
            for lemma in dict.fromkeys(lemma.rpartition("-")[2] for lemma in lemmas):
                into.setdefault(lemma, []).append((relation, frame))
    return _Index(
        {lemma: tuple(found) for lemma, found in verbs.items()},
        {lemma: tuple(found) for lemma, found in nouns.items()},
    )


def _of_verb(token: Token, index: _Index) -> Iterator[Match]:
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass", "amod"):
        return
    frames = index.verbs.get(token.lemma_.lower(), ())
    if not frames:
        return
    clause = clauses.read(token)
    done: dict[str, Match] = {}
    for relation, frame in frames:
        match = _match(clause, relation, frame)
        known = done.get(relation.name)
        # Of "opened the plant" and "the plant opened" the one that says most.
        if match is not None and (known is None or _fullness(match) > _fullness(known)):
            done[relation.name] = match
    yield from done.values()


def _match(clause: clauses.Clause, relation: Relation, frame: Frame) -> Match | None:
    verb = clause.verb
    partner = _partner(clause, frame) if frame.nouns else None
    has_particle = any(child.dep_ == "prt" for child in verb.children)
    if frame.nouns and partner is None:
        return None
    if not frame.nouns and has_particle and verb.lemma_ not in TOLERANT:
        return None
    filled = {part: tuple(slots.of_clause(places, clause, partner)) for part, places in frame.slots}
    if not all(filled[part] for part in frame.needs):
        return None
    if partner is not None and partner.lower_ == "on" and _is_demand(verb):
        return None
    rule = f"verb:{verb.lemma_}" + (f"+{partner.lemma_.lower()}" if partner is not None else "")
    noun = partner if partner is not None and partner.pos_ in ("NOUN", "PROPN") else None
    return Match(relation, frame, rule, verb, noun, verb, filled)


def _is_demand(verb: Token) -> bool:
    """Tell whether a text says "called on Oman to open the border", not "… to present a letter"."""
    asked = (child for child in verb.children if child.dep_ in ("xcomp", "advcl", "ccomp"))
    return any(child.tag_ == "VB" and child.lemma_ not in CALLERS for child in asked)


def _fullness(match: Match) -> tuple[bool, int, bool]:
    """Return how much of what it asks for a match has: what it cannot do without, and all."""
    filled = [part for part, tokens in match.slots.items() if tokens]
    return (
        all(part in filled for part in match.relation.required),
        len(filled),
        bool(match.frame.nouns),
    )


def _partner(clause: clauses.Clause, frame: Frame) -> Token | None:
    """Return the noun or particle that makes *clause* an instance of *frame*."""
    verb = clause.verb
    around = [slots.counted(token) for token in clause.objects]
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd"):
            around.append(child)
        if child.dep_ in ("prt", "prep", "advmod"):
            around.append(child)
            # "spoke by phone", "spoke over the telephone"
            around.extend(noun for noun in child.children if child.lower_ in slots.BY_MEANS)
    return next((token for token in around if _named(token, frame)), None)


def _of_noun(noun: Token, relation: Relation, frame: Frame) -> Match:
    filled = {part: tuple(slots.of_noun(noun, places)) for part, places in frame.slots}
    head = noun.head
    happens = noun.dep_ in clauses.SUBJECTS and head.lemma_ in HAPPEN | slots.DISPOSING
    is_joined = noun.dep_ in (*clauses.OBJECTS, "nsubjpass") and head.lemma_ in JOINING
    told_by = head if happens or is_joined else slots.hosting(noun)
    return Match(relation, frame, f"noun:{noun.lemma_.lower()}", noun, noun, told_by, filled)
