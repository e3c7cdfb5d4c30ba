"""Question 4: where the highest areas are, against the rest of the county."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from frankpledge.findings.identity import about, estimate, exact
from frankpledge.findings.kinds import Place, PlaceLevel, Places, Question, Silence
from frankpledge.findings.material import Material
from frankpledge.measures.panel import Bools
from frankpledge.methods.arrays import Floats
from frankpledge.methods.concentration import smallest_share_holding
from frankpledge.methods.dispersion import pooled_dispersion
from frankpledge.methods.places import classify
from frankpledge.methods.rates import Rate, rate
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.period import Month
from frankpledge.vocabulary.quantity import Exact

TOP = 5
PLACES_METHOD = (
    "each small area against the rest of the county, beta-binomial with the spread of small areas’ "
    "months, two-sided mid-p, Benjamini-Hochberg over all the county’s small areas; above average "
    "q < 0.05, very high also a smoothed ratio of 1.5, significantly high q < 0.002 and 2"
)


@dataclass(frozen=True)
class _Classed:
    """The county's small areas over some months: counts, rates, classes and ranks."""

    counts: Floats
    rates: Rate
    levels: tuple[PlaceLevel, ...]
    ranks: Floats


def find_places(
    material: Material, issue: Issue, months: tuple[Month, ...]
) -> Places[Exact] | Silence[Exact]:
    """Class the county's small areas over the months that the whole county has."""
    panel = material.small
    evidence = material.trail.evidence(issue, material.plan.county.districts, months, PLACES_METHOD)
    what = about(material, "places", Question.PLACES, issue, evidence)
    if len(months) < 2:
        return Silence(
            what,
            "Not supplied",
            "No two months of the period were supplied for the whole county, so its small areas "
            "cannot be classed.",
        )
    now = _classed(material, issue, months)
    before, reason = _ranks_before(material, issue, months)
    places = tuple(_place(material, now, before, i) for i in range(len(panel.areas)))
    own = [p for p in places if p.district == material.own]
    top = sorted(own, key=lambda p: (-p.count.number, p.rank.number, p.code))
    held = smallest_share_holding(np.array([p.count.number for p in own]))[0]
    return Places(
        what,
        places,
        tuple(top[:TOP]),
        exact(held),
        len(own),
        sum(level is PlaceLevel.NOT_AVAILABLE for level in now.levels),
        material.residents.lsoa_year,
        reason,
    )


def county_months(material: Material) -> tuple[Month, ...]:
    """The months of the period that are clean in every district of the county."""
    clean = [material.clean_months(code) for code in material.plan.county.districts]
    return tuple(m for m in material.plan.period if all(m in has for has in clean))


def _classed(material: Material, issue: Issue, months: Sequence[Month]) -> _Classed:
    """Class every small area over some months; those without a count there are left out."""
    panel = material.small
    at = panel.at(months)
    monthly = panel.issue(issue.id)[:, at]
    there: Bools = np.all(panel.supplied[:, at], axis=1)
    people = np.array([material.residents.of_lsoa.get(code, 0) for code in panel.areas])
    people = np.where(there, people, 0)
    counts = np.where(there, monthly.sum(axis=1), 0).astype(float)
    classes = classify(counts, people, pooled_dispersion(monthly[there]))
    rates = rate(counts, people)
    values = np.where(np.isnan(rates.value), -1.0, rates.value)
    ranks = 1.0 + (values[None, :] > values[:, None]).sum(axis=1)
    levels = tuple(
        PlaceLevel(int(level)) if has else PlaceLevel.NOT_AVAILABLE
        for level, has in zip(classes.level, there, strict=True)
    )
    return _Classed(counts, rates, levels, ranks)


def _ranks_before(
    material: Material, issue: Issue, months: Sequence[Month]
) -> tuple[Floats | None, str]:
    """Last year's ranks over the same months, and why there are none."""
    apart = material.plan.period.first.ordinal - material.plan.compared_with.first.ordinal
    earlier = tuple(month + -apart for month in months)
    panel = material.small
    at = panel.at(earlier)
    if len(at) < len(earlier) or not panel.supplied[:, at].any(axis=0).all():
        return None, "not supplied"
    spoiled = [
        known.short
        for known in material.plan.breaks
        if known.touches(issue.id) and not known.lasting and any(m in known.period for m in earlier)
    ]
    if spoiled:
        return None, f"not compared ({spoiled[0]})"
    return _classed(material, issue, earlier).ranks, ""


def _place(material: Material, now: _Classed, before: Floats | None, i: int) -> Place[Exact]:
    """One small area as a finding shows it."""
    code, geography = material.small.areas[i], material.geography
    values = (now.rates.value[i], now.rates.low[i], now.rates.high[i])
    return Place(
        code,
        geography.lsoa_names.get(code, code),
        geography.place(code),
        geography.district_of[code],
        exact(now.counts[i]),
        estimate(*(float(v) for v in values)),
        now.levels[i],
        exact(now.ranks[i]),
        exact(before[i]) if before is not None else None,
    )
