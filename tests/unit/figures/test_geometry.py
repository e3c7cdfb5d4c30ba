"""Boundaries become an atlas: whole, simplified with shared borders, never a crash."""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely

from frankpledge.figures.atlas import Atlas, Role, Sheet
from frankpledge.figures.geometry import Boundary, build_atlas


def rings(path: str) -> list[list[tuple[int, int]]]:
    """Read a path of relative steps back into rings of points."""
    found = []
    for part in path.split("M")[1:]:
        start, steps = re.sub(r"h(-?\d+)v(-?\d+)h(-?\d+)", r"l\1 0 0 \2 \3 0", part[:-1]).split("l")
        x, y = map(int, start.split())
        numbers = [int(n) for n in re.findall(r"-?\d+", steps)]
        ring = [(x, y)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append(ring)
    return found


def area(path: str) -> float:
    polygons = [shapely.Polygon(ring) for ring in rings(path)]
    whole = shapely.Polygon()
    for polygon in polygons:
        whole = whole.symmetric_difference(shapely.make_valid(polygon))
    return float(whole.area)


def test_the_grid_keeps_its_shape(grid: Atlas) -> None:
    sheet = grid.county
    assert [d.role for d in sheet.districts].count(Role.OUTSIDE) == 1
    assert len(sheet.places) == 27
    assert len(grid.district.places) == 9
    for place in sheet.places:
        [ring] = rings(place.path)
        assert len(ring) == 4
    assert grid.own_codes == {f"L{r}{c}" for r in range(3) for c in range(3)}
    assert grid.own_name == "Own"


def test_north_is_up_and_kilometres_are_kilometres(grid: Atlas) -> None:
    places = {p.code: p.at for p in grid.county.places}
    assert places["L50"][1] < places["L00"][1]
    assert places["L00"][0] < places["L02"][0]
    apart = (places["L10"][0] - places["L12"][0]) / grid.county.per_km
    assert abs(apart) == pytest.approx(0.04 * 111.195 * np.cos(np.radians(52.0375)), rel=0.01)


def test_neighbours_share_their_border_exactly(grid: Atlas) -> None:
    points = {p.code: set(rings(p.path)[0]) for p in grid.county.places}
    assert len(points["L00"] & points["L01"]) == 2
    assert len(points["L00"] & points["L10"]) == 2


def test_labels_stand_inside_their_areas(grid: Atlas) -> None:
    for sheet in (grid.county, grid.district):
        for place in sheet.places:
            polygon = shapely.Polygon(rings(place.path)[0])
            assert polygon.contains(shapely.Point(place.at))
            assert place.room > 0


def _check(sheet: Sheet) -> None:
    whole = area("".join(d.path for d in sheet.districts if d.role is not Role.OUTSIDE))
    parts = sum(area(place.path) for place in sheet.places)
    assert parts == pytest.approx(whole, rel=2e-3)


def test_the_real_county_leaves_no_gap_and_no_overlap(leicestershire: Atlas) -> None:
    _check(leicestershire.county)
    _check(leicestershire.district)


def test_the_real_county_is_whole(leicestershire: Atlas) -> None:
    roles = {d.name: d.role for d in leicestershire.county.districts}
    assert len(roles) == 9
    assert roles["Harborough"] is Role.OWN
    assert roles["Leicester"] is roles["Rutland"] is Role.OUTSIDE
    assert len(leicestershire.county.places) in (396, 408)
    assert len(leicestershire.own_codes) in (47, 52)
    assert leicestershire.has_context
    across = leicestershire.district.across / leicestershire.district.per_km
    assert 35 < across < 45


def test_the_same_boundaries_in_another_order_give_the_same_atlas() -> None:
    boxes = [
        Boundary(f"L{i}", f"Area {i}", "D", shapely.box(i / 50, 52, (i + 1) / 50, 52.01))
        for i in range(5)
    ]
    one, other = (build_atlas(b, "D", ["D"], {}) for b in (boxes, boxes[::-1]))
    assert [p.path for p in one.county.places] == [p.path for p in other.county.places]
    assert one.key == other.key


BOW_TIE = shapely.Polygon([(0, 52), (0.01, 52.01), (0.01, 52), (0, 52.01)])
ODD = {
    "bow tie": BOW_TIE,
    "sliver": shapely.Polygon([(0, 52), (0.01, 52), (0.005, 52.000001)]),
    "overlap": shapely.box(0.005, 52.0, 0.025, 52.01),
    "line": shapely.LineString([(0, 52), (0.01, 52)]),
    "empty": shapely.Polygon(),
    "point": shapely.Polygon([(0, 52), (0, 52), (0, 52)]),
    "collection": shapely.GeometryCollection(
        [shapely.Point(0, 52), shapely.box(0, 52, 0.01, 52.01)]
    ),
    "with height": shapely.Polygon([(0, 52, 9), (0.01, 52, 9), (0.01, 52.01, 9), (0, 52.01, 9)]),
    "many parts": shapely.MultiPolygon([shapely.box(i, 52, i + 0.01, 52.01) for i in range(3)]),
    "hole": shapely.box(0, 52, 0.05, 52.05).difference(shapely.box(0.02, 52.02, 0.03, 52.03)),
    "tiny": shapely.box(0, 52, 1e-9, 52 + 1e-9),
    "nothing": None,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_polygon_never_stops_the_map(name: str) -> None:
    boundaries = [
        Boundary("A", "Odd", "D", ODD[name]),
        Boundary("B", "Plain", "D", shapely.box(0.01, 52, 0.02, 52.01)),
        Boundary("C", "Other", "E", shapely.box(0.02, 52, 0.03, 52.01)),
    ]
    atlas = build_atlas(boundaries, "D", ["D", "E"], {"D": "Own"})
    assert "B" in atlas.own_codes
    for place in atlas.county.places:
        assert place.path.startswith("M")
        assert place.path.endswith("z")


def test_an_own_district_without_boundaries_is_refused() -> None:
    boundaries = [Boundary("C", "Other", "E", shapely.box(0.02, 52, 0.03, 52.01))]
    with pytest.raises(ValueError, match="own district D"):
        build_atlas(boundaries, "D", ["D", "E"], {})
