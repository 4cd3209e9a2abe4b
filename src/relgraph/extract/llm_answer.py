"""Read what a language model answered, claim by claim, keeping what the text carries."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from relgraph import gazetteer, ontology
from relgraph.errors import InputError
from relgraph.extract.contract import Node
from relgraph.extract.grounding import ground, quoted
from relgraph.extract.kinds import PLACES
from relgraph.extract.llm_mentions import with_mentions
from relgraph.extract.locating import Searchable, locate, searchable
from relgraph.extract.words import words
from relgraph.model import (
    Article,
    EventClaim,
    Evidence,
    Extraction,
    Participant,
    Referent,
    Span,
    StateClaim,
)
from relgraph.ontology import Relation

RULE = "llm"
# How sure a model says it is has not been measured, so that it is not asked.
CONFIDENCE = 0.5
# More than any article tells of; an answer of more is a loop.
MOST = 1000
MOST_LISTED = 50
# Longer than any sentence: who cites half the text has shown nothing.
LONGEST_QUOTE = 1500

PRONOUNS = words("he she it they we i you him her them us me his hers its their theirs our who")
# A plant or a memorandum may be only described; these are named, or not there.
ALWAYS_NAMED = ("Country", "Person")

_FENCED = re.compile(
    r"\s*```(?:json)?[ \t]*\n(?P<inside>.*)\n```\s*", re.DOTALL
)  # "```json\n{}\n```"
_HINT = "another model, or another --llm-format, may do better"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is kept of an answer of so many *claims*, and why each of the others was refused.

    ``left_out`` tells what is missing from claims that are kept: an alias, a role, a topic.
    """

    extraction: Extraction
    claims: int
    refused: tuple[str, ...]
    left_out: tuple[str, ...]


def read_answer(content: str, article: Article) -> Answer:
    """Read *content*, the JSON of an answer about *article*.

    Where a quote, a name or a trigger stands is found here; offsets in the answer are not read.

    Raises:
        InputError: where it is no such JSON at all.
    """
    top = Node(_parsed(content), "the answer")
    entities, events, states = (top.items(name) for name in ("entities", "events", "states"))
    claims = len(entities) + len(events) + len(states)
    if claims > MOST:
        raise InputError(f"the answer makes {claims:,} claims, over the limit of {MOST:,}")
    reader = _Reader(article.text, searchable(article.text))
    reader.know(reader.kept("entity", entities, reader.referent))
    found = Extraction(
        article=article.id,
        published=article.published,
        referents=tuple(reader.known.values()),
        events=_in_order(reader.kept("event", events, reader.event), "v"),
        states=_in_order(reader.kept("state", states, reader.state), "s"),
    )
    grounded, refused = ground(article, found)
    return Answer(grounded, claims, (*reader.refused, *refused), tuple(reader.left_out))


