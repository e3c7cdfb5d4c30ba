"""Question 1, month by month: the whole series, its usual range, exceptional months, years."""

from __future__ import annotations

import numpy as np

from frankpledge.findings.identity import about, exact
from frankpledge.findings.kinds import (
    MonthCount,
    MonthKind,
    Months,
    Question,
    TrendVerdict,
    UsualRange,
    YearCount,
)
from frankpledge.findings.material import Material
from frankpledge.methods.months import CLEAN_MONTHS, exceptional, predictive_limits
from frankpledge.methods.trend import five_point_trend
from frankpledge.vocabulary.breaks import Break
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.quantity import Exact

MONTHS_METHOD = (
    f"months before the period, clean of undercounts and breaks (at least {CLEAN_MONTHS}), give "
    "negative-binomial limits outside which one month in 250 of an unchanged issue falls"
)
YEARS = 5


def find_months(material: Material, issue: Issue) -> Months[Exact]:
    """Every month that any file covers, and what is usual and what is not."""
    panel, own = material.districts, material.own
    counts, clean = panel.of(issue.id, own), material.clean_months(own)
    breaks = tuple(
        b for b in material.plan.breaks if b.touches(issue.id) and _in_view(b, panel.months)
    )
    baseline = _baseline(material, clean, breaks)
    usual, sides = _usual(counts[panel.at(baseline)], baseline, counts)
    supplied = material.supplied_months(own)
    series = tuple(
        _month(month, int(n), month in supplied, month in clean, int(side))
        for month, n, side in zip(panel.months, counts, sides, strict=True)
    )
    evidence = material.trail.evidence(issue, (own,), supplied, MONTHS_METHOD)
    years = _years(material, counts, supplied)
    return Months(
        about(material, "months", Question.CHANGE, issue, evidence),
        series,
        usual,
        len(baseline),
        breaks,
        years,
        _trend(material, issue, years, clean),
    )


def _in_view(known: Break, months: tuple[Month, ...]) -> bool:
    """Say whether a break falls within the months shown."""
    return known.period.overlaps(Period(months[0], months[-1]))


def _baseline(
    material: Material, clean: frozenset[Month], breaks: tuple[Break, ...]
) -> tuple[Month, ...]:
    """The clean months before the period, after the last lasting break and outside stretches."""
    first = material.plan.period.first
    rebased = max(
        (b.period.last for b in breaks if b.lasting and b.period.first < first),
        default=Month(0),
    )
    stretches = [b.period for b in breaks if not b.lasting]
    return tuple(
        month
        for month in sorted(clean)
        if rebased < month < first and not any(month in stretch for stretch in stretches)
    )


def _usual(
    base: np.ndarray, baseline: tuple[Month, ...], counts: np.ndarray
) -> tuple[UsualRange[Exact] | None, np.ndarray]:
    """The usual range, and which side of it each month lies; none with too short a baseline."""
    if len(baseline) < CLEAN_MONTHS:
        return None, np.zeros(len(counts), dtype=np.int64)
    limits = predictive_limits(base)
    usual = UsualRange(exact(limits.low), exact(limits.mean), exact(limits.high), baseline)
    return usual, exceptional(counts, limits)


def _month(month: Month, count: int, supplied: bool, clean: bool, side: int) -> MonthCount[Exact]:
    """One month as a finding shows it."""
    if not supplied:
        return MonthCount(month, MonthKind.NOT_SUPPLIED, None, 0)
    if not clean:
        return MonthCount(month, MonthKind.UNDERCOUNT, exact(count), 0)
    return MonthCount(month, MonthKind.SUPPLIED, exact(count), side)


def _years(
    material: Material, counts: np.ndarray, supplied: frozenset[Month]
) -> tuple[YearCount[Exact], ...]:
    """The last five years that end when the period does, with the months supplied of each."""
    panel, last = material.districts, material.plan.period.last
    years = []
    for back in range(YEARS - 1, -1, -1):
        year = Period(last + (-12 * back - 11), last + -12 * back)
        months = tuple(m for m in year if m in supplied)
        total = counts[panel.at(months)].sum()
        years.append(YearCount(year, len(months), exact(total) if months else None))
    return tuple(years)


def _trend(
    material: Material,
    issue: Issue,
    years: tuple[YearCount[Exact], ...],
    clean: frozenset[Month],
) -> TrendVerdict:
    """The verdict on five whole clean years across which nothing broke."""
    whole = all(set(year.period) <= clean for year in years)
    spoiled = any(
        known.spoils(issue.id, years[0].period, years[-1].period)
        or any(known.touches(issue.id) and known.period.overlaps(year.period) for year in years)
        for known in material.plan.breaks
    )
    if not whole or spoiled:
        return TrendVerdict.CANNOT_BE_CALCULATED
    values = np.array([year.count.number for year in years if year.count], dtype=float)
    found = five_point_trend(values, np.sqrt(np.maximum(values, 1.0)))
    if bool(found.rises):
        return TrendVerdict.RISING
    return TrendVerdict.FALLING if bool(found.falls) else TrendVerdict.NO_CLEAR_TREND
