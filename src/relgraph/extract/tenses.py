"""Choose, by the tense, which of the days that a date can mean is meant."""

from datetime import date, timedelta

from spacy.tokens import Token

from relgraph.extract.dates import LENGTH_OF_DAY, When
from relgraph.extract.frames import Match
from relgraph.model import Modality

# So far ahead the present tense tells of what is fixed: "leaves on Monday".
SOON = timedelta(14)


def dated(match: Match, when: When | None, truth: Modality, now: str) -> tuple[str, Modality]:
    """Return the day meant, and the modality: what is dated after the report has not happened."""
    if when is None:
        return "", truth
    verb = match.verb
    if truth is Modality.ASSERTED and verb is not None:
        return _asserted(verb, when, now, is_visit=match.relation.name == "visited")
    is_called_off = truth is Modality.NEGATED and (verb is None or not _is_past(verb))
    if truth is Modality.PLANNED or is_called_off:
        is_held = verb is not None and _is_present(verb) and _holds_now(when.nearest, now)
        return when.nearest if is_held else when.coming, truth
    if verb is not None and _is_of_now(verb):
        return when.nearest, truth
    return when.date, truth


def _asserted(verb: Token, when: When, now: str, *, is_visit: bool) -> tuple[str, Modality]:
    """Date what is told as done or under way, unless its date shows that it is to come."""
    knows_day = len(now) == LENGTH_OF_DAY
    if _is_scheduled(verb, when, now):
        return when.coming, Modality.PLANNED
    if _is_present(verb):
        if knows_day and when.nearest[:LENGTH_OF_DAY] > now:
            return when.nearest, Modality.PLANNED  # "is to meet again next Thursday"
        if _holds_now(when.nearest, now):
            return when.nearest, Modality.ASSERTED
        if is_visit:
            is_ahead = knows_day and when.coming > now
            return when.coming, Modality.PLANNED if is_ahead else Modality.ASSERTED
    # "has named her director from 1 April"
    return when.nearest if _is_of_now(verb) else when.date, Modality.ASSERTED


def _is_present(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP", "VBG") and not _is_past(verb)


def _is_scheduled(verb: Token, when: When, now: str) -> bool:
    """Tell whether the present tense speaks of the days to come: "The board meets on Friday"."""
    is_simple = verb.tag_ in ("VBZ", "VBP") and all(c.dep_ != "aux" for c in verb.children)
    if (
        not is_simple
        or len(now) != LENGTH_OF_DAY
        or len(when.coming) != LENGTH_OF_DAY
        or not when.coming[0].isdigit()
    ):
        return False
    days = date.fromisoformat(when.coming) - date.fromisoformat(now)
    return timedelta(0) < days <= SOON


def _holds_now(date: str, now: str) -> bool:
    """Tell whether a stay of days is going on: "is in Japan from December 3 to 9"."""
    begin, slash, end = date.partition("/")
    return bool(slash) and begin <= now <= end


def _is_of_now(verb: Token) -> bool:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBZ", "VBP") or bool(auxiliaries & {"has", "have", "is", "are"})


def _is_past(verb: Token) -> bool:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    # "Before leaving for Cairo on Sunday, she met him."
    told = verb.head if verb.tag_ == "VBG" and not auxiliaries else verb
    told = told.head if told.dep_ == "prep" else told
    return told.tag_ == "VBD" or bool(auxiliaries & {"was", "were", "had", "did"})
