"""Chances of counts that vary more than independent events would: tails and limits."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import special

from frankpledge.methods.arrays import Booleans, Floats, Numeric, together

NEARLY_POISSON = 1e-6
NEARLY_BINOMIAL = 1e-3


def negative_binomial_below(count: Numeric, mean: Numeric, dispersion: Numeric) -> Floats:
    """Chance of a count at or under `count`, for a mean m and variance φm.

    Formula: I(1/φ; m/(φ-1), x+1), the Poisson sum where φ is 1. Shape: inputs broadcast.
    A count under zero has chance 0. Source: Johnson, Kemp and Kotz, Univariate Discrete
    Distributions (2005) chapter 5. Not for: φ under 1 (taken as 1).

    >>> round(float(negative_binomial_below(2, 3.0, 1.0)), 4)
    0.4232
    """
    x, m, phi = together(count, mean, dispersion)
    wide = phi > 1.0 + NEARLY_POISSON
    more = np.where(wide, phi, 2.0)
    whole = np.floor(np.maximum(x, 0.0))
    chance = np.where(
        wide,
        special.betainc(m / (more - 1.0), whole + 1.0, 1.0 / more),
        special.gammaincc(whole + 1.0, m),
    )
    return np.where(x < 0, 0.0, chance)


def negative_binomial_limits(
    mean: Numeric, dispersion: Numeric, tail: Numeric
) -> tuple[Floats, Floats]:
    """Smallest and largest counts that are not in either tail of chance `tail`.

    Meaning: P(X < low) <= tail and P(X > high) <= tail, low greatest and high least.
    Shape: inputs broadcast; whole numbers as floats. Source: as `negative_binomial_below`.

    >>> [float(v) for v in negative_binomial_limits(10.0, 1.0, 0.025)]
    [4.0, 17.0]
    """
    m, phi, cut = together(mean, dispersion, tail)
    reach = np.ceil(m + 100.0 * phi + 50.0 * np.sqrt(phi * m))
    high = _least(lambda x: 1.0 - negative_binomial_below(x, m, phi) <= cut, reach)
    low = _least(lambda x: negative_binomial_below(x, m, phi) > cut, reach)
    return low, high


def _least(holds: Callable[[Floats], Booleans], reach: Floats) -> Floats:
    """Least whole number from 0 to `reach` at which a condition, once true always true, holds."""
    below, above = np.full_like(reach, -1.0), reach.copy()
    while bool((above - below > 1.0).any()):
        middle = np.floor((below + above) / 2.0)
        middle = np.where(above - below > 1.0, middle, above)
        reached = holds(middle)
        above = np.where(reached, middle, above)
        below = np.where(reached, below, middle)
    return above


def beta_binomial_mid_p(count: Numeric, total: float, share: Numeric, dispersion: float) -> Floats:
    """Two-sided mid-p of each count, of a total thrown over places with an expected share each.

    Formula: mean Tπ, variance φTπ(1-π); p = 2 min(L, 1-L), L = P(X < x) + ½P(X = x).
    Shape: `count` and `share` are (areas,), `total` and `dispersion` single numbers.
    Errors: NaN where the share is not inside 0 to 1. φ under 1 or NaN is taken as 1, φ above the
    total as just under it.
    Source: Skellam, JRSS B 10 (1948) 257; mid-p, Lancaster (1961).
    Not for: places whose events come in one burst; φ must be measured.

    >>> beta_binomial_mid_p([1, 9], 10.0, [0.5, 0.5], 1.0).round(4).tolist()
    [0.0117, 0.0117]
    """
    x, pi = together(count, share)
    inside = (pi > 0) & (pi < 1)
    safe = np.where(inside, pi, 0.5)
    if not dispersion > 1.0 + NEARLY_BINOMIAL or total < 2:
        lower = _binomial_middle(x, total, safe)
    else:
        lower = _beta_binomial_middle(x, total, safe, min(dispersion, total - NEARLY_BINOMIAL))
    p = np.clip(2.0 * np.minimum(lower, 1.0 - lower), 0.0, 1.0)
    return np.where(inside, p, np.nan)


def _binomial_middle(x: Floats, total: float, pi: Floats) -> Floats:
    """P(X < x) + ½P(X = x) of a binomial."""
    rest = total - x
    up_to = np.where(rest > 0, special.betaincc(x + 1.0, np.maximum(rest, 0.5), pi), 1.0)
    under = np.where(x > 0, special.betaincc(np.maximum(x, 0.5), rest + 1.0, pi), 0.0)
    return np.asarray((up_to + under) / 2.0, dtype=np.float64)


def _beta_binomial_middle(x: Floats, total: float, pi: Floats, phi: float) -> Floats:
    """P(X < x) + ½P(X = x), the chances of 0 to x summed place by place."""
    size = (total - phi) / (phi - 1.0)
    length = x.astype(np.int64) + 1
    start = np.concatenate([[0], np.cumsum(length)[:-1]])
    place = np.repeat(np.arange(x.size), length)
    j = np.arange(length.sum(), dtype=np.float64) - start[place]
    a, b = size * pi, size * (1.0 - pi)
    log_chance = (
        special.gammaln(total + 1.0)
        - special.gammaln(j + 1.0)
        - special.gammaln(total - j + 1.0)
        + special.gammaln(j + a[place])
        + special.gammaln(total - j + b[place])
        - special.gammaln(total + size)
        + (special.gammaln(size) - special.gammaln(a) - special.gammaln(b))[place]
    )
    chance = np.exp(log_chance)
    up_to = np.add.reduceat(chance, start)
    return np.asarray(up_to - 0.5 * chance[start + length - 1], dtype=np.float64)
