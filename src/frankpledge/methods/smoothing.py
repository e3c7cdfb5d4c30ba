"""Steadier rates for small places: each drawn towards the whole as far as its size deserves."""

from __future__ import annotations

import numpy as np

from frankpledge.methods.arrays import Floats, Numeric, divide, together


def empirical_bayes(counts: Numeric, population: Numeric, dispersion: Numeric = 1.0) -> Floats:
    """Rates drawn towards the overall rate, the more so the fewer people each rests on.

    Formula: m = Σx/Σn; A = max(0, Σn(x/n - m)²/Σn - φm/n̄); rate = m + (x/n - m) A/(A + φm/n).
    Shape: (..., areas), `dispersion` shaped (...) or a number; same shape back. Units: events
    for each one of the population. With φ = 1 it is Marshall's own.
    Errors: an area without population takes the overall rate; NaN where none has any.
    Source: Marshall, Applied Statistics 40 (1991) 283; φ widens the sampling variance.
    Not for: verdicts (`places.classify`); areas of unlike kind that share no overall rate.

    >>> empirical_bayes([0, 10, 80], [1000, 1000, 8000]).round(5).tolist()
    [0.00529, 0.00941, 0.00985]
    """
    x, n = together(counts, population)
    usable = (n > 0) & ~np.isnan(x)
    x, n = np.where(usable, x, 0.0), np.where(usable, n, 0.0)
    phi = np.asarray(dispersion, dtype=np.float64)[..., None]
    people = n.sum(axis=-1, keepdims=True)
    overall = divide(x.sum(axis=-1, keepdims=True), people)
    gap = np.where(usable, x / np.where(usable, n, 1.0) - overall, 0.0)
    average = people / np.maximum(usable.sum(axis=-1, keepdims=True), 1)
    spread = divide((n * gap**2).sum(axis=-1, keepdims=True), people)
    between = np.maximum(spread - phi * divide(overall, average), 0.0)
    sampling = phi * overall / np.where(usable, n, 1.0)
    trust = np.where(between > 0, between / np.maximum(between + sampling, 1e-300), 0.0)
    return np.asarray(overall + gap * np.where(usable, trust, 0.0), dtype=np.float64)
