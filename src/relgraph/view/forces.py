"""Place a large graph by forces: edges pull, nodes push through a grid."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Links = NDArray[np.int64]

STEPS = 200
GRIDS = {3000: 128, 1_000_000_000: 256}  # cells along a side, for graphs up to so many nodes
PUSH = 2.0
GRAVITY = 1.0
SPACING = 14.0  # pixels between nodes, about, when done


def spread(links: Links, seeds: Points) -> Points:
    """Return a position for each node, with those that are linked near each other.

    Follows ForceAtlas2 (Jacomy and others 2014), with the repulsion solved by Fourier transform
    over a grid, so that a step costs what the edges cost.
    """
    count = len(seeds)
    points = (seeds - 0.5) * np.sqrt(count) * 4
    degree = np.asarray(np.bincount(links.ravel(), minlength=count) + 1, dtype=np.float64)
    field = _Field(next(grid for most, grid in GRIDS.items() if count <= most))
    before = np.zeros_like(points)
    speed = 1.0
    for _ in range(STEPS):
        force = PUSH * degree[:, None] * field.push(points, degree)
        along = points[links[:, 1]] - points[links[:, 0]]
        for axis in (0, 1):
            force[:, axis] += np.bincount(links[:, 0], along[:, axis], count)
            force[:, axis] -= np.bincount(links[:, 1], along[:, axis], count)
        force -= GRAVITY * degree[:, None] * points / (_length(points)[:, None] + 1e-9)
        swing = _length(force - before)
        steady = float((degree * _length(force + before)).sum()) / 2
        wanted = np.sqrt(0.05 * np.sqrt(count)) * steady / (float((degree * swing).sum()) + 1e-9)
        speed = min(wanted, speed * 1.5)
        points = points + force * (speed / (1 + np.sqrt(speed * swing)))[:, None]
        before = force
    scale = SPACING * np.sqrt(count) / (float(np.sqrt((points**2).sum(axis=1).mean())) + 1e-9)
    return np.asarray(points * scale)


def _length(vectors: Points) -> Points:
    return np.hypot(vectors[:, 0], vectors[:, 1])


class _Field:
    """The push of all nodes at once: their mass on a grid, convolved with 1/r."""

    def __init__(self, grid: int) -> None:
        self._grid = grid
        # Twice as wide as the grid, so that what leaves on one side does not come in on the other.
        steps = np.fft.fftfreq(2 * grid, 1 / (2 * grid))
        across, down = np.meshgrid(steps, steps, indexing="ij")
        squared = across**2 + down**2 + 0.25
        self._kernels = [np.fft.rfft2(across / squared), np.fft.rfft2(down / squared)]

    def push(self, points: Points, mass: Points) -> Points:
        low = points.min(axis=0)
        cell = float((points.max(axis=0) - low).max()) / (self._grid - 2) + 1e-12
        scaled = (points - low) / cell
        corner = scaled.astype(np.int64)
        (right, below) = (scaled - corner).T
        width = 2 * self._grid
        first = corner[:, 0] * width + corner[:, 1]
        cells = (first, first + width, first + 1, first + width + 1)
        shares = (
            (1 - right) * (1 - below),
            right * (1 - below),
            (1 - right) * below,
            right * below,
        )
        grid = np.zeros(width * width)
        for at, share in zip(cells, shares, strict=True):
            grid += np.bincount(at, share * mass, width * width)
        spectrum = np.fft.rfft2(grid.reshape(width, width))
        result = np.zeros_like(points)
        for axis, kernel in enumerate(self._kernels):
            flat = np.fft.irfft2(spectrum * kernel, s=(width, width)).ravel()
            result[:, axis] = sum(flat[at] * share for at, share in zip(cells, shares, strict=True))
        return result / cell
