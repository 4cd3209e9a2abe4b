"""Match the frames of the ontology on a parsed text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token

from relgraph.extract import clauses
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
# Whose meetings are cancelled or sought, but for other owners, are those of who does it.
DISPOSING = words(
    "abandon arrange call cancel continue cut drop end extend plan postpone propose request resume "
    "schedule scrap seek shorten suspend"
)
# "spoke by phone", "welcomed at the airport"
BY_MEANS = words("at by for into on over via")
# Verbs that keep their meaning with a particle: "handed over", "went on to".
TOLERANT = words("go hand swear come fly")
MEANWHILE = words("after at during following for in")
# What these count is meant, not they.
QUANTITIES = words(
    "array batch couple dozen group handful host hundred majority member number pair range "
    "round series set thousand variety"
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
            if (relation.name, noun.i) not in spoken:
                matches.append(_of_noun(noun, relation, frame))
    return sorted(matches, key=lambda match: (match.trigger.i, match.relation.name))


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
            for lemma in lemmas:
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
        # Of "opened the plant" and "the plant opened" the first that has all it needs.
        if match is not None and (known is None or (_lacks(known) and not _lacks(match))):
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
    slots = {part: _fill(places, clause, partner) for part, places in frame.slots}
    rule = f"verb:{verb.lemma_}" + (f"+{partner.lemma_.lower()}" if partner is not None else "")
    noun = partner if partner is not None and partner.pos_ in ("NOUN", "PROPN") else None
    return Match(relation, frame, rule, verb, noun, verb, slots)


def _lacks(match: Match) -> bool:
    """Tell whether a part stays empty that *match* has a slot for and cannot do without."""
    return any(not match.slots.get(part) for part in match.relation.required)


def _partner(clause: clauses.Clause, frame: Frame) -> Token | None:
    """Return the noun or particle that makes *clause* an instance of *frame*."""
    verb = clause.verb
    around = [counted(token) for token in clause.objects]
    for child in verb.children:
        if child.dep_ in ("acomp", "attr"):
            around.append(child)
        if child.dep_ in ("prt", "prep"):
            around.append(child)
            # "spoke by phone", "spoke over the telephone"
            around.extend(noun for noun in child.children if child.lower_ in BY_MEANS)
    return next((token for token in around if token.lemma_.lower() in frame.nouns), None)


def _of_noun(noun: Token, relation: Relation, frame: Frame) -> Match:
    slots = {part: tuple(_of_noun_slot(noun, places)) for part, places in frame.slots}
    head = noun.head
    happens = noun.dep_ in clauses.SUBJECTS and head.lemma_ in HAPPEN | DISPOSING
    is_joined = noun.dep_ in (*clauses.OBJECTS, "nsubjpass") and head.lemma_ in JOINING
    told_by = head if happens or is_joined else _hosting(noun)
    return Match(relation, frame, f"noun:{noun.lemma_.lower()}", noun, noun, told_by, slots)


def _fill(
    places: tuple[str, ...], clause: clauses.Clause, partner: Token | None
) -> tuple[Token, ...]:
    for place in places:
        found = list(_slot(place, clause, partner))
        if found:
            return tuple(found)
    return ()


def _slot(place: str, clause: clauses.Clause, partner: Token | None) -> Iterator[Token]:
    verb = clause.verb
    if place in ("subject", "occasion"):
        yield from clause.subjects
    elif place == "object":
        yield from clause.objects
    elif place == "attr":
        yield from clause.attributes
    elif place == "noun":
        yield from (partner,) if partner is not None else ()
    elif place == "complement":
        yield from _complements(verb, partner)
    elif place.startswith("object."):
        # "A memorandum between the two ministries was signed."
        further = place.removeprefix("object.")
        for thing in clause.objects:
            inner = [thing, *_behind(thing, "of")]  # "a memorandum of understanding between …"
            yield from next((found for t in inner if (found := _behind(t, further))), ())
    elif partner is not None and partner.pos_ in ("NOUN", "PROPN"):
        # "paid a call on Rabbah on Monday": parsers part them by chance.
        yield from _of_noun_slot(partner, (place,))
        yield from () if place in ("of", "poss") else _behind(verb, place)
    else:
        yield from _behind(verb, place)


def _complements(verb: Token, partner: Token | None) -> Iterator[Token]:
    for head in (verb, partner):
        if head is not None:
            yield from (child for child in head.children if child.dep_ in ("xcomp", "ccomp", "acl"))


def _of_noun_slot(noun: Token, places: tuple[str, ...]) -> Iterator[Token]:
    for place in places:
        if place == "poss":
            found = [
                c
                for child in noun.children
                if child.dep_ == "poss"
                for c in clauses.conjuncts(child)
            ]
        elif place == "visitor":
            found = _visitor(noun)
        elif place == "host":
            found = _host(noun)
        elif place.startswith("of."):
            below = _behind(noun, "of")
            found = [t for thing in below for t in _behind(thing, place.removeprefix("of."))]
        elif place == "complement":
            found = list(_complements(noun, None))
        else:
            # "a meeting, held in Fez, with Rabbah"
            participles = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
            found = [t for head in (noun, *participles) for t in _behind(head, place)]
        if found:
            yield from found
            return


def _behind(head: Token, place: str) -> tuple[Token, ...]:
    if place == "on_behalf_of":
        behalf = clauses.prepositions(head, ("on",))
        return tuple(
            t for b in behalf if b.lemma_ == "behalf" for t in clauses.prepositions(b, ("of",))
        )
    given = [child for child in head.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    if place == "to" and given:
        return tuple(token for child in given for token in clauses.conjuncts(child))
    return tuple(clauses.prepositions(head, (place,)))


def _host(noun: Token) -> list[Token]:
    """Return who acts in the clause that *noun* hangs on: "said in a meeting with Rabbah"."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in DISPOSING:
        return list(clauses.read(noun.head).subjects)
    verb = _hosting(noun)
    return [] if verb is None else list(clauses.read(verb).subjects)


def _hosting(noun: Token) -> Token | None:
    """Return the verb of what was done at an event that is new: "said in a meeting with Rabbah"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in MEANWHILE or prep.head.pos_ != "VERB":
        return None
    # "during the meeting" tells of none that is new, "after his meeting" of an earlier one.
    is_known = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)
    return None if is_known else prep.head


def counted(token: Token) -> Token:
    """Return the talks of "a round of talks", the ministers of "a number of ministers"."""
    if token.lemma_.lower() not in QUANTITIES:
        return token
    below = (n for p in token.children if p.lower_ == "of" for n in p.children if n.dep_ == "pobj")
    return next(below, token)


def _visitor(noun: Token) -> list[Token]:
    """Return who comes when *noun* is an invitation: "his visit at the invitation of …"."""
    host = noun.head.head if noun.dep_ == "pobj" else noun.head
    if host.pos_ in ("VERB", "AUX"):
        return list(clauses.read(host).subjects)
    return [child for child in host.children if child.dep_ == "poss"]
