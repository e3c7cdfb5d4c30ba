"""Findings on how much and on change: levels, changes, months."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic

from frankpledge.findings.about import About
from frankpledge.vocabulary.breaks import Break
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.quantity import Q


class Direction(Enum):
    """The verdict on a change."""

    ROSE = "rose"
    FELL = "fell"
    NO_CLEAR_CHANGE = "no clear change"
    NOT_COMPARED = "not compared"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Level(Generic[Q]):
    """How many in the period, and the rate per thousand residents of a year's middle."""

    about: About
    count: Q
    residents: Q
    residents_year: int
    rate: Estimate[Q]
    months: tuple[Month, ...]
    monthly: tuple[Q, ...]


@dataclass(frozen=True)
class Change(Generic[Q]):
    """The count of like months in two periods, the change in per cent, and the verdict on it.

    `percent` is 100 (after / before - 1) with its 95% interval. `q` is the chance of so small a p
    among all changes of the edition, by the Benjamini-Hochberg rule; `key` says that it and the
    size of the change make it a key finding. `spoiled_by` are the breaks that forbid a verdict.
    """

    about: About
    compared_with: Period
    months: tuple[Month, ...]
    earlier_months: tuple[Month, ...]
    left_out: tuple[Month, ...]
    before: Q
    after: Q
    percent: Estimate[Q]
    p: Q
    q: Q
    direction: Direction
    key: bool
    spoiled_by: tuple[Break, ...]


class MonthKind(Enum):
    """What is known of a month."""

    SUPPLIED = "supplied"
    NOT_SUPPLIED = "not supplied"
    UNDERCOUNT = "undercount"


@dataclass(frozen=True)
class MonthCount(Generic[Q]):
    """One month's count; `side` is 1 above the usual range, -1 below it, else 0."""

    month: Month
    kind: MonthKind
    count: Q | None
    side: int


@dataclass(frozen=True)
class UsualRange(Generic[Q]):
    """The range in which all but one month in 250 of an unchanged issue fall."""

    low: Q
    usual: Q
    high: Q
    baseline: tuple[Month, ...]


@dataclass(frozen=True)
class YearCount(Generic[Q]):
    """One year's count, over the months of it that were supplied."""

    period: Period
    supplied: int
    count: Q | None


class TrendVerdict(Enum):
    """The verdict on five yearly points."""

    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_TREND = "no clear trend"
    CANNOT_BE_CALCULATED = "cannot be calculated"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Months(Generic[Q]):
    """Every month in the files, the usual range, exceptional months, and the years."""

    about: About
    series: tuple[MonthCount[Q], ...]
    usual: UsualRange[Q] | None
    clean_months: int
    breaks: tuple[Break, ...]
    years: tuple[YearCount[Q], ...]
    trend: TrendVerdict

    @property
    def exceptional(self) -> tuple[MonthCount[Q], ...]:
        """The exceptional months of the period."""
        return tuple(m for m in self.series if m.side and m.month in self.about.period)
