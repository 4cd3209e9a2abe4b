"""Refuse every claim that does not lie in the text where it says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from relgraph import ontology
from relgraph.errors import InputError
from relgraph.extract.locating import Searchable, locate, searchable
from relgraph.model import Article, EventClaim, Evidence, Extraction, Referent, Span, StateClaim
from relgraph.rdf.literals import bounds
from relgraph.rdf.vocabulary import PARTIES

# Of words that are refused, what a line tells; a model may write without end.
SHOWN = 60


def quoted(words: str) -> str:
    """Quote *words* in a line about them, cut where they are long.

    >>> quoted("Aziz Rabbah")
    "'Aziz Rabbah'"
    """
    return repr(words if len(words) <= SHOWN else f"{words[:SHOWN]}…")


def ground(article: Article, extraction: Extraction) -> tuple[Extraction, tuple[str, ...]]:
    """Return *extraction* without what the text does not carry, and why each line was refused.

    A referent is refused for an unknown kind, a name that the text does not have or a mention out
    of it; with it goes each claim about it.
    """
    reasons: list[str] = []
    text = searchable(article.text)
    referents = tuple(_kept(extraction.referents, article, text, reasons))
    known = {referent.id for referent in referents}
    events = tuple(
        event
        for event in extraction.events
        if not _add(reasons, event.id, _event(event, known, article.text, text))
    )
    states = tuple(
        state
        for state in extraction.states
        if not _add(reasons, state.id, _state(state, known, article.text, text))
    )
    grounded = replace(extraction, referents=referents, events=events, states=states)
    return grounded, tuple(reasons)


def _add(reasons: list[str], claim: str, problems: Iterator[str]) -> bool:
    """Note the first of *problems*, if there is one."""
    problem = next(problems, "")
    if problem:
        reasons.append(f"{claim}: {problem}")
    return bool(problem)


def _kept(
    referents: Iterable[Referent], article: Article, text: Searchable, reasons: list[str]
) -> Iterator[Referent]:
    seen: set[str] = set()
    for referent in referents:
        if not _add(reasons, referent.id, _referent(referent, seen, len(article.text), text)):
            seen.add(referent.id)
            yield referent


def _referent(referent: Referent, seen: set[str], length: int, text: Searchable) -> Iterator[str]:
    if referent.id in seen:
        yield "an id that another referent has"
    if referent.kind not in ontology.load().kinds:
        yield f"no kind {quoted(referent.kind)} in the ontology"
    if not referent.name.strip():
        yield "a referent with no name"
    # A country may be named by its people alone: "Canadian soldiers".
    if not any(locate(name, text) for name in (referent.name, *referent.aliases)):
        yield f"the name {quoted(referent.name)} is not in the text"
    if any(not _is_in(span, length) for span in referent.mentions):
        yield "a mention out of the text"


def _event(event: EventClaim, known: set[str], text: str, words: Searchable) -> Iterator[str]:
    relation = ontology.load().relations.get(event.relation)
    if relation is None or relation.is_state:
        yield f"no event {quoted(event.relation)} in the ontology"
    for participant in event.participants:
        if participant.who not in known:
            yield f"no referent {quoted(participant.who)}"
        if participant.part not in PARTIES:
            yield f"no part {quoted(participant.part)}"
    for referent in (event.object, event.place):
        if referent and referent not in known:
            yield f"no referent {quoted(referent)}"
    if event.date_text and not locate(event.date_text, words):
        yield f"the date {quoted(event.date_text)} is not in the text"
    if not _is_date(event.date):
        yield f"no ISO date: {quoted(event.date)}"
    yield from _confidence(event.confidence)
    yield from _evidence(event.evidence, text)


def _state(state: StateClaim, known: set[str], text: str, words: Searchable) -> Iterator[str]:
    relation = ontology.load().relations.get(state.relation)
    if relation is None or not relation.is_state:
        yield f"no state {quoted(state.relation)} in the ontology"
    for referent in (state.subject, state.object):
        # An office may be told without the body or country that it belongs to.
        if referent not in known and (referent or state.relation != "holds_office"):
            yield f"no referent {quoted(referent)}"
    if state.title and not locate(state.title, words):
        yield f"the title {quoted(state.title)} is not in the text"
    yield from _confidence(state.confidence)
    yield from _evidence(state.evidence, text)


def _is_date(iso: str) -> bool:
    try:
        bounds(iso)
    except InputError:
        return False
    return True


def _confidence(confidence: float) -> Iterator[str]:
    if not 0 <= confidence <= 1:  # nor is NaN
        yield f"no confidence: {confidence}"


def _evidence(evidence: tuple[Evidence, ...], text: str) -> Iterator[str]:
    if not evidence:
        yield "no evidence"
    for proof in evidence:
        span = proof.span
        if not _is_in(span, len(text)) or span.of(text) != proof.quote:
            yield f"the quotation is not what the text has at {span.begin},{span.end}"
        if not _is_in(proof.trigger, len(text)) or not span.covers(proof.trigger):
            yield f"the trigger at {proof.trigger.begin},{proof.trigger.end} is out of its sentence"
        for argument in proof.arguments:
            if not _is_in(argument, len(text)) or not span.covers(argument):
                yield f"the argument at {argument.begin},{argument.end} is out of its sentence"


def _is_in(span: Span, length: int) -> bool:
    return 0 <= span.begin < span.end <= length
