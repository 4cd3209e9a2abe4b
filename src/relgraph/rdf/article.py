"""Write what one article says as the quads of its own graph; docs/graph-model.md shows them."""

import hashlib
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from relgraph import iri, ontology
from relgraph.model import Article, EventClaim, Evidence, Extraction, Referent, Span, StateClaim
from relgraph.rdf import vocabulary as rg
from relgraph.rdf.literals import (
    bounds,
    confidence_literal,
    date_literal,
    integer,
    span_text,
)

# What may stand in a URL as it is; the rest is written in percent.
_URL_SAFE = "%:/?#[]@!$&'()*+,;=~"

_Fact = tuple[ox.NamedNode, ox.NamedNode | ox.Literal]


def article_quads(
    article: Article, extraction: Extraction, *, base: str, extractor: str
) -> list[ox.Quad]:
    """Write *article* with all that *extraction* found in it, sorted, no quad twice."""
    document = iri.article(base, article.id)
    facts: dict[str, list[_Fact]] = {document: list(_document(article, extractor))}
    facts[document] += _filed(article, extraction)
    for referent in extraction.referents:
        facts[_referent(document, referent.id)] = list(_referent_facts(referent))
    claims: list[EventClaim | StateClaim] = [*extraction.events, *extraction.states]
    for claim in claims:
        told = _event(document, claim) if isinstance(claim, EventClaim) else _state(document, claim)
        facts[iri.within(document, "claim", claim.id)] = [*told, *_support(document, claim)]
        for evidence in claim.evidence:
            facts[evidence_iri(document, evidence)] = list(_evidence(document, evidence))
            sentence = iri.chars(document, evidence.span.begin, evidence.span.end)
            facts[sentence] = list(_sentence(document, evidence))
    graph = ox.NamedNode(document)
    quads = {
        ox.Quad(ox.NamedNode(subject), predicate, value, graph)
        for subject, about in facts.items()
        for predicate, value in about
    }
    return sorted(quads, key=str)


def evidence_iri(article_iri: str, evidence: Evidence) -> str:
    """Mint the IRI of an evidence from its sentence, its rule and the words that it points at."""
    spans = (evidence.span, evidence.trigger, *sorted(set(evidence.arguments)))
    return iri.within(article_iri, "evidence", evidence.rule, *map(span_text, spans))


def web_url(url: str) -> str:
    """Return *url* as an IRI that every tool takes, or nothing unless it is of the web.

    >>> web_url("https://example.org/a b"), web_url("javascript:alert(1)")
    ('https://example.org/a%20b', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return ""
    quoted = quote(url, safe=_URL_SAFE)
    try:
        return ox.NamedNode(quoted).value
    except ValueError:
        return ""


def sha256(text: str) -> str:
    """Hash an article's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _document(article: Article, extractor: str) -> Iterator[_Fact]:
    yield rg.TYPE, rg.ARTICLE
    yield rg.IDENTIFIER, ox.Literal(article.id)
    yield rg.TEXT, ox.Literal(article.text)
    yield rg.SHA256, ox.Literal(sha256(article.text))
    yield rg.EXTRACTOR, ox.Literal(extractor)
    yield from _strings(rg.HEADLINE, [article.title])
    yield from _strings(rg.PUBLISHER, [article.publisher])
    if url := web_url(article.url):
        yield rg.URL, ox.NamedNode(url)
    if published := date_literal(article.published):
        yield rg.PUBLISHED, published


def _filed(article: Article, extraction: Extraction) -> Iterator[_Fact]:
    """Yield the day that a dateline tells of an article that came without a date."""
    filed = date_literal(extraction.published)
    if filed and extraction.published != article.published:
        yield rg.FILED_ON, filed


def _referent_facts(referent: Referent) -> Iterator[_Fact]:
    yield rg.TYPE, rg.REFERENT_CLASS
    yield rg.KIND, ox.NamedNode(ontology.load().kinds[referent.kind].iri)
    yield rg.NAME, ox.Literal(referent.name)
    yield from _strings(rg.ALIAS, referent.aliases)
    yield from _strings(rg.ROLE, [referent.role])
    yield from _strings(rg.COUNTRY_CODE, [referent.country])
    yield from _spans(rg.MENTIONED_AT, referent.mentions)


def _event(document: str, claim: EventClaim) -> Iterator[_Fact]:
    yield rg.TYPE, rg.EVENT_CLAIM
    for participant in claim.participants:
        yield rg.PART_TERMS[participant.part], _node(_referent(document, participant.who))
    yield from _nodes(document, rg.OBJECT, claim.object)
    yield from _nodes(document, rg.PLACE, claim.place)
    bounds(claim.date)  # refuses what is no date
    yield from _strings(rg.DATE_ISO, [claim.date])
    yield from _strings(rg.DATE_TEXT, [claim.date_text])
    yield from _strings(rg.OBJECT_TEXT, [claim.object_text])
    yield from _strings(rg.TOPIC, claim.topics)
    yield from _strings(rg.UNNAMED, claim.unnamed)


def _state(document: str, claim: StateClaim) -> Iterator[_Fact]:
    yield rg.TYPE, rg.STATE_CLAIM
    yield from _nodes(document, rg.SUBJECT, claim.subject)
    yield from _nodes(document, rg.OBJECT, claim.object)
    yield from _strings(rg.TITLE, [claim.title])


def _support(document: str, claim: EventClaim | StateClaim) -> Iterator[_Fact]:
    yield rg.RELATION, ox.NamedNode(ontology.load().relations[claim.relation].iri)
    yield rg.MODALITY, rg.MODALITY_TERMS[claim.modality]
    yield rg.CONFIDENCE, confidence_literal(claim.confidence)
    for evidence in claim.evidence:
        yield rg.EVIDENCE, _node(evidence_iri(document, evidence))


def _evidence(document: str, evidence: Evidence) -> Iterator[_Fact]:
    yield rg.TYPE, rg.EVIDENCE_CLASS
    yield rg.SENTENCE_OF, _node(iri.chars(document, evidence.span.begin, evidence.span.end))
    yield rg.RULE, ox.Literal(evidence.rule)
    yield from _spans(rg.TRIGGER_AT, [evidence.trigger])
    yield from _spans(rg.ARGUMENT_AT, evidence.arguments)


def _sentence(document: str, evidence: Evidence) -> Iterator[_Fact]:
    yield rg.TYPE, rg.SENTENCE
    yield rg.BEGIN, integer(evidence.span.begin)
    yield rg.END, integer(evidence.span.end)
    yield rg.ANCHOR, ox.Literal(evidence.quote)
    yield rg.CONTEXT, _node(document)


def _referent(document: str, referent: str) -> str:
    return iri.within(document, "referent", referent)


def _node(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)


def _nodes(document: str, predicate: ox.NamedNode, referent: str) -> Iterator[_Fact]:
    if referent:
        yield predicate, _node(_referent(document, referent))


def _strings(predicate: ox.NamedNode, values: Iterable[str]) -> Iterator[_Fact]:
    return ((predicate, ox.Literal(value)) for value in values if value)


def _spans(predicate: ox.NamedNode, spans: Iterable[Span]) -> Iterator[_Fact]:
    return ((predicate, ox.Literal(span_text(span))) for span in spans)
