"""Whether a single month stands outside what the months before it would lead one to expect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from frankpledge.methods.arrays import Floats, Integers, Numeric, floats
from frankpledge.methods.dispersion import within_dispersion
from frankpledge.methods.distributions import negative_binomial_limits

CLEAN_MONTHS = 18
SKEW_EVENTS = 12.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Baseline mean, the least and greatest ordinary month, and the baseline's dispersion."""

    mean: Floats
    low: Floats
    high: Floats
    dispersion: Floats


def predictive_limits(baseline: Numeric, alpha: float = 0.004) -> Limits:
    """The least and greatest count a further month can hold without being exceptional.

    Formula: negative binomial with the baseline's mean m and variance Vm, where φ is its
    dispersion (floored at 1) and V = 1 + (φ(1 + 1/n) - 1)(1 + 12/Σx): the mean is itself
    uncertain, and few events tell little of the spread. Each tail is Φ(-t), t the 1 - α/2 point
    of Student's t on n - 1 degrees, since φ is estimated.
    Shape: (..., months), at least 18 not NaN; results drop the last axis. Units: events a month.
    Errors: ValueError under 18 clean months in any series, or for alpha outside (0, 1).
    Source: Farrington et al., JRSS A 159 (1996) 547, for the predictive idea; the widening is
    this project's, set by simulation: a year of an unchanged series signals falsely in under 5%
    of years for baselines of 18 to 36 months, means 1 to 400, dispersions 1 to 6.
    Not for: series with a strong season (it counts as spread and hides signals), or baselines
    that straddle a break in recording.

    >>> limits = predictive_limits([20] * 9 + [24] * 9)
    >>> float(limits.mean), float(limits.low), float(limits.high)
    (22.0, 8.0, 40.0)
    """
    x = floats(baseline)
    if not 0.0 < alpha < 1.0:
        raise ValueError(f"alpha lies between 0 and 1, not {alpha}")
    n = (~np.isnan(x)).sum(axis=-1) if x.ndim else np.array(0)
    if np.any(n < CLEAN_MONTHS):
        raise ValueError(f"{int(np.min(n))} clean months in a baseline, {CLEAN_MONTHS} needed")
    total = np.nansum(x, axis=-1)
    phi = within_dispersion(x)
    doubt = 1.0 + SKEW_EVENTS / np.maximum(total, 1.0)
    wide = 1.0 + (phi * (1.0 + 1.0 / n) - 1.0) * doubt
    tail = special.ndtr(-special.stdtrit(n - 1.0, 1.0 - alpha / 2.0))
    low, high = negative_binomial_limits(np.maximum(total, 0.5) / n, wide, tail)
    return Limits(total / n, low, high, phi)


def exceptional(values: Numeric, limits: Limits) -> Integers:
    """Which months are exceptional: 1 above the limits, -1 below, 0 within or not supplied.

    Shape: (..., months) against limits shaped (...). Source: as `predictive_limits`.

    >>> exceptional([22, 60, 3], predictive_limits([20] * 9 + [24] * 9)).tolist()
    [0, 1, -1]
    """
    x = floats(values)
    above, below = x > limits.high[..., None], x < limits.low[..., None]
    return above.astype(np.int64) - below.astype(np.int64)
