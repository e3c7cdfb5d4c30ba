"""An estimate: a value with the interval that the same method gave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from frankpledge.vocabulary.quantity import Q


@dataclass(frozen=True)
class Estimate(Generic[Q]):
    """A value and its 95% interval, in the unit that its finding states."""

    value: Q
    low: Q
    high: Q
