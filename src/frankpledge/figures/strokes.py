"""Lines that fill shapes for which there is no class: aslant for nothing known, level for too few.

Fill patterns would do the same, but a browser writes a copy of a pattern for every shape when it
prints to PDF, which made one report hundreds of megabytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from frankpledge.figures.shapes import Plane

_DIAGONALS = 80
_LEVELS = 56


def diagonals(plane: Plane) -> Any:
    """Give diagonal lines over a whole sheet, as an array of lines."""
    wide, tall = plane.across / plane.units, plane.down / plane.units
    reach = wide + tall
    tops = plane.west + np.arange(0.5, _DIAGONALS) * reach / _DIAGONALS
    return shapely.linestrings([[(x - reach, plane.north - reach), (x, plane.north)] for x in tops])


def levels(plane: Plane) -> Any:
    """Give level lines over a whole sheet, as an array of lines."""
    wide, tall = plane.across / plane.units, plane.down / plane.units
    pitch = max(wide, tall) / _LEVELS
    first = plane.north - min(pitch, tall) / 2
    heights = np.arange(first, min(first, plane.north - tall) - 1e-9, -pitch)
    return shapely.linestrings([[(plane.west, y), (plane.west + wide, y)] for y in heights])


def cut(lines: Any, shape: Any) -> Any:
    """Cut lines to a shape."""
    near = lines[shapely.intersects(lines, shapely.box(*shape.bounds))]
    return shapely.intersection(shapely.MultiLineString(list(near)), shape)


def stroke(at: tuple[float, float], room: float, slanted: bool) -> str:
    """Give one stroke for a shape that lies between two lines."""
    half = max(1, round(room * 0.7))
    x, y = round(at[0]) - half, round(at[1])
    return f"M{x} {y + half}l{2 * half}-{2 * half}" if slanted else f"M{x} {y}h{2 * half}"
