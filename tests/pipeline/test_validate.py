"""Each promise of docs/graph-model.md, broken, is found."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pyoxigraph as ox
import pytest

from relgraph.iri import DEFAULT_BASE
from relgraph.iri import article as article_iri
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
from relgraph.pipeline.findings import Finding
from relgraph.pipeline.validate import validate
from relgraph.rdf import article_quads, merged_quads
from relgraph.rdf.vocabulary import term
from relgraph.resolve import resolve
from relgraph.store import GraphName, Store, Term, open_store

TEXT = "On Monday, Defence Minister Rajnath Singh met Ryad Mezzour in Rabat."
DOCUMENT = article_iri(DEFAULT_BASE, "seed-1")
SINGH = f"{DEFAULT_BASE}person/rajnath-singh"

MET = Evidence(Span(0, 68), TEXT, "verb:meet", Span(42, 45), (Span(28, 41), Span(46, 58)))
ARTICLE = Article(
    "seed-1", TEXT, "Singh in Rabat", "https://example.org/a", "Example Wire", "2025-09-24"
)
MEETING = EventClaim(
    "v1",
    "met",
    (Participant("e1", "agent"), Participant("e2", "counterpart")),
    (MET,),
    place="e3",
    date="2025-09-22",
    date_text="On Monday",
    topics=("defence",),
)
VISIT = replace(
    MEETING,
    id="v2",
    relation="visited",
    participants=(Participant("e1", "agent"),),
    object="e3",
    place="",
)
OFFICE = StateClaim("s1", "holds_office", "e1", "e4", (MET,), title="Defence Minister")
DEAN = StateClaim("s2", "holds_office", "e2", "", (MET,), title="Dean")
EXTRACTION = Extraction(
    "seed-1",
    "2025-09-24",
    (
        Referent(
            "e1", "Person", "Rajnath Singh", ("Singh",), "Defence Minister", "IN", (Span(28, 41),)
        ),
        Referent("e2", "Person", "Ryad Mezzour", mentions=(Span(46, 58),)),
        Referent("e3", "Place", "Rabat", country="MA", mentions=(Span(62, 67),)),
        Referent("e4", "Country", "India", country="IN"),
    ),
    (MEETING, VISIT),
    (OFFICE, DEAN),
)

Value = ox.NamedNode | ox.Literal
Build = Callable[[Extraction], Store]


@pytest.fixture
def build() -> Iterator[Build]:
    """Make stores that hold one article and what follows from it."""
    opened = []

    def of(extraction: Extraction) -> Store:
        store = open_store("memory:", create=True)
        opened.append(store)
        quads = article_quads(ARTICLE, extraction, base=store.base, extractor="rules 0.1.0")
        world = resolve([(DOCUMENT, ARTICLE, extraction)], base=store.base)
        store.replace({ox.NamedNode(DOCUMENT): quads, ox.DefaultGraph(): merged_quads(world)})
        return store

    yield of
    for store in opened:
        store.close()


@pytest.fixture
def store(build: Build) -> Store:
    return build(EXTRACTION)


def set_values(store: Store, subject: str, predicate: str, values: list[Value]) -> None:
    """Put *values* in place of what *subject* has for *predicate*, in the graph it is in."""
    graph: GraphName = ox.DefaultGraph()
    if subject.startswith(DOCUMENT):
        graph = ox.NamedNode(DOCUMENT)
    node, name = ox.NamedNode(subject), term(predicate)
    kept = [
        quad for quad in store.match(graph=graph) if (quad.subject, quad.predicate) != (node, name)
    ]
    store.replace({graph: [*kept, *(ox.Quad(node, name, value, graph) for value in values)]})


class Spoiled:
    """A store with one quad more, of a kind that a store of ours would not take."""

    def __init__(self, store: Store, quad: ox.Quad) -> None:
        self.base, self._store, self._quad = store.base, store, quad

    def match(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,  # noqa: A002 - the store's word
        graph: GraphName | None = None,
    ) -> Iterator[ox.Quad]:
        more = self._quad
        pairs = zip(
            (subject, predicate, object, graph),
            (more.subject, more.predicate, more.object, more.graph_name),
            strict=True,
        )
        yield from self._store.match(subject, predicate, object, graph)
        if all(wanted in (None, has) for wanted, has in pairs):
            yield more


def problems(store: Store) -> str:
    return "\n".join(map(str, validate(store)))


def iri(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)


def event_of(store: Store, relation: str) -> str:
    quad = next(
        store.match(predicate=term("rdf:type"), object=term(relation), graph=ox.DefaultGraph())
    )
    assert isinstance(quad.subject, ox.NamedNode)
    return quad.subject.value


def test_what_relgraph_writes_is_valid(store: Store) -> None:
    assert validate(store) == ()


def test_an_empty_store_is_valid() -> None:
    store = open_store("memory:", create=True)

    assert validate(store) == ()
    store.close()


@pytest.mark.parametrize(
    ("local", "predicate", "values", "problem"),
    [
        pytest.param(
            "", "rg:text", [ox.Literal("x" * 70)], "not the one that was hashed", id="text"
        ),
        pytest.param("", "rg:sha256", [ox.Literal("beef")], "64 hexadecimal digits", id="sha256"),
        pytest.param(
            "", "rg:sha256", [ox.Literal("0" * 64)], "not the one that was hashed", id="hash"
        ),
        pytest.param("", "dcterms:identifier", [], "one dcterms:identifier", id="no-identifier"),
        pytest.param(
            "",
            "dcterms:identifier",
            [ox.Literal("x")],
            "not the graph of the article",
            id="other-id",
        ),
        pytest.param("", "rg:extractor", [], "by which rg:extractor", id="no-extractor"),
        pytest.param("", "schema:url", [iri("ftp://example.org/")], "address of the web", id="ftp"),
        pytest.param(
            "", "schema:datePublished", [ox.Literal("today")], "one date at most", id="published"
        ),
        pytest.param(
            "#char=0,68", "nif:anchorOf", [ox.Literal("Words.")], "quote does not stand", id="quote"
        ),
        pytest.param(
            "#char=0,68",
            "nif:endIndex",
            [ox.Literal(67)],
            "says what is not so",
            id="end-of-sentence",
        ),
        pytest.param(
            "#char=0,68", "nif:beginIndex", [ox.Literal(70)], "before it ends", id="begin-after-end"
        ),
        pytest.param("#referent-e1", "rg:name", [], "one rg:name", id="nameless"),
        pytest.param("#referent-e1", "rg:kind", [term("foaf:Agent")], "one kind", id="kind"),
        pytest.param(
            "#referent-e1", "rg:countryCode", [ox.Literal("IND")], "two capitals", id="code"
        ),
        pytest.param(
            "#referent-e1",
            "rg:mentionedAt",
            [ox.Literal("28,900")],
            "no stretch",
            id="mention-beyond",
        ),
        pytest.param(
            "#referent-e1", "rg:mentionedAt", [ox.Literal("x")], "BEGIN,END", id="mention"
        ),
        pytest.param(
            "#referent-e1", "rg:age", [ox.Literal(74)], "does not write (rg:age is 74)", id="closed"
        ),
        pytest.param(
            "#claim-v1", "rg:relation", [term("rg:Part")], "one relation", id="state-as-event"
        ),
        pytest.param(
            "#claim-v1", "rg:modality", [term("rg:Maybe")], "one of rg:Asserted", id="modal"
        ),
        pytest.param("#claim-v1", "rg:confidence", [ox.Literal(7)], "from 0 to 1", id="confidence"),
        pytest.param("#claim-v1", "rg:evidence", [], "has evidence", id="claim-without-evidence"),
        pytest.param("#claim-v1", "rg:agent", [iri(SINGH)], "referent of the article", id="agent"),
        pytest.param(
            "#claim-v1", "rg:dateIso", [ox.Literal("Monday")], "one ISO date", id="date-of-claim"
        ),
        pytest.param("#claim-s2", "rg:title", [], "an rg:object, or is an office", id="of-nothing"),
        pytest.param("#claim-s1", "rg:subject", [], "rg:subject is one referent", id="subject"),
    ],
)
def test_an_article_that_was_tampered_with_is_found(
    store: Store, local: str, predicate: str, values: list[Value], problem: str
) -> None:
    set_values(store, DOCUMENT + local, predicate, values)

    assert problem in problems(store)


@pytest.mark.parametrize(
    ("evidence", "problem"),
    [
        pytest.param(
            replace(MET, trigger=Span(68, 71)), "trigger 68,71 is not inside", id="trigger"
        ),
        pytest.param(replace(MET, trigger=Span(42, 42)), "trigger 42,42 is not inside", id="empty"),
        pytest.param(
            replace(MET, arguments=(Span(60, 70),)), "argument 60,70 is not inside", id="argument"
        ),
        pytest.param(
            replace(MET, span=Span(1, 68)), "does not stand in the text at 1,68", id="off-by-one"
        ),
        pytest.param(
            replace(MET, span=Span(0, 99)), "does not stand in the text at 0,99", id="beyond"
        ),
    ],
)
def test_what_is_not_grounded_is_found(build: Build, evidence: Evidence, problem: str) -> None:
    claim = replace(MEETING, evidence=(evidence,))

    assert problem in problems(build(replace(EXTRACTION, events=(claim,), states=())))


@pytest.mark.parametrize(
    ("relation", "predicate", "values", "problem"),
    [
        pytest.param("rg:Meeting", "rg:evidence", [], "has evidence", id="no-evidence"),
        pytest.param(
            "rg:Meeting",
            "rg:evidence",
            [iri(f"{DOCUMENT}#evidence-none")],
            "leads to an evidence that no article has",
            id="dead-evidence",
        ),
        pytest.param("rg:Meeting", "rg:participant", [], "who play a part", id="no-participant"),
        pytest.param("rg:Meeting", "rg:modality", [], "rg:modality", id="no-modality"),
        pytest.param(
            "rg:Meeting", "rg:reports", [ox.Literal(0)], "one article at least", id="reports"
        ),
        pytest.param(
            "rg:Meeting", "rg:startDate", [], "both a first and a last day", id="no-start"
        ),
        pytest.param(
            "rg:Meeting",
            "rg:startDate",
            [ox.Literal("2025-09-23", datatype=term("xsd:date"))],
            "not after rg:endDate",
            id="start-after-end",
        ),
        pytest.param(
            "rg:Meeting", "rg:date", [ox.Literal("Monday")], "one date at most", id="date"
        ),
        pytest.param("rg:Meeting", "rg:month", [ox.Literal("September")], "one month", id="month"),
        pytest.param("rg:Meeting", "rg:mood", [ox.Literal("warm")], "does not write", id="closed"),
        pytest.param(
            "rg:Meeting", "rdf:type", [term("rg:Event")], "of one relation", id="no-relation"
        ),
        pytest.param(
            "rg:Meeting", "rg:place", [iri("https://e.org/x")], "one entity", id="no-entity"
        ),
        pytest.param(
            "rg:Visit", "rg:object", [iri(SINGH)], "no participant", id="object-takes-part"
        ),
        pytest.param("rg:OfficeHolding", "rg:object", [], "not what is so", id="half-a-state"),
        pytest.param(
            "rg:OfficeHolding", "rg:object", [iri(SINGH)], "not the object", id="state-of-itself"
        ),
        pytest.param(
            "rg:OfficeHolding", "rg:attestedOn", [ox.Literal("now")], "rg:attestedOn", id="attested"
        ),
        pytest.param("foaf:Person", "skos:prefLabel", [], "is an entity", id="no-label"),
        pytest.param(
            "foaf:Person", "rg:referent", [], "some article's referent", id="of-no-article"
        ),
        pytest.param(
            "foaf:Person",
            "rg:referent",
            [iri(f"{DOCUMENT}#referent-e99")],
            "leads to a referent that no article has",
            id="dead-referent",
        ),
        pytest.param("foaf:Person", "rg:met", [], "not what is so", id="shortcut-lost"),
        pytest.param(
            "foaf:Person", "rg:signed", [iri(SINGH)], "says what is not so", id="shortcut-made-up"
        ),
    ],
)
def test_a_merged_view_that_was_tampered_with_is_found(
    store: Store, relation: str, predicate: str, values: list[Value], problem: str
) -> None:
    subject = SINGH if relation == "foaf:Person" else event_of(store, relation)

    set_values(store, subject, predicate, values)

    assert problem in problems(store)


def test_a_preferred_name_is_no_other_name_too(store: Store) -> None:
    set_values(store, SINGH, "skos:altLabel", [ox.Literal("Rajnath Singh")])

    assert "none of its other names" in problems(store)


@pytest.mark.parametrize(
    ("quad", "problem"),
    [
        pytest.param(
            ox.Quad(ox.BlankNode(), term("rg:name"), ox.Literal("x"), iri(DOCUMENT)),
            "a blank node",
            id="blank-subject",
        ),
        pytest.param(
            ox.Quad(iri(SINGH), term("rg:met"), ox.BlankNode()), "a blank node", id="blank-object"
        ),
        pytest.param(
            ox.Quad(iri(SINGH), term("skos:prefLabel"), ox.Literal("Rajnath Singh"), iri(DOCUMENT)),
            "stands in 2 graphs",
            id="merged-triple-in-an-article",
        ),
        pytest.param(
            ox.Quad(iri(f"{DOCUMENT}#referent-e1"), term("rg:name"), ox.Literal("Rajnath Singh")),
            "stands in 2 graphs",
            id="article-triple-in-the-merged-view",
        ),
        pytest.param(
            ox.Quad(iri(f"{DOCUMENT}#referent-e1"), term("rg:name"), ox.Literal("Other")),
            "belongs to another graph",
            id="article-subject-in-the-merged-view",
        ),
        pytest.param(
            ox.Quad(
                iri("https://e.org/s"), term("rg:name"), ox.Literal("x"), iri("https://e.org/g")
            ),
            "a graph that relgraph does not write",
            id="foreign-graph",
        ),
    ],
)
def test_a_quad_in_the_wrong_place_is_found(store: Store, quad: ox.Quad, problem: str) -> None:
    assert problem in problems(cast("Store", Spoiled(store, quad)))


def test_each_finding_is_one_line_that_says_what_to_do(store: Store) -> None:
    set_values(store, DOCUMENT, "rg:sha256", [ox.Literal("0" * 64)])

    assert validate(store) == (
        Finding(
            "the text is not the one that was hashed (000000000000…)",
            DOCUMENT,
            "ingest the article again",
        ),
    )
