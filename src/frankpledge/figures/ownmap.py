"""Draw the own district's map: its numbered places, and a lens where they crowd."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from frankpledge.figures.atlas import Atlas
from frankpledge.figures.boxes import Box
from frankpledge.figures.discs import draw_disc, draw_marked, mark
from frankpledge.figures.lens import LEGEND, Lens, Spot, crowd, legend, place_lens, spread
from frankpledge.figures.mapshapes import coloured, edge
from frankpledge.figures.specs import Disc, PlaceClass
from frankpledge.figures.svg import (
    Anchor,
    Markup,
    Width,
    circle,
    coordinate,
    element,
    group,
    join,
    leader,
    line,
    lines,
    text,
)
from frankpledge.figures.terrain import Terrain
from frankpledge.figures.text import PLACE, TITLE, wrap

HEAD = 28.0
"""The height of a map's title, in px."""
FOOT = 22.0
"""The height of a map's scale bar, in px."""
TALLEST = 430.0
"""The most height that a map may take, in px."""
_LENS = {Width.WIDE: 66.0, Width.NARROW: 60.0}
_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the two maps: its parts, and how high it is."""

    body: Markup
    height: float


def draw_bar(terrain: Terrain, left: float, y: float) -> Markup:
    """Draw the scale bar."""
    long, words = terrain.bar(72)
    return join(
        (
            line(left + 2, y, left + 2 + long, y, "fp-scale"),
            text(left + 8 + long, y + 4, words, "fp-small"),
        )
    )


def _title(atlas: Atlas, discs: tuple[Disc, ...]) -> str:
    """Name the own district's map."""
    if not discs:
        return atlas.own_name
    if len(discs) == 1:
        return f"{atlas.own_name}: the highest"
    count = _COUNTED[len(discs)] if len(discs) < len(_COUNTED) else str(len(discs))
    return f"{atlas.own_name}: the {count} highest"


def _spots(atlas: Atlas, terrain: Terrain, discs: Iterable[Disc]) -> tuple[list[Spot], list[Spot]]:
    """Find where discs belong; those whose area is not on the map come second."""
    found, missing = [], []
    for disc in discs:
        number = atlas.district_numbers.get(disc.code)
        if number is None:
            lost = replace(disc, label=f"{disc.label} (not on this map)")
            missing.append(Spot(lost, (0.0, 0.0), 0.0))
        else:
            place = atlas.district.places[number]
            found.append(Spot(disc, terrain(place.at), place.room * terrain.scale))
    return found, missing


def draw_own(
    atlas: Atlas,
    classes: Mapping[str, PlaceClass],
    discs: tuple[Disc, ...],
    box: Box,
    name: str,
    width: Width,
    low: float,
) -> Panel:
    """Draw the own district's map with its discs, on ground that reaches down at least to `low`.

    A lens shows larger what is crowded.
    """
    head = wrap(_title(atlas, discs), box.right - box.left, TITLE, bold=True)
    top = box.top + (len(head) - 1) * 20
    fit = Box(box.left + 12, top, box.right - 12, top + TALLEST - 30)
    terrain = Terrain.fitted(atlas.district, fit)
    spots, missing = _spots(atlas, terrain, discs)
    crowded = crowd(spots)
    alone = [spot for spot in spots if spot not in crowded]
    field = Box(box.left, top - 4, box.right, max(low, top + terrain.down))
    parts = [lines(box.left, 16 + box.top - HEAD, head, "fp-title", leading=20)]
    parts.append(_ground(atlas, classes, terrain, name))
    lens = None
    if crowded:
        lens, field = _lens(terrain, field, crowded, alone, _LENS[width])
        parts.append(_draw_lens(lens, _magnified(atlas, terrain, lens, name), name))
    marked, homeless = mark(terrain, field, alone, lens)
    parts.extend(draw_marked(one) for one in marked)
    parts.extend(draw_disc(spot.at, spot.disc.number) for spot in homeless)
    parts.append(draw_bar(terrain, box.left, field.bottom + 14))
    rest = legend([*homeless, *missing], box.right - box.left)
    bottom = field.bottom + FOOT
    parts.append(lines(box.left, bottom + 14, rest, "fp-place", leading=15))
    return Panel(join(parts), bottom + (len(rest) * 15 + 4 if rest else 0))


def _lens(
    terrain: Terrain, field: Box, crowded: tuple[Spot, ...], alone: list[Spot], radius: float
) -> tuple[Lens, Box]:
    """Place the lens, and give the field, which reaches further down where the lens needs it."""
    more = 2 * radius + 26 + 14 * len(legend(crowded, LEGEND))
    low = max(field.bottom, terrain.top + terrain.down + more)
    lens = place_lens(terrain, field, low, crowded, alone, radius)
    bottom = max(field.bottom, lens.centre[1] + lens.radius + 2, lens.box.bottom + 2)
    return lens, Box(field.left, field.top, field.right, bottom)


def _ground(atlas: Atlas, classes: Mapping[str, PlaceClass], terrain: Terrain, name: str) -> Markup:
    """Draw the own district's areas and outline, under an id so that the lens can show them too."""
    unit = 1 / terrain.scale
    areas = coloured(f"{atlas.key}d", atlas.district, classes)
    return group(
        {"transform": terrain.transform},
        group(
            {"class": "fp-areas", "stroke-width": 0.8 * unit}, group({"id": f"{name}-own"}, areas)
        ),
        edge(f"{atlas.key}e", "fp-edge fp-outline", 2.2 * unit),
    )


def _magnified(atlas: Atlas, terrain: Terrain, lens: Lens, name: str) -> Markup:
    """Draw what the lens shows: the same shapes, larger, with lines no thicker."""
    grown = terrain.scale * lens.zoom
    left, top = lens.shown((terrain.left, terrain.top))
    moved = f"translate({coordinate(left)} {coordinate(top)}) scale({grown:.4f})"
    shapes = group(
        {"transform": moved},
        element("use", {"href": f"#{name}-own", "class": "fp-areas", "stroke-width": 1.2 / grown}),
        edge(f"{atlas.key}e", "fp-edge fp-outline", 2.2 / grown),
    )
    return group({"clip-path": f"url(#{name}-lens)"}, shapes)


def _draw_lens(lens: Lens, magnified: Markup, name: str) -> Markup:
    """Draw the ring on the map, the lens with what the ring holds, and the discs' names."""
    x, y = lens.centre
    ends = {Anchor.START: lens.box.left, Anchor.END: lens.box.right}
    edge = ends.get(lens.anchor, (lens.box.left + lens.box.right) / 2)
    first = lens.box.top + 0.74 * PLACE
    parts = [
        element("clipPath", {"id": f"{name}-lens"}, circle(x, y, lens.radius, "")),
        *(line(*start, *stop, "fp-leader") for start, stop in lens.tangents),
        circle(*lens.town, lens.ring, "fp-ring"),
        circle(x, y, lens.radius, "fp-plate"),
        magnified,
        circle(x, y, lens.radius, "fp-ring"),
        lines(edge, first, lens.words, "fp-place", lens.anchor, 14),
    ]
    for spot, place in zip(lens.spots, spread(lens), strict=True):
        true = lens.shown(spot.at)
        if math.dist(true, place) > 4:
            parts.append(leader(*true, *place))
            parts.append(circle(*true, 2.5, "fp-spot"))
        parts.append(draw_disc(place, spot.disc.number))
    return join(parts)
