"""What every method here takes and gives: arrays of float64, of whole numbers, of yes and no."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import special

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Numeric = npt.ArrayLike


def floats(values: Numeric) -> Floats:
    """Any number or nest of numbers as an array of float64.

    >>> floats([1, 2]).dtype
    dtype('float64')
    """
    return np.asarray(values, dtype=np.float64)


def together(*values: Numeric) -> tuple[Floats, ...]:
    """Several inputs broadcast to one shape, each as float64.

    >>> [a.shape for a in together([1, 2, 3], 5)]
    [(3,), (3,)]
    """
    return tuple(np.broadcast_arrays(*(floats(v) for v in values)))


def divide(top: Numeric, bottom: Numeric) -> Floats:
    """Quotient, NaN wherever the divisor is not above zero or either is NaN; never a warning.

    >>> divide([6, 1], [3, 0]).tolist()
    [2.0, nan]
    """
    a, b = together(top, bottom)
    usable = b > 0
    return np.where(usable, a / np.where(usable, b, 1.0), np.nan)


def normal_deviate(level: float) -> float:
    """Deviate z with `level` of a normal curve between -z and z; ValueError unless 0 < level < 1.

    >>> round(normal_deviate(0.95), 4)
    1.96
    """
    if not 0.0 < level < 1.0:
        raise ValueError(f"a confidence level lies between 0 and 1, not {level}")
    return float(special.ndtri(0.5 + level / 2.0))
