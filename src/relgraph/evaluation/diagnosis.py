"""Say at which stage an event was lost that a text tells.

The one mechanism behind ``relgraph eval --misses`` and ``relgraph explain --missing``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relgraph import ontology
from relgraph.evaluation.annotations import OTHER, Told, shown
from relgraph.evaluation.matching import UNNAMED, likeness, parties
from relgraph.evaluation.spelling import spelled
from relgraph.evaluation.stages import Cause, Stage
from relgraph.extract.trace import Attempt, Fate, Part, Sentence
from relgraph.ontology import Frame
from relgraph.rdf.vocabulary import PARTIES


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence or a few, with what was seen and claimed there.

    ``names`` gives the name that a spelling stands for, ``known`` are those of all entities found.
    ``spare`` are the claims that are not the telling of something else. ``sentences`` and
    ``attempts`` are empty where there is no trace.
    """

    names: Mapping[str, str]
    known: frozenset[str]
    claims: tuple[Told, ...]
    spare: tuple[Told, ...]
    sentences: tuple[Sentence, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    is_traced: bool = False


def diagnose(wanted: Told, place: Place) -> Cause:
    """Say where *wanted*, which *place* tells, was lost."""
    if place.is_traced and not place.sentences:
        return Cause(Stage.UNREAD, "no sentence of the text as parsed has these words")
    relations = _relations(wanted)
    claims = [claim for claim in place.claims if _is_of(claim, wanted, relations)]
    if claims:
        return _of_claims(wanted, claims, place)
    attempts = [one for one in place.attempts if one.relation in relations]
    if attempts:
        return _of_attempts(wanted, attempts, place)
    told = [claim for claim in place.spare if parties(claim, place.names) & _named(wanted, place)]
    if told:
        return Cause(Stage.WRONG_TYPE, f"told as {shown(told[0])}")
    return _of_words(wanted, relations, place)


def _relations(wanted: Told) -> frozenset[str]:
    """Return the relations of the ontology that *wanted* could be told as."""
    return frozenset([wanted.label]) & set(ontology.load().relations)


def _is_of(claim: Told, wanted: Told, relations: frozenset[str]) -> bool:
    # Among the others any is as good: the score does not look at their own types.
    return claim.type == wanted.type and (wanted.type != OTHER or claim.label in relations)


def _named(wanted: Told, place: Place) -> frozenset[str]:
    return parties(wanted, place.names)


def _of_claims(wanted: Told, claims: Sequence[Told], place: Place) -> Cause:
    """Say what is wrong with the claim that is most like *wanted*."""
    named = _named(wanted, place)

    def rank(claim: Told) -> tuple[int, int]:
        told = parties(claim, place.names)
        return len(told & named), -len(told - named)

    claim = max(claims, key=rank)
    alike = likeness(wanted, claim, place.names)
    lacking = named - parties(claim, place.names)
    if lacking or not alike.same_parties:
        return _of_parties(wanted, claim, lacking, place)
    if alike.same_object:
        return Cause(Stage.MERGED, f"told as one with another: {shown(claim)}")
    told = " ".join(filter(None, (claim.object, claim.place))) or "nothing"
    return Cause(Stage.WRONG_OBJECT, f"told of {told!r}, not of {wanted.object!r}")


def _of_parties(wanted: Told, claim: Told, lacking: frozenset[str], place: Place) -> Cause:
    if unknown := sorted(lacking - place.known):
        return _unknown(unknown)
    tried = [one for one in place.attempts if one.relation == claim.label]
    if cause := _unresolved(wanted, tried, place):
        return cause
    told = ", ".join(claim.participants) or "nobody"
    more = f", not of {', '.join(sorted(lacking))}" if lacking else ""
    return Cause(Stage.WRONG_PARTIES, f"told of {told}{more}")


def _of_attempts(wanted: Told, attempts: Sequence[Attempt], place: Place) -> Cause:
    """Say what kept the frame that came furthest from being a claim."""
    order = (Fate.CLAIMED, Fate.UNGROUNDED, Fate.OPEN, Fate.LACKING)
    named = _named(wanted, place)

    def rank(attempt: Attempt) -> tuple[int, int]:
        held = {place.names.get(spelled(n), n) for part in attempt.parts for n in part.names}
        return -len(held & named), order.index(attempt.fate)

    attempt = min(attempts, key=rank)
    if attempt.fate is Fate.CLAIMED:
        return Cause(Stage.MERGED, f"{attempt.rule} is evidence of another event")
    if attempt.fate is Fate.UNGROUNDED:
        return Cause(Stage.UNGROUNDED, f"{attempt.rule}: the text does not carry it")
    if attempt.fate is Fate.OPEN:
        return Cause(Stage.OPEN, f"{attempt.rule}: the text leaves open whether it happened")
    if unknown := sorted(named - place.known):
        return _unknown(unknown)
    if cause := _unresolved(wanted, [attempt], place):
        return cause
    parts = ", ".join(attempt.unfilled)
    problem = f"{parts} not filled" if parts else "too little is said"
    return Cause(Stage.PART_MISSING, _with_parts(f"{attempt.rule}: {problem}", attempt.parts))


def _unknown(names: Sequence[str]) -> Cause:
    return Cause(Stage.PARTY_UNKNOWN, f"no entity {', '.join(map(repr, names))} was found")


def _unresolved(wanted: Told, attempts: Sequence[Attempt], place: Place) -> Cause | None:
    """Return the cause where the words for a party stand for nobody known.

    Nobody is what the words for as many parties stand for as are annotated without a name.
    """
    words = [
        (attempt.rule, f"{part.name} {part.words!r}")
        for attempt in attempts
        for part in attempt.parts
        if part.words and not part.names and part.name in PARTIES
    ]
    words += [
        (attempts[0].rule, repr(word))
        for sentence in place.sentences
        for word in sentence.lost
        if attempts and word.lower() != "it"
    ]
    unnamed = sum(name.startswith(UNNAMED) for name in wanted.participants)
    if len(words) <= unnamed:
        return None
    rule, lost = words[0]
    return Cause(Stage.PARTY_UNRESOLVED, f"{rule}: {lost} stands for nobody known")


def _with_parts(detail: str, parts: Sequence[Part]) -> str:
    told = "; ".join(
        f"{part.name} {part.words!r}"
        + (f" is {', '.join(part.names)}" if part.names and part.names != (part.words,) else "")
        + ("" if part.fits else ", which it does not take")
        for part in parts
        if part.words
    )
    return f"{detail}; {told}" if told else detail


def _of_words(wanted: Told, relations: frozenset[str], place: Place) -> Cause:
    """Say whether a word for the relation stands there at all."""
    if not relations:
        return Cause(Stage.NO_TYPE, f"the ontology has no {wanted.label!r}")
    if not place.is_traced:
        return Cause(Stage.NOT_FOUND, f"nothing of type {wanted.label!r} from this sentence")
    name = min(relations)
    relation = ontology.load().relations[name]
    for sentence in place.sentences:
        for frame in relation.frames:
            if words := _trigger(frame, sentence.lemmas):
                problem = (
                    f"{' … '.join(words)!r} stands there, but no frame of {name!r} fits the parse"
                )
                return Cause(Stage.NO_FRAME, problem)
    return Cause(Stage.NO_TRIGGER, f"no word of the frames of {name!r} stands there")


def _trigger(frame: Frame, lemmas: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of *lemmas* that make up the trigger of *frame*, none if not all do."""
    found = []
    for choice in (frame.verbs, frame.nouns):
        heads = dict.fromkeys(lemma.rpartition("-")[2] for lemma in choice)
        present = [lemma for lemma in heads if lemma in lemmas]
        if choice and not present:
            return ()
        found += present[:1]
    return tuple(found)
