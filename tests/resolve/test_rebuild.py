"""However a store came about, its articles decide what the merged view says."""

from collections.abc import Callable

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.iri import DEFAULT_BASE
from relgraph.model import Article, Extraction
from relgraph.rdf import article_quads, merged_quads, read_article
from relgraph.resolve import resolve

Reading = tuple[str, Article, Extraction]
Tell = Callable[..., Reading]

CAST = (
    "Person|Rajnath Singh|IN|Defence Minister|Singh",
    "Person|Abdelatif Loudyi|MA|Defence Minister",
    "Person|Ryad Mezzour|MA|Minister of Trade",
    "Country|Morocco",
    "Agreement|Memorandum of Understanding",
)
STORIES = (
    ("met agent=e1 counterpart=e2 date=2025-09-22",),
    ("met agent=e2 counterpart=e1 counterpart=e3", "visited agent=e1 object=e4 date=2025-09"),
    ("signed agent=e1 agent=e2 object=e5 date=2025-09-22", "met agent=e1 counterpart=e3"),
    ("signed agent=e2 counterpart=e1 object=e5 topic=trade topic=defence",),
    (),
)
REMOVED = -1


def put(store: ox.Store, reading: Reading) -> None:
    graph, article, extraction = reading
    store.remove_graph(ox.NamedNode(graph))
    store.extend(article_quads(article, extraction, base=DEFAULT_BASE, extractor="rules"))


def rebuilt(store: ox.Store) -> list[ox.Quad]:
    graphs = [graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]
    readings = (
        (graph.value, *read_article(store.quads_for_pattern(None, None, None, graph)))
        for graph in graphs
    )
    return merged_quads(resolve(readings, base=DEFAULT_BASE))


@given(
    steps=st.lists(
        st.tuples(st.integers(0, 4), st.integers(REMOVED, len(STORIES) - 1)),
        min_size=1,
        max_size=12,
    )
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_replacing_and_removing_give_what_building_anew_gives(
    tell: Tell, steps: list[tuple[int, int]]
) -> None:
    store, final = ox.Store(), dict[int, Reading]()
    for number, story in steps:
        final.pop(number, None)
        if story == REMOVED:
            store.remove_graph(ox.NamedNode(tell(f"article-{number}", CAST)[0]))
        else:
            final[number] = tell(f"article-{number}", CAST, STORIES[story])
            put(store, final[number])

    assert rebuilt(store) == merged_quads(resolve(final.values(), base=DEFAULT_BASE))
