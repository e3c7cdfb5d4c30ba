"""Draw a map pair: the county in classes, and beside or below it the own district's places.

The shapes themselves are written once a page, by `defs`; a pair only refers to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from frankpledge.figures.atlas import Atlas
from frankpledge.figures.boxes import Box
from frankpledge.figures.mapshapes import coloured, edge
from frankpledge.figures.mapshapes import defs as defs
from frankpledge.figures.names import draw_name, place_names
from frankpledge.figures.ownmap import FOOT, HEAD, TALLEST, Panel, draw_bar, draw_own
from frankpledge.figures.specs import MapPair, PlaceClass
from frankpledge.figures.svg import Width, element, group, identity, join, picture, text
from frankpledge.figures.terrain import Terrain

_PANEL = {Width.WIDE: 402.0, Width.NARROW: 342.0}
_BETWEEN = 28.0
_ALWAYS = (
    PlaceClass.SIGNIFICANTLY_HIGH,
    PlaceClass.VERY_HIGH,
    PlaceClass.ABOVE_AVERAGE,
    PlaceClass.NOT_ABOVE,
)


def key(spec: MapPair, own_codes: Collection[str]) -> tuple[tuple[PlaceClass, int, int], ...]:
    """Give the key: each class, how many areas of the county it has, how many of the own district.

    The four classes always stand in it; "too few" and "not available" only where there are any.
    """
    county = Counter(level for _, level in spec.classes)
    own = Counter(level for code, level in spec.classes if code in own_codes)
    return tuple(
        (level, county[level], own[level])
        for level in PlaceClass
        if level in _ALWAYS or county[level]
    )


def draw_maps(spec: MapPair, atlas: Atlas, width: Width, id: str, alternative: str) -> str:
    """Draw a map pair, side by side when wide, one above the other when narrow."""
    name = identity(id, width)
    classes = dict(spec.classes)
    room = _PANEL[width]
    county = _county(atlas, classes, Box(0, HEAD, room, HEAD + TALLEST))
    wide = width is Width.WIDE
    left, top = (width.value - room, 0.0) if wide else (0.0, county.height + _BETWEEN)
    box = Box(left, top + HEAD, left + room, top + HEAD + TALLEST)
    low = county.height - FOOT if wide else 0.0
    district = draw_own(atlas, classes, spec.discs, box, name, width, low)
    height = max(county.height, district.height)
    body = (county.body, district.body)
    look = f"fp-{width.name.lower()}"
    return picture(width.value, height, body, name, alternative, look)


def _county(atlas: Atlas, classes: Mapping[str, PlaceClass], box: Box) -> Panel:
    """Draw the county's map with the names of its districts."""
    terrain = Terrain.fitted(atlas.county, Box(box.left + 2, box.top, box.right - 2, box.bottom))
    unit = 1 / terrain.scale
    bottom = box.top + terrain.down
    shapes = group(
        {"transform": terrain.transform},
        element("use", {"href": f"#{atlas.key}x", "class": "fp-cx"}),
        edge(f"{atlas.key}y", "fp-edge fp-context", unit),
        group(
            {"class": "fp-areas", "stroke-width": 0.4 * unit},
            coloured(f"{atlas.key}c", atlas.county, classes),
        ),
        edge(f"{atlas.key}l", "fp-edge", unit),
        edge(f"{atlas.key}o", "fp-edge fp-outline", 2.2 * unit),
    )
    names = place_names(terrain, Box(box.left, box.top - 4, box.right, bottom + 4))
    parts = (
        text(box.left, 16 + box.top - HEAD, "Against the whole county", "fp-title"),
        shapes,
        *(draw_name(name) for name in names),
        draw_bar(terrain, box.left, bottom + 14),
    )
    return Panel(join(parts), bottom + FOOT)
