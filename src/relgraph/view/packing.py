"""Keep boxes on the plane from lying over one another."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

PASSES = 60
GAP = 28.0
ASPECT = 1.6  # of the screen to fill
MOST_FITTED = 60  # boxes for which a good place is sought; the rest stand in rows below


def separate(points: Points, sizes: Points) -> Points:
    """Push overlapping boxes apart, each along the side where there is more room."""
    moved = points.copy()
    count = len(moved)
    if count < 2:
        return moved
    room = (sizes[:, None] + sizes[None]) / 2
    for _ in range(PASSES):
        apart = moved[:, None] - moved[None]
        over = room - np.abs(apart)
        np.einsum("iik->ik", over)[:] = 0
        touching = (over[..., 0] > 0) & (over[..., 1] > 0)
        if not touching.any():
            break
        along_x = over[..., 0] < over[..., 1] * ASPECT
        axis = np.stack([along_x, ~along_x], axis=2) & touching[..., None]
        # Two boxes at one height are parted by their order, else they would stay where they are.
        order = np.sign(np.arange(count)[:, None] - np.arange(count)[None])[..., None]
        way = np.where(apart == 0, order, np.sign(apart))
        moved += np.where(axis, over * way, 0).sum(axis=1) * 0.3
    return moved


def pack(sizes: Points) -> Points:
    """Return where the upper left corner of each box goes, so that together they fill a screen."""
    order = np.argsort(-sizes.prod(axis=1), kind="stable").tolist()
    corners = _fit(sizes, order[:MOST_FITTED])
    fitted = [(corners[box], sizes[box]) for box in order[:MOST_FITTED]]
    wide, below = (max(float(at[k] + size[k]) for at, size in fitted) for k in (0, 1))
    rest = order[MOST_FITTED:]
    wide = max(wide, float(np.sqrt(sizes[rest].prod(axis=1).sum() * ASPECT)))
    corners |= _rows(sizes, rest, width=wide, top=below + GAP)
    return np.array([corners[box] for box in range(len(sizes))])


def _rows(
    sizes: Points, boxes: list[int], *, width: float, top: float
) -> dict[int, tuple[float, float]]:
    """Stand *boxes* in rows under one another, from *top* on."""
    corners = {}
    x, y, high = 0.0, top, 0.0
    for box in boxes:
        across, down = (float(side) + GAP for side in sizes[box])
        if x and x + across > width:
            x, y, high = 0.0, y + high, 0.0
        corners[box] = (x, y)
        x, high = x + across, max(high, down)
    return corners


def _fit(sizes: Points, boxes: list[int]) -> dict[int, tuple[float, float]]:
    """Give each box in turn the free corner that keeps the whole smallest."""
    placed: list[tuple[float, float, float, float]] = []
    corners: dict[int, tuple[float, float]] = {}
    spots = [(0.0, 0.0)]
    for box in boxes:
        width, height = (float(side) + GAP for side in sizes[box])
        free = [
            (x, y)
            for x, y in spots
            if all(
                x >= right or x + width <= left or y >= bottom or y + height <= top
                for left, top, right, bottom in placed
            )
        ]
        wide = max((right for _, _, right, _ in placed), default=0.0)
        high = max((bottom for _, _, _, bottom in placed), default=0.0)

        def cost(
            spot: tuple[float, float],
            extent: tuple[float, float, float, float] = (wide, high, width, height),
        ) -> tuple[float, float]:
            wide, high, width, height = extent
            whole = max(wide / ASPECT, (spot[0] + width) / ASPECT, high, spot[1] + height)
            return (whole, spot[0] + spot[1])

        x, y = min(free, key=cost)
        corners[box] = (x, y)
        placed.append((x, y, x + width, y + height))
        spots += [(x + width, y), (x, y + height), (x + width, 0.0), (0.0, y + height)]
    return corners
