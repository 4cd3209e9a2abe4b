"""Find what fills the parts of a matched frame, in its own sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from relgraph.extract import lists
from relgraph.extract.frames import Match
from relgraph.extract.parties import DETERMINERS, Filler, Phrases, extent, is_definite, phrase
from relgraph.extract.settings import Scene
from relgraph.extract.topics import topics
from relgraph.extract.words import words
from relgraph.model import Participant

KNOWN = words("the both two these those such")
# Where teams meet.
MATCHES = words(
    "championship derby final fixture friendly game league match playoff quarter-final qualifier "
    "round-robin semi-final semifinal tie"
)
PARTIES = ("agent", "counterpart", "recipient", "witness")


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
    parties = [
        (part, filler)
        for part in PARTIES
        for filler in phrases.fillers(match.slots.get(part, ()), fillers.get(part, ()))
    ]
    if match.relation.name == "appointed" and all(part != "counterpart" for part, _ in parties):
        # "elected Lucía Ortega president": parsers take the name for part of the post.
        inside = [t for post in match.slots.get("object", ()) for t in post.children]
        allowed = fillers["counterpart"]
        parties += [("counterpart", f) for f in phrases.fillers(inside, allowed) if f.ids]
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
    for token in match.slots.get("counterpart", ()):
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


def says_enough(match: Match, found: Found) -> bool:
    """Tell whether all that the relation cannot do without is there."""
    if _is_sport(match) or _is_habit(match):
        return False
    if match.relation.name == "met" and (
        len(found.named) + len(found.unnamed) < 2 or not found.named
    ):
        return _is_assembly(match, found)
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
        "topic": bool(found.topics),
    }
    return all(there[part] for part in match.relation.required)


def _is_sport(match: Match) -> bool:
    """Tell whether a text says "met Orion FC in the final"."""
    if match.rule != "verb:meet":
        return False
    below = (noun for prep in match.trigger.children for noun in prep.children)
    return any(noun.lemma_.lower() in MATCHES for noun in below)


def _is_habit(match: Match) -> bool:
    """Tell whether a text says "the shop opened at nine"."""
    hours = (n for prep in match.trigger.children if prep.lower_ == "at" for n in prep.children)
    return match.relation.name == "inaugurated" and any(n.pos_ == "NUM" for n in hours)


def _is_assembly(match: Match, found: Found) -> bool:
    """Tell whether many met within themselves: "the Security Council met", "the unions met"."""
    agents = [filler for part, filler in found.parties if part == "agent"]
    if not agents or any(filler.token.pos_ == "PRON" for filler in agents):
        return False
    if found.named:
        alone = len(agents) == 1 == len(found.named) and not match.slots.get("counterpart")
        return alone and agents[0].is_body
    # "Dockers meet on Mondays" tells of no meeting, "the dockers" of some told before.
    is_told = match.verb is not None and match.verb.tag_ not in ("VBP", "VBZ")
    return (
        is_told
        and not match.slots.get("counterpart")
        and all(filler.token.tag_ in ("NNS", "NNPS") for filler in agents)
        and not any(child.lower_ in KNOWN for filler in agents for child in filler.token.children)
    )


def _is_known_party(found: Found) -> bool:
    """Tell whether an unnamed agent is one that the text tells apart: "the Danish delegation"."""
    agents = [filler for part, filler in found.parties if part == "agent"]
    return any(is_definite(filler.token) for filler in agents) and any(t.ids for t in found.things)


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
