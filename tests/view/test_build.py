"""What a picture shows, and what it leaves out."""

from collections.abc import Callable

import pytest

from relgraph.errors import StoreError, UsageError
from relgraph.model import Modality, Span
from relgraph.store import Store
from relgraph.view import Edge, GraphView, build

BASE = "https://w3id.org/relgraph/id/"


def line(edge: Edge) -> str:
    """Write an edge as "rajnath-singh met ryad-mezzour"."""
    return f"{edge.source.split('/')[-1]} {edge.label} {edge.target.split('/')[-1]}"


def lines(view: GraphView) -> list[str]:
    return sorted(line(edge) for edge in view.edges)


def edge(view: GraphView, written: str, *, statement: str = "") -> Edge:
    return next(e for e in view.edges if line(e) == written and e.statement.endswith(statement))


def test_each_statement_draws_an_edge_for_each_pair(store: Store) -> None:
    assert lines(build(store)) == [
        "abdeltif-loudiyi inaugurated plant",
        "abdeltif-loudiyi met ryad-mezzour",
        "abdeltif-loudiyi visited india",
        "india signed with morocco",
        "rajnath-singh holds office in india",
        "rajnath-singh inaugurated plant",
        "rajnath-singh met abdeltif-loudiyi",
        "rajnath-singh met ryad-mezzour",
        "rajnath-singh met ryad-mezzour",
        "rajnath-singh visited morocco",
        "ryad-mezzour visited india",
    ]


def test_nodes_and_edges_are_sorted_and_hang_together(store: Store) -> None:
    view = build(store)
    ids = [node.id for node in view.nodes]
    assert ids == sorted(ids)
    assert [e.id for e in view.edges] == sorted({e.id for e in view.edges})
    assert {end for e in view.edges for end in (e.source, e.target)} == set(ids)


def test_building_twice_gives_the_same(store: Store) -> None:
    assert build(store) == build(store)


def test_a_meeting_carries_what_is_known_of_it(store: Store) -> None:
    met = edge(build(store), "rajnath-singh met ryad-mezzour", statement="met/1")
    assert (met.date, met.start, met.end) == ("2025-09-22", "2025-09-22", "2025-09-22")
    assert (met.place, met.topics) == ("Rabat", ("chemicals", "defence"))
    assert (met.modality, met.confidence, met.reports) == (Modality.ASSERTED, 0.9, 2)
    assert met.statement == f"{BASE}met/1"


def test_quotes_count_from_the_sentence_that_they_quote(store: Store) -> None:
    _, quote = edge(build(store), "rajnath-singh met ryad-mezzour", statement="met/1").quotes
    assert quote.trigger.of(quote.text) == "met"
    assert [span.of(quote.text) for span in quote.arguments] == ["Rajnath Singh", "Ryad Mezzour"]
    assert (quote.begin, quote.end, quote.rule) == (10, 78, "verb:meet")
    assert (quote.headline, quote.publisher) == ("Singh in Rabat", "Atlas Wire")
    assert (quote.url, quote.published) == ("https://news.example/a", "2025-09-24")


def test_an_article_of_which_nothing_is_known_still_gives_its_sentence(store: Store) -> None:
    quote, _ = edge(build(store), "rajnath-singh met ryad-mezzour", statement="met/1").quotes
    assert (quote.text, quote.trigger) == ("The three met. ", Span(10, 13))
    assert (quote.headline, quote.url) == ("", "")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        pytest.param("rajnath-singh visited morocco", "2025-09-22/2025-09-23", id="a range"),
        pytest.param("rajnath-singh holds office in india", "2025-09-24", id="last attested"),
        pytest.param("ryad-mezzour visited india", "", id="unknown"),
    ],
)
def test_dates_are_shown_as_exact_as_known(store: Store, written: str, date: str) -> None:
    assert edge(build(store), written).date == date


def test_a_state_spans_the_days_that_attest_it(store: Store) -> None:
    office = edge(build(store), "rajnath-singh holds office in india")
    assert (office.start, office.end) == ("2025-06-20", "2025-09-24")
    assert office.title == "Defence Minister"


def test_an_object_in_words_is_kept_as_the_title(store: Store) -> None:
    assert edge(build(store), "india signed with morocco").title == "a memorandum on defence"


def test_planned_and_negated_are_marked(store: Store) -> None:
    view = build(store)
    assert edge(view, "abdeltif-loudiyi visited india").modality is Modality.PLANNED
    assert edge(view, "ryad-mezzour visited india").modality is Modality.NEGATED
    assert "1 planned (dashed), 1 that did not happen (hidden at first)" in view.caption


