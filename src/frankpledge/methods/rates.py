"""How often, for the people (or homes, or kilometres) there: a count over a base."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from frankpledge.methods.arrays import Floats, Numeric, divide, floats, normal_deviate, together

BYAR_FROM = 10.0


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate and its interval, in events for each `per` of the population."""

    value: Floats
    low: Floats
    high: Floats


def count_interval(count: Numeric, level: float = 0.95) -> tuple[Floats, Floats]:
    """The range of underlying means that a count is consistent with, were events independent.

    Formula: from 10 up, Byar: x(1 - 1/9x - z/3√x)³ and (x+1)(1 - 1/9(x+1) + z/3√(x+1))³;
    below 10, exact Poisson: χ²(α/2; 2x)/2 and χ²(1-α/2; 2x+2)/2.
    Shape: any; both limits take the shape of `count`. Units: events.
    Errors: ValueError for a level outside (0, 1). A negative or NaN count gives NaN.
    Source: Breslow and Day, Statistical Methods in Cancer Research II (1987), p. 69; the rule of
    ten is that of Public Health England's technical guide to confidence intervals (2018).
    Not for: comparing two periods or areas (`change`, `places`, `peers`), since crime varies more
    than Poisson and these limits are then too narrow.

    >>> low, high = count_interval(65)
    >>> round(float(low), 4), round(float(high), 4)
    (50.1632, 82.8491)
    """
    x = floats(count)
    x = np.where(x >= 0, x, np.nan)
    z, tail = normal_deviate(level), (1.0 - level) / 2.0
    below = np.where(x > 0, special.gammaincinv(np.where(x > 0, x, 1.0), tail), 0.0)
    above = special.gammainccinv(x + 1.0, tail)
    many = np.maximum(x, BYAR_FROM)
    use_byar = x >= BYAR_FROM
    low = np.where(use_byar, _byar(many, -z), below)
    high = np.where(use_byar, _byar(many + 1.0, z), above)
    return np.where(np.isnan(x), np.nan, low), high


def _byar(x: Floats, z: float) -> Floats:
    cube: Floats = (1.0 - 1.0 / (9.0 * x) + z / (3.0 * np.sqrt(x))) ** 3
    return x * cube


def rate(count: Numeric, population: Numeric, per: float = 1000.0, level: float = 0.95) -> Rate:
    """Events for each `per` of the population, with the interval of the count.

    Formula: per · x/n, limits those of `count_interval` scaled alike.
    Shape: `count` and `population` broadcast together. Units: events per `per`.
    Errors: NaN where the population is zero, negative or NaN; ValueError for an impossible level.
    Source: as `count_interval`.
    Not for: a personal risk where the population is not the people exposed (a town centre).

    >>> r = rate([65, 3], [100, 0], per=100)
    >>> r.value.tolist()
    [65.0, nan]
    """
    x, n = together(count, population)
    low, high = count_interval(x, level)
    share = divide(per, n)
    return Rate(np.where(x >= 0, x, np.nan) * share, low * share, high * share)
