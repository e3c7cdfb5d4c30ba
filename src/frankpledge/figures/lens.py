"""A round lens that shows a crowded town larger, with the numbered discs inside it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frankpledge.figures.boxes import Box, Point, round_words
from frankpledge.figures.specs import Disc
from frankpledge.figures.svg import Anchor
from frankpledge.figures.terrain import Terrain
from frankpledge.figures.text import PLACE, widest, wrap

LEGEND = 230.0
"""The room for the names of the discs in a lens, in px."""
CROWDED = 25.0
"""Discs nearer to each other than this, in px, belong to one town."""
_DISC = 10.0
_LEADING = 14.0
_STEP = 8.0
_FAR = 0.25
_MOST_ZOOM = 9.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A disc with the point on the map that it speaks of, and the room round that point, in px."""

    disc: Disc
    at: Point
    room: float


@dataclass(frozen=True, slots=True)
class Lens:
    """A lens: where it lies, which ring of the map it shows, and the names under or over it."""

    centre: Point
    radius: float
    town: Point
    ring: float
    spots: tuple[Spot, ...]
    words: tuple[str, ...]
    box: Box
    anchor: Anchor

    @property
    def zoom(self) -> float:
        """How many times larger than on the map things are."""
        return self.radius / self.ring

    @property
    def tangents(self) -> tuple[tuple[Point, Point], tuple[Point, Point]]:
        """The two lines that join the ring to the lens."""
        dx, dy = self.centre[0] - self.town[0], self.centre[1] - self.town[1]
        apart = math.hypot(dx, dy) or 1.0
        lean = (self.ring - self.radius) / apart
        level = math.sqrt(max(1 - lean * lean, 0.0))

        def touching(side: int) -> tuple[Point, Point]:
            nx = (dx * lean - side * dy * level) / apart
            ny = (dy * lean + side * dx * level) / apart
            ends = ((self.town, self.ring), (self.centre, self.radius))
            start, stop = ((x + nx * reach, y + ny * reach) for (x, y), reach in ends)
            return start, stop

        return touching(1), touching(-1)

    def shown(self, at: Point) -> Point:
        """Give where a point of the map lies in the lens."""
        return (
            self.centre[0] + (at[0] - self.town[0]) * self.zoom,
            self.centre[1] + (at[1] - self.town[1]) * self.zoom,
        )

    def meets(self, box: Box, space: float = 5.0) -> bool:
        """Say whether a box comes upon the lens, its names, or its ring."""
        if box.overlaps(self.box.grown(3)):
            return True
        near = math.dist(box.nearest(self.centre), self.centre) < self.radius + space
        return near or math.dist(box.nearest(self.town), self.town) < self.ring + 2