def test_words_around_the_picture_say_what_is_there(store: Store) -> None:
    view = build(store)
    assert view.title == "Rajnath Singh, India and Abdeltif Loudiyi"
    assert view.subtitle == "6 entities · 11 relations · 2 articles · Jun 2025 – Sep 2025"
    assert view.caption.endswith(
        "Left out: 2 other entities; 1 event or state that joins no two entities."
    )


def test_the_full_projection_adds_places_and_loners(store: Store) -> None:
    view = build(store, projection="full")
    assert "rajnath-singh met in rabat" in lines(view)
    assert f"{BASE}person/kirti-singh" in {node.id for node in view.nodes}


def test_focus_keeps_what_is_near(store: Store) -> None:
    view = build(store, focus=f"{BASE}person/ryad-mezzour")
    assert [node.label for node in view.nodes] == [
        "India",
        "Abdeltif Loudiyi",
        "Rajnath Singh",
        "Ryad Mezzour",
    ]
    assert view.title == "Ryad Mezzour"


def test_no_hops_keeps_the_focus_alone(store: Store) -> None:
    view = build(store, focus=f"{BASE}country/morocco", hops=0)
    assert [node.label for node in view.nodes] == ["Morocco"]


def test_a_focus_that_nothing_touches_stays(store: Store) -> None:
    view = build(store, focus=f"{BASE}place/rabat")
    assert [node.label for node in view.nodes] == ["Rabat"]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        pytest.param("2025-09-23", "2025-09-23", 4, id="a day, with what spans it"),
        pytest.param("2025", "2025", 8, id="a year"),
        pytest.param("", "2025-06", 2, id="until the end of a month"),
        pytest.param("2026", "", 0, id="nothing yet"),
    ],
)
def test_dates_narrow(store: Store, since: str, until: str, expected: int) -> None:
    assert len(build(store, since=since, until=until).edges) == expected


def test_kinds_and_relations_narrow(store: Store) -> None:
    view = build(store, kinds=("Person",), relations=("met", "visited"))
    assert {node.kind for node in view.nodes} == {"Person"}
    assert {e.relation for e in view.edges} == {"met"}


def test_modalities_narrow(store: Store) -> None:
    view = build(store, modalities=("planned",))
    assert lines(view) == ["abdeltif-loudiyi visited india"]


def test_confidence_narrows(store: Store) -> None:
    every, sure = build(store), build(store, min_confidence=0.8)
    assert {e.confidence for e in every.edges} > {e.confidence for e in sure.edges}
    assert min(e.confidence for e in sure.edges) >= 0.8


def test_an_empty_store_gives_an_empty_view(empty_store: Store) -> None:
    view = build(empty_store)
    assert (view.nodes, view.edges, view.title) == ((), (), "Nothing to show")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param({"rg:confidence 0.7": 'rg:confidence "high"'}, id="no number"),
        pytest.param({"rg:Planned": "rg:Perhaps"}, id="no modality"),
        pytest.param({'rg:triggerAt "10,13"': 'rg:triggerAt "there"'}, id="no offsets"),
        pytest.param({"rg:triggerAt": "rg:begunAt"}, id="no trigger"),
        pytest.param({"rg:sentence <article/b": "rg:sentence <article/c"}, id="no sentence"),
    ],
)
def test_a_damaged_store_is_said_to_be_one(
    damage: dict[str, str], damaged_store: Callable[[dict[str, str]], Store]
) -> None:
    with pytest.raises(StoreError, match="is not as relgraph writes it; run `relgraph rebuild`"):
        build(damaged_store(damage))


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        pytest.param({"focus": f"{BASE}met/1"}, "met/1: no entity", id="focus on no entity"),
        pytest.param({"kinds": ("Planet",)}, "no kind 'Planet'", id="unknown kind"),
        pytest.param({"relations": ("ate",)}, "no relation 'ate'", id="unknown relation"),
        pytest.param({"modalities": ("maybe",)}, "no modality 'maybe'", id="unknown modality"),
        pytest.param({"since": "yesterday"}, "no date: 'yesterday'", id="no date"),
        pytest.param({"until": "2025-13"}, "no date: '2025-13'", id="no month"),
        pytest.param({"since": "XXXX-09-22"}, "no date with a year", id="no year"),
        pytest.param({"since": "2026", "until": "2025"}, "later than", id="swapped dates"),
    ],
)
def test_what_is_not_known_is_said(store: Store, filters: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        build(store, **filters)  # type: ignore[arg-type]  # wrong on purpose
