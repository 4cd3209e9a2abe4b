"""Place the nodes of a view on the plane, the same way every time.

Small graphs by stress majorisation (Gansner, Koren, North 2004), large ones by forces in
``forces``. Coordinates are pixels at zoom 1, y down.
"""

import numpy as np
from numpy.typing import NDArray

from relgraph.iri import digest
from relgraph.view.forces import spread
from relgraph.view.graph import GraphView
from relgraph.view.packing import pack, separate

Points = NDArray[np.float64]
Links = NDArray[np.int64]

MOST_FOR_STRESS = 500
STEPS = 150
EDGE = 92.0  # how long an edge between two minor nodes wants to be
SCREEN = np.array([1080.0, 640.0])  # what the page's cards leave of 1440 × 900
FITTINGS = 4
MOST_DRAWN_OUT = 1.2
LEAST_ZOOM = 0.5  # where labels do not fit even so, the page leaves the least of them out
WIDEN = 1.25  # screens are wider than high, and so are labels

LINE = 17.0
LETTER = 6.4
WRAP_AT = 24  # letters, as in labels.js


def place(view: GraphView) -> dict[str, tuple[float, float]]:
    """Return a position for each node of *view*, by its id."""
    if not view.nodes:
        return {}
    index = {node.id: i for i, node in enumerate(view.nodes)}
    pairs = {
        (min(a, b), max(a, b))
        for a, b in ((index[edge.source], index[edge.target]) for edge in view.edges)
        if a != b
    }
    links = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    seeds = np.array([_seed(node.id) for node in view.nodes])
    sizes = np.array([_size(node.label) for node in view.nodes])
    points = _by_component(links, seeds, sizes)
    points = np.round(points - (points.min(axis=0) + points.max(axis=0)) / 2, 1) + 0.0
    return {node.id: (float(x), float(y)) for node, (x, y) in zip(view.nodes, points, strict=True)}


