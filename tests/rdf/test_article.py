"""One article as quads, as docs/graph-model.md shows them."""

import hashlib
from dataclasses import replace

import pyoxigraph as ox
import pytest

from relgraph.iri import DEFAULT_BASE
from relgraph.iri import article as article_iri
from relgraph.model import Article, Extraction
from relgraph.rdf import article_quads
from relgraph.rdf.article import web_url

RG = "https://w3id.org/relgraph/ns#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SCHEMA = "https://schema.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
DOCUMENT = article_iri(DEFAULT_BASE, "seed-1")

Facts = dict[str, set[ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple]]


def write(article: Article, extraction: Extraction) -> list[ox.Quad]:
    return article_quads(article, extraction, base=DEFAULT_BASE, extractor="rules 0.1.0")


def about(quads: list[ox.Quad], subject: str) -> Facts:
    facts: Facts = {}
    for quad in quads:
        if quad.subject == ox.NamedNode(subject):
            facts.setdefault(quad.predicate.value, set()).add(quad.object)
    return facts


def node(iri: str) -> set[ox.NamedNode]:
    return {ox.NamedNode(iri)}


def text(value: str) -> set[ox.Literal]:
    return {ox.Literal(value)}


def typed(value: str, datatype: str) -> set[ox.Literal]:
    return {ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))}


def test_the_document_says_where_it_came_from(article: Article, extraction: Extraction) -> None:
    assert about(write(article, extraction), DOCUMENT) == {
        RDF_TYPE: node(f"{SCHEMA}NewsArticle"),
        "http://purl.org/dc/terms/identifier": text("seed-1"),
        f"{SCHEMA}headline": text("Singh in Rabat"),
        f"{SCHEMA}publisher": text("Example Wire"),
        f"{SCHEMA}url": node("https://example.org/a%20b?x=1#top"),
        f"{SCHEMA}datePublished": typed("2025-09-24", "date"),
        f"{RG}text": text(article.text),
        f"{RG}sha256": text(hashlib.sha256(article.text.encode()).hexdigest()),
        f"{RG}extractor": text("rules 0.1.0"),
    }


def test_what_is_not_known_is_left_out(extraction: Extraction) -> None:
    bare = replace(extraction, published="", events=())
    facts = about(write(Article("seed-1", "Words."), bare), DOCUMENT)

    assert set(facts) == {
        RDF_TYPE,
        "http://purl.org/dc/terms/identifier",
        f"{RG}text",
        f"{RG}sha256",
        f"{RG}extractor",
    }


def test_a_referent_says_where_it_is_named(article: Article, extraction: Extraction) -> None:
    assert about(write(article, extraction), f"{DOCUMENT}#referent-e1") == {
        RDF_TYPE: node(f"{RG}Referent"),
        f"{RG}kind": node("http://xmlns.com/foaf/0.1/Person"),
        f"{RG}name": text("Rajnath Singh"),
        f"{RG}alias": text("Singh"),
        f"{RG}role": text("Defence Minister"),
        f"{RG}countryCode": text("IN"),
        f"{RG}mentionedAt": text("28,41"),
    }


def test_a_claim_leads_to_its_sentence(article: Article, extraction: Extraction) -> None:
    quads = write(article, extraction)
    claim = about(quads, f"{DOCUMENT}#claim-v1")
    (evidence_node,) = claim.pop(f"{RG}evidence")
    assert isinstance(evidence_node, ox.NamedNode)
    evidence = about(quads, evidence_node.value)

    assert claim == {
        RDF_TYPE: node(f"{RG}EventClaim"),
        f"{RG}relation": node(f"{RG}Meeting"),
        f"{RG}agent": node(f"{DOCUMENT}#referent-e1"),
        f"{RG}counterpart": node(f"{DOCUMENT}#referent-e2"),
        f"{RG}place": node(f"{DOCUMENT}#referent-e3"),
        f"{RG}dateIso": text("2025-09-22"),
        f"{RG}dateText": text("On Monday"),
        f"{RG}topic": text("defence"),
        f"{RG}modality": node(f"{RG}Asserted"),
        f"{RG}confidence": typed("0.9", "decimal"),
    }
    assert evidence == {
        RDF_TYPE: node(f"{RG}Evidence"),
        f"{RG}sentence": node(f"{DOCUMENT}#char=0,68"),
        f"{RG}rule": text("verb:meet"),
        f"{RG}triggerAt": text("42,45"),
        f"{RG}argumentAt": text("28,41") | text("46,58"),
    }
    assert about(quads, f"{DOCUMENT}#char=0,68") == {
        RDF_TYPE: node(f"{NIF}Sentence"),
        f"{NIF}beginIndex": typed("0", "integer"),
        f"{NIF}endIndex": typed("68", "integer"),
        f"{NIF}anchorOf": text(article.text),
        f"{NIF}referenceContext": node(DOCUMENT),
    }


def test_every_quad_is_in_the_graph_of_its_article(
    article: Article, extraction: Extraction
) -> None:
    quads = write(article, extraction)

    assert {quad.graph_name for quad in quads} == node(DOCUMENT)
    assert all(str(quad.subject).startswith(f"<{DOCUMENT}") for quad in quads)


def test_what_is_written_is_what_a_store_keeps(article: Article, extraction: Extraction) -> None:
    quads = write(article, extraction)
    store = ox.Store()
    store.extend(quads)

    assert sorted(store, key=str) == quads


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("http://example.org/é", "http://example.org/%C3%A9", id="letters"),
        pytest.param("HTTPS://example.org/", "HTTPS://example.org/", id="capitals"),
        pytest.param("https://example.org/%C3%A9", "https://example.org/%C3%A9", id="percent"),
        pytest.param("file:///etc/passwd", "", id="file"),
        pytest.param("data:text/html,<script>", "", id="data"),
        pytest.param("https://", "", id="no-host"),
        pytest.param("https://[::1", "", id="broken-host"),
        pytest.param("https://example.org/%zz", "", id="broken-percent"),
        pytest.param("https://example.org/<script>", "https://example.org/%3Cscript%3E", id="tag"),
        pytest.param("example.org", "", id="no-scheme"),
    ],
)
def test_only_addresses_of_the_web_become_urls(url: str, expected: str) -> None:
    assert web_url(url) == expected
