"""List what was missed, what is extra and what is wrong, each with where it went wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from relgraph.errors import one_line
from relgraph.evaluation.annotations import Annotation, Named, Told, shown
from relgraph.evaluation.diagnosis import Place, diagnose
from relgraph.evaluation.matching import (
    Matched,
    likeness,
    match,
    parties,
    same_date,
    same_evidence,
    same_place,
)
from relgraph.evaluation.spelling import canonical, keys
from relgraph.evaluation.stages import Cause, Stage
from relgraph.extract.locating import locate, searchable
from relgraph.extract.trace import Trace


class Sign(StrEnum):
    """Which way a reading differs from the annotation."""

    MISSED = "missed"
    EXTRA = "extra"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Reading:
    """What is there and what was found in one article, with its text and trace, if there are."""

    gold: Annotation
    found: Annotation
    text: str = ""
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """One difference between what is there and what was found; all on one line each."""

    article: str
    sign: Sign
    type: str
    what: str
    stage: Stage
    detail: str
    sentence: str


def losses(reading: Reading) -> Iterator[Loss]:
    """Yield all differences of one article: entities, then events, the missed first."""
    matched = match(reading.gold, reading.found)
    yield from _missed_entities(reading, matched)
    yield from _extra_entities(reading, matched)
    yield from _missed_events(reading, matched)
    yield from _extra_events(reading, matched)
    yield from _wrong_events(reading, matched)


def _missed_entities(reading: Reading, matched: Matched) -> Iterator[Loss]:
    gold, found = reading.gold, reading.found
    taken = {j: gold.entities[i].name for i, j in matched.fine.items()}
    for place, entity in enumerate(gold.entities):
        if place not in matched.fine:
            cause = _of_missed(entity, found, taken)
            if cause.stage is Stage.NOT_FOUND and reading.text and not _named(entity, reading):
                cause = Cause(Stage.NOT_FOUND, "none of its names stands in the text")
            yield _of_entity(reading, Sign.MISSED, entity, cause)


def _of_missed(entity: Named, found: Annotation, taken: dict[int, str]) -> Cause:
    alike = [(j, one) for j, one in enumerate(found.entities) if keys(one) & keys(entity)]
    for place, one in alike:
        if one.kind == entity.kind and place in taken:
            return Cause(Stage.MERGED, f"found as one with {taken[place]!r}")
    if alike:
        return Cause(Stage.WRONG_KIND, f"found as {alike[0][1].kind} {alike[0][1].name!r}")
    free = [one for j, one in enumerate(found.entities) if j not in taken]
    if near := _near(entity, free):
        return Cause(Stage.OTHER_NAME, f"found as {near.kind} {near.name!r}")
    return Cause(Stage.NOT_FOUND)


def _extra_entities(reading: Reading, matched: Matched) -> Iterator[Loss]:
    gold, found = reading.gold, reading.found
    taken = set(matched.fine.values())
    missed = [one for i, one in enumerate(gold.entities) if i not in matched.fine]
    for place, entity in enumerate(found.entities):
        if place in taken:
            continue
        alike = [one for one in gold.entities if keys(one) & keys(entity)]
        if any(one.kind == entity.kind for one in alike):
            cause = Cause(Stage.REPEATED, f"annotated once, as {alike[0].name!r}")
        elif alike:
            cause = Cause(Stage.WRONG_KIND, f"annotated as {alike[0].kind} {alike[0].name!r}")
        elif near := _near(entity, missed):
            cause = Cause(Stage.OTHER_NAME, f"annotated as {near.kind} {near.name!r}")
        else:
            cause = Cause(Stage.EXTRA)
        yield _of_entity(reading, Sign.EXTRA, entity, cause)


def _near(entity: Named, others: list[Named]) -> Named | None:
    """Return the first of *others* whose name is a part of that of *entity*, or the reverse."""
    own = [set(key.split()) for key in keys(entity)]
    for other in others:
        for words in (set(key.split()) for key in keys(other)):
            if any(words <= mine or mine <= words for mine in own):
                return other
    return None


def _named(entity: Named, reading: Reading) -> str:
    """Return the sentence that names *entity* first, or nothing."""
    text = searchable(reading.text)
    places = [span for name in entity.spellings if (span := locate(name, text))]
    if not places:
        return ""
    at = min(places).begin
    sentences = reading.trace.sentences if reading.trace is not None else ()
    for sentence in sentences:
        if sentence.span.begin <= at < sentence.span.end:
            return sentence.span.of(reading.text)
    end = reading.text.find("\n", at)
    return reading.text[reading.text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]


def _of_entity(reading: Reading, sign: Sign, entity: Named, cause: Cause) -> Loss:
    what, sentence = f"{entity.kind} {entity.name}", _named(entity, reading)
    return _loss(reading, sign, cause, entity.kind, what, sentence)


def _missed_events(reading: Reading, matched: Matched) -> Iterator[Loss]:
    names = _names(reading)
    for place, wanted in enumerate(reading.gold.events):
        if place not in matched.events and not wanted.is_optional:
            cause = diagnose(wanted, _place(wanted, reading, matched, names))
            yield _of_event(reading, Sign.MISSED, wanted, cause)


def _names(reading: Reading) -> dict[str, str]:
    """Return the annotated name of each spelling, and the found one of what is not annotated."""
    return canonical(reading.found.entities) | canonical(reading.gold.entities)


def _place(wanted: Told, reading: Reading, matched: Matched, names: dict[str, str]) -> Place:
    found, taken = reading.found, set(matched.events.values())
    here = [
        (j, told)
        for j, told in enumerate(found.events)
        if any(same_evidence(wanted.evidence, quote) for quote in (told.evidence, *told.again))
    ]
    known = {names[key] for entity in found.entities for key in keys(entity)}
    spare = tuple(told for j, told in here if j not in taken)
    claims = tuple(told for _, told in here)
    if reading.trace is None:
        return Place(names, frozenset(known), claims, spare)
    span = locate(wanted.evidence, searchable(reading.text))
    sentences = [
        sentence
        for sentence in reading.trace.sentences
        if span is not None and sentence.span.begin < span.end and span.begin < sentence.span.end
    ]
    attempts = [
        attempt
        for attempt in reading.trace.attempts
        if any(sentence.span.covers(attempt.trigger) for sentence in sentences)
    ]
    return Place(
        names, frozenset(known), claims, spare, tuple(sentences), tuple(attempts), is_traced=True
    )


def _extra_events(reading: Reading, matched: Matched) -> Iterator[Loss]:
    gold, found = reading.gold, reading.found
    taken = set(matched.events.values())
    names = _names(reading)
    for place, told in enumerate(found.events):
        if place not in taken:
            cause = _of_extra(told, gold, matched, names)
            yield _of_event(reading, Sign.EXTRA, told, cause)


def _of_extra(told: Told, gold: Annotation, matched: Matched, names: dict[str, str]) -> Cause:
    compared = [(i, wanted, likeness(wanted, told, names)) for i, wanted in enumerate(gold.events)]
    for _, wanted, alike in compared:
        if alike.score > 0:
            return Cause(Stage.REPEATED, f"annotated once: {shown(wanted)}")
    for place, wanted, alike in compared:
        if place in matched.events or not same_evidence(wanted.evidence, told.evidence):
            continue
        if alike.same_type:
            stage = Stage.WRONG_OBJECT if alike.same_parties else Stage.WRONG_PARTIES
            return Cause(stage, f"annotated as {shown(wanted)}")
        if parties(wanted, names) & parties(told, names):
            return Cause(Stage.WRONG_TYPE, f"annotated as {shown(wanted)}")
    return Cause(Stage.EXTRA)


def _wrong_events(reading: Reading, matched: Matched) -> Iterator[Loss]:
    for i, j in sorted(matched.events.items()):
        wanted, told = reading.gold.events[i], reading.found.events[j]
        if wanted.is_optional:
            continue
        for stage, is_right, there, got in (
            (Stage.WRONG_DATE, same_date(wanted.date, told.date), wanted.date, told.date),
            (Stage.WRONG_PLACE, same_place(wanted.place, told.place), wanted.place, told.place),
            (
                Stage.WRONG_MODALITY,
                wanted.modality == told.modality,
                wanted.modality,
                told.modality,
            ),
            (
                Stage.WRONG_EVIDENCE,
                same_evidence(wanted.evidence, told.evidence),
                wanted.evidence,
                told.evidence,
            ),
        ):
            if there and not is_right:
                annotated = "" if stage is Stage.WRONG_EVIDENCE else f"{there}, "
                cause = Cause(stage, f"{annotated}found {got or 'none'}")
                yield _of_event(reading, Sign.WRONG, wanted, cause)


def _of_event(reading: Reading, sign: Sign, told: Told, cause: Cause) -> Loss:
    return _loss(reading, sign, cause, told.type, shown(told), told.evidence)


def _loss(reading: Reading, sign: Sign, cause: Cause, *told: str) -> Loss:
    """Put all on one line each: a text of elsewhere may hold anything."""
    kind, what, sentence = map(one_line, told)
    article, detail = one_line(reading.gold.id), one_line(cause.detail)
    return Loss(article, sign, kind, what, cause.stage, detail, sentence)
