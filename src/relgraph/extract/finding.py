"""Find what fills the parts of a matched frame, in its own sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from relgraph.extract import lists, rosters, slots
from relgraph.extract.frames import Match
from relgraph.extract.parties import DETERMINERS, Filler, Phrases, extent, phrase
from relgraph.extract.settings import Scene
from relgraph.extract.topics import topics
from relgraph.model import Participant
from relgraph.rdf.vocabulary import PARTIES

RECEIVING = ("verb:receive", "verb:meet", "verb:host", "verb:welcome")


@dataclass(frozen=True, slots=True)
class Found:
    """What fills the parts of one match; ``context`` are parties that other sentences give."""

    parties: tuple[tuple[str, Filler], ...]
    context: tuple[Participant, ...] = ()
    context_unnamed: tuple[str, ...] = ()
    things: tuple[Filler, ...] = ()
    object: str = ""
    object_text: str = ""
    topics: tuple[str, ...] = ()
    is_listed: bool = False

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


def find(match: Match, scene: Scene, phrases: Phrases) -> Found:
    """Return what the sentence itself puts into the parts of *match*."""
    fillers = match.relation.fillers
    parties = [(part, filler) for part in PARTIES for filler in _fill(match, part, phrases)]
    if match.relation.name == "appointed" and all(part != "counterpart" for part, _ in parties):
        # "elected Lucía Ortega president": parsers take the name for part of the post.
        inside = [t for post in match.slots.get("object", ()) for t in post.children]
        allowed = fillers["counterpart"]
        parties += [("counterpart", f) for f in phrases.fillers(inside, allowed) if f.ids]
    if match.relation.name == "signed":
        parties += _signed_for(parties, phrases)
    listed = _listed(match, scene, phrases) if match.relation.is_symmetric else []
    if not any(part == "counterpart" and filler.ids for part, filler in parties):
        parties += listed
    subjects = topics(match.slots.get("topic", ()))
    if "topic" in match.relation.required and not subjects:
        subjects = tuple(map(lists.plain, lists.items(scene.sentence)))
    things = [*_things(match, phrases), *_gapped(match, scene, phrases)]
    if match.relation.name == "appointed" and not things:
        things = list(_posts(match, parties))
    if match.relation.name == "appointed":
        names = [filler.words for part, filler in parties if part == "counterpart"]
        things = [_without(thing, names) for thing in things]
    words = "" if things else _loose_object(match)
    return Found(
        tuple(parties),
        things=tuple(things),
        object_text=words,
        topics=subjects,
        is_listed=bool(listed),
    )


def _signed_for(parties: list[tuple[str, Filler]], phrases: Phrases) -> list[tuple[str, Filler]]:
    """Return the companies that those sign for who hold an office in them."""
    named = {who for _, filler in parties for who in filler.ids}
    bodies = [
        ("recipient", replace(filler, ids=(body,), is_person=False))
        for _, filler in parties
        if filler.token.pos_ == "PROPN"
        for who in filler.ids
        for body in phrases.firms_of(who)
    ]
    return [pair for pair in bodies if pair[1].ids[0] not in named]


def _fill(match: Match, part: str, phrases: Phrases) -> list[Filler]:
    """Return who fills *part*, with those of a list that the parser has lost."""
    allowed = match.relation.fillers.get(part, ())
    tokens = match.slots.get(part, ())
    verb = match.trigger
    if not tokens and part == "agent" and _is_bereft(match):
        torn = rosters.before(verb, phrases)
        tokens = () if torn is None else (torn,)
    if not tokens and part == "counterpart" and match.rule in RECEIVING and _is_torn(match):
        torn = rosters.after(verb, phrases)
        tokens = () if torn is None else (torn,)
    if match.noun is not None and tokens and _are_open(tokens, phrases):
        tokens = tuple(slots.doer(match.noun)) or tokens
    found = list(phrases.fillers(tokens, allowed))
    people = [filler for filler in found if filler.is_person and filler.token.pos_ == "PROPN"]
    if people and len(people[0].ids) == 1:
        known = {who for filler in found for who in filler.ids}
        listed = phrases.fillers(rosters.following(people[0].token, verb, phrases), allowed)
        found += [filler for filler in listed if not known & set(filler.ids)]
    return found


def _are_open(tokens: tuple[Token, ...], phrases: Phrases) -> bool:
    """Tell whether nobody knows whose visit "his visit" is."""
    return all(token.tag_ == "PRP$" and token.i not in phrases.cast.at for token in tokens)


def _is_torn(match: Match) -> bool:
    """Tell whether the verb of *match* is active, and has lost its object."""
    passed = ("auxpass", "nsubjpass", "agent", "dobj")
    return match.trigger.tag_ in ("VBD", "VBZ", "VBP", "VB") and not any(
        child.dep_ in passed for child in match.trigger.children
    )


def _is_bereft(match: Match) -> bool:
    """Tell whether the verb of *match* is finite and active, and yet has no subject."""
    verb = match.trigger
    asks = any(part == "agent" and "subject" in places for part, places in match.frame.slots)
    return (
        asks
        and verb.tag_ in ("VBD", "VBZ", "VBP")
        and not any(child.dep_ in ("nsubj", "nsubjpass", "auxpass") for child in verb.children)
    )


def _listed(match: Match, scene: Scene, phrases: Phrases) -> list[tuple[str, Filler]]:
    """Return whom a list below the sentence names, one an item: "He also met:"."""
    if not any(part == "counterpart" for part, _ in match.frame.slots):
        return []
    found = []
    allowed = match.relation.fillers.get("counterpart", ())
    for item in lists.items(scene.sentence):
        named = list(phrases.fillers((t for t in item if t.i in phrases.cast.at), allowed))
        people = [filler for filler in named if filler.is_person]
        found += [("counterpart", filler) for filler in (people or named)[:1]]
    return found


def _posts(match: Match, parties: list[tuple[str, Filler]]) -> Iterator[Filler]:
    """Yield the post that parsers take for the head of a name: "elected Ana Ruiz speaker"."""
    objects = match.slots.get("counterpart", ())
    for token in objects[1:]:  # "whom he appointed director"
        if not any(filler.token.i == token.i and filler.ids for _, filler in parties):
            yield Filler(token, (), phrase(token), extent(token))
            return
    for token in objects:
        for part, filler in parties:
            is_inside = token.i > filler.token.i and token.is_ancestor(filler.token)
            if part == "counterpart" and is_inside:
                yield Filler(token, (), token.text, extent(token))


def _without(post: Filler, names: list[str]) -> Filler:
    """Return the post without the name that parsers put into it."""
    text = post.words
    for name in names:
        text = text.removeprefix(name).strip()
    return replace(post, words=text or post.words)


def _gapped(match: Match, scene: Scene, phrases: Phrases) -> Iterator[Filler]:
    """Yield destinations behind a date: "visited Turkey on 4 April and Oman on 5 April"."""
    if match.relation.name != "visited" or match.verb is None:
        return
    for token in scene.places:
        dated = token.dep_ == "conj" and any(head.i == token.head.i for head, _ in scene.dates)
        if dated and match.verb.is_ancestor(token):
            filler = phrases.filler(token, match.relation.fillers["object"])
            if filler is not None:
                yield filler


def _things(match: Match, phrases: Phrases) -> Iterator[Filler]:
    allowed = match.relation.fillers.get("object", ())
    if ("object", ("subject",)) in match.frame.slots:
        # What opens by itself is built; "a forum that opens on Friday" only begins.
        allowed = tuple(name for name in allowed if name not in ("Event", "occasion"))
    for token in match.slots.get("object", ()):
        if not allowed and token.dep_ in ("xcomp", "ccomp", "acl"):
            yield Filler(token, (), _clause_words(token), extent(token))
            continue
        found = phrases.filler(token, allowed)
        if match.relation.name == "visited" and _is_stray(token, match, phrases):
            continue
        if found is None or (match.rule == "verb:be" and not found.ids):
            continue
        is_act = token.lemma_.lower() in phrases.nouns("occasion")
        inner = _of_act(token, phrases) if is_act and not found.ids else ()
        yield Filler(found.token, found.ids or inner, found.words, found.span)


def _is_stray(token: Token, match: Match, phrases: Phrases) -> bool:
    """Tell whether a body was taken for a destination: "on a visit to Oman, Kestrel Motors …"."""
    first = match.slots["object"][0]
    kinds = [{phrases.kind(who) for who in phrases.cast.at.get(t.i, ())} for t in (first, token)]
    return kinds[0] <= {"Country", "Place"} and bool(kinds[1] & {"Company", "Organization"})


def _of_act(token: Token, phrases: Phrases) -> tuple[str, ...]:
    """Return the referent of an act on it: "the signing of the Phosphate Agreement"."""
    for prep in token.children:
        if prep.lower_ == "of":
            for noun in prep.children:
                if noun.i in phrases.cast.at:
                    return phrases.cast.at[noun.i][:1]
    return ()


def _loose_object(match: Match) -> str:
    tokens = match.slots.get("object", ())
    return phrase(tokens[0]) if tokens and tokens[0].pos_ in ("NOUN", "PROPN") else ""


def _clause_words(verb: Token) -> str:
    skipped = ("mark", *DETERMINERS)
    words = [t for t in verb.subtree if not (t.head.i == verb.i and t.dep_ in skipped)]
    begin = next((t.i for t in words if t.lower_ != "to"), verb.i)
    return str(verb.doc[begin : verb.right_edge.i + 1].text).strip(' ,.;:"”')
