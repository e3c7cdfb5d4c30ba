"""How unevenly events fall on places: the few that hold half, and one number from 0 to 1."""

from __future__ import annotations

import numpy as np

from frankpledge.methods.arrays import Floats, Integers, Numeric, divide, floats


def smallest_share_holding(counts: Numeric, fraction: float = 0.5) -> tuple[Integers, Floats]:
    """The fewest places that between them hold a fraction of all events, and their share of places.

    Formula: places in falling order of count until their sum reaches fraction · total.
    Shape: (..., places) to (...) each. Units: places; parts of one.
    Errors: ValueError for a fraction outside (0, 1]; 0 places and NaN where there are no events.
    Source: Weisburd, Criminology 53 (2015) 133 (the law of crime concentration).
    Not for: sparse counts without `generalised_gini` beside it: ten events on a hundred places
    cannot but sit on ten.

    >>> places, share = smallest_share_holding([50, 25, 15, 10])
    >>> int(places), float(share)
    (1, 0.25)
    """
    if not 0.0 < fraction <= 1.0:
        raise ValueError(f"a fraction of the events lies above 0 and up to 1, not {fraction}")
    x = floats(counts)
    held = np.cumsum(-np.sort(-x, axis=-1), axis=-1)
    total = held[..., -1:]
    needed = (held < fraction * total * (1.0 - 1e-12)).sum(axis=-1) + 1
    none = total[..., 0] <= 0
    places = np.where(none, 0, needed).astype(np.int64)
    return places, np.where(none, np.nan, places / x.shape[-1])


def generalised_gini(counts: Numeric) -> Floats:
    """Concentration from 0 (as even as the count allows) towards 1, fair to sparse counts.

    Formula: max(1/c, 1/n)(2Σ i·y - n - 1) - max(n/c, 1) + 1; c events on n places, y the i-th
    smallest place's part of the events. With c >= n it is the ordinary Gini coefficient.
    Shape: (..., places) to (...). Units: none. Errors: NaN where there are no events.
    Source: Bernasco and Steenbeek, Journal of Quantitative Criminology 33 (2017) 451.
    Not for: comparing places cut to different sizes.

    >>> float(generalised_gini([1, 1, 0, 0])), float(generalised_gini([0, 0, 0, 8]))
    (0.0, 0.75)
    """
    x = np.sort(floats(counts), axis=-1)
    n = x.shape[-1]
    c = x.sum(axis=-1)
    ranked = divide((np.arange(1, n + 1) * x).sum(axis=-1), c)
    each = divide(1.0, c)
    scale, ceiling = np.maximum(each, 1.0 / n), np.maximum(n * each, 1.0)
    return np.asarray(scale * (2.0 * ranked - n - 1.0) - ceiling + 1.0, dtype=np.float64)
