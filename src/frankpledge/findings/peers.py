"""Question 6: how the area compares, with the county's districts and with others like it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from frankpledge.findings.identity import about, estimate, exact, stream
from frankpledge.findings.kinds import (
    Context,
    Peer,
    PeerGroup,
    Peers,
    Question,
    Silence,
    Standing,
)
from frankpledge.findings.material import Material
from frankpledge.methods.discovery import benjamini_hochberg
from frankpledge.methods.dispersion import pooled_dispersion
from frankpledge.methods.neighbours import nearest
from frankpledge.methods.peers import TooFewOthers, against_others
from frankpledge.methods.rates import rate
from frankpledge.vocabulary.area import Area, Level
from frankpledge.vocabulary.evidence import Evidence, SourceRows
from frankpledge.vocabulary.issue import ALL_RECORDED_CRIME, Issue
from frankpledge.vocabulary.period import Month
from frankpledge.vocabulary.quantity import Exact

SIGNIFICANT = 0.05
KEY_DIFFERENCE = 5.0
NEIGHBOURS = 14
FEWEST_CANDIDATES = 2 * NEIGHBOURS
PEERS_METHOD = (
    "rate per 1,000 residents against the centre of the others without the own area "
    "(DerSimonian-Laird), allowing for how much they truly differ; t on two less than the number "
    "of areas"
)


@dataclass(frozen=True)
class Unit:
    """One area of a comparison, made of one or more districts."""

    area: Area
    districts: tuple[str, ...]


def find_peers(material: Material, issue: Issue) -> list[Peers[Exact] | Silence[Exact]]:
    """Compare with the county's districts, then with the most similar group or neighbours."""
    county = [Unit(material.district(c), (c,)) for c in material.plan.county.districts]
    found = [_compare(material, issue, PeerGroup.COUNTY, "peers", county, material.own)]
    if material.most_similar:
        units = _units(material, set(material.most_similar))
        found.append(_similar(material, issue, PeerGroup.MOST_SIMILAR, units))
    else:
        found.append(_neighbours(material, issue))
    return found


def find_context(material: Material, issue: Issue) -> Context[Exact] | None:
    """The national statistics of all recorded crime, for their own year."""
    if issue.id != ALL_RECORDED_CRIME or not material.national:
        return None
    now, *earlier = material.national
    sources = tuple(
        SourceRows(f.received.name, f.received.sha256, f.member, 1)
        for f in material.receipts["recorded_crime"].files
    )
    evidence = Evidence(
        "Total recorded crime without fraud, by partnership",
        f"the partnership’s row, years ending {now.period.last.name} and the year before",
        "read from the published table",
        sources,
    )
    return Context(
        about(material, "national", Question.PEERS, issue, evidence, now.period),
        exact(now.total),
        exact(earlier[0].total) if earlier else None,
    )


def _units(material: Material, wanted: set[str]) -> list[Unit]:
    """The partnerships wanted, each with its districts, and the plan's own."""
    own = _own_partnership(material)
    districts: dict[str, list[str]] = {}
    for district, partnership in sorted(material.geography.partnership_of.items()):
        if partnership in wanted or partnership == own:
            districts.setdefault(partnership, []).append(district)
    return [
        Unit(Area(code, material.geography.partnerships[code], Level.PARTNERSHIP), tuple(members))
        for code, members in districts.items()
    ]


def _own_partnership(material: Material) -> str:
    return material.geography.partnership_of.get(material.own, "")


def _similar(
    material: Material,
    issue: Issue,
    group: PeerGroup,
    units: list[Unit],
    variables: tuple[str, ...] = (),
) -> Peers[Exact] | Silence[Exact]:
    """Compare with a group of partnerships."""
    own = _own_partnership(material)
    return _compare(material, issue, group, "similar", units, own, variables)


def _neighbours(material: Material, issue: Issue) -> Peers[Exact] | Silence[Exact]:
    """Choose the partnerships most like the own by census and deprivation, and compare."""
    months = material.in_period(material.own)
    features = material.neighbourhoods.features
    everyone = _units(material, set(material.geography.partnerships))
    units = [
        unit
        for unit in everyone
        if all(d in features for d in unit.districts) and _has(material, unit, months)
    ]
    codes = [unit.area.code for unit in units]
    own = _own_partnership(material)
    what = about(material, "similar", Question.PEERS, issue, _no_rows())
    if own not in codes or len(units) <= FEWEST_CANDIDATES:
        return Silence(
            what,
            "Most similar group: not supplied",
            "The Home Office list was not supplied. Neighbours of like people and places "
            f"cannot be chosen instead: they need {FEWEST_CANDIDATES + 1} partnerships with the "
            f"same months, and the files hold {len(units)}.",
        )
    table = np.array([_mean_features(material, unit) for unit in units])
    chosen = nearest(table, codes.index(own), NEIGHBOURS).index.tolist()
    group = [units[codes.index(own)], *(units[i] for i in chosen)]
    return _similar(
        material, issue, PeerGroup.STATISTICAL, group, material.neighbourhoods.variables
    )


