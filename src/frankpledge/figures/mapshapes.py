"""Shapes of maps: written once a page under ids, then coloured and outlined by reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from frankpledge.figures.atlas import Atlas, Role, Sheet
from frankpledge.figures.specs import PlaceClass
from frankpledge.figures.style import LOOKS
from frankpledge.figures.svg import (
    Markup,
    circle,
    coordinate,
    element,
    group,
    join,
    path,
    rect,
)

_USUAL = 402.0


def defs(atlas: Atlas) -> str:
    """Write the shapes of an atlas, hidden, for every map pair of a page: once, before them."""
    county, district = atlas.county, atlas.district
    outside = [d for d in county.districts if d.role is Role.OUTSIDE]
    inside = "".join(d.path for d in county.districts if d.role is not Role.OUTSIDE)
    body = (
        *_patterns(f"{atlas.key}c", county),
        *_patterns(f"{atlas.key}d", district),
        _shape(f"{atlas.key}x", "".join(d.path for d in outside)),
        _shape(f"{atlas.key}y", "".join(d.border for d in outside)),
        _areas(f"{atlas.key}c", county),
        _shape(f"{atlas.key}l", inside),
        _shape(f"{atlas.key}o", county.outline),
        _areas(f"{atlas.key}d", district),
        _shape(f"{atlas.key}e", district.outline),
    )
    hidden = {"class": "fp-defs", "width": "0", "height": "0", "aria-hidden": "true"}
    return element("svg", hidden | {"focusable": "false"}, element("defs", {}, *body))


def _shape(name: str, d: str) -> Markup:
    """Write one shape with its id."""
    return element("path", {"id": name, "d": d})


def _areas(name: str, sheet: Sheet) -> Markup:
    """Write all small areas of a sheet, each with an id."""
    shapes = (_shape(f"{name}{i}", place.path) for i, place in enumerate(sheet.places))
    return group({"id": name}, *shapes)


def _patterns(name: str, sheet: Sheet) -> Iterable[Markup]:
    """Write the hatch of what is not available and the dots of what is too few, for one sheet."""
    grow = sheet.across / _USUAL
    ground = rect(0, 0, 6, 6, "fp-ground")
    turned = f"scale({coordinate(grow)}) rotate(45)"
    marks = (("h", path("M0 0V6", "fp-hatch")), ("p", circle(3, 3, 1, "fp-dots")))
    for letter, sign in marks:
        attributes: dict[str, str | float] = {
            "id": f"{name}{letter}",
            "width": 6,
            "height": 6,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": turned,
        }
        yield element("pattern", attributes, ground, sign)


def coloured(key: str, numbers: Mapping[str, int], classes: Mapping[str, PlaceClass]) -> Markup:
    """Colour all areas of a sheet: the commonest class at once, every other area by reference."""
    levels = {code: classes.get(code, PlaceClass.NOT_AVAILABLE) for code in numbers}
    found = Counter(levels.values())
    common = max(PlaceClass, key=lambda level: found[level])
    parts = [element("use", {"href": f"#{key}", **_paint(key, common)})]
    for level in PlaceClass:
        if level is not common:
            shapes = (
                element("use", {"href": f"#{key}{number}"})
                for code, number in numbers.items()
                if levels[code] is level
            )
            parts.append(group(_paint(key, level), *shapes))
    return join(parts)


def _paint(key: str, level: PlaceClass) -> dict[str, str | float]:
    """Give the attributes that paint a class: its look and, where it has one, its pattern."""
    pattern = {PlaceClass.NOT_AVAILABLE: "h", PlaceClass.TOO_FEW: "p"}.get(level)
    fill = f"url(#{key}{pattern})" if pattern else ""
    return {"class": LOOKS[level], "fill": fill}


def edge(shape: str, look: str, width: float) -> Markup:
    """Draw an outline by reference, so many units wide."""
    return element("use", {"href": f"#{shape}", "class": look, "stroke-width": width})
