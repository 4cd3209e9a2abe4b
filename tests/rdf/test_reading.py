"""An article comes back from its quads as it went in."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph import ontology
from relgraph.errors import InputError
from relgraph.iri import DEFAULT_BASE
from relgraph.iri import article as article_iri
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
from relgraph.rdf import article_quads, read_article, read_extraction
from relgraph.rdf.vocabulary import PARTIES, term

DOCUMENT = article_iri(DEFAULT_BASE, "seed-1")
KNOWN = ontology.load()

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
MAYBE_WORDS = WORDS | st.just("")
SETS_OF_WORDS = st.sets(WORDS, max_size=3).map(sorted).map(tuple)
DATES = st.sampled_from(
    ["", "2025", "2025-09", "2025-09-22", "XXXX-09-22", "2025-09-22/2025-09-23"]
)
CONFIDENCES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)


def spans() -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, 5000), st.integers(0, 300)).map(
        lambda pair: Span(pair[0], sum(pair))
    )


def sorted_spans() -> st.SearchStrategy[tuple[Span, ...]]:
    return st.sets(spans(), max_size=3).map(sorted).map(tuple)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    ids = [f"e{number}" for number in range(1, draw(st.integers(2, 12)) + 1)]
    referent = st.sampled_from(ids)
    quotes: dict[Span, str] = {}

    def evidence() -> tuple[Evidence, ...]:
        found = set()
        for _ in range(draw(st.integers(1, 2))):
            span = draw(spans())
            quote = quotes.setdefault(span, draw(WORDS))
            found.add(Evidence(span, quote, draw(WORDS), draw(spans()), draw(sorted_spans())))
        return tuple(sorted(found, key=lambda e: (e.span, e.trigger, e.rule, e.arguments)))

    def event(number: int) -> EventClaim:
        parties = draw(st.sets(st.tuples(st.sampled_from(PARTIES), referent), max_size=4))
        order = sorted(parties, key=lambda p: (PARTIES.index(p[0]), int(p[1][1:])))
        return EventClaim(
            f"v{number}",
            draw(st.sampled_from([relation.name for relation in KNOWN.events])),
            tuple(Participant(who, part) for part, who in order),
            evidence(),
            draw(referent | st.just("")),
            draw(MAYBE_WORDS),
            draw(referent | st.just("")),
            draw(DATES),
            draw(MAYBE_WORDS),
            draw(st.sampled_from(list(Modality))),
            draw(SETS_OF_WORDS),
            draw(SETS_OF_WORDS),
            draw(CONFIDENCES),
        )

    def state(number: int) -> StateClaim:
        return StateClaim(
            f"s{number}",
            draw(st.sampled_from([relation.name for relation in KNOWN.states])),
            draw(referent),
            draw(referent | st.just("")),
            evidence(),
            draw(MAYBE_WORDS),
            draw(st.sampled_from(list(Modality))),
            draw(CONFIDENCES),
        )

    kinds = st.sampled_from(list(KNOWN.kinds))
    return Extraction(
        draw(WORDS),
        draw(st.sampled_from(["", "2025", "2025-09", "2025-09-24"])),
        tuple(
            Referent(
                name,
                draw(kinds),
                draw(WORDS),
                draw(SETS_OF_WORDS),
                draw(MAYBE_WORDS),
                draw(st.sampled_from(["", "IN", "MA"])),
                draw(sorted_spans()),
            )
            for name in ids
        ),
        tuple(event(number) for number in range(1, draw(st.integers(0, 11)) + 1)),
        tuple(state(number) for number in range(1, draw(st.integers(0, 2)) + 1)),
    )


@given(extraction=extractions(), text=WORDS, title=MAYBE_WORDS, publisher=MAYBE_WORDS)
@settings(max_examples=60, deadline=None)
def test_what_went_in_comes_out(
    extraction: Extraction, text: str, title: str, publisher: str
) -> None:
    url = "https://example.org/a?b=c#d"
    article = Article(extraction.article, text, title, url, publisher, extraction.published)
    quads = article_quads(article, extraction, base=DEFAULT_BASE, extractor="rules")
    store = ox.Store()
    store.extend(quads)

    assert sorted(store, key=str) == quads
    assert read_article(store) == (article, extraction)
    assert read_extraction(store) == extraction


def quads_of(article: Article, extraction: Extraction) -> list[ox.Quad]:
    return article_quads(article, extraction, base=DEFAULT_BASE, extractor="rules")


def test_an_extraction_is_read_without_the_text(article: Article, extraction: Extraction) -> None:
    heavy = {term("rg:text"), term("nif:anchorOf")}
    light = [quad for quad in quads_of(article, extraction) if quad.predicate not in heavy]

    read = read_extraction(light)

    assert read.referents == extraction.referents
    assert [claim.id for claim in read.events] == ["v1"]
    assert read.events[0].evidence[0].quote == ""


def other(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)


@pytest.mark.parametrize(
    ("local", "predicate", "value", "problem"),
    [
        pytest.param("#claim-v1", "rg:dateIso", ox.Literal("2025-02-30"), "no date", id="no-day"),
        pytest.param("#claim-v1", "rg:dateIso", other("https://e.org/x"), "not a text", id="iri"),
        pytest.param("#claim-v1", "rg:place", ox.Literal("Rabat"), "not an IRI", id="text"),
        pytest.param("#claim-v1", "rg:agent", other("https://e.org/x"), "no referent", id="far"),
        pytest.param(
            "#claim-v1", "rg:agent", other(f"{DOCUMENT}#referent-e9"), "no referent", id="nobody"
        ),
        pytest.param("#claim-v1", "rg:relation", other("https://e.org/x"), "relation", id="type"),
        pytest.param(
            "#claim-v1", "rg:relation", term("rg:OfficeHolding"), "relation", id="state-as-event"
        ),
        pytest.param("#claim-v1", "rg:modality", term("rg:Maybe"), "modality", id="modality"),
        pytest.param("#claim-v1", "rg:confidence", ox.Literal("high"), "no number", id="confident"),
        pytest.param("#referent-e1", "rg:kind", term("foaf:Agent"), "kind", id="kind"),
        pytest.param("#referent-e1", "rg:mentionedAt", ox.Literal("x"), "no stretch", id="mention"),
        pytest.param("", "schema:datePublished", ox.Literal("today"), "no date", id="published"),
        pytest.param("", "rdf:type", term("schema:Thing"), "says nothing", id="no-article"),
    ],
)
def test_foreign_quads_are_refused_in_one_line(
    article: Article,
    extraction: Extraction,
    local: str,
    predicate: str,
    value: ox.NamedNode | ox.Literal,
    problem: str,
) -> None:
    subject, graph = ox.NamedNode(DOCUMENT + local), ox.NamedNode(DOCUMENT)
    kept = [
        quad
        for quad in quads_of(article, extraction)
        if (quad.subject, quad.predicate) != (subject, term(predicate))
    ]

    with pytest.raises(InputError, match=problem) as refusal:
        read_article([*kept, ox.Quad(subject, term(predicate), value, graph)])
    assert refusal.value.where == DOCUMENT
    assert "\n" not in str(refusal.value)


def test_two_names_of_one_referent_are_refused(article: Article, extraction: Extraction) -> None:
    more = ox.Quad(
        ox.NamedNode(f"{DOCUMENT}#referent-e1"),
        term("rg:name"),
        ox.Literal("Somebody"),
        ox.NamedNode(DOCUMENT),
    )

    with pytest.raises(InputError, match="2 values of rg:name, not one"):
        read_article([*quads_of(article, extraction), more])


def test_an_evidence_under_a_foreign_name_is_refused(
    article: Article, extraction: Extraction
) -> None:
    (claim,) = extraction.events
    forged = [
        quad
        for quad in quads_of(article, extraction)
        if quad.predicate != term("rg:rule") or quad.object != ox.Literal("verb:meet")
    ]
    quads = quads_of(article, replace(extraction, events=(claim,)))
    node = next(q.subject for q in quads if q.object == ox.Literal("verb:meet"))

    with pytest.raises(InputError, match="does not go by what it says"):
        read_article(
            [*forged, ox.Quad(node, term("rg:rule"), ox.Literal("x"), ox.NamedNode(DOCUMENT))]
        )


@pytest.mark.parametrize(
    "quad",
    [
        pytest.param(
            ox.Quad(ox.BlankNode("b"), term("rg:name"), ox.Literal("x"), ox.NamedNode(DOCUMENT)),
            id="blank-node",
        ),
        pytest.param(
            ox.Quad(ox.NamedNode("https://e.org/s"), term("rg:name"), ox.Literal("x")),
            id="default-graph",
        ),
        pytest.param(
            ox.Quad(
                ox.NamedNode("https://e.org/s"),
                term("rg:name"),
                ox.Literal("x"),
                ox.NamedNode("https://e.org/g"),
            ),
            id="two-graphs",
        ),
    ],
)
def test_a_quad_that_no_article_has_is_refused(
    article: Article, extraction: Extraction, quad: ox.Quad
) -> None:
    with pytest.raises(InputError, match="article"):
        read_article([*quads_of(article, extraction), quad])


def test_no_quads_are_no_article() -> None:
    with pytest.raises(InputError, match="not the graph of one article"):
        read_article([])
