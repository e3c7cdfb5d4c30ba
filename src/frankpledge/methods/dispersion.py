"""How much more than chance counts vary: the Pearson dispersion, 1 for independent events."""

from __future__ import annotations

import numpy as np

from frankpledge.methods.arrays import Floats, Numeric, divide, floats


def like_months(before: Numeric, after: Numeric) -> tuple[Floats, Floats]:
    """Two periods month against like month, NaN in both wherever either was not supplied.

    >>> like_months([1, 2], [3, float("nan")])[0].tolist()
    [1.0, nan]
    """
    a, b = floats(before), floats(after)
    if a.ndim == 0 or b.ndim == 0 or a.shape[-1] != b.shape[-1]:
        raise ValueError(f"periods of unlike months: shapes {a.shape} and {b.shape}")
    a, b = np.broadcast_arrays(a, b)
    missing = np.isnan(a) | np.isnan(b)
    return np.where(missing, np.nan, a), np.where(missing, np.nan, b)


def period_degrees(before: Numeric, after: Numeric) -> Floats:
    """Degrees of freedom of `period_dispersion`: the months that hold any event, less one.

    A month empty in both periods says nothing of the spread. At least 1 where two months or more
    were supplied, else 0.

    >>> float(period_degrees([1, 0, 2, 4], [3, 0, 1, 2]))
    2.0
    """
    a, b = like_months(before, after)
    supplied = (~np.isnan(a)).sum(axis=-1)
    live = (np.nan_to_num(a) + np.nan_to_num(b) > 0).sum(axis=-1)
    return np.where(supplied > 1, np.maximum(live - 1.0, 1.0), 0.0)


def period_dispersion(before: Numeric, after: Numeric) -> Floats:
    """How much more than chance two periods vary once the season they share is taken out.

    Formula: Pearson χ² of the 2 × months table about its independence fit, over its degrees of
    freedom (months holding any event, less one: 11 for a year), never below 1.
    Shape: (..., months) for both; the result drops the last axis. Units: none.
    Errors: ValueError where the months differ in number. NaN months are left out of both; NaN
    where fewer than two remain.
    Source: McCullagh and Nelder, Generalized Linear Models (1989), section 4.5.
    Not for: periods of unlike months, whose season does not cancel.

    >>> round(float(period_dispersion([17, 26, 36, 43], [38, 45, 53, 58])), 3)
    1.0
    """
    a, b = (np.nan_to_num(v) for v in like_months(before, after))
    chi_square = _independence(np.stack([a, b], axis=-2))
    return _floored(chi_square, period_degrees(before, after))


def within_dispersion(months: Numeric) -> Floats:
    """How much more than chance one series of months varies about its own mean.

    Formula: Σ(x - x̄)² / (x̄ (n - 1)), never below 1. A season counts as variation here.
    Shape: (..., months); the result drops the last axis. Units: none.
    Errors: NaN months are left out; NaN with fewer than two months; 1 where every month is zero.
    Source: Fisher, Statistical Methods for Research Workers (1925), the index of dispersion.
    Not for: comparing years with a strong season (`period_dispersion`).

    >>> round(float(within_dispersion([4, 10, 4, 10])), 3)
    1.714
    """
    x = floats(months)
    present = ~np.isnan(x)
    n = present.sum(axis=-1)
    total = np.where(present, x, 0.0).sum(axis=-1)
    mean = divide(total, n)
    squares = np.where(present, (x - mean[..., None]) ** 2, 0.0).sum(axis=-1)
    chi_square = np.where(total > 0, squares / np.where(total > 0, mean, 1.0), 0.0)
    return _floored(chi_square, n - 1.0)


def pooled_dispersion(monthly: Numeric) -> Floats:
    """How much more than chance places' months vary, each keeping its level and all one season.

    Formula: Σ(x - e)² / (Σ e(1 - row/T)(1 - column/T) · T/(T - 1)), e = row · column / T, never
    below 1: each place counts by its events. (Pearson's form, in which a place of three events
    weighs as much as one of three hundred, finds 2.6 where 4 is true at 0.3 a month.)
    Shape: (..., areas, months) to (...). Units: none.
    Errors: NaN where any month is NaN or fewer than two areas or two months hold an event;
    ValueError for fewer than two axes.
    Source: as `period_dispersion`, weighted by events; the weighting is this project's, set by
    simulation (`tests/calibration`).
    Not for: one place alone (`within_dispersion`).

    >>> float(pooled_dispersion([[4, 6, 5], [8, 12, 10]]))
    1.0
    """
    table = floats(monthly)
    if table.ndim < 2:
        raise ValueError(f"monthly counts are (areas, months), not {table.shape}")
    rows, columns = table.sum(axis=-1, keepdims=True), table.sum(axis=-2, keepdims=True)
    whole = rows.sum(axis=-2, keepdims=True)
    fit = divide(rows * columns, whole)
    ordinary = fit * (1.0 - divide(rows, whole)) * (1.0 - divide(columns, whole))
    scale = divide(whole, whole - 1.0)[..., 0, 0]
    usual = scale * ordinary.sum(axis=(-2, -1))
    return np.maximum(divide(((table - fit) ** 2).sum(axis=(-2, -1)), usual), 1.0)


def _independence(table: Floats) -> Floats:
    """Pearson χ² of tables (..., rows, columns) about the fit in which rows keep one season."""
    rows = table.sum(axis=-1, keepdims=True)
    columns = table.sum(axis=-2, keepdims=True)
    whole = rows.sum(axis=-2, keepdims=True)
    expected = rows * columns / np.where(whole > 0, whole, 1.0)
    usable = expected > 0
    cells = np.where(usable, (table - expected) ** 2 / np.where(usable, expected, 1.0), 0.0)
    return np.asarray(cells.sum(axis=(-2, -1)), dtype=np.float64)


def _floored(chi_square: Floats, degrees: Floats) -> Floats:
    return np.maximum(divide(chi_square, degrees), 1.0)
