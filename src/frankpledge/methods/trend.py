"""Whether five yearly points are going anywhere, rather than wandering."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from frankpledge.methods.arrays import Booleans, Floats, Numeric, together

POINTS = 5
T_THREE = 3.182
CHI_SQUARE = 9.5495


@dataclass(frozen=True, slots=True)
class Trend:
    """Slope a year, slope over its standard error, and the two verdicts (both False: no trend)."""

    slope: Floats
    t: Floats
    rises: Booleans
    falls: Booleans


def five_point_trend(values: Numeric, standard_errors: Numeric) -> Trend:
    """Whether five yearly values rise or fall steadily, allowing for yearly ups and downs.

    Formula: weighted slope b, w = 1/SE²; its variance times max(1, RSS/3); a trend needs
    |b|/SE > 3.182 (t, 3 degrees, 5%) **and** a slope of one sign when each point is dropped.
    Shape: (..., 5) for both, oldest first; results drop the last axis. Units: of the values,
    a year.
    Errors: ValueError for other than five points ("cannot be calculated"); NaN in, or a standard
    error not above zero, gives NaN and neither verdict.
    Source: weighted least squares, Draper and Smith, Applied Regression Analysis (1998) ch. 9;
    the dropped points are this project's guard against one odd year.
    Not for: years across a break in recording, or points that share months.

    >>> t = five_point_trend([10, 11, 12, 13, 14], [0.5] * 5)
    >>> round(float(t.slope), 2), bool(t.rises), bool(t.falls)
    (1.0, True, False)
    """
    y, weight = _five(values, standard_errors)
    slope, variance, rss = _fit(y, weight)
    t = slope / np.sqrt(variance * np.maximum(1.0, rss / (POINTS - 2)))
    dropped = [_fit(np.delete(y, i, -1), np.delete(weight, i, -1))[0] for i in range(POINTS)]
    up = np.all([s > 0 for s in dropped], axis=0)
    down = np.all([s < 0 for s in dropped], axis=0)
    return Trend(slope, t, (t > T_THREE) & up, (t < -T_THREE) & down)


def fingertips_trend(values: Numeric, standard_errors: Numeric) -> Trend:
    """The trend rule of England's public health profiles: chance of sampling alone, no more.

    Formula: (b/SE)² > 9.5495 (χ², 1 degree, 0.2%), SE from the weights alone.
    Shape, units, errors: as `five_point_trend`. Source: Fingertips technical
    guidance on recent trends.
    Not for: the program's own verdicts: with 5% variation from year to year it cries wolf 26% of
    the time.

    >>> bool(fingertips_trend([10, 11, 12, 13, 14], [0.5] * 5).rises)
    True
    """
    slope, variance, _ = _fit(*_five(values, standard_errors))
    t = slope / np.sqrt(variance)
    beyond = t * t > CHI_SQUARE
    return Trend(slope, t, beyond & (t > 0), beyond & (t < 0))


def _five(values: Numeric, standard_errors: Numeric) -> tuple[Floats, Floats]:
    y, error = together(values, standard_errors)
    if y.ndim == 0 or y.shape[-1] != POINTS:
        raise ValueError(f"a trend cannot be calculated from points shaped {y.shape}: five needed")
    known = (error > 0) & np.isfinite(y) & np.isfinite(error)
    known = np.broadcast_to(known.all(axis=-1, keepdims=True), y.shape)
    weight = np.where(known, 1.0 / np.where(known, error, 1.0) ** 2, np.nan)
    years = np.arange(POINTS, dtype=np.float64)
    return np.stack([y, np.broadcast_to(years, y.shape)]), weight


def _fit(points: Floats, weight: Floats) -> tuple[Floats, Floats, Floats]:
    """Weighted slope, its variance were the weights true, and the weighted squares left over."""
    y, x = points
    total = weight.sum(axis=-1, keepdims=True)
    x_gap = x - (weight * x).sum(axis=-1, keepdims=True) / total
    y_gap = y - (weight * y).sum(axis=-1, keepdims=True) / total
    spread = (weight * x_gap**2).sum(axis=-1)
    slope = np.asarray((weight * x_gap * y_gap).sum(axis=-1) / spread, dtype=np.float64)
    left = (weight * (y_gap - slope[..., None] * x_gap) ** 2).sum(axis=-1)
    return slope, 1.0 / spread, left
