"""Say how sure a claim is: how often claims with its traits have been right.

A trait is something that the claim itself shows, so that anyone can check it. What each is worth
stands in ``graph/confidence.tsv``, fitted on annotated articles; docs/confidence.md says how.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from relgraph import resources
from relgraph.extract.words import words
from relgraph.model import EventClaim, Extraction, Modality, Referent, Span

TABLE = "confidence.tsv"
# What every claim starts from.
BASE = "base"
# More digits would say more than a few hundred claims can tell.
DIGITS = 2
# So many parties are seldom all right.
CROWD = 4
PRONOUNS = words("he her him his i it its our she that their them they this us we which who whom")
_PLAIN_VERB = re.compile(r"verb:[^+]+")  # "verb:meet"

Referents = Mapping[str, Referent]
Weights = Mapping[str, float]


def _is_elsewhere(claim: EventClaim, referents: Referents) -> bool:
    sentences = [proof.span for proof in claim.evidence]
    return any(
        not any(sentence.covers(name) for sentence in sentences for name in referent.mentions)
        for referent in _parties(claim, referents)
    )


def _has_pronoun(claim: EventClaim, _: Referents) -> bool:
    first = claim.evidence[0]
    begin = first.span.begin
    arguments = (Span(a.begin - begin, a.end - begin).of(first.quote) for a in first.arguments)
    return any(argument.lower() in PRONOUNS for argument in arguments)


def _parties(claim: EventClaim, referents: Referents) -> list[Referent]:
    return [referents[party.who] for party in claim.participants]


# Each with what it means, for docs/confidence.md and for whoever asks why.
TRAITS: dict[str, tuple[str, Callable[[EventClaim, Referents], bool]]] = {
    "no-person": (
        "none of the parties is a person",
        lambda claim, referents: all(r.kind != "Person" for r in _parties(claim, referents)),
    ),
    "nobody": (
        "none of the parties has a name",
        lambda claim, _: not claim.participants,
    ),
    "crowd": (
        f"{CROWD} parties or more",
        lambda claim, _: len(claim.participants) >= CROWD,
    ),
    "elsewhere": (
        "a party whose name stands in another sentence than the evidence",
        _is_elsewhere,
    ),
    "pronoun": (
        "a party that stands there as “he” or “they”",
        _has_pronoun,
    ),
    "phrase": (
        "told otherwise than by a plain verb: “his visit”, “held talks”, “called on”",
        lambda claim, _: not _PLAIN_VERB.fullmatch(claim.evidence[0].rule),
    ),
    "not-asserted": (
        "planned, or said not to have happened",
        lambda claim, _: claim.modality is not Modality.ASSERTED,
    ),
    "dated": (
        "has a date",
        lambda claim, _: bool(claim.date),
    ),
    "topics": (
        "has topics",
        lambda claim, _: bool(claim.topics),
    ),
    "twice": (
        "told in two sentences or more",
        lambda claim, _: len(claim.evidence) > 1,
    ),
}


def traits(claim: EventClaim, referents: Referents) -> tuple[str, ...]:
    """Return what tells *claim* from others, in the order of ``TRAITS``; it must have evidence."""
    return tuple(name for name, (_, holds) in TRAITS.items() if holds(claim, referents))


def confidence(shown: Iterable[str], known: Weights) -> float:
    """Return how likely a claim is right that shows these traits.

    >>> confidence(["nobody"], {"base": 2.0, "nobody": -2.0, "dated": 1.0})
    0.5
    """
    odds = known[BASE] + sum(known.get(trait, 0.0) for trait in shown)
    return round(1 / (1 + math.exp(-odds)), DIGITS)


def rated(extraction: Extraction) -> Extraction:
    """Return *extraction* with the confidence of each event."""
    referents = {referent.id: referent for referent in extraction.referents}
    events = (
        replace(claim, confidence=confidence(traits(claim, referents), weights()))
        for claim in extraction.events
    )
    return replace(extraction, events=tuple(events))


def sure_enough(extraction: Extraction, least: float) -> Extraction:
    """Return *extraction* without the events and states that are less sure than *least*."""
    return replace(
        extraction,
        events=tuple(claim for claim in extraction.events if claim.confidence >= least),
        states=tuple(claim for claim in extraction.states if claim.confidence >= least),
    )


@cache
def weights() -> Weights:
    """Read the table: a trait and its weight (log-odds) a line, then what it was fitted on."""
    lines = (resources.folder("graph") / TABLE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {trait: float(weight) for trait, weight, *_ in rows}