def _seed(iri: str) -> tuple[float, float]:
    """Draw a point of the unit square from an IRI, so that a node starts where it did before."""
    number = int(digest("layout", iri)[:12], 36)
    return (number % 100_003 / 100_003, number // 100_003 % 100_003 / 100_003)


def _size(label: str) -> tuple[float, float]:
    """Guess how much room a node takes with its label beside or below it."""
    letters = min(len(label), WRAP_AT) if len(label) > WRAP_AT else len(label)
    lines = 2 if len(label) > WRAP_AT else 1
    return (letters * LETTER + 26, lines * LINE + 14)


def _by_component(links: Links, seeds: Points, sizes: Points) -> Points:
    points = np.zeros_like(seeds)
    components = _components(len(seeds), links)
    boxes = []
    for members, own_links in components:
        if len(members) > MOST_FOR_STRESS:
            own = spread(own_links, seeds[members])
        else:
            own = _make_room(_turn(_stress(own_links, seeds[members])), sizes[members])
        low = (own - sizes[members] / 2).min(axis=0)
        high = (own + sizes[members] / 2).max(axis=0)
        points[members] = own - low
        boxes.append(high - low)
    for (members, _), offset in zip(components, pack(np.array(boxes)), strict=True):
        points[members] += offset
    return points


def _components(count: int, links: Links) -> list[tuple[NDArray[np.int64], Links]]:
    """Return the nodes that hang together and the links among them, the largest group first.

    The links refer to nodes by their places in the group.
    """
    label = np.arange(count)
    while len(links):
        before = label.copy()
        lower = np.minimum(label[links[:, 0]], label[links[:, 1]])
        np.minimum.at(label, links[:, 0], lower)
        np.minimum.at(label, links[:, 1], lower)
        label = label[label]
        if np.array_equal(before, label):
            break
    names, members = np.unique(label, return_counts=True)
    order = names[np.lexsort((names, -members))]
    by_name = np.argsort(label, kind="stable")
    within = np.empty(count, dtype=np.int64)
    nodes = dict(zip(names.tolist(), np.split(by_name, np.cumsum(members)[:-1]), strict=True))
    for group in nodes.values():
        within[group] = np.arange(len(group))
    own = label[links[:, 0]]
    sorted_links = links[np.argsort(own, kind="stable")]
    begins, ends = (np.searchsorted(np.sort(own), order, side) for side in ("left", "right"))
    return [
        (nodes[name], within[sorted_links[begin:end]])
        for name, begin, end in zip(order.tolist(), begins.tolist(), ends.tolist(), strict=True)
    ]


def _make_room(points: Points, sizes: Points) -> Points:
    """Push labels apart as they will lie on a screen, which shows a large plane smaller."""
    for _ in range(FITTINGS):
        extent = np.ptp(points, axis=0) + sizes.mean(axis=0)
        # A plane that is too high for the screen is drawn out, which also makes room for labels.
        shape = float(SCREEN[0] / SCREEN[1] * extent[1] / extent[0])
        points = points * [min(max(shape, 1.0), MOST_DRAWN_OUT), 1.0]
        zoom = min(1.0, float((SCREEN / extent).min()))
        points = separate(points, sizes / max(zoom, LEAST_ZOOM))
    return points


def _stress(links: Links, seeds: Points) -> Points:
    """Bring every two nodes of one component as far apart as the path between them is long."""
    count = len(seeds)
    if count == 1:
        return np.zeros((1, 2))
    wanted = _distances(count, links)
    # Twins stand at the same place of every plan, and the ties of a symmetric graph are broken
    # by rounding, which differs between machines: the seed decides instead.
    noise = seeds[:, :1] * 0.02 + seeds[:, 1:].T * 0.02
    points = _classical(wanted * (1 + (noise + noise.T) / 2)) + seeds * EDGE * 0.2
    weight = 1 / np.where(wanted == 0, 1, wanted) ** 2
    np.fill_diagonal(weight, 0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    # Fixing the centre makes the matrix one that has an inverse.
    inverse = np.linalg.inv(laplacian + 1 / count)
    for _ in range(STEPS):
        across, down = (axis[:, None] - axis[None] for axis in points.T)
        distance = np.maximum(np.sqrt(across**2 + down**2), 1e-9)
        pull = weight * wanted / distance
        points = inverse @ (pull.sum(axis=1)[:, None] * points - pull @ points)
    return np.asarray(points - points.mean(axis=0))


def _distances(count: int, links: Links) -> Points:
    """Return the length of the shortest path between every two nodes.

    An edge is the longer, the fewer neighbours its ends share: hubs get room around them.
    """
    adjacent = np.zeros((count, count))
    adjacent[links[:, 0], links[:, 1]] = adjacent[links[:, 1], links[:, 0]] = 1
    degree = adjacent.sum(axis=1)
    shared = adjacent @ adjacent
    apart = np.sqrt(degree[:, None] + degree[None] - 2 * shared)
    length = np.where(adjacent > 0, EDGE * (0.7 + 0.25 * apart), np.inf)
    np.fill_diagonal(length, 0)
    for middle in range(count):
        length = np.minimum(length, length[:, middle, None] + length[None, middle])
    return length


def _classical(wanted: Points) -> Points:
    """Project by classical scaling: the plane that keeps most of the distances."""
    squared = wanted**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    points = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0))
    # An eigenvector has no sign of its own.
    largest = np.abs(points).argmax(axis=0)
    return np.asarray(points * np.where(points[largest, [0, 1]] < 0, -1, 1))


def _turn(points: Points) -> Points:
    """Lay the long side flat, and draw it out a little."""
    centred = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred + np.diag([1e-6, 0]))
    turned = centred @ vectors[:, ::-1]
    largest = np.abs(turned).argmax(axis=0)
    return np.asarray(turned * np.where(turned[largest, [0, 1]] < 0, -1, 1) * [WIDEN, 1])
