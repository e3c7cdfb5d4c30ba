"""Question 1: how many, and how the count of like months changed."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from frankpledge.findings.identity import about, estimate, exact
from frankpledge.findings.kinds import Change, Direction, Level, Question
from frankpledge.findings.material import Material
from frankpledge.methods.change import Change as Ratio
from frankpledge.methods.change import change
from frankpledge.methods.discovery import benjamini_hochberg
from frankpledge.methods.rates import rate
from frankpledge.vocabulary.breaks import Break
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.quantity import Exact

SIGNIFICANT = 0.05
KEY_CHANGE = 5.0
LEVEL_METHOD = "count, and rate per 1,000 residents with its 95% interval (Byar; exact under 10)"
CHANGE_METHOD = (
    "ratio of the totals of like months, t on the months’ own spread about month and year "
    "(quasi-Poisson), 95% interval from the same test"
)


def find_level(material: Material, issue: Issue) -> Level[Exact]:
    """How many in the months of the period that were supplied, and the rate."""
    months = material.in_period(material.own)
    monthly = material.districts.of(issue.id, material.own)[material.districts.at(months)]
    residents = material.residents.of_district.get(material.own, 0)
    rated = rate(int(monthly.sum()), residents)
    evidence = material.trail.evidence(issue, (material.own,), months, LEVEL_METHOD)
    return Level(
        about(material, "level", Question.CHANGE, issue, evidence),
        exact(monthly.sum()),
        exact(residents),
        material.residents.district_year,
        estimate(float(rated.value), float(rated.low), float(rated.high)),
        months,
        tuple(exact(n) for n in monthly),
    )


def like_months(material: Material) -> tuple[tuple[Month, ...], tuple[Month, ...]]:
    """The months of the period that are clean in both years, and the same months before."""
    plan, clean = material.plan, material.clean_months(material.own)
    apart = plan.period.first.ordinal - plan.compared_with.first.ordinal
    later = tuple(m for m in plan.period if m in clean and m + -apart in clean)
    return later, tuple(month + -apart for month in later)


def find_change(material: Material, issue: Issue) -> Change[Exact] | None:
    """The change between like months; None where no month can be compared.

    Across a break the two counts stand alone: there is no percentage and no p to misread.
    Its `q` and `key` are settled by `rank_changes`, over all changes of the edition.
    """
    later, earlier = like_months(material)
    if len(later) < 2:
        return None
    row = material.districts.of(issue.id, material.own)
    before, after = row[material.districts.at(earlier)], row[material.districts.at(later)]
    result = change(before, after)
    spoiled = spoiling(material, issue, earlier, later)
    evidence = material.trail.evidence(issue, (material.own,), (*earlier, *later), CHANGE_METHOD)
    period = Period(later[0], later[-1])
    return Change(
        about(material, "change", Question.CHANGE, issue, evidence, period),
        Period(earlier[0], earlier[-1]),
        later,
        earlier,
        tuple(m for m in material.plan.period if m not in later),
        exact(result.before),
        exact(result.after),
        estimate(*((math.nan,) * 3 if spoiled else _percent(result))),
        Exact(math.nan) if spoiled else exact(result.p),
        Exact(math.nan),
        _direction(float(result.ratio), float(result.p), spoiled),
        False,
        spoiled,
    )


def _percent(result: Ratio) -> tuple[float, float, float]:
    """A ratio and its interval as percentage changes."""
    value, low, high = (100 * (float(x) - 1) for x in (result.ratio, result.low, result.high))
    return value, low, high


def spoiling(
    material: Material, issue: Issue, earlier: tuple[Month, ...], later: tuple[Month, ...]
) -> tuple[Break, ...]:
    """The breaks that make the two sets of months unlike each other for an issue."""
    before, after = Period(earlier[0], earlier[-1]), Period(later[0], later[-1])
    return tuple(
        known
        for known in material.plan.breaks
        if known.spoils(issue.id, before, after)
        and (known.lasting or any(m in known.period for m in (*earlier, *later)))
    )


def _direction(ratio: float, p: float, spoiled: tuple[Break, ...]) -> Direction:
    """The verdict: only a significant change that nothing spoils has a direction."""
    if spoiled:
        return Direction.NOT_COMPARED
    if not p < SIGNIFICANT:
        return Direction.NO_CLEAR_CHANGE
    return Direction.ROSE if ratio > 1 else Direction.FELL


def rank_changes(changes: list[Change[Exact]]) -> list[Change[Exact]]:
    """Settle which changes are key: q below .05 over all of them, and at least 5% in size.

    A change that a break spoils is no test and takes no part.
    """
    tested = [c for c in changes if c.direction is not Direction.NOT_COMPARED]
    q = dict(
        zip(
            [c.about.id for c in tested],
            benjamini_hochberg(np.array([c.p.number for c in tested])).tolist(),
            strict=True,
        )
    )
    return [
        replace(
            c,
            q=Exact(q.get(c.about.id, math.nan)),
            key=q.get(c.about.id, 1.0) < SIGNIFICANT
            and abs(c.percent.value.number) >= KEY_CHANGE
            and c.direction in (Direction.ROSE, Direction.FELL),
        )
        for c in changes
    ]
