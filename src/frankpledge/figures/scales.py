"""Round numbers for axes, and where values fall between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 4.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight axis from nought at `start` px to `top` at `end` px, with its ticks."""

    top: float
    ticks: tuple[float, ...]
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the place of a value in px, held at the end of the axis."""
        return self.start + (self.end - self.start) * min(value, self.top) / self.top

    @property
    def decimals(self) -> int:
        """The decimals that the tick labels need."""
        return max((_decimals(tick) for tick in self.ticks), default=0)


def _decimals(value: float) -> int:
    """Count the decimals of a round number, at most three."""
    return next((d for d in range(3) if math.isclose(value, round(value, d), abs_tol=1e-9)), 3)


def _step(top: float, most: int, least: float) -> float:
    """Find the smallest round step that needs no more than `most` ticks above nought."""
    size = 10.0 ** math.floor(math.log10(top / most))
    step = next(s * size for s in (*_STEPS, 20.0) if top / (s * size) <= most + 1e-9)
    return max(step, least)


def scale(
    values: Sequence[float], start: float, end: float, most: int = 5, whole: bool = False
) -> Scale:
    """Make an axis from nought that holds every value; `whole` allows no tick between integers."""
    top = max((v for v in values if math.isfinite(v)), default=0.0)
    top = top if top > 1e-6 else 1.0
    step = _step(top, most, 1.0 if whole else 0.0)
    if whole:
        step = math.ceil(step - 1e-9)
    count = math.floor(top / step + 1e-9)
    ticks = tuple(round(i * step, 6) for i in range(max(count, 1) + 1))
    return Scale(max(top, ticks[-1]), ticks, start, end)


def ceiling(values: Sequence[float], highs: Sequence[float]) -> float:
    """Choose where an axis ends: every value, and every interval that would not dwarf them."""
    top = max((v for v in values if math.isfinite(v)), default=0.0)
    reach = max((h for h in highs if math.isfinite(h)), default=0.0)
    return max(top * 1.04, min(reach, top * 2.2)) or 1.0
