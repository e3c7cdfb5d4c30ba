"""Months in which an area's count is too low to be true: records lost, not crime fallen."""

from __future__ import annotations

import numpy as np

from frankpledge.methods.arrays import Booleans, Floats, Numeric, floats

SPREADS = 4.0
MAD_TO_SPREAD = 1.4826
WIDEST_SPREAD = 0.2


def undercounted(
    monthly: Numeric,
    minimum: float = 30.0,
    share: float = 0.5,
    either_side: int = 6,
    neighbours: int = 6,
) -> Booleans:
    """Which months hold fewer than half of what the months around them do, beyond chance.

    Rule, in words: take the median of the six months before and the six after. A month is
    undercounted when its count is under half that median and also more than four ordinary spreads
    below it. No spread is taken as more than a fifth of the median, so a month under a fifth of
    what is usual is always flagged. An area that ordinarily counts under 30 a month, or a month
    with fewer than six supplied months around it, never is.
    Formula: x < share · M and x < M - 4 max(√M, min(M/5, 1.4826 · median|y - M|)), y the months
    around and M their median.
    Shape: (..., months), for example (areas, months), all issues together, in order of month; NaN
    for a month not supplied; same shape back, False where NaN. Units: events a month.
    Errors: ValueError for a share outside (0, 1) or no months either side.
    Source: this project's rule, set on street-level archives: it finds Harborough, and Oadby and
    Wigston, in March 2020 (46 and 42 events where 430 and 315 are usual) and nothing else in
    Leicestershire 2019 to 2025 (lockdowns included) or 46 districts around it in 2025.
    Not for: one issue alone, a small place, a wave of lost months longer than half a year (it
    becomes what is usual), or losses of less than half.

    >>> undercounted([[400, 420, 46, 410, 430, 405, 415, 398]]).nonzero()[1].tolist()
    [2]
    """
    if not 0.0 < share < 1.0 or either_side < 1:
        raise ValueError(f"no rule from share {share} and {either_side} months either side")
    x = np.atleast_1d(floats(monthly))
    around = _around(x, either_side)
    enough = (~np.isnan(around)).sum(axis=-1) >= neighbours
    around = np.where(enough[..., None], around, 0.0)
    usual = np.nanmedian(around, axis=-1)
    gaps = np.nanmedian(np.abs(around - usual[..., None]), axis=-1)
    spread = np.minimum(MAD_TO_SPREAD * gaps, WIDEST_SPREAD * usual)
    spread = np.maximum(np.sqrt(usual), spread)
    lost = (x < share * usual) & (x < usual - SPREADS * spread)
    return np.asarray(lost & enough & (usual >= minimum), dtype=np.bool_)


def _around(x: Floats, either_side: int) -> Floats:
    """For each month the months either side of it, NaN where the series has none."""
    width = ((0, 0),) * (x.ndim - 1) + ((either_side, either_side),)
    padded = np.pad(x, width, constant_values=np.nan)
    window = np.lib.stride_tricks.sliding_window_view(padded, 2 * either_side + 1, axis=-1)
    return np.delete(window, either_side, axis=-1)