def _parsed(content: str) -> object:
    """Read JSON, though it stand between the fences of Markdown."""
    fenced = _FENCED.fullmatch(content)
    try:
        return json.loads(fenced["inside"] if fenced else content, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the answer is no JSON: {error}", hint=_HINT) from error


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


Claim = TypeVar("Claim", EventClaim, StateClaim)


def _in_order(claims: Iterable[Claim], letter: str) -> tuple[Claim, ...]:
    """Give claims ids in the order of the text, each once; a model's own may be anything."""
    ordered = sorted(dict.fromkeys(claims), key=lambda claim: claim.evidence[0].span)
    return tuple(replace(claim, id=f"{letter}{n}") for n, claim in enumerate(ordered, start=1))


@dataclass(slots=True)
class _Reader:
    """Reads the items of one answer; ``known`` are the referents by their ids in it."""

    text: str
    words: Searchable
    known: dict[str, Referent] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def kept(self, what: str, items: list[object], read: Callable[[Node], T]) -> list[T]:
        """Return what *read* makes of each item that it does not refuse."""
        found: list[T] = []
        for number, item in enumerate(items, start=1):
            try:
                found.append(read(Node(item, f"{what} {number}")))
            except InputError as error:
                self.refused.append(f"{error.where or f'{what} {number}'}: {error.what}")
        return found

    def know(self, referents: list[Referent]) -> None:
        """Take *referents* for those that claims may speak of."""
        ids = [referent.id for referent in referents]
        placed = with_mentions(referents, self.text, self.words)
        self.known = {
            given: replace(referent, id=f"e{number}")
            for number, (given, referent) in enumerate(
                sorted(
                    zip(ids, placed, strict=True),
                    key=lambda pair: min(pair[1].mentions, default=Span(len(self.text), 0)),
                ),
                start=1,
            )
        }

    def referent(self, node: Node) -> Referent:
        given, kind, name = node.text("id"), node.text("type"), node.text("name")
        if not given or given in self.known:
            raise InputError(f"no id of its own: {quoted(given)}", where=node.where)
        if kind not in ontology.load().kinds:
            raise InputError(f"no type {quoted(kind)}", where=node.where)
        aliases = self._listed(node, "aliases")
        country = gazetteer.country(name) if kind == "Country" else None
        if locate(name, self.words) is None:
            # A country may be named by its people alone: "Canadian soldiers".
            meant = [alias for alias in aliases if gazetteer.country(alias) == country]
            if country is None or not meant:
                raise InputError(f"the name {quoted(name)} is not in the text", where=node.where)
            name = country.name
        if not _is_name(name) and (kind in ALWAYS_NAMED or name.lower() in PRONOUNS):
            raise InputError(f"{quoted(name)} is no name of a {kind}", where=node.where)
        found = Referent(
            given,
            kind,
            " ".join(name.split()),
            tuple(alias for alias in aliases if alias != name and _is_name(alias)),
            self._written(node, "role"),
            country.country if country else "",
        )
        self.known[given] = found
        return found

    def event(self, node: Node) -> EventClaim:
        kind = node.text("type")
        relation = _relation(node.text("subtype") if kind == "other" else kind, node, states=False)
        claim = EventClaim(
            id="",
            relation=relation.name,
            participants=self._participants(node, relation),
            evidence=(),
            object=self._id(node.text("object"), node),
            object_text=self._must(node, "object_text"),
            place=self._place(node),
            date=node.text("date"),
            date_text=self._must(node, "date_text"),
            modality=node.modality(),
            topics=self._listed(node, "topics"),
            unnamed=self._listed(node, "unnamed"),
            confidence=CONFIDENCE,
        )
        if claim.date and not claim.date_text:
            problem = f"no words of the text are given for the date {quoted(claim.date)}"
            self.left_out.append(f"{node.where}: {problem}")
            claim = replace(claim, date="")
        _check_parts(claim, relation, node)
        who = [*(participant.who for participant in claim.participants), claim.object, claim.place]
        return replace(claim, evidence=self._evidence(node, who))

    def state(self, node: Node) -> StateClaim:
        relation = _relation(node.text("type"), node, states=True)
        subject, thing = self._id(node.text("subject"), node), self._id(node.text("object"), node)
        title = self._must(node, "title") if relation.name == "holds_office" else ""
        if not subject or not (thing or title):
            raise InputError("it has no subject or no object", where=node.where)
        kinds = {referent.id: referent.kind for referent in self.known.values()}
        for who, allowed in ((subject, relation.domain), (thing, relation.range)):
            if who and kinds[who] not in allowed:
                problem = f"{relation.name} is not said of a {kinds[who]} there"
                raise InputError(problem, where=node.where)
        return StateClaim(
            id="",
            relation=relation.name,
            subject=subject,
            object=thing,
            evidence=self._evidence(node, [subject, thing]),
            title=title,
            modality=node.modality(),
            confidence=CONFIDENCE,
        )

    def _participants(self, node: Node, relation: Relation) -> tuple[Participant, ...]:
        """Read who took part: ids with their parts, or ids alone, with ``parts`` beside them."""
        items = _few(node.items("participants"), node)
        parts = node.value.get("parts")
        given = parts if isinstance(parts, dict) else {}
        found: dict[str, Participant] = {}
        for number, item in enumerate(items):
            if isinstance(item, str):
                part = given.get(item) or _usual_part(relation, number, len(items))
                item = {"id": item, "part": part}  # noqa: PLW2901 - the longer form of the same
            one = Node(item, node.where)
            who = self._id(one.text("id"), node)
            if who:
                found.setdefault(who, Participant(who, one.text("part") or "agent"))
        return tuple(found.values())

    def _evidence(self, node: Node, who: list[str]) -> tuple[Evidence, ...]:
        mentions = {one.id: one.mentions for one in self.known.values()}
        named = [mention for one in who if one for mention in mentions[one]]
        found: dict[Evidence, None] = {}
        for item in _few(node.items("evidence"), node):
            one = Node(item, node.where)
            quote = one.text("quote")
            span = locate(quote, self.words)
            if span is None or len(quote) > LONGEST_QUOTE:
                raise InputError(f"the quote {quoted(quote)} is not in the text", where=node.where)
            said = span.of(self.text)
            # In the contract of `extract` a trigger is a pair of offsets, which are not read.
            written = one.value.get("trigger")
            trigger = span
            if isinstance(written, str) and written:
                inside = locate(written, searchable(said, begin=span.begin))
                if inside is None:
                    problem = f"the trigger {quoted(written)} is not in its quote"
                    raise InputError(problem, where=node.where)
                trigger = inside
            arguments = sorted({mention for mention in named if span.covers(mention)})
            found[Evidence(span, said, RULE, trigger, tuple(arguments))] = None
        if not found:
            raise InputError("no evidence", where=node.where)
        return tuple(sorted(found, key=lambda proof: proof.span))

    def _id(self, given: str, node: Node) -> str:
        """Return the referent's own id for the one that the answer has."""
        if given and given not in self.known:
            raise InputError(f"no entity {quoted(given)}", where=node.where)
        return self.known[given].id if given else ""

    def _place(self, node: Node) -> str:
        """Return where it was, if that is somewhere one can be: nobody meets in a minister."""
        given = node.text("place")
        place = self._id(given, node)
        if given and (kind := self.known[given].kind) not in PLACES:
            self.left_out.append(f"{node.where}: place: a {kind} is no place")
            return ""
        return place

    def _must(self, node: Node, key: str) -> str:
        """Return words without which the claim is another one."""
        written = node.text(key)
        if written and locate(written, self.words) is None:
            raise InputError(f"the {key} {quoted(written)} is not in the text", where=node.where)
        return " ".join(written.split())

    def _written(self, node: Node, key: str) -> str:
        """Return words if the text has them."""
        written = node.text(key)
        return written and next(self._in_text([written], node, key), "")

    def _listed(self, node: Node, key: str) -> tuple[str, ...]:
        """Return those of a list of words that the text has, each once."""
        listed = _few(list(node.texts(key)), node)
        return tuple(dict.fromkeys(self._in_text(listed, node, key)))

    def _in_text(self, listed: Iterable[str], node: Node, key: str) -> Iterator[str]:
        for written in listed:
            if locate(written, self.words) is None:
                self.left_out.append(f"{node.where}: {key}: {quoted(written)} is not in the text")
            else:
                yield " ".join(written.split())


def _is_name(name: str) -> bool:
    """Tell a name from "he" and "the minister", which models take for other names of a person."""
    return name.lower() not in PRONOUNS and any(c.isupper() or c.isdigit() for c in name)


def _relation(name: str, node: Node, *, states: bool) -> Relation:
    relation = ontology.load().relations.get(name)
    if relation is None or relation.is_state is not states:
        raise InputError(f"no type {quoted(name)}", where=node.where)
    return relation


def _usual_part(relation: Relation, number: int, count: int) -> str:
    """Say what a participant is of whom only the place in the list is known."""
    if relation.edge != ("agent", "counterpart"):
        return "agent"
    # "Leila Benali was appointed": who is alone is the one to whom it was done.
    is_agent = number == 0 and (count > 1 or "counterpart" not in relation.required)
    return "agent" if is_agent else "counterpart"


def _check_parts(claim: EventClaim, relation: Relation, node: Node) -> None:
    """Refuse a claim that lacks what makes it one: a visit to nowhere, a meeting of nobody."""
    parts = {participant.part for participant in claim.participants}
    if claim.object or claim.object_text:
        parts.add("object")
    if claim.topics:
        parts.add("topic")
    if claim.unnamed:
        parts.update(("agent", "counterpart"))
    missing = [part for part in relation.required if part not in parts]
    if missing or not parts:
        problem = f"{relation.name} without {missing[0] if missing else 'parties'}"
        raise InputError(problem, where=node.where)


def _few(items: list[T], node: Node) -> list[T]:
    if len(items) > MOST_LISTED:
        raise InputError(f"a list of {len(items):,}", where=node.where)
    return items
