"""Shapes of maps: written once a page under ids, then coloured and outlined by reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from frankpledge.figures.atlas import Atlas, Place, Role, Sheet
from frankpledge.figures.specs import PlaceClass
from frankpledge.figures.style import LOOKS
from frankpledge.figures.svg import Markup, element, group, join, path

_WHOLE = {PlaceClass.NOT_AVAILABLE: "h", PlaceClass.TOO_FEW: "r"}
_SIGNS = {PlaceClass.NOT_AVAILABLE: "fp-hatched", PlaceClass.TOO_FEW: "fp-ruled"}


def defs(atlas: Atlas) -> str:
    """Write the shapes of an atlas, hidden, for every map pair of a page: once, before them."""
    county, district = atlas.county, atlas.district
    outside = [d for d in county.districts if d.role is Role.OUTSIDE]
    inside = "".join(d.path for d in county.districts if d.role is not Role.OUTSIDE)
    body = (
        _shape(f"{atlas.key}x", "".join(d.path for d in outside)),
        _shape(f"{atlas.key}y", "".join(d.border for d in outside)),
        _areas(f"{atlas.key}c", county),
        *_fillings(f"{atlas.key}c", county),
        _shape(f"{atlas.key}l", inside),
        _shape(f"{atlas.key}o", county.outline),
        _areas(f"{atlas.key}d", district),
        *_fillings(f"{atlas.key}d", district),
        _shape(f"{atlas.key}e", district.outline),
    )
    hidden = {"class": "fp-defs", "width": "0", "height": "0", "aria-hidden": "true"}
    return element("svg", hidden | {"focusable": "false"}, element("defs", {}, *body))


def _shape(name: str, d: str) -> Markup:
    """Write one shape with its id."""
    return element("path", {"id": name, "d": d})


def _fillings(name: str, sheet: Sheet) -> Iterable[Markup]:
    """Write the lines that fill a whole sheet, for maps whose commonest class has no colour."""
    strokes = {PlaceClass.NOT_AVAILABLE: sheet.hatch, PlaceClass.TOO_FEW: sheet.ruling}
    for level, d in strokes.items():
        yield element("path", {"id": f"{name}{_WHOLE[level]}", "class": _SIGNS[level], "d": d})


def _areas(name: str, sheet: Sheet) -> Markup:
    """Write all small areas of a sheet, each with an id."""
    shapes = (_shape(f"{name}{i}", place.path) for i, place in enumerate(sheet.places))
    return group({"id": name}, *shapes)


def coloured(key: str, sheet: Sheet, classes: Mapping[str, PlaceClass]) -> Markup:
    """Colour all areas of a sheet: the commonest class at once, every other area by reference.

    What is not available is hatched, and what is too few to class is ruled.
    """
    levels = [classes.get(place.code, PlaceClass.NOT_AVAILABLE) for place in sheet.places]
    found = Counter(levels)
    common = max(PlaceClass, key=lambda level: found[level])
    parts = [element("use", {"href": f"#{key}", "class": LOOKS[common]})]
    if common in _SIGNS:
        parts.append(element("use", {"href": f"#{key}{_WHOLE[common]}"}))
    for level in PlaceClass:
        if level is not common:
            numbers = [i for i, known in enumerate(levels) if known is level]
            uses = (element("use", {"href": f"#{key}{number}"}) for number in numbers)
            parts.append(group({"class": LOOKS[level]}, *uses))
            parts.append(_signs([sheet.places[i] for i in numbers], level))
    return join(parts)


def _signs(places: Sequence[Place], level: PlaceClass) -> Markup:
    """Draw the lines that fill areas of a class which has no colour."""
    if level not in _SIGNS or not places:
        return Markup("")
    hatched = level is PlaceClass.NOT_AVAILABLE
    strokes = (place.hatch if hatched else place.ruling for place in places)
    return path("".join(strokes), _SIGNS[level])


def edge(shape: str, look: str, width: float) -> Markup:
    """Draw an outline by reference, so many units wide."""
    return element("use", {"href": f"#{shape}", "class": look, "stroke-width": width})