def _mean_features(material: Material, unit: Unit) -> np.ndarray:
    """A partnership's figures: its districts', weighted by residents."""
    rows = np.array([material.neighbourhoods.features[d] for d in unit.districts])
    weights = [max(material.residents.of_district.get(d, 0), 1) for d in unit.districts]
    mean: np.ndarray = np.average(rows, axis=0, weights=weights)
    return mean


def _has(material: Material, unit: Unit, months: Sequence[Month]) -> bool:
    """Say whether every district of an area has every month, clean, and residents."""
    return all(
        set(months) <= material.clean_months(d) and material.residents.of_district.get(d, 0) > 0
        for d in unit.districts
    )


def _compare(
    material: Material,
    issue: Issue,
    group: PeerGroup,
    kind: str,
    everyone: list[Unit],
    own: str,
    variables: tuple[str, ...] = (),
) -> Peers[Exact] | Silence[Exact]:
    """Compare the own area with the others that have the same months."""
    months = material.in_period(material.own)
    units = [unit for unit in everyone if _has(material, unit, months)]
    left_out = tuple(u.area.name for u in everyone if u not in units)
    districts = [d for unit in units for d in unit.districts]
    seed = f"{material.plan.seed}/{kind}/{issue.id}"
    evidence = material.trail.evidence(issue, districts, months, PEERS_METHOD, seed)
    what = about(material, kind, Question.PEERS, issue, evidence)
    monthly = np.array([_monthly(material, issue, unit, months) for unit in units])
    people = np.array([material.residents.of(unit.districts) for unit in units])
    position = next((i for i, u in enumerate(units) if u.area.code == own), None)
    if position is None or len(months) < 2:
        return Silence(what, "Not supplied", "The area’s own months were not supplied.")
    counts = monthly.sum(axis=1)
    try:
        result = against_others(
            counts,
            people,
            position,
            pooled_dispersion(monthly) if counts.any() else 1.0,
            generator=stream(material.plan.seed, kind, issue.id),
        )
    except TooFewOthers:
        return Silence(
            what,
            f"Too few to compare with {group.value}",
            f"Only {len(units) - 1} of them have the same months; at least four are needed.",
        )
    p = float(result.p)
    higher = float(result.own) > float(result.centre)
    verdict = Standing.HIGHER if higher else Standing.LOWER
    gap = float(result.own) - float(result.centre)
    return Peers(
        what,
        group,
        _sorted_peers(units, counts, people, own),
        exact(result.centre),
        estimate(gap, float(result.difference_low), float(result.difference_high)),
        exact(p),
        exact(math.nan),
        estimate(float(result.rank), float(result.rank_low), float(result.rank_high)),
        len(units),
        verdict if p < SIGNIFICANT else Standing.NO_CLEAR_DIFFERENCE,
        False,
        variables,
        left_out,
    )


def _monthly(material: Material, issue: Issue, unit: Unit, months: Sequence[Month]) -> np.ndarray:
    """The months of an area."""
    panel = material.districts
    rows = np.array([panel.areas.index(d) for d in unit.districts])
    sums: np.ndarray = panel.issue(issue.id)[rows][:, panel.at(months)].sum(axis=0)
    return sums


def _sorted_peers(
    units: list[Unit], counts: np.ndarray, people: np.ndarray, own: str
) -> tuple[Peer[Exact], ...]:
    """The areas from the highest rate to the lowest."""
    rates = rate(counts, people)
    order = sorted(range(len(units)), key=lambda i: (-rates.value[i], units[i].area.name))
    return tuple(
        Peer(
            units[i].area,
            exact(counts[i]),
            estimate(float(rates.value[i]), float(rates.low[i]), float(rates.high[i])),
            units[i].area.code == own,
        )
        for i in order
    )


def rank_peers(found: list[Peers[Exact]]) -> list[Peers[Exact]]:
    """Settle which differences are key: q below .05 over all comparisons with like areas."""
    q = benjamini_hochberg(np.array([f.p.number for f in found])).tolist()
    return [
        replace(
            f,
            q=Exact(value),
            key=value < SIGNIFICANT
            and 100 * abs(f.difference.value.number) >= KEY_DIFFERENCE * f.centre.number
            and f.standing is not Standing.NO_CLEAR_DIFFERENCE,
        )
        for f, value in zip(found, q, strict=True)
    ]


def _no_rows() -> Evidence:
    return Evidence("none", "none", "none", ())
