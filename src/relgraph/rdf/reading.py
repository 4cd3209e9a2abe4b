"""Read back what one article says from the quads of its graph."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import pyoxigraph as ox

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
from relgraph.rdf import vocabulary as rg
from relgraph.rdf.article import evidence_iri
from relgraph.rdf.literals import bounds, iso_date, read_span

_DIGITS = re.compile(r"(\d{1,9})")  # "v12"
_MODALITIES = {node.value: modality for modality, node in rg.MODALITY_TERMS.items()}
_HINT = "ingest the article again"


def read_article(quads: Iterable[ox.Quad]) -> tuple[Article, Extraction]:
    """Read the graph of one article.

    Raises:
        InputError: where these are not the quads of one article as relgraph writes them.
    """
    reader = _Reader(quads)
    with reader.located():
        return reader.article(), reader.extraction()


def read_extraction(quads: Iterable[ox.Quad]) -> Extraction:
    """Read what an article says without its text, which may be left out; quotes are empty then.

    Raises:
        InputError: as ``read_article`` does.
    """
    reader = _Reader(quads)
    with reader.located():
        return reader.extraction()


class _Reader:
    """The quads of one article by subject and predicate."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
        graphs = set()
        for quad in quads:
            if not isinstance(quad.subject, ox.NamedNode) or not isinstance(
                quad.object, ox.NamedNode | ox.Literal
            ):
                raise InputError(f"not a quad of an article: {quad}"[:200], hint=_HINT)
            graphs.add(quad.graph_name)
            about = self._facts.setdefault(quad.subject.value, {})
            about.setdefault(quad.predicate.value, []).append(quad.object)
        if len(graphs) != 1 or not isinstance(graph := graphs.pop(), ox.NamedNode):
            raise InputError("not the graph of one article", hint=_HINT)
        self.document = graph.value
        if rg.ARTICLE.value not in map(_value, self._all(self.document, rg.TYPE)):
            raise self.refusal("the graph says nothing of the article it is named after")

    @contextmanager
    def located(self) -> Iterator[None]:
        """Say in which article a date or a stretch of text cannot be read."""
        try:
            yield
        except InputError as error:
            if error.where:
                raise
            raise self.refusal(error.what) from error

    def refusal(self, problem: str) -> InputError:
        return InputError(problem, where=self.document, hint=_HINT)

    def text(self, subject: str, predicate: ox.NamedNode) -> str:
        values = self._texts(subject, predicate)
        if len(values) != 1:
            raise self._not_one(subject, predicate, len(values))
        return values[0]

    def maybe_text(self, subject: str, predicate: ox.NamedNode) -> str:
        return self.text(subject, predicate) if self._all(subject, predicate) else ""

    def maybe_node(self, subject: str, predicate: ox.NamedNode) -> str:
        values = self._all(subject, predicate)
        if len(values) > 1:
            raise self._not_one(subject, predicate, len(values))
        return self._node(subject, predicate, values[0]) if values else ""

    def maybe_date(self, predicate: ox.NamedNode) -> str:
        values = self._all(self.document, predicate)
        if len(values) > 1:
            raise self._not_one(self.document, predicate, len(values))
        return iso_date(values[0]) if values and isinstance(values[0], ox.Literal) else ""

    def article(self) -> Article:
        return Article(
            id=self.text(self.document, rg.IDENTIFIER),
            text=self.text(self.document, rg.TEXT),
            title=self.maybe_text(self.document, rg.HEADLINE),
            url=self.maybe_node(self.document, rg.URL),
            publisher=self.maybe_text(self.document, rg.PUBLISHER),
            published=self.maybe_date(rg.PUBLISHED),
        )

    def extraction(self) -> Extraction:
        return Extraction(
            article=self.text(self.document, rg.IDENTIFIER),
            published=self.maybe_date(rg.FILED_ON) or self.maybe_date(rg.PUBLISHED),
            referents=tuple(map(self._referent, self._subjects(rg.REFERENT_CLASS, "referent"))),
            events=tuple(map(self._event, self._subjects(rg.EVENT_CLAIM, "claim"))),
            states=tuple(map(self._state, self._subjects(rg.STATE_CLAIM, "claim"))),
        )

    def _referent(self, subject: str) -> Referent:
        kind = _kinds().get(self._one_node(subject, rg.KIND))
        if kind is None:
            raise self.refusal(f"a kind that the ontology does not know, of <{subject}>")
        return Referent(
            id=self._local(subject, "referent"),
            kind=kind,
            name=self.text(subject, rg.NAME),
            aliases=tuple(sorted(self._texts(subject, rg.ALIAS))),
            role=self.maybe_text(subject, rg.ROLE),
            country=self.maybe_text(subject, rg.COUNTRY_CODE),
            mentions=self._spans(subject, rg.MENTIONED_AT),
        )

    def _event(self, subject: str) -> EventClaim:
        date = self.maybe_text(subject, rg.DATE_ISO)
        bounds(date)
        return EventClaim(
            id=self._local(subject, "claim"),
            relation=self._relation(subject, is_state=False),
            participants=tuple(
                Participant(who, part)
                for part, predicate in rg.PART_TERMS.items()
                for who in sorted(self._referents(subject, predicate), key=_natural)
            ),
            evidence=self._evidence(subject),
            object=self._maybe_referent(subject, rg.OBJECT),
            object_text=self.maybe_text(subject, rg.OBJECT_TEXT),
            place=self._maybe_referent(subject, rg.PLACE),
            date=date,
            date_text=self.maybe_text(subject, rg.DATE_TEXT),
            modality=self._modality(subject),
            topics=tuple(sorted(self._texts(subject, rg.TOPIC))),
            unnamed=tuple(sorted(self._texts(subject, rg.UNNAMED))),
            confidence=self._confidence(subject),
        )

    def _state(self, subject: str) -> StateClaim:
        return StateClaim(
            id=self._local(subject, "claim"),
            relation=self._relation(subject, is_state=True),
            subject=self._local(self._one_node(subject, rg.SUBJECT), "referent"),
            object=self._maybe_referent(subject, rg.OBJECT),
            evidence=self._evidence(subject),
            title=self.maybe_text(subject, rg.TITLE),
            modality=self._modality(subject),
            confidence=self._confidence(subject),
        )

    def _relation(self, subject: str, *, is_state: bool) -> str:
        known = _relations().get(self._one_node(subject, rg.RELATION))
        if known is None or known.is_state is not is_state:
            raise self.refusal(f"a relation that the ontology does not know, of <{subject}>")
        return known.name

    def _evidence(self, subject: str) -> tuple[Evidence, ...]:
        found = []
        for value in self._all(subject, rg.EVIDENCE):
            node = self._node(subject, rg.EVIDENCE, value)
            sentence = self._one_node(node, rg.SENTENCE_OF)
            evidence = Evidence(
                span=self._sentence_span(sentence),
                quote=self.maybe_text(sentence, rg.ANCHOR),
                rule=self.text(node, rg.RULE),
                trigger=read_span(self.text(node, rg.TRIGGER_AT)),
                arguments=self._spans(node, rg.ARGUMENT_AT),
            )
            if evidence_iri(self.document, evidence) != node:
                raise self.refusal(f"an evidence that does not go by what it says, <{node}>")
            found.append(evidence)
        return tuple(sorted(found, key=lambda e: (e.span, e.trigger, e.rule, e.arguments)))

    def _sentence_span(self, sentence: str) -> Span:
        prefix = f"{self.document}#char="
        if not sentence.startswith(prefix):
            raise self.refusal(f"a sentence of elsewhere, <{sentence}>")
        return read_span(sentence.removeprefix(prefix))

    def _modality(self, subject: str) -> Modality:
        modality = _MODALITIES.get(self._one_node(subject, rg.MODALITY))
        if modality is None:
            raise self.refusal(f"no modality that is known, of <{subject}>")
        return modality

    def _confidence(self, subject: str) -> float:
        written = self.text(subject, rg.CONFIDENCE)
        try:
            return float(written)
        except ValueError as error:
            raise self.refusal(f"a confidence that is no number, of <{subject}>") from error

    def _referents(self, subject: str, predicate: ox.NamedNode) -> list[str]:
        nodes = self._all(subject, predicate)
        return [self._local(self._node(subject, predicate, node), "referent") for node in nodes]

    def _maybe_referent(self, subject: str, predicate: ox.NamedNode) -> str:
        node = self.maybe_node(subject, predicate)
        return self._local(node, "referent") if node else ""

    def _local(self, node: str, kind: str) -> str:
        """Take the id out of ``…/article/x#referent-e1``, which must be a thing of this graph."""
        prefix = f"{self.document}#{kind}-"
        if not node.startswith(prefix) or node not in self._facts:
            raise self.refusal(f"no {kind} of this article, <{node}>")
        return node.removeprefix(prefix)

    def _subjects(self, of_type: ox.NamedNode, kind: str) -> list[str]:
        """Return the subjects of one type in the order of their ids."""
        found = [
            subject
            for subject, about in self._facts.items()
            if of_type in about.get(rg.TYPE.value, ())
        ]
        return sorted(found, key=lambda subject: _natural(self._local(subject, kind)))

    def _spans(self, subject: str, predicate: ox.NamedNode) -> tuple[Span, ...]:
        return tuple(sorted(map(read_span, self._texts(subject, predicate))))

    def _texts(self, subject: str, predicate: ox.NamedNode) -> list[str]:
        values = self._all(subject, predicate)
        texts = [value.value for value in values if isinstance(value, ox.Literal)]
        if len(texts) != len(values):
            raise self.refusal(f"an IRI for {rg.short(predicate.value)} of <{subject}>, not a text")
        return texts

    def _one_node(self, subject: str, predicate: ox.NamedNode) -> str:
        values = self._all(subject, predicate)
        if len(values) != 1:
            raise self._not_one(subject, predicate, len(values))
        return self._node(subject, predicate, values[0])

    def _node(self, subject: str, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> str:
        if not isinstance(value, ox.NamedNode):
            raise self.refusal(f"a text for {rg.short(predicate.value)} of <{subject}>, not an IRI")
        return value.value

    def _all(self, subject: str, predicate: ox.NamedNode) -> list[ox.NamedNode | ox.Literal]:
        return self._facts.get(subject, {}).get(predicate.value, [])

    def _not_one(self, subject: str, predicate: ox.NamedNode, number: int) -> InputError:
        return self.refusal(
            f"{number} values of {rg.short(predicate.value)}, not one, of <{subject}>"
        )


@cache
def _kinds() -> dict[str, str]:
    return {kind.iri: kind.name for kind in ontology.load().kinds.values()}


@cache
def _relations() -> dict[str, ontology.Relation]:
    return {relation.iri: relation for relation in ontology.load().relations.values()}


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Order ``e2`` before ``e10``."""
    return tuple((len(part), part) for part in _DIGITS.split(name))


def _value(term: ox.NamedNode | ox.Literal) -> str:
    return term.value
