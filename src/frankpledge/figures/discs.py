"""Numbered discs on the own district's map, each with its name, none covering another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from frankpledge.figures.boxes import Box, Point, clear, crossing, round_point, round_words
from frankpledge.figures.lens import Lens, Spot
from frankpledge.figures.svg import Anchor, Markup, circle, join, leader, lines, text
from frankpledge.figures.terrain import Terrain
from frankpledge.figures.text import PLACE, wrappings

RADIUS = 10.0
"""The radius of a disc, in px."""
_LEADING = 14.0
_REACHES = (24.0, 32.0, 42.0, 54.0, 68.0, 86.0, 108.0, 134.0)
_TURNS = 16
_ROOMY = 20.0


@dataclass(frozen=True, slots=True)
class Marked:
    """A disc with its place and its name's place; it has a leader where it stands off its spot."""

    spot: Spot
    at: Point
    words: tuple[str, ...]
    box: Box
    anchor: Anchor

    @property
    def led(self) -> bool:
        """Say whether a leader joins the disc to its spot."""
        return math.dist(self.at, self.spot.at) > 1

    @property
    def boxes(self) -> tuple[Box, Box]:
        """The boxes of the disc and of the name."""
        return round_point(self.at, RADIUS), self.box


def _options(spot: Spot) -> Iterator[Marked]:
    """Give the places for one disc and its name, the nearest first."""
    places = [spot.at] if spot.room >= _ROOMY else []
    for reach in _REACHES:
        for turn in range(_TURNS):
            angle = 2 * math.pi * turn / _TURNS
            places.append(
                (spot.at[0] + reach * math.cos(angle), spot.at[1] + reach * math.sin(angle))
            )
    ways = wrappings(spot.disc.label, PLACE, most=3)
    for at in places:
        for words in ways:
            y = at[1] + 4.5 - (len(words) - 1) * _LEADING / 2
            for side, anchor in ((15, Anchor.START), (-15, Anchor.END)):
                box = round_words(at[0] + side, y, words, anchor, PLACE, leading=_LEADING)
                yield Marked(spot, at, words, box, anchor)


def _allowed(one: Marked, field: Box, lens: Lens | None, placed: Sequence[Marked]) -> bool:
    """Say whether a disc and its name lie in the field and cover nothing."""
    taken = [box for other in placed for box in other.boxes]
    for box in one.boxes:
        if not box.within(field) or not clear(box.grown(2), taken):
            return False
        if lens and lens.meets(box):
            return False
    return True


def _least(one: Marked) -> float:
    """The least that a place can weigh: how far off it is and how many lines it takes."""
    return math.dist(one.at, one.spot.at) + 5 * len(one.words)


def _cost(
    one: Marked,
    terrain: Terrain,
    spots: Sequence[Spot],
    lens: Lens | None,
    placed: Sequence[Marked],
) -> float:
    """Weigh a place: how far off, how much of a border it covers, what its leader crosses."""
    land, wide = terrain.share(one.box), one.box.right - one.box.left
    cost = _least(one) + 300 * land * (1 - land) + 16 * land + 0.3 * max(wide - 110, 0)
    places = [round_point(spot.at, 3) for spot in spots if spot is not one.spot]
    cost += 120 * sum(box.grown(3).overlaps(at) for at in places for box in one.boxes)
    cost += 90 * (one.led and one.box.grown(2).crossed(one.spot.at, one.at))
    for tangent in lens.tangents if lens else ():
        cost += 70 * sum(box.crossed(*tangent) for box in one.boxes)
    return cost + sum(_conflict(one, other) for other in placed)


def _conflict(one: Marked, other: Marked) -> float:
    """Weigh how far the leaders of two discs are in the way of each other and of the names."""
    cost = 100.0 * one.box.crossed(other.spot.at, other.at)
    if one.led:
        cost += 100 * crossing(one.spot.at, one.at, other.spot.at, other.at)
        cost += 100 * sum(box.crossed(one.spot.at, one.at) for box in other.boxes)
    return cost


def mark(
    terrain: Terrain, field: Box, spots: Sequence[Spot], lens: Lens | None
) -> tuple[list[Marked], list[Spot]]:
    """Place discs that stand alone; those for which there is no place at all come back."""
    placed: list[Marked] = []
    homeless = []
    for spot in spots:
        best: tuple[float, Marked] | None = None
        for one in _options(spot):
            if best is not None and _least(one) >= best[0]:
                continue  # nothing can make it better than the best so far
            if _allowed(one, field, lens, placed):
                cost = _cost(one, terrain, spots, lens, placed)
                if best is None or cost < best[0]:
                    best = (cost, one)
        if best is None:
            homeless.append(spot)
        else:
            placed.append(best[1])
    return placed, homeless


def draw_disc(at: Point, number: int) -> Markup:
    """Draw a numbered disc."""
    return join(
        (
            circle(*at, RADIUS, "fp-disc"),
            text(at[0], at[1] + 4.6, str(number), "fp-number", Anchor.MIDDLE),
        )
    )


def draw_marked(one: Marked) -> Markup:
    """Draw a disc, its leader and its name."""
    led = Markup("")
    if one.led:
        led = join(
            (
                leader(*one.spot.at, *one.at),
                circle(*one.spot.at, 2.5, "fp-spot"),
            )
        )
    x = one.at[0] + (15 if one.anchor is Anchor.START else -15)
    y = one.box.top + 0.74 * PLACE
    name = lines(x, y, one.words, "fp-place", one.anchor, _LEADING)
    return join((led, name, draw_disc(one.at, one.spot.disc.number)))
