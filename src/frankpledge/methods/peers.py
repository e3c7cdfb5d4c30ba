"""Where one area stands among others like it, allowing for how unlike they truly are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from frankpledge.methods.arrays import Booleans, Floats, Integers, Numeric, divide, floats, together

FEWEST_OTHERS = 4
DRAWS = 1000


class TooFewOthers(ValueError):
    """Fewer than four others with a count and a population: no spread among them to measure."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One area's rate against the others' centre.

    `low` to `high` is where an area of their kind would lie; outside it, p < 1 - level. The
    difference is own less centre. Rank 1 is the highest rate, `of` how many are ranked.
    """

    own: Floats
    centre: Floats
    tau2: Floats
    low: Floats
    high: Floats
    t: Floats
    p: Floats
    difference_low: Floats
    difference_high: Floats
    rank: Integers
    rank_low: Integers
    rank_high: Integers
    of: Integers


def against_others(
    counts: Numeric,
    population: Numeric,
    own: int,
    dispersion: Numeric = 1.0,
    *,
    generator: np.random.Generator,
    per: float = 1000.0,
    level: float = 0.95,
) -> Comparison:
    """One area's rate against what the others, without it, lead one to expect of their kind.

    Formula: s² = φ·r/n for each, r the others' pooled rate; centre and τ² by DerSimonian-Laird
    from the others; SE² = s²(own) + τ² + SE(centre)²; t on k - 2 degrees, k areas in all (13 for
    15). Rank interval: ranks of rates drawn again from gamma(x/φ + ½, φ/n).
    Shape: `counts` and `population` (..., areas), `dispersion` a number or (...); results (...).
    Units: events per `per`; tau2 in that unit squared.
    Errors: TooFewOthers (a ValueError) under 4 others with a count and a population above zero,
    or where own has none; ValueError for an `own` that is no area.
    Source: DerSimonian and Laird, Controlled Clinical Trials 7 (1986) 177; Higgins, Thompson and
    Spiegelhalter, JRSS A 172 (2009) 137, for the predictive interval; Goldstein and
    Spiegelhalter, JRSS A 159 (1996) 385, for ranks.
    Not for: counts of different periods or sources; one that is unlike its group by design.

    >>> x = [500, 520, 480, 510, 490, 700]
    >>> c = against_others(x, [10_000] * 6, own=5, generator=np.random.default_rng(1))
    >>> float(c.own), round(float(c.centre), 1), bool(c.p < 0.05), int(c.rank), int(c.of)
    (70.0, 50.0, True, 1, 6)
    """
    x, n = together(counts, population)
    if x.ndim == 0 or not 0 <= own < x.shape[-1]:
        raise ValueError(f"no area {own} in counts shaped {x.shape}")
    usable = (n > 0) & (x >= 0)
    _check(usable, own)
    x, n = np.where(usable, x, 0.0), np.where(usable, n, np.nan)
    phi = np.broadcast_to(np.maximum(floats(dispersion), 1.0), x.shape[:-1])
    rate, variance = divide(x, n) * per, _variance(x, n, phi, own) * per**2
    centre, tau2, error2 = _centre(np.delete(rate, own, -1), np.delete(variance, own, -1))
    error = np.sqrt(variance[..., own] + tau2 + error2)
    degrees = usable.sum(axis=-1) - 2.0
    gap = rate[..., own] - centre
    reach = special.stdtrit(degrees, 0.5 + level / 2.0) * error
    p = 2.0 * special.stdtr(degrees, -np.abs(gap / error))
    rank, lowest, highest = _ranks(rate, x, n, phi, own, level, generator)
    return Comparison(
        rate[..., own],
        centre,
        tau2,
        centre - reach,
        centre + reach,
        gap / error,
        p,
        gap - reach,
        gap + reach,
        rank,
        lowest,
        highest,
        usable.sum(axis=-1),
    )


def _check(usable: Booleans, own: int) -> None:
    others = np.delete(usable, own, axis=-1).sum(axis=-1)
    if np.any(others < FEWEST_OTHERS):
        raise TooFewOthers(f"{int(others.min())} others to compare with, {FEWEST_OTHERS} needed")
    if not usable[..., own].all():
        raise TooFewOthers("the area itself has no count or no population")


def _variance(x: Floats, n: Floats, phi: Floats, own: int) -> Floats:
    """Sampling variance of every rate, were it the others' pooled rate (half an event at least)."""
    others = np.delete(x, own, -1).sum(axis=-1)
    people = np.nansum(np.delete(n, own, -1), axis=-1)
    pooled = np.maximum(others, 0.5) / people
    return np.asarray((phi * pooled)[..., None] / n, dtype=np.float64)


def _centre(rate: Floats, variance: Floats) -> tuple[Floats, Floats, Floats]:
    """DerSimonian-Laird centre, τ² and the centre's own variance; NaN rates take no part."""
    present = ~np.isnan(rate)
    y = np.where(present, rate, 0.0)
    weight = np.where(present, 1.0 / np.where(present, variance, 1.0), 0.0)
    total = weight.sum(axis=-1)
    fixed = (weight * y).sum(axis=-1) / total
    spread = (weight * (y - fixed[..., None]) ** 2).sum(axis=-1)
    scale = total - (weight**2).sum(axis=-1) / total
    tau2 = np.maximum((spread - (present.sum(axis=-1) - 1.0)) / scale, 0.0)
    tempered = np.where(present, 1.0 / (np.where(present, variance, 1.0) + tau2[..., None]), 0.0)
    total = tempered.sum(axis=-1)
    return (tempered * y).sum(axis=-1) / total, tau2, 1.0 / total


def _ranks(
    rate: Floats,
    x: Floats,
    n: Floats,
    phi: Floats,
    own: int,
    level: float,
    generator: np.random.Generator,
) -> tuple[Integers, Integers, Integers]:
    """Rank of own (ties share the better), and the ranks it might as well have had."""
    rank = 1 + (rate > rate[..., own, None]).sum(axis=-1)
    spread = phi[..., None]
    drawn = generator.gamma(x / spread + 0.5, size=(DRAWS, *x.shape)) * spread / n
    ranks = 1 + (drawn > drawn[..., own, None]).sum(axis=-1)
    tail = (1.0 - level) / 2.0
    low = np.quantile(ranks, tail, axis=0, method="lower").astype(np.int64)
    high = np.quantile(ranks, 1.0 - tail, axis=0, method="higher").astype(np.int64)
    return rank.astype(np.int64), np.minimum(low, rank), np.maximum(high, rank)
