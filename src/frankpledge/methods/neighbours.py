"""Which areas are most alike in the things measured about them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from frankpledge.methods.arrays import Floats, Integers, Numeric, floats


@dataclass(frozen=True, slots=True)
class NearestAreas:
    """The most alike areas, nearest first, their distances, and the features left out."""

    index: Integers
    distance: Floats
    dropped: tuple[int, ...]


def nearest(features: Numeric, own: int, k: int = 14) -> NearestAreas:
    """The k areas most like one area, all features counting alike.

    Formula: Euclidean distance between z-scores (mean and standard deviation over all areas).
    Shape: `features` (areas, features) to (k,) each. Units: standard deviations.
    Errors: a feature with any NaN, or the same everywhere, is left out and named by its column in
    `dropped`; ValueError where none is left, `own` is no area, or fewer than k others exist.
    Ties fall in order of row.
    Source: the CIPFA nearest neighbours model's form, with equal weights.
    Not for: an official most similar group, which comes from its own file.

    >>> near = nearest([[0, 1], [10, 1], [1, 1], [4, 1]], own=0, k=2)
    >>> near.index.tolist(), near.distance.round(4).tolist(), near.dropped
    ([2, 3], [0.2566, 1.0264], (1,))
    """
    table = floats(features)
    if table.ndim != 2 or not 0 <= own < table.shape[0]:
        raise ValueError(f"no area {own} in features shaped {table.shape}")
    if not 0 < k < table.shape[0]:
        raise ValueError(f"{k} nearest asked of {table.shape[0] - 1} others")
    spread = table.std(axis=0)
    kept = np.isfinite(spread) & (spread > 1e-12 * np.maximum(1.0, np.abs(table.mean(axis=0))))
    if not kept.any():
        raise ValueError("no feature is complete and varies between areas")
    scores = table[:, kept] / spread[kept]
    distance = np.sqrt(((scores - scores[own]) ** 2).sum(axis=1))
    order = np.argsort(distance, kind="stable")
    index = order[order != own][:k].astype(np.int64)
    return NearestAreas(index, distance[index], tuple(int(i) for i in np.flatnonzero(~kept)))
