"""Where nodes go."""

import math

import pytest

from relgraph.view import Edge, GraphView, Node
from relgraph.view.layout import place


def graph(count: int, pairs: list[tuple[int, int]], *, label: str = "Name") -> GraphView:
    nodes = tuple(Node(f"https://e.org/{i:05}", "Person", f"{label} {i}") for i in range(count))
    edges = tuple(
        Edge(f"e{at:05}", nodes[a].id, nodes[b].id, "met", "met", f"s{at}")
        for at, (a, b) in enumerate(pairs)
    )
    return GraphView(nodes, edges)


def wheel(count: int) -> list[tuple[int, int]]:
    spokes = [(0, rim) for rim in range(1, count)]
    return spokes + [(rim, rim % (count - 1) + 1) for rim in range(1, count)]


VIEWS = [
    pytest.param(graph(0, []), id="empty"),
    pytest.param(graph(1, []), id="one node"),
    pytest.param(graph(2, [(0, 1), (1, 0), (0, 1)]), id="parallel edges"),
    pytest.param(graph(1, [(0, 0)]), id="an edge to itself"),
    pytest.param(graph(40, wheel(40)), id="wheel"),
    pytest.param(graph(30, [(i, i + 1) for i in range(0, 30, 2)]), id="pairs"),
    pytest.param(graph(50, []), id="no edges"),
    pytest.param(graph(600, wheel(600)), id="above the limit of stress"),
    pytest.param(graph(600, []), id="many without edges"),
]


@pytest.mark.parametrize("view", VIEWS)
def test_every_node_has_a_finite_place_of_its_own(view: GraphView) -> None:
    places = place(view)
    assert set(places) == {node.id for node in view.nodes}
    assert all(math.isfinite(part) for point in places.values() for part in point)
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_view_is_placed_the_same(view: GraphView) -> None:
    assert place(view) == place(view)


def test_labels_of_one_component_do_not_lie_over_each_other() -> None:
    view = graph(24, wheel(24), label="Ministry of")
    points = sorted(place(view).values())
    pairs = [(a, b) for at, a in enumerate(points) for b in points[at + 1 :]]
    assert not [1 for (ax, ay), (bx, by) in pairs if abs(ax - bx) < 85 and abs(ay - by) < 25]


def test_components_lie_apart() -> None:
    view = graph(9, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7), (7, 8), (8, 6)])
    points = list(place(view).values())
    boxes = [
        tuple(
            pick(point[axis] for point in points[at : at + 3])
            for axis in (0, 1)
            for pick in (min, max)
        )
        for at in (0, 3, 6)
    ]
    apart = [
        a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]
        for at, a in enumerate(boxes)
        for b in boxes[at + 1 :]
    ]
    assert apart == [True, True, True]


def test_neighbours_are_nearer_than_strangers() -> None:
    chain = place(graph(6, [(i, i + 1) for i in range(5)]))
    points = list(chain.values())
    assert math.dist(points[0], points[1]) < math.dist(points[0], points[3])
    assert math.dist(points[0], points[3]) < math.dist(points[0], points[5])
