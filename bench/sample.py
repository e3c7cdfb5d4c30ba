"""Samples of work, and the arithmetic of their ratios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: wall and processor seconds, peak memory in MiB, rows read, fingerprint of result."""

    wall: float
    cpu: float
    peak: int
    records: int
    digest: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as much one takes as another: the median of the rounds, the least, the most.

    Each round sets two runs against each other that stood side by side, so that what else the
    machine was doing weighs on both.
    """

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        """As the table says it."""
        return f"{self.median:.2f} ({self.least:.2f} to {self.most:.2f})"


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """The ratio of two series of rounds, round by round."""
    rounds = [one / other for one, other in zip(ours, theirs, strict=True)]
    return Ratio(median(rounds), min(rounds), max(rounds))


def same_work(samples: Sequence[Sample]) -> None:
    """Stop where the counts are not equal: a comparison of different work says nothing."""
    if len({sample.digest for sample in samples}) != 1:
        raise SystemExit("The peers did not give equal counts, so their times say nothing.")
