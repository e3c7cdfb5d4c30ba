"""What part of the whole: a proportion with its range, and two proportions set side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from frankpledge.methods.arrays import Floats, Numeric, divide, normal_deviate, together

HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Proportion:
    """A part of one and its interval."""

    value: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Difference:
    """First proportion less the second, its interval and p, all of one score test."""

    value: Floats
    low: Floats
    high: Floats
    p: Floats


def wilson(count: Numeric, base: Numeric, level: float = 0.95) -> Proportion:
    """A proportion with Wilson's score interval, which stays inside 0 and 1.

    Formula: (2x + z² ± z√(z² + 4x(1 - x/n))) / (2(n + z²)).
    Shape: `count` and `base` broadcast together. Units: parts of one, not percentages.
    Errors: NaN where the base is not positive or the count lies outside 0 to base; ValueError for
    an impossible level.
    Source: Wilson, JASA 22 (1927) 209; Newcombe, Statistics in Medicine 17 (1998) 857, method 3.
    Not for: weighted survey answers, or events of which one person may have several.

    >>> w = wilson(20, 100)
    >>> round(float(w.low), 4), round(float(w.high), 4)
    (0.1334, 0.2888)
    """
    x, n = _parts(count, base)
    z = normal_deviate(level)
    value = divide(x, n)
    spread = z * np.sqrt(z * z + 4.0 * x * (1.0 - value))
    low = (2.0 * x + z * z - spread) / (2.0 * (n + z * z))
    high = (2.0 * x + z * z + spread) / (2.0 * (n + z * z))
    return Proportion(value, np.where(x == 0, 0.0, low), np.where(x == n, 1.0, high))


def difference(
    count_a: Numeric, base_a: Numeric, count_b: Numeric, base_b: Numeric, level: float = 0.95
) -> Difference:
    """How far one proportion stands from another of different people, with p of the same test.

    Formula: Miettinen-Nurminen score: z(δ) = (a - b - δ)/√V(δ), V from the proportions most
    likely under a - b = δ, times N/(N-1). p is two-sided at δ = 0; the interval holds every δ
    that the same test does not reject, so at `level` it excludes 0 exactly when p < 1 - level.
    Shape: the four inputs broadcast together. Units: parts of one (0.03 is 3 percentage points).
    Errors: NaN where either base is not positive or a count lies outside its base; ValueError for
    an impossible level.
    Source: Miettinen and Nurminen, Statistics in Medicine 4 (1985) 213.
    Not for: a part against the whole that holds it; compare it with the rest.

    >>> d = difference(56, 70, 48, 80)
    >>> [round(float(v), 4) for v in (d.value, d.low, d.high)]
    [0.2, 0.0528, 0.3382]
    """
    a, n, b, m = together(*_parts(count_a, base_a), *_parts(count_b, base_b))
    a, n, b, m = (np.where(np.isnan(a + b), np.nan, v) for v in (a, n, b, m))
    value = divide(a, n) - divide(b, m)
    z = normal_deviate(level)
    p = 2.0 * special.ndtr(-np.abs(_score(a, n, b, m, np.zeros_like(value))))
    low = _edge(a, n, b, m, value, -np.ones_like(value), z)
    high = _edge(a, n, b, m, value, np.ones_like(value), z)
    return Difference(value, low, high, p)


def _parts(count: Numeric, base: Numeric) -> tuple[Floats, Floats]:
    x, n = together(count, base)
    possible = (n > 0) & (x >= 0) & (x <= n)
    return np.where(possible, x, np.nan), np.where(possible, n, np.nan)


def _edge(
    a: Floats, n: Floats, b: Floats, m: Floats, inside: Floats, outside: Floats, z: float
) -> Floats:
    """Where |score| crosses z between the observed difference and the end of the scale."""
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2.0
        kept = np.abs(_score(a, n, b, m, middle)) <= z
        inside, outside = np.where(kept, middle, inside), np.where(kept, outside, middle)
    return np.where(np.isnan(a), np.nan, inside)


def _score(a: Floats, n: Floats, b: Floats, m: Floats, delta: Floats) -> Floats:
    second = _most_likely(a, n, b, m, delta)
    first = np.clip(second + delta, 0.0, 1.0)
    total = n + m
    variance = (first * (1 - first) / n + second * (1 - second) / m) * total / (total - 1)
    gap = a / n - b / m - delta
    safe = np.where(variance > 0, variance, 1.0)
    certain = np.where(np.abs(gap) < 1e-12, 0.0, np.copysign(np.inf, gap))
    score = np.where(variance > 0, gap / np.sqrt(safe), certain)
    return np.where(np.isnan(gap), np.nan, score)


def _most_likely(a: Floats, n: Floats, b: Floats, m: Floats, delta: Floats) -> Floats:
    """Second proportion of greatest likelihood when the first is `delta` more: a cubic's root."""
    total = n + m
    square = ((n + 2.0 * m) * delta - total - a - b) / (3.0 * total)
    linear = ((m * delta - total - 2.0 * b) * delta + a + b) / total
    constant = b * delta * (1.0 - delta) / total
    q = square**3 - square * linear / 2.0 + constant / 2.0
    radius = np.copysign(np.sqrt(np.maximum(square**2 - linear / 3.0, 0.0)), q)
    cube = np.where(radius == 0, 1.0, radius**3)
    angle = (np.pi + np.arccos(np.clip(q / cube, -1.0, 1.0))) / 3.0
    root = 2.0 * radius * np.cos(angle) - square
    return np.clip(root, np.maximum(0.0, -delta), np.minimum(1.0, 1.0 - delta))
