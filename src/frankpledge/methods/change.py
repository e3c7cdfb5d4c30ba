"""Whether a later period holds more or fewer events than the like months of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from frankpledge.methods.arrays import Floats, Numeric, divide, normal_deviate
from frankpledge.methods.dispersion import (
    like_months,
    period_degrees,
    period_dispersion,
    within_dispersion,
)


@dataclass(frozen=True, slots=True)
class Change:
    """Two totals, their ratio (after over before), its interval and p, all of one test.

    `dispersion` is the φ used and `degrees` the freedom of t (NaN where the exact test was used).
    """

    before: Floats
    after: Floats
    ratio: Floats
    low: Floats
    high: Floats
    p: Floats
    dispersion: Floats
    degrees: Floats


def change(before: Numeric, after: Numeric, level: float = 0.95) -> Change:
    """The ratio of two periods' totals, and whether it is more than month-to-month chance.

    Formula: φ = `period_dispersion`; t = ln(b/a)/√(φ(1/a + 1/b)) on its degrees of freedom;
    interval exp(ln(b/a) ± t* √(φ(1/a + 1/b))). Both totals zero: ratio NaN, p 1, no interval. One
    zero: exact conditional binomial with mid-p on the other total divided by the φ of its own
    months: p = ½^(n/φ), the interval bounded on one side and 0 or infinite on the other. At
    `level` the interval excludes 1 exactly when p < 1 - level.
    Shape: (..., months) for both, the like months of the two periods; results drop the last axis.
    NaN months are left out of both. Units: events; the ratio has none.
    Errors: ValueError for unlike months or an impossible level. Where fewer than two months were
    supplied in both no spread can be measured: p is NaN and so is the interval.
    Source: quasi-likelihood, McCullagh and Nelder (1989) chapter 9; mid-p, Lancaster, JASA 56
    (1961) 223. False alarms at 5%: `tests/calibration`.
    Not for: periods across a break in recording; slow drift from month to month.

    >>> c = change([17, 26, 36, 43], [38, 45, 53, 58])
    >>> float(c.before), float(c.after), round(float(c.ratio), 2), bool(c.p < 0.05)
    (122.0, 194.0, 1.59, True)
    """
    first, second = like_months(before, after)
    a, b = np.nansum(first, axis=-1), np.nansum(second, axis=-1)
    smooth = _by_t(first, second, level)
    exact = _by_binomial(first, second, level)
    both, neither = (a > 0) & (b > 0), (a == 0) & (b == 0)
    low, high, p, phi = (np.where(both, s, e) for s, e in zip(smooth, exact, strict=True))
    ratio = np.where(a > 0, divide(b, a), np.where(b > 0, np.inf, np.nan))
    low, high = np.where(neither, np.nan, low), np.where(neither, np.nan, high)
    degrees = np.where(both, period_degrees(first, second), np.nan)
    return Change(a, b, ratio, low, high, np.where(neither, 1.0, p), phi, degrees)


def _by_t(first: Floats, second: Floats, level: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Low, high, p and φ of the log ratio; meaningless where either total is zero."""
    a = np.maximum(np.nansum(first, axis=-1), 0.5)
    b = np.maximum(np.nansum(second, axis=-1), 0.5)
    phi, degrees = period_dispersion(first, second), period_degrees(first, second)
    known = np.maximum(degrees, 1.0)
    log_ratio, error = np.log(b / a), np.sqrt(phi * (1.0 / a + 1.0 / b))
    reach = special.stdtrit(known, 0.5 + level / 2.0) * error
    p = 2.0 * special.stdtr(known, -np.abs(log_ratio) / error)
    return np.exp(log_ratio - reach), np.exp(log_ratio + reach), p, phi


def _by_binomial(
    first: Floats, second: Floats, level: float
) -> tuple[Floats, Floats, Floats, Floats]:
    """Low, high, p and φ where one total is zero: every event fell on one side.

    n events all on one side have mid-p ½^n under even odds, and odds of α^(1/n) to its
    complement are the last that mid-p does not reject.
    """
    normal_deviate(level)
    risen = np.nansum(second, axis=-1) > 0
    months = np.where(risen[..., None], second, first)
    phi = within_dispersion(months)
    n = np.nansum(months, axis=-1) / phi
    share = (1.0 - level) ** (1.0 / np.maximum(n, 1e-3))
    odds = share / (1.0 - share)
    low = np.where(risen, odds, 0.0 * odds)
    high = np.where(risen, np.inf + 0.0 * odds, 1.0 / np.maximum(odds, 1e-300))
    return low, high, 0.5**n, phi
