"""Which places hold more events than their population's share of the whole would give them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from frankpledge.methods.arrays import Floats, Integers, Numeric, divide, floats, together
from frankpledge.methods.discovery import benjamini_hochberg
from frankpledge.methods.dispersion import pooled_dispersion as pooled_dispersion
from frankpledge.methods.distributions import beta_binomial_mid_p
from frankpledge.methods.smoothing import empirical_bayes

TOO_FEW, NOT_ABOVE, ABOVE, VERY_HIGH, SIGNIFICANTLY_HIGH = -1, 0, 1, 2, 3
FEW = 5.0
Q_ABOVE, Q_SIGNIFICANT = 0.05, 0.002
RATIO_VERY_HIGH, RATIO_SIGNIFICANT = 1.5, 2.0


@dataclass(frozen=True, slots=True)
class PlaceClasses:
    """For each place: expected and observed, their ratio raw and smoothed, p, q and class.

    `level`: -1 too few to say, 0 not above average, 1 above average, 2 very high,
    3 significantly high.
    """

    expected: Floats
    observed: Floats
    ratio: Floats
    smoothed_ratio: Floats
    p: Floats
    q: Floats
    level: Integers


def classify(counts: Numeric, population: Numeric, dispersion: Numeric) -> PlaceClasses:
    """Each place against all the rest, graded only where chance is an unlikely account.

    Formula: given the total T, a count is beta-binomial with mean T·n/N and variance
    φT(n/N)(1 - n/N), which is the place against the rest; two-sided mid-p; Benjamini-Hochberg
    over all places of an issue. Above average: q < .05 and O > E. Very high: also a smoothed ratio
    of 1.5. Significantly high: q < .002 and a smoothed ratio of 2. Too few: expected and observed
    both under 5.
    Shape: `counts` (areas,) or (issues, areas), `population` (areas,), `dispersion` a number or
    (issues,). Units: events; ratios have none.
    Errors: a place without population has p NaN, level -1, and its events are left out of the
    total; an issue whose dispersion is NaN has p NaN and level -1 throughout; ValueError where
    the shapes do not fit.
    Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185, for over-dispersed comparison;
    Benjamini and Hochberg (1995); Marshall (1991).
    Not for: where people go rather than live (a town centre is high for its residents, and the
    caveat must be said), or areas of more than one vintage.

    >>> classify([10, 11, 9, 60], [1000] * 4, 1.0).level.tolist()
    [0, 0, 0, 3]
    """
    x, n = together(counts, population)
    if x.ndim not in (1, 2):
        raise ValueError(f"counts are (areas,) or (issues, areas), not {x.shape}")
    phi = np.broadcast_to(floats(dispersion), x.shape[:-1])
    usable = n > 0
    total = np.where(usable, x, 0.0).sum(axis=-1, keepdims=True)
    share = divide(np.where(usable, n, 0.0), np.where(usable, n, 0.0).sum(axis=-1, keepdims=True))
    expected = total * share
    known = usable & ~np.isnan(phi)[..., None]
    p = np.where(known, _mid_p(np.where(usable, x, 0.0), share, phi), np.nan)
    q = benjamini_hochberg(p)
    overall = divide(expected, n)
    smoothed = divide(empirical_bayes(np.where(usable, x, 0.0), n, phi), overall)
    level = _levels(x, expected, q, smoothed)
    return PlaceClasses(expected, x.copy(), divide(x, expected), smoothed, p, q, level)


def _mid_p(x: Floats, share: Floats, phi: Floats) -> Floats:
    rows, shares = x.reshape(-1, x.shape[-1]), share.reshape(-1, x.shape[-1])
    each = [
        beta_binomial_mid_p(row, float(row.sum()), part, float(f))
        for row, part, f in zip(rows, shares, phi.ravel(), strict=True)
    ]
    return np.stack(each).reshape(x.shape)


def _levels(observed: Floats, expected: Floats, q: Floats, smoothed: Floats) -> Integers:
    above = (q < Q_ABOVE) & (observed > expected)
    very = above & (smoothed >= RATIO_VERY_HIGH)
    significant = above & (q < Q_SIGNIFICANT) & (smoothed >= RATIO_SIGNIFICANT)
    level = above.astype(np.int64) + very + significant
    few = np.isnan(q) | ((expected < FEW) & (observed < FEW))
    return np.where(few, TOO_FEW, level).astype(np.int64)
