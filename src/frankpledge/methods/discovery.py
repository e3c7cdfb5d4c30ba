"""How many of a crowd of findings are likely to be false: the false discovery rate."""

from __future__ import annotations

import numpy as np

from frankpledge.methods.arrays import Floats, Numeric, floats


def benjamini_hochberg(p: Numeric) -> Floats:
    """Each p raised to q, the share of false findings if all with its p or less were believed.

    Formula: q(i) = min over j >= i of m p(j)/j, p in rising order, m those not NaN, at most 1.
    Shape: (..., tests), one family along the last axis; the same shape back. Units: none.
    Errors: NaN is left out of its family and stays NaN; ValueError for p outside 0 to 1.
    Source: Benjamini and Hochberg, JRSS B 57 (1995) 289.
    Not for: tests strongly dependent in the opposite sense, or families chosen after looking.

    >>> benjamini_hochberg([0.01, 0.02, 0.03, float("nan"), 0.5]).round(4).tolist()
    [0.04, 0.04, 0.04, nan, 0.5]
    """
    values = floats(p)
    if np.any((values < 0) | (values > 1)):
        raise ValueError("p lies between 0 and 1")
    if values.size == 0:
        return values.copy()
    family = (~np.isnan(values)).sum(axis=-1, keepdims=True)
    order = np.argsort(values, axis=-1, kind="stable")
    ranked = np.take_along_axis(values, order, axis=-1)
    scaled = ranked * family / np.arange(1, values.shape[-1] + 1)
    scaled = np.where(np.isnan(scaled), np.inf, scaled)
    lowest = np.minimum.accumulate(scaled[..., ::-1], axis=-1)[..., ::-1]
    q = np.empty_like(values)
    np.put_along_axis(q, order, np.minimum(lowest, 1.0), axis=-1)
    return np.where(np.isnan(values), np.nan, q)
