"""Names of districts on a map: inside where they fit, else beside with a leader."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from frankpledge.figures.atlas import District, Role
from frankpledge.figures.boxes import Box, Point, clear, round_words
from frankpledge.figures.svg import Anchor, Markup, circle, join, leader, lines
from frankpledge.figures.terrain import Terrain
from frankpledge.figures.text import PLACE, wrappings

_LEADING = 14.0
_FITS = 0.7
_STEP = 12.0


@dataclass(frozen=True, slots=True)
class Name:
    """A district's name in lines, its box, and the point its leader starts at, if it has one."""

    district: District
    words: tuple[str, ...]
    box: Box
    start: Point | None = None

    @property
    def middle(self) -> Point:
        """The middle of the words."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


def _ways(district: District) -> tuple[tuple[str, ...], ...]:
    """Give the ways of breaking a name into up to three lines."""
    return wrappings(district.name, PLACE, district.role is Role.OWN, most=3)


def _around(at: Point, words: tuple[str, ...], bold: bool) -> Box:
    """Give the box of words whose middle is at a point."""
    first = at[1] - (len(words) - 1) * _LEADING / 2 + 0.25 * PLACE
    return round_words(at[0], first, words, Anchor.MIDDLE, PLACE, bold, _LEADING)


@lru_cache(maxsize=16)
def place_names(terrain: Terrain, panel: Box) -> tuple[Name, ...]:
    """Place the name of every district compared, and of each other that has room for its own.

    The places depend on the ground alone, so that they are the same on every map.
    """
    districts = terrain.sheet.districts
    order = sorted(range(len(districts)), key=lambda i: districts[i].room)
    placed: list[Name] = []
    homeless = []
    for number in order:
        name = _inside(terrain, panel, number, placed)
        if name:
            placed.append(name)
        elif districts[number].role is not Role.OUTSIDE:
            homeless.append(districts[number])
    for district in homeless:
        placed.append(_beside(terrain, panel, district, placed))
    return tuple(placed)


def _inside(terrain: Terrain, panel: Box, number: int, placed: list[Name]) -> Name | None:
    """Find the best place for a name inside its district; None where it does not fit."""
    district = terrain.sheet.districts[number]
    centre = terrain(district.at)
    taken = [name.box for name in placed]
    if district.role is Role.OUTSIDE:
        panel = terrain.box
    best: tuple[float, Name] | None = None
    for words in _ways(district):
        for at in (centre, *terrain.middles(number)):
            box = _around(at, words, district.role is Role.OWN)
            share = terrain.share(box, number)
            if share < _FITS or not box.within(panel) or not clear(box.grown(2), taken):
                continue
            cost = (1 - share) * 160 + math.dist(at, centre) * 0.7 + len(words) * 5
            if best is None or cost < best[0]:
                best = (cost, Name(district, words, box))
    return best[1] if best else None


def _beside(terrain: Terrain, panel: Box, district: District, placed: list[Name]) -> Name:
    """Find the best place for a name off its district, with the shortest free leader."""
    start = terrain(district.at)
    best: tuple[float, Name] | None = None
    across = int((panel.right - panel.left) / _STEP)
    down = int((panel.bottom - panel.top) / _STEP)
    for words in _ways(district):
        for i in range(across * down):
            at = (panel.left + (i % across + 0.5) * _STEP, panel.top + (i // across + 0.5) * _STEP)
            name = Name(district, words, _around(at, words, district.role is Role.OWN), start)
            cost = _cost(terrain, panel, name, placed)
            if best is None or cost < best[0]:
                best = (cost, name)
    assert best is not None
    return best[1]


def _cost(terrain: Terrain, panel: Box, name: Name, placed: list[Name]) -> float:
    """Weigh a place: the leader's length, what the words cover, what the leader crosses."""
    start = name.start or name.middle
    end = name.box.nearest(start)
    cost = math.dist(start, end) + 0.2 * math.dist(start, name.middle) + 4 * len(name.words)
    cost += 0.0 if name.box.within(panel) else 4000.0
    for other in placed:
        cost += 1500.0 * name.box.grown(3).overlaps(other.box)
        cost += 150.0 * other.box.grown(2).crossed(start, end)
        if other.start:
            cost += 150.0 * name.box.crossed(other.start, other.box.nearest(other.start))
    if math.dist(start, end) < 14:
        cost += 300.0
    return cost + 150.0 * terrain.share(name.box)


def draw_name(name: Name) -> Markup:
    """Draw a name and its leader."""
    look = {
        Role.OWN: "fp-place fp-strong",
        Role.COUNTY: "fp-place",
        Role.OUTSIDE: "fp-place fp-soft",
    }[name.district.role]
    x = name.middle[0]
    words = lines(x, name.box.top + 0.74 * PLACE, name.words, look, Anchor.MIDDLE, _LEADING)
    if name.start is None:
        return words
    end = name.box.grown(2).nearest(name.start)
    return join((leader(*name.start, *end), circle(*name.start, 2.2, "fp-spot"), words))
