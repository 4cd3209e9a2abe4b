"""Merge what a text says twice about one event into one claim."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from relgraph.extract.words import words
from relgraph.model import EventClaim, Evidence, Modality, Participant

SAME_THING = 1  # content words that two objects must share
_SMALL = words("the and for with from between of on in to a an")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim on its way.

    ``quoted`` where the words stand in a quotation; ``known`` where they speak of "the agreement",
    and ``is_bare`` where they say no more of it.
    """

    relation: str
    symmetric: bool
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    object: str
    object_text: str
    place: str
    date: str
    date_text: str
    modality: Modality
    topics: tuple[str, ...]
    unnamed: tuple[str, ...]
    quoted: bool
    known: bool
    sentence: int
    is_bare: bool = False

    def claim(self, number: str) -> EventClaim:
        """Return the claim under its final id."""
        return EventClaim(
            id=number,
            relation=self.relation,
            participants=self.participants,
            evidence=self.evidence,
            object=self.object,
            object_text=self.object_text,
            place=self.place,
            date=self.date,
            date_text=self.date_text,
            modality=self.modality,
            topics=self.topics,
            unnamed=self.unnamed,
        )


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """Join each draft to the first earlier one that can be the same event."""
    merged: list[Draft] = []
    for draft in drafts:
        places = list(enumerate(merged))
        # "The agreement" is the last one told of.
        for index, earlier in reversed(places) if draft.is_bare else places:
            if is_same(earlier, draft):
                merged[index] = _joined(earlier, draft)
                break
        else:
            merged.append(draft)
    return merged


def is_same(earlier: Draft, later: Draft) -> bool:
    """Tell whether two drafts can be one event: nothing that one says speaks against the other."""
    if _is_same_paper(earlier, later):
        return True
    return (
        earlier.relation == later.relation
        and _same_modality(earlier, later)
        and _same_parties(earlier, later)
        and _same_object(earlier, later)
        and _same_date(earlier.date, later.date)
        and _same_topics(earlier, later)
    )


def _same_modality(earlier: Draft, later: Draft) -> bool:
    """Tell whether one tells what became of the other: what was planned has been called off."""
    both = (earlier.modality, later.modality)
    if earlier.relation == "visited" and Modality.NEGATED not in both:
        return True  # "is due in Fez on Monday", and then what he did there
    return len(set(both)) == 1 or both == (Modality.PLANNED, Modality.NEGATED)


def _is_same_paper(earlier: Draft, later: Draft) -> bool:
    """Tell whether *later* signs "the text" or "the MoU" that *earlier* has introduced.

    Each signatory may be told in a sentence of his own.
    """
    return (
        earlier.relation == later.relation == "signed"
        and earlier.modality == later.modality
        and later.known
        and (earlier.object == later.object or not later.object or later.is_bare)
        and _same_date(earlier.date, later.date)
    )


def _same_parties(earlier: Draft, later: Draft) -> bool:
    if earlier.relation == "met" and not (earlier.participants and later.participants):
        return True  # "the talks of the ministers" tells no more than who of them met
    first, second = _parties(earlier), _parties(later)
    if not first or not second:
        return bool(earlier.object or earlier.object_text) and bool(
            later.object or later.object_text
        )
    return first <= second or second <= first


def _parties(draft: Draft) -> set[str]:
    return {p.who for p in draft.participants} | {f"~{words.lower()}" for words in draft.unnamed}


def _same_object(earlier: Draft, later: Draft) -> bool:
    if earlier.relation == "visited" or (earlier.object and later.object):
        return earlier.object == later.object and _alike(earlier.object_text, later.object_text)
    return _alike(earlier.object_text, later.object_text)


def _alike(earlier: str, later: str) -> bool:
    """Tell whether two wordings can be of one thing: one is missing, or they share a word."""
    first, second = _words(earlier), _words(later)
    return not first or not second or len(first & second) >= SAME_THING


def _words(text: str) -> set[str]:
    return {word for word in text.lower().split() if word not in _SMALL}


def _same_date(first: str, second: str) -> bool:
    if not first or not second or first.startswith(second) or second.startswith(first):
        return True
    return _lies_in(first, second) or _lies_in(second, first)


def _lies_in(day: str, interval: str) -> bool:
    begin, slash, end = interval.partition("/")
    return bool(slash) and "/" not in day and begin <= day <= end


def _same_topics(earlier: Draft, later: Draft) -> bool:
    """Tell whether a discussion is told again; a narrated one with topics of its own is another."""
    if earlier.quoted or later.quoted or not earlier.topics or not later.topics:
        return True
    first = {word for topic in earlier.topics for word in _words(topic)}
    second = {word for topic in later.topics for word in _words(topic)}
    return bool(first & second)


def _joined(earlier: Draft, later: Draft) -> Draft:
    """Return *earlier* with what only *later* says; what both say is as first told."""
    known = {p.who for p in earlier.participants}
    participants = earlier.participants + tuple(p for p in later.participants if p.who not in known)
    dated = later if _is_finer(later.date, earlier.date) else earlier
    evidence = earlier.evidence + tuple(e for e in later.evidence if e not in earlier.evidence)
    return replace(
        earlier,
        participants=participants,
        evidence=evidence,
        object=earlier.object or later.object,
        object_text=earlier.object_text or later.object_text,
        place=earlier.place or later.place,
        date=dated.date,
        date_text=dated.date_text if dated.date else earlier.date_text or later.date_text,
        topics=earlier.topics or later.topics,
        unnamed=earlier.unnamed or later.unnamed,
        modality=_truth(earlier.modality, later.modality),
        quoted=earlier.quoted and later.quoted,
    )


def _truth(earlier: Modality, later: Modality) -> Modality:
    """Return what became of it: what has happened is planned no more."""
    return Modality.ASSERTED if Modality.ASSERTED in (earlier, later) else later


def _is_finer(date: str, other: str) -> bool:
    """Tell whether *date* says more than *other*; a stay of days says more than its first day."""
    return bool(date) and (
        not other
        or ("/" in date and "/" not in other)
        or (len(date) > len(other) and "/" not in other)
    )
