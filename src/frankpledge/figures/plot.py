"""The ground of a chart of months: which month stands where, how high a value reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from frankpledge.figures.scales import Scale
from frankpledge.figures.specs import MonthPoint, MonthsChart, MonthState
from frankpledge.figures.svg import Width
from frankpledge.vocabulary.period import Month, Period


@dataclass(frozen=True, slots=True)
class Plot:
    """The field between the axes; every month has a slot of the same width."""

    width: Width
    left: float
    right: float
    months: Period
    scale: Scale

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.scale.end

    @property
    def bottom(self) -> float:
        """The line of nought."""
        return self.scale.start

    @property
    def step(self) -> float:
        """The width of one month."""
        return (self.right - self.left) / len(self.months)

    def edge(self, month: Month) -> float:
        """Give the place where a month begins."""
        return self.left + (month.ordinal - self.months.first.ordinal) * self.step

    def middle(self, month: Month) -> float:
        """Give the middle of a month."""
        return self.edge(month) + self.step / 2

    def span(self, period: Period) -> tuple[float, float]:
        """Give where a period begins and ends."""
        return self.edge(period.first), self.edge(period.last + 1)

    def inside(self, period: Period) -> Period | None:
        """Cut a period to the months there are; None where it has none of them."""
        if not period.overlaps(self.months):
            return None
        return Period(max(period.first, self.months.first), min(period.last, self.months.last))

    def point(self, point: MonthPoint) -> tuple[float, float]:
        """Give where the value of a month is drawn."""
        return self.middle(point.month), self.scale(point.value or 0.0)


def runs(months: Iterable[Month]) -> list[Period]:
    """Join neighbouring months into periods."""
    found: list[Period] = []
    for month in sorted(months):
        if found and found[-1].last + 1 == month:
            found[-1] = Period(found[-1].first, month)
        else:
            found.append(Period(month, month))
    return found


def months_of(spec: MonthsChart) -> Period:
    """Give the months from the first point to the last."""
    return Period(min(p.month for p in spec.points), max(p.month for p in spec.points))


def supplied(spec: MonthsChart) -> list[MonthPoint]:
    """Give the months that the line runs through, in order."""
    return sorted(
        (p for p in spec.points if p.state is MonthState.SUPPLIED and p.value is not None),
        key=lambda p: p.month,
    )


def undercounted(spec: MonthsChart) -> list[MonthPoint]:
    """Give the months drawn as hollow squares, in order."""
    return sorted(
        (p for p in spec.points if p.state is MonthState.UNDERCOUNT and p.value is not None),
        key=lambda p: p.month,
    )


def gaps(spec: MonthsChart) -> list[Period]:
    """Give the runs of months that were not supplied; a month with no point is one of them."""
    there = {p.month for p in spec.points if p.state is not MonthState.NOT_SUPPLIED}
    return runs(month for month in months_of(spec) if month not in there)


def withheld(spec: MonthsChart) -> list[Period]:
    """Give the runs of months whose value may not be shown."""
    return runs(
        p.month
        for p in spec.points
        if p.state is MonthState.WITHHELD
        or (p.value is None and p.state is not MonthState.NOT_SUPPLIED)
    )
