"""Seeds into areas that cover the ground once: no gap, no overlap, no straight border.

Neighbours are the edges of the Delaunay triangulation. An area's corners are the middles of the
triangles round its seed; the line between two corners is shared by exactly two areas and is
roughened inside the four-sided figure (corner, seed, corner, seed) that belongs to it alone. Those
figures tile the plane, so roughened lines can neither cross nor touch but at their ends.
"""

from collections import defaultdict

import numpy as np

from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Floats, Ints, Seeds

FAR_KM = 10_000.0
HALVINGS = 5
ROUGHNESS = 0.34

Border = tuple[int, int]


def circumcircles(points: Floats, triangles: Ints) -> Floats:
    """Centre and squared radius of the circle through each triangle's corners, shape (n, 3)."""
    a, b, c = (points[triangles[:, corner]] for corner in range(3))
    p, q = b - a, c - a
    twice = 2.0 * (p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0])
    pp, qq = (p * p).sum(axis=1), (q * q).sum(axis=1)
    east = (q[:, 1] * pp - p[:, 1] * qq) / twice
    north = (p[:, 0] * qq - q[:, 0] * pp) / twice
    return np.column_stack((a[:, 0] + east, a[:, 1] + north, east * east + north * north))


def opened_edges(triangles: Ints) -> Ints:
    """The outer edges of a patch of triangles: those that only one of them has."""
    times: dict[Border, int] = defaultdict(int)
    for a, b, c in triangles.tolist():
        for edge in ((a, b), (b, c), (c, a)):
            times[min(edge), max(edge)] += 1
    return np.array([edge for edge, count in times.items() if count == 1], dtype=np.int64)


def triangulate(seeds: Floats) -> Ints:
    """Delaunay triangles of the seeds, one seed added at a time (Bowyer 1981, Watson 1981)."""
    n = len(seeds)
    frame = FAR_KM * np.array([[-1.0, -1.0], [1.1, -1.0], [0.0, 1.2]])
    points = np.concatenate((seeds, frame))
    triangles = np.array([[n, n + 1, n + 2]], dtype=np.int64)
    circles = circumcircles(points, triangles)
    for index in range(n):
        gap = points[index] - circles[:, :2]
        spoilt = (gap * gap).sum(axis=1) < circles[:, 2]
        edges = opened_edges(triangles[spoilt])
        fresh = np.column_stack((edges, np.full(len(edges), index)))
        triangles = np.concatenate((triangles[~spoilt], fresh))
        circles = np.concatenate((circles[~spoilt], circumcircles(points, fresh)))
    kept = np.sort(triangles[(triangles < n).all(axis=1)], axis=1)
    return kept[np.lexsort(kept.T[::-1])]


def roughen(
    start: Floats, end: Floats, left: Floats, right: Floats, halvings: int, rng: np.random.Generator
) -> Floats:
    """Points (n, 2 ** halvings, 2) along n lines from start up to, not including, end.

    Each line is bent at a point between its left and right guards, and each half again between
    guards half as far apart.
    """
    if halvings == 0:
        return start[:, None, :]
    share = 0.5 + ROUGHNESS * (rng.random((len(start), 1)) - 0.5)
    bend = left + share * (right - left)
    before = roughen(start, bend, (start + left) / 2, (start + right) / 2, halvings - 1, rng)
    after = roughen(bend, end, (end + left) / 2, (end + right) / 2, halvings - 1, rng)
    return np.concatenate((before, after), axis=1)


def borders(triangles: Ints) -> dict[Border, list[int]]:
    """The triangles on either side of each edge between two seeds."""
    sides: dict[Border, list[int]] = defaultdict(list)
    for index, (a, b, c) in enumerate(triangles.tolist()):
        for edge in ((a, b), (a, c), (b, c)):
            sides[edge].append(index)
    return {edge: found for edge, found in sorted(sides.items()) if len(found) == 2}


def draw_lines(
    points: Floats, corners: Floats, sides: dict[Border, list[int]], rng: np.random.Generator
) -> dict[tuple[int, int], Floats]:
    """The roughened line from triangle to triangle, in both directions, without its last point."""
    pairs = np.array(list(sides.values()), dtype=np.int64)
    edges = np.array(list(sides), dtype=np.int64)
    start, end = corners[pairs[:, 0]], corners[pairs[:, 1]]
    lines = roughen(start, end, points[edges[:, 0]], points[edges[:, 1]], HALVINGS, rng)
    drawn: dict[tuple[int, int], Floats] = {}
    for (first, last), line, stop in zip(pairs.tolist(), lines, end, strict=True):
        drawn[first, last] = line
        drawn[last, first] = np.concatenate((stop[None, :], line[:0:-1]))
    return drawn


def tessellate(seeds: Seeds, seed: int) -> tuple[Floats, ...]:
    """The outline (km, not closed) of every area that is not outside, in the order of the seeds."""
    points = seeds.where
    triangles = triangulate(points)
    corners = points[triangles].mean(axis=1)
    lines = draw_lines(points, corners, borders(triangles), stream(seed, "borders"))
    round_seed: dict[int, list[int]] = defaultdict(list)
    for index, triangle in enumerate(triangles.tolist()):
        for corner in triangle:
            round_seed[corner].append(index)
    rings: list[Floats] = []
    for area in range(int((seeds.district >= 0).sum())):
        turn = corners[round_seed[area]] - points[area]
        order = np.argsort(np.arctan2(turn[:, 1], turn[:, 0]), kind="stable")
        walk = [round_seed[area][place] for place in order.tolist()]
        steps = zip(walk, walk[1:] + walk[:1], strict=True)
        rings.append(np.concatenate([lines[step] for step in steps]))
    return tuple(rings)
