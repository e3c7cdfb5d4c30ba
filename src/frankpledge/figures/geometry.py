"""Turn small-area boundaries into an atlas: projected, simplified once, borders shared.

Lengths are kilometres on a plane that touches the earth at the middle of the county (local
equirectangular: x = R cos(lat0) (lon - lon0), y = R (lat - lat0)), good to about 0.1% over a
county. Not for areas or distances that are counted with; only for drawing.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from frankpledge.figures.atlas import Atlas, District, Place, Role, Sheet
from frankpledge.figures.shapes import Plane, lines_of, path_of
from frankpledge.figures.strokes import cut, diagonals, levels, stroke

_KM_PER_DEGREE = 6371.0088 * math.pi / 180
_COUNTY_UNITS = 2400
_DISTRICT_UNITS = 4000
_COUNTY_DETAIL = 1 / 600
_DISTRICT_DETAIL = 1 / 1200
_CELLS = 130
_SNAP_KM = 0.002


@dataclass(frozen=True, slots=True)
class Boundary:
    """One small area: code, name, its district's code, and its geometry in longitude, latitude."""

    code: str
    name: str
    district: str
    geometry: Any


@dataclass(frozen=True, slots=True)
class _Area:
    """One small area on the plane."""

    code: str
    name: str
    district: str
    shape: Any


def build_atlas(
    boundaries: Sequence[Boundary], own: str, county: Sequence[str], names: Mapping[str, str]
) -> Atlas:
    """Build the atlas of an assessment.

    `own` is the assessed district's code, `county` the codes of all districts compared (with
    `own`), `names` the districts' names by code. Boundaries of other districts are drawn as
    surroundings. Raises ValueError where `own` has no boundary at all.
    """
    areas = _on_plane(sorted(boundaries, key=lambda b: b.code), {*county, own})
    mine = [area for area in areas if area.district == own]
    if not mine:
        raise ValueError(f"no boundary lies in the own district {own}")
    roles = dict.fromkeys(county, Role.COUNTY) | {own: Role.OWN}
    return Atlas(
        key=_key(boundaries, own),
        own=own,
        own_name=names.get(own, own),
        county=_county_sheet(areas, roles, names),
        district=_district_sheet(mine, names.get(own, own)),
    )


def _key(boundaries: Iterable[Boundary], own: str) -> str:
    """Give a short name that tells two atlases on one page apart."""
    codes = ",".join(sorted(boundary.code for boundary in boundaries))
    return "m" + hashlib.sha256(f"{own}:{codes}".encode()).hexdigest()[:4]


