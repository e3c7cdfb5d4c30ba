"""Boxes round drawn things, so that no label covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from frankpledge.figures.svg import Anchor
from frankpledge.figures.text import CHART, widest

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its sides along the axes, in px."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Say whether the two share any ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Say whether this lies wholly inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Box:
        """Give the box with so many px more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def nearest(self, point: Point) -> Point:
        """Give the place in the box that is nearest to a point."""
        x = min(max(point[0], self.left), self.right)
        return x, min(max(point[1], self.top), self.bottom)

    def crossed(self, start: Point, stop: Point) -> bool:
        """Say whether a straight line between two points runs through the box."""
        enter, leave = 0.0, 1.0
        sides = ((self.left, self.right), (self.top, self.bottom))
        for (low, high), a, b in zip(sides, start, stop, strict=True):
            if abs(b - a) < 1e-9:
                if not low < a < high:
                    return False
                continue
            near, far = sorted(((low - a) / (b - a), (high - a) / (b - a)))
            enter, leave = max(enter, near), min(leave, far)
        return enter < leave


def round_point(point: Point, reach: float) -> Box:
    """Give the box round a point."""
    return Box(point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach)


def round_words(
    x: float,
    y: float,
    words: tuple[str, ...],
    anchor: Anchor = Anchor.START,
    size: float = CHART,
    bold: bool = False,
    leading: float = 16.0,
) -> Box:
    """Give the box round lines of words, the first with its baseline at `y`."""
    room = widest(words, size, bold)
    left = x - {Anchor.START: 0.0, Anchor.MIDDLE: room / 2, Anchor.END: room}[anchor]
    top, bottom = y - 0.74 * size, y + (len(words) - 1) * leading + 0.24 * size
    return Box(left, top, left + room, bottom)


def clear(box: Box, others: Iterable[Box]) -> bool:
    """Say whether a box keeps clear of all others."""
    return not any(box.overlaps(other) for other in others)


def crossing(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Say whether the line from `a` to `b` crosses the line from `c` to `d`."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