def crowd(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Give the largest group of discs that would lie on one another; () where none would."""
    groups = [_group(spot, spots) for spot in spots]
    largest = max(groups, key=len, default=())
    return largest if len(largest) > 1 else ()


def _group(first: Spot, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Give all spots that a chain of near neighbours joins to the first."""
    joined = [first]
    for known in joined:
        joined.extend(s for s in spots if s not in joined and math.dist(s.at, known.at) < CROWDED)
    return tuple(sorted(joined, key=lambda s: s.disc.number))


def _town(spots: Iterable[Spot], radius: float) -> tuple[Point, float]:
    """Give the middle of a town and the radius of the ring round it."""
    points = [spot.at for spot in spots]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    reach = max(math.dist(middle, at) for at in points)
    # a disc must lie whole inside the lens: reach * zoom + disc < radius
    ring = max(reach * radius / (radius - _DISC - 6), reach + 5, radius / _MOST_ZOOM)
    return middle, ring


def legend(spots: Iterable[Spot], room: float) -> tuple[str, ...]:
    """Name discs in lines, those with one name together: "1, 3 Market Harborough Central"."""
    numbers: dict[str, list[str]] = {}
    for spot in spots:
        numbers.setdefault(spot.disc.label, []).append(str(spot.disc.number))
    named = [f"{', '.join(found)} {label}" for label, found in numbers.items()]
    return tuple(line for words in named for line in wrap(words, room, PLACE))


def place_lens(
    terrain: Terrain,
    field: Box,
    low: float,
    spots: tuple[Spot, ...],
    alone: Sequence[Spot],
    radius: float,
) -> Lens:
    """Find the freest place for a lens in a field, which may be made to reach down to `low`."""
    town, ring = _town(spots, radius)
    words = legend(spots, min(LEGEND, field.right - field.left - 8))
    most = Box(field.left, field.top, field.right, low)
    best: tuple[float, Lens] | None = None
    for centre in sorted(_centres(most, radius), key=lambda at: math.dist(at, town)):
        if best is not None and _FAR * math.dist(centre, town) >= best[0]:
            break  # from here on every place is too far off
        for below in (True, False):
            box, anchor = _words_box(centre, radius, words, below, most)
            lens = Lens(centre, radius, town, ring, spots, words, box, anchor)
            further = max(centre[1] + radius, box.bottom) - field.bottom
            cost = _plain_cost(most, lens, alone) + 0.9 * max(further, 0.0)
            if best is not None and cost >= best[0]:
                continue  # what it covers can only add to that
            cost += _covering(terrain, lens)
            if best is None or cost < best[0]:
                best = (cost, lens)
    assert best is not None
    return best[1]


def _centres(field: Box, radius: float) -> list[Point]:
    """Give places for the middle of a lens, all over a field."""
    across = max(int((field.right - field.left - 2 * radius - 4) / _STEP), 0)
    down = max(int((field.bottom - field.top - 2 * radius - 4) / _STEP), 0)
    right, bottom = field.right - radius - 2, field.bottom - radius - 2
    return [
        (right - column * _STEP, bottom - row * _STEP)
        for row in range(down + 1)
        for column in range(across + 1)
    ]


def _words_box(
    centre: Point, radius: float, words: tuple[str, ...], below: bool, field: Box
) -> tuple[Box, Anchor]:
    """Give the box of the names, under or over a lens, and the side they are aligned to."""
    tall = len(words) * _LEADING
    y = centre[1] + radius + 16 if below else centre[1] - radius - 6 - tall + _LEADING
    half = widest(words, PLACE) / 2
    x = min(max(centre[0], field.left + half), field.right - half)
    anchor = Anchor.MIDDLE
    if x > centre[0] + 2:
        x, anchor = field.left, Anchor.START
    elif x < centre[0] - 2:
        x, anchor = field.right, Anchor.END
    return round_words(x, y, words, anchor, PLACE, leading=_LEADING), anchor


def _plain_cost(field: Box, lens: Lens, alone: Sequence[Spot]) -> float:
    """Weigh a place for a lens: how far off it is, and what it comes upon."""
    apart = math.dist(lens.centre, lens.town)
    cost = _FAR * apart + (0.0 if lens.box.within(field) else 3000.0)
    if apart < lens.radius + lens.ring + 8 or lens.box.overlaps(_round(lens.town, lens.ring)):
        cost += 2000.0
    for spot in alone:
        cost += 400.0 * (math.dist(spot.at, lens.centre) < lens.radius + 12)
        cost += 300.0 * lens.box.overlaps(_round(spot.at, 12))
    return cost


def _covering(terrain: Terrain, lens: Lens) -> float:
    """Weigh how much of the map a lens and its names would cover."""
    covered = terrain.share_round(lens.centre, lens.radius)
    return 600 * covered + 150 * terrain.share(lens.box)


def _round(at: Point, reach: float) -> Box:
    """Give the box round a point."""
    return Box(at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach)


def spread(lens: Lens) -> list[Point]:
    """Give places for the discs in a lens, pushed apart where they would touch."""
    places = [lens.shown(spot.at) for spot in lens.spots]
    for _ in range(60):
        for i, a in enumerate(places):
            for j in range(i + 1, len(places)):
                a, places[j] = _apart(a, places[j])
            places[i] = _kept(a, lens)
    return places


def _apart(a: Point, b: Point) -> tuple[Point, Point]:
    """Push two discs apart until they no longer touch."""
    gap, least = math.dist(a, b), 2 * _DISC + 2
    if gap >= least:
        return a, b
    dx, dy = ((b[0] - a[0]) / gap, (b[1] - a[1]) / gap) if gap > 0.01 else (0.8, 0.6)
    push = (least - gap) / 2
    return (a[0] - dx * push, a[1] - dy * push), (b[0] + dx * push, b[1] + dy * push)


def _kept(at: Point, lens: Lens) -> Point:
    """Hold a disc inside its lens."""
    reach, most = math.dist(at, lens.centre), lens.radius - _DISC - 3
    if reach <= most:
        return at
    part = most / reach
    x, y = lens.centre
    return x + (at[0] - x) * part, y + (at[1] - y) * part
