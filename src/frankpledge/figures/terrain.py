"""A sheet laid on a picture: where its points come to lie in px, and what lies under a label."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from frankpledge.figures.atlas import Sheet
from frankpledge.figures.boxes import Box, Point, round_point
from frankpledge.figures.svg import coordinate

_BARS = (0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Terrain:
    """A sheet drawn with so many px to its unit, its upper left corner at `left` and `top`."""

    sheet: Sheet
    scale: float
    left: float
    top: float

    @classmethod
    def fitted(cls, sheet: Sheet, box: Box) -> Terrain:
        """Lay a sheet in the middle of the top of a box, as large as it goes."""
        wide, tall = box.right - box.left, box.bottom - box.top
        scale = min(wide / sheet.across, tall / sheet.down)
        return cls(sheet, scale, box.left + (wide - sheet.across * scale) / 2, box.top)

    @property
    def down(self) -> float:
        """The height of the sheet in px."""
        return self.sheet.down * self.scale

    @property
    def box(self) -> Box:
        """The box round the whole sheet."""
        across = self.sheet.across * self.scale
        return Box(self.left, self.top, self.left + across, self.top + self.down)

    def __call__(self, at: Point) -> Point:
        """Give the place of a point of the sheet in px."""
        return self.left + at[0] * self.scale, self.top + at[1] * self.scale

    @property
    def transform(self) -> str:
        """The transform that draws the sheet's shapes in place."""
        return f"translate({coordinate(self.left)} {coordinate(self.top)}) scale({self.scale:.5f})"

    def _cells(self, box: Box) -> NDArray[np.int16]:
        """Give the cells under a box; what lies beyond the sheet is left out."""
        size = self.sheet.cell * self.scale
        rows, columns = self.sheet.ground.shape
        x0, x1 = (int((x - self.left) / size) for x in (box.left, box.right))
        y0, y1 = (int((y - self.top) / size) for y in (box.top, box.bottom))
        return self.sheet.ground[
            min(max(y0, 0), rows) : max(y1, 0), min(max(x0, 0), columns) : max(x1, 0)
        ]

    def _count(self, box: Box) -> float:
        """Count the cells that would lie under a box were the sheet endless."""
        size = self.sheet.cell * self.scale
        return max((box.right - box.left) * (box.bottom - box.top) / size**2, 1.0)

    def share(self, box: Box, number: int | None = None) -> float:
        """Give the part of a box that lies on one district, or on any."""
        cells = self._cells(box)
        found = (cells >= 0) if number is None else (cells == number)
        return min(float(np.count_nonzero(found)) / self._count(box), 1.0)

    def share_round(self, centre: Point, radius: float) -> float:
        """Give the part of a circle that lies on any district."""
        box = round_point(centre, radius)
        size = self.sheet.cell * self.scale
        cells = self._cells(box)
        x0 = max(0, int((box.left - self.left) / size))
        y0 = max(0, int((box.top - self.top) / size))
        x = self.left + (np.arange(cells.shape[1]) + x0 + 0.5) * size - centre[0]
        y = self.top + (np.arange(cells.shape[0]) + y0 + 0.5) * size - centre[1]
        within = (x[None, :] ** 2 + y[:, None] ** 2) < radius**2
        return float(np.count_nonzero(within & (cells >= 0))) * size**2 / (math.pi * radius**2)

    def middles(self, number: int, most: int = 110) -> list[Point]:
        """Give places spread over one district, in px."""
        found = np.argwhere(self.sheet.ground == number)
        step = max(1, len(found) // most)
        return [
            self(((column + 0.5) * self.sheet.cell, (row + 0.5) * self.sheet.cell))
            for row, column in found[::step].tolist()
        ]

    def bar(self, room: float) -> tuple[float, str]:
        """Give a scale bar of at most `room` px: its length and its words."""
        pixels = self.sheet.per_km * self.scale
        km = max((bar for bar in _BARS if bar * pixels <= room), default=_BARS[0])
        return km * pixels, f"{km:g} km"