def _on_plane(boundaries: Sequence[Boundary], county: set[str]) -> list[_Area]:
    """Project boundaries and mend what is broken; areas with no surface are left out."""
    shapes = np.array([_surface(b.geometry) for b in boundaries], dtype=object)
    inside = [s for s, b in zip(shapes, boundaries, strict=True) if b.district in county]
    west, south, east, north = shapely.total_bounds(inside or list(shapes))
    lon0, lat0 = (west + east) / 2, (south + north) / 2
    across = _KM_PER_DEGREE * math.cos(math.radians(lat0))

    def project(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray((points - (lon0, lat0)) * (across, _KM_PER_DEGREE))

    projected = _coverage([shapely.transform(shape, project) for shape in shapes])
    return [
        _Area(b.code, b.name, b.district, shape)
        for b, shape in zip(boundaries, projected, strict=True)
        if not shape.is_empty
    ]


def _surface(geometry: Any) -> Any:
    """Keep the polygons of a geometry, mended where they cross themselves."""
    if geometry is None or geometry.is_empty:
        return shapely.MultiPolygon()
    plain = shapely.force_2d(geometry)
    valid = plain if plain.is_valid else shapely.make_valid(plain)
    if valid.geom_type in ("Polygon", "MultiPolygon"):
        return valid
    parts = [p for p in shapely.get_parts(shapely.get_parts(valid)) if p.geom_type == "Polygon"]
    return shapely.union_all(parts) if parts else shapely.MultiPolygon()


def _coverage(shapes: list[Any]) -> list[Any]:
    """Give the shapes as they are where they share borders exactly, else snapped to two metres."""
    if shapely.coverage_is_valid(shapes):
        return shapes
    return [_surface(shapely.set_precision(shape, _SNAP_KM)) for shape in shapes]


def _simplified(areas: Sequence[_Area], tolerance: float) -> list[Any]:
    """Simplify shapes once, with the borders they share; a shape that would vanish stays."""
    shapes = [area.shape for area in areas]
    try:
        simple = list(shapely.coverage_simplify(shapes, tolerance))
    except shapely.GEOSException:
        simple = [shapely.simplify(shape, tolerance / 2) for shape in shapes]
    return [
        _surface(new) if not new.is_empty else old for new, old in zip(simple, shapes, strict=True)
    ]


def _union(shapes: Sequence[Any]) -> Any:
    """Join neighbouring shapes into one surface."""
    try:
        joined = shapely.coverage_union_all(shapes)
    except shapely.GEOSException:
        joined = None
    if joined is None or not joined.is_valid:
        joined = shapely.union_all([shapely.make_valid(shape) for shape in shapes])
    return _surface(joined)


def _centre(shape: Any) -> tuple[tuple[float, float], float]:
    """Give the middle of the largest circle inside a shape, and the circle's radius."""
    parts = shapely.get_parts(shape)
    largest = max(parts, key=lambda part: float(part.area))
    try:
        circle = shapely.maximum_inscribed_circle(largest, tolerance=largest.length / 400)
        (x, y), radius = circle.coords[0], circle.length
    except (shapely.GEOSException, ValueError):
        point = largest.representative_point()
        x, y, radius = point.x, point.y, point.distance(largest.boundary)
    return (float(x), float(y)), float(radius)


def _county_sheet(
    areas: Sequence[_Area], roles: Mapping[str, Role], names: Mapping[str, str]
) -> Sheet:
    """Make the sheet of the county and what surrounds it."""
    compared = [area for area in areas if area.district in roles]
    west, south, east, north = shapely.total_bounds([area.shape for area in compared])
    detail = max(east - west, north - south) * _COUNTY_DETAIL
    shapes = _simplified(areas, detail)
    joined = {
        code: _union([s for s, a in zip(shapes, areas, strict=True) if a.district == code])
        for code in sorted({area.district for area in areas})
    }
    outside = [shape for code, shape in joined.items() if code not in roles]
    frame = _frame((west, south, east, north), outside)
    plane = Plane.over(frame, _COUNTY_UNITS)
    inside = [(s, a) for s, a in zip(shapes, areas, strict=True) if a.district in roles]
    places = _places([a for _, a in inside], [s for s, _ in inside], plane)
    districts, inframe = _districts(joined, roles, names, frame, plane)
    own = next(district for district in districts if district.role is Role.OWN)
    ground, cell = _ground(inframe, plane)
    county = _union([s for s, _ in inside])
    return Sheet(
        plane.across, plane.down, plane.units, places, tuple(districts), own.path,
        *_filled(county, plane), ground, cell,
    )  # fmt: skip


def _filled(shape: Any, plane: Plane) -> tuple[str, str]:
    """Fill a shape with diagonal lines, and with level ones."""
    lines = (cut(diagonals(plane), shape), cut(levels(plane), shape))
    return lines_of(lines[0], plane), lines_of(lines[1], plane)


def _districts(
    joined: Mapping[str, Any],
    roles: Mapping[str, Role],
    names: Mapping[str, str],
    frame: tuple[float, float, float, float],
    plane: Plane,
) -> tuple[list[District], list[Any]]:
    """Make the districts, cut to the frame, those outside the comparison first."""
    ordered = sorted(joined, key=lambda code: (code in roles, code))
    found, drawn = [], []
    frame_box = shapely.box(*frame)
    within = frame_box.buffer(-0.5 / plane.units)
    for code in ordered:
        shape = joined[code]
        inside = _surface(shapely.intersection(shape, frame_box))
        if inside.is_empty:
            continue
        at, room = _centre(inside)
        path = path_of(inside, plane)
        border = lines_of(shapely.intersection(shape.boundary, within), plane)
        role, name = roles.get(code, Role.OUTSIDE), names.get(code, code)
        found.append(District(code, name, role, path, border, plane(at), room * plane.units))
        drawn.append(inside)
    return found, drawn


def _frame(
    bounds: tuple[float, float, float, float], outside: Sequence[Any]
) -> tuple[float, float, float, float]:
    """Give the part of the plane drawn: the county, and whole neighbours that enlarge it little."""
    size = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    for shape in sorted(outside, key=lambda s: float(s.area)):
        west, south, east, north = shape.bounds
        wider = (
            min(bounds[0], west), min(bounds[1], south), max(bounds[2], east),
            max(bounds[3], north),
        )  # fmt: skip
        if (wider[2] - wider[0]) * (wider[3] - wider[1]) <= 1.5 * size:
            bounds = wider
    return bounds


def _places(areas: Sequence[_Area], shapes: Sequence[Any], plane: Plane) -> tuple[Place, ...]:
    """Make the small areas of a sheet."""
    slanted, level = diagonals(plane), levels(plane)
    places = []
    for area, shape in zip(areas, shapes, strict=True):
        centre, radius = _centre(shape)
        at, room = plane(centre), radius * plane.units
        hatch = lines_of(cut(slanted, shape), plane) or stroke(at, room, slanted=True)
        ruling = lines_of(cut(level, shape), plane) or stroke(at, room, slanted=False)
        path = path_of(shape, plane)
        places.append(Place(area.code, area.name, path, hatch, ruling, at, room))
    return tuple(places)


def _district_sheet(mine: Sequence[_Area], name: str) -> Sheet:
    """Make the sheet of the own district."""
    west, south, east, north = shapely.total_bounds([area.shape for area in mine])
    shapes = _simplified(mine, max(east - west, north - south) * _DISTRICT_DETAIL)
    plane = Plane.over((west, south, east, north), _DISTRICT_UNITS)
    whole = _union(shapes)
    at, room = _centre(whole)
    outline = path_of(whole, plane)
    own = District(
        mine[0].district, name, Role.OWN, outline, outline, plane(at), room * plane.units
    )
    places = _places(mine, shapes, plane)
    ground, cell = _ground([whole], plane)
    return Sheet(
        plane.across, plane.down, plane.units, places, (own,), outline,
        *_filled(whole, plane), ground, cell,
    )  # fmt: skip


def _ground(shapes: Sequence[Any], plane: Plane) -> tuple[NDArray[np.int16], float]:
    """Lay a grid of cells over a sheet and say in which shape the middle of each lies."""
    cell = max(plane.across, plane.down) / _CELLS
    columns, rows = (max(1, math.ceil(size / cell)) for size in (plane.across, plane.down))
    x = plane.west + (np.arange(columns) + 0.5) * cell / plane.units
    y = plane.north - (np.arange(rows) + 0.5) * cell / plane.units
    xs, ys = np.meshgrid(x, y)
    ground = np.full(xs.shape, -1, dtype=np.int16)
    for number, shape in enumerate(shapes):
        coarse = shapely.simplify(shape, cell / plane.units / 2)
        shapely.prepare(coarse)
        ground[shapely.contains_xy(coarse, xs, ys)] = number
    return ground, cell
