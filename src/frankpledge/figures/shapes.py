"""Write shapes as compact paths: whole units, each point as the step from the last."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import shapely


@dataclass(frozen=True, slots=True)
class Plane:
    """A part of the plane as a sheet, its origin in the upper left, `units` to a kilometre."""

    west: float
    north: float
    units: float
    across: float
    down: float

    @classmethod
    def over(cls, bounds: tuple[float, float, float, float], longest: int) -> Plane:
        """Lay a sheet over bounds so that its longer side has so many units."""
        west, south, east, north = (float(b) for b in bounds)
        units = longest / max(east - west, north - south, 1e-9)
        return cls(west, north, units, (east - west) * units, (north - south) * units)

    def __call__(self, at: tuple[float, float]) -> tuple[float, float]:
        """Give the place of a point on the sheet."""
        return (at[0] - self.west) * self.units, (self.north - at[1]) * self.units


def path_of(shape: Any, plane: Plane) -> str:
    """Write a surface as one path, rings and holes one after another.

    A surface too small for a ring of three points becomes a square of two units, so that its
    colour can still be seen.
    """
    rings = [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]
    written = "".join(_ring(ring, plane) for ring in rings)
    if written:
        return written
    point = shape.representative_point()
    x, y = plane((float(point.x), float(point.y)))
    return f"M{round(x) - 1} {round(y) - 1}h2v2h-2z"


def lines_of(shape: Any, plane: Plane) -> str:
    """Write lines as one path."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "LineString"]
    written = (_joined(part, plane) for part in parts)
    return "".join(_moves(points) for points in written if len(points) > 1)


def _joined(line: Any, plane: Plane) -> list[list[int]]:
    """Give the points of a line on the sheet in whole units, none twice running."""
    raw = shapely.get_coordinates(line)
    rounded = np.rint((raw - (plane.west, plane.north)) * (plane.units, -plane.units))
    points: list[list[int]] = rounded.astype(int).tolist()
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def _ring(ring: Any, plane: Plane) -> str:
    """Write one ring; nothing where it has shrunk to a line."""
    points = _joined(ring, plane)
    return _moves(points[:-1]) + "z" if len(points) > 3 else ""


def _moves(points: list[list[int]]) -> str:
    """Write a first point and steps, with no more signs and spaces than are needed."""
    written = [f"M{points[0][0]} {points[0][1]}l"]
    for i, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        lead = " " if i and x1 >= x0 else ""
        written.append(f"{lead}{x1 - x0}{'' if y1 < y0 else ' '}{y1 - y0}")
    return "".join(written)
