"""Shapes of maps: written once a page under ids, then coloured and outlined by reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from frankpledge.figures.atlas import Atlas, Role, Sheet
from frankpledge.figures.specs import PlaceClass
from frankpledge.figures.style import LOOKS
from frankpledge.figures.svg import Markup, element, group, join, path


def defs(atlas: Atlas) -> str:
    """Write the shapes of an atlas, hidden, for every map pair of a page: once, before them."""
    county, district = atlas.county, atlas.district
    outside = [d for d in county.districts if d.role is Role.OUTSIDE]
    inside = "".join(d.path for d in county.districts if d.role is not Role.OUTSIDE)
    body = (
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


def coloured(key: str, sheet: Sheet, classes: Mapping[str, PlaceClass]) -> Markup:
    """Colour all areas of a sheet: the commonest class at once, every other area by reference.

    What is not available is hatched, and what is too few has one dot.
    """
    levels = [classes.get(place.code, PlaceClass.NOT_AVAILABLE) for place in sheet.places]
    found = Counter(levels)
    common = max(PlaceClass, key=lambda level: found[level])
    parts = [element("use", {"href": f"#{key}", "class": LOOKS[common]})]
    for level in PlaceClass:
        numbers = [i for i, known in enumerate(levels) if known is level and level is not common]
        uses = (element("use", {"href": f"#{key}{number}"}) for number in numbers)
        parts.append(group({"class": LOOKS[level]}, *uses))
    return join((*parts, *_signs(sheet, levels)))


def _signs(sheet: Sheet, levels: Sequence[PlaceClass]) -> Iterable[Markup]:
    """Draw the hatch of what is not available and the dots of what is too few."""
    known = list(zip(sheet.places, levels, strict=True))
    hatch = "".join(p.hatch for p, level in known if level is PlaceClass.NOT_AVAILABLE)
    few = [p.at for p, level in known if level is PlaceClass.TOO_FEW]
    dots = "".join(f"M{round(x)} {round(y)}h0" for x, y in few)
    return [path(d, look) for d, look in ((hatch, "fp-hatched"), (dots, "fp-dots")) if d]


def edge(shape: str, look: str, width: float) -> Markup:
    """Draw an outline by reference, so many units wide."""
    return element("use", {"href": f"#{shape}", "class": look, "stroke-width": width})
