"""The JSON of one extraction, as DESIGN.md fixes it."""

from typing import cast

from relgraph import ontology
from relgraph.errors import InputError
from relgraph.model import (
    Article,
    EventClaim,
    Evidence,
    Extraction,
    Modality,
    Participant,
    Referent,
    Span,
    StateClaim,
)

Json = dict[str, object]

_HINT = "it must look like a line of `relgraph extract`"


def to_json(article: Article, extraction: Extraction) -> Json:
    """Return *extraction* as JSON; what the contract does not name comes under keys of its own."""
    return {
        "id": article.id,
        "published": extraction.published or None,
        "entities": [_referent(referent) for referent in extraction.referents],
        "events": [_event(event) for event in extraction.events],
        "states": [_state(state) for state in extraction.states],
    }


def _referent(referent: Referent) -> Json:
    return {
        "id": referent.id,
        "type": referent.kind,
        "name": referent.name,
        "aliases": list(referent.aliases),
        "role": referent.role or None,
        "country": referent.country or None,
        "mentions": [[span.begin, span.end] for span in referent.mentions],
    }


def _event(event: EventClaim) -> Json:
    relation = ontology.load().relations.get(event.relation)
    is_core = relation is not None and relation.is_core
    return {
        "id": event.id,
        "type": event.relation if is_core else "other",
        "subtype": None if is_core else event.relation,
        "participants": [participant.who for participant in event.participants],
        "parts": {participant.who: participant.part for participant in event.participants},
        "unnamed": list(event.unnamed),
        "object": event.object or None,
        "object_text": event.object_text or None,
        "place": event.place or None,
        "date": event.date or None,
        "date_text": event.date_text or None,
        "modality": event.modality.value,
        "topics": list(event.topics),
        "confidence": event.confidence,
        "evidence": [_evidence(proof) for proof in event.evidence],
    }


def _state(state: StateClaim) -> Json:
    return {
        "id": state.id,
        "type": state.relation,
        "subject": state.subject,
        "object": state.object or None,
        "title": state.title or None,
        "modality": state.modality.value,
        "confidence": state.confidence,
        "evidence": [_evidence(proof) for proof in state.evidence],
    }


def _evidence(proof: Evidence) -> Json:
    return {
        "begin": proof.span.begin,
        "end": proof.span.end,
        "quote": proof.quote,
        "rule": proof.rule,
        "trigger": [proof.trigger.begin, proof.trigger.end],
        "arguments": [[span.begin, span.end] for span in proof.arguments],
    }


def from_json(record: object, article: Article) -> Extraction:
    """Read what a backend answered; whether the text carries it is for ``ground`` to say.

    Raises:
        InputError: where it is not of the shape that ``to_json`` gives; the message says where.
    """
    top = Node(record, "extraction")
    return Extraction(
        article=article.id,
        published=top.text("published") or article.published,
        referents=tuple(_read_referent(node) for node in top.nodes("entities")),
        events=tuple(_read_event(node) for node in top.nodes("events")),
        states=tuple(
            _read_state(node, number) for number, node in enumerate(top.nodes("states"), 1)
        ),
    )


class Node:
    """A JSON object that says where it stands when something in it is wrong."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise InputError("not a JSON object", where=where, hint=_HINT)
        self.value = cast(Json, value)
        self.where = where

    def text(self, key: str) -> str:
        """Return a string; the empty one for null and for what is not there."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, str):
            raise self._wrong(key, "a string or null")
        return value or ""

    def number(self, key: str, default: float) -> float:
        """Return a number."""
        value = self.value.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key, "a number")
        return value

    def offset(self, key: str) -> int:
        """Return a place in the text; -1 for null and for what is not there."""
        value = self.value.get(key)
        if value is not None and not _is_whole(value):
            raise self._wrong(key, "a whole number")
        return cast(int, value) if value is not None else -1

    def items(self, key: str) -> list[object]:
        """Return a list of anything; the empty one for null and for what is not there."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, list):
            raise self._wrong(key, "a list")
        return value or []

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings."""
        values = self.items(key)
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(key, "a list of strings")
        return tuple(str(value) for value in values)

    def nodes(self, key: str) -> list["Node"]:
        """Return a list of objects."""
        return [
            Node(value, f"{self.where}.{key}[{index}]")
            for index, value in enumerate(self.items(key))
        ]

    def spans(self, key: str) -> tuple[Span, ...]:
        """Return a list of stretches of text."""
        return tuple(self._span(key, value) for value in self.items(key))

    def span(self, key: str, default: Span) -> Span:
        """Return a stretch of text."""
        return self._span(key, self.items(key)) if self.value.get(key) is not None else default

    def modality(self) -> Modality:
        """Return the modality; asserted unless told."""
        value = self.text("modality") or Modality.ASSERTED.value
        if value not in [known.value for known in Modality]:
            raise self._wrong("modality", "asserted, planned or negated")
        return Modality(value)

    def _span(self, key: str, value: object) -> Span:
        pair = value if isinstance(value, list) else []
        if len(pair) != 2 or not all(map(_is_whole, pair)):
            raise self._wrong(key, "pairs of numbers")
        return Span(*pair)

    def _wrong(self, key: str, wanted: str) -> InputError:
        return InputError(f"{key!r} is not {wanted}", where=self.where, hint=_HINT)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _read_referent(node: Node) -> Referent:
    return Referent(
        id=node.text("id"),
        kind=node.text("type"),
        name=node.text("name"),
        aliases=node.texts("aliases"),
        role=node.text("role"),
        country=node.text("country"),
        mentions=node.spans("mentions"),
    )


def _read_event(node: Node) -> EventClaim:
    kind = node.text("type")
    parts = node.value.get("parts")
    known = Node(parts, f"{node.where}.parts") if parts is not None else Node({}, node.where)
    return EventClaim(
        id=node.text("id"),
        relation=node.text("subtype") if kind == "other" else kind,
        participants=tuple(
            Participant(who, known.text(who) or "agent") for who in node.texts("participants")
        ),
        evidence=_read_evidence(node),
        object=node.text("object"),
        object_text=node.text("object_text"),
        place=node.text("place"),
        date=node.text("date"),
        date_text=node.text("date_text"),
        modality=node.modality(),
        topics=node.texts("topics"),
        unnamed=node.texts("unnamed"),
        confidence=node.number("confidence", 1.0),
    )


def _read_state(node: Node, number: int) -> StateClaim:
    return StateClaim(
        id=node.text("id") or f"s{number}",
        relation=node.text("type"),
        subject=node.text("subject"),
        object=node.text("object"),
        evidence=_read_evidence(node),
        title=node.text("title"),
        modality=node.modality(),
        confidence=node.number("confidence", 1.0),
    )


def _read_evidence(node: Node) -> tuple[Evidence, ...]:
    """Read the evidence; the whole sentence is the trigger where no other is given."""
    found = []
    for proof in node.nodes("evidence"):
        span = Span(proof.offset("begin"), proof.offset("end"))
        found.append(
            Evidence(
                span,
                proof.text("quote"),
                proof.text("rule") or "given",
                proof.span("trigger", span),
                proof.spans("arguments"),
            )
        )
    return tuple(found)
