"""Write shapes as compact paths: whole units, each point as the step from the last."""

from __future__ import annotations

from dataclasses import dataclass
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
    rings = [
        ring
        for part in shapely.get_parts(shape)
        for ring in (part.exterior, *part.interiors)
    ]
    written = "".join(_ring(ring, plane) for ring in rings)
    if written:
        return written
    point = shape.representative_point()
    x, y = plane((float(point.x), float(point.y)))
    return f"M{round(x) - 1} {round(y) - 1}h2v2h-2z"


def _ring(ring: Any, plane: Plane) -> str:
    """Write one ring; nothing where it has shrunk to a line."""
    raw = shapely.get_coordinates(ring)
    points = np.rint((raw - (plane.west, plane.north)) * (plane.units, -plane.units)).astype(int)
    kept = [points[0], *(b for a, b in zip(points, points[1:], strict=False) if (a != b).any())]
    if len(kept) < 4:
        return ""
    steps = np.diff(np.array(kept), axis=0)[:-1]
    return f"M{kept[0][0]} {kept[0][1]}l" + "".join(_steps(steps.tolist())) + "z"


def _steps(steps: list[list[int]]) -> list[str]:
    """Write steps with no more signs and spaces than are needed to part them."""
    written = []
    for i, (dx, dy) in enumerate(steps):
        lead = " " if i and dx >= 0 else ""
        written.append(f"{lead}{dx}{'' if dy < 0 else ' '}{dy}")
    return written
