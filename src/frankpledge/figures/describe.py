"""Findings as pictures that are still data: which finding becomes which spec."""

from __future__ import annotations

import math

from frankpledge.figures.specs import (
    Band,
    Disc,
    Flag,
    IndexChart,
    IndexRow,
    MapPair,
    MonthPoint,
    MonthsChart,
    MonthState,
    PlaceClass,
    RateRow,
    RatesChart,
    Sparkline,
    Wash,
    Whisker,
)
from frankpledge.findings.kinds import (
    Change,
    Communities,
    Direction,
    Level,
    MonthCount,
    MonthKind,
    Months,
    PeerGroup,
    Peers,
    PlaceLevel,
    Places,
    UsualRange,
)
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.quantity import Shown, number

FEWEST_FOR_WHISKER = 20
CLASSES = {
    PlaceLevel.SIGNIFICANTLY_HIGH: PlaceClass.SIGNIFICANTLY_HIGH,
    PlaceLevel.VERY_HIGH: PlaceClass.VERY_HIGH,
    PlaceLevel.ABOVE_AVERAGE: PlaceClass.ABOVE_AVERAGE,
    PlaceLevel.NOT_ABOVE: PlaceClass.NOT_ABOVE,
    PlaceLevel.TOO_FEW: PlaceClass.TOO_FEW,
    PlaceLevel.NOT_AVAILABLE: PlaceClass.NOT_AVAILABLE,
    PlaceLevel.WITHHELD: PlaceClass.NOT_AVAILABLE,
}
STATES = {
    MonthKind.SUPPLIED: MonthState.SUPPLIED,
    MonthKind.NOT_SUPPLIED: MonthState.NOT_SUPPLIED,
    MonthKind.UNDERCOUNT: MonthState.UNDERCOUNT,
}


def months_chart(months: Months[Shown], change: Change[Shown] | None, unit: str) -> MonthsChart:
    """The series of an issue with its usual range and the months that were compared."""
    series = months.series
    first, last = series[0].month, series[-1].month
    washes = tuple(
        Wash(_within(b.period, first, last), b.short) for b in months.breaks if not b.lasting
    )
    flags = tuple(Flag(b.period.last, b.short) for b in months.breaks if b.lasting)
    compared = _compared(change)
    return MonthsChart(
        unit,
        tuple(_point(m, months.about.period) for m in series),
        _band(months.usual, months.about.period.first),
        washes,
        flags,
        compared,
        "compared" if compared else "",
    )


def _point(month: MonthCount[Shown], period: Period) -> MonthPoint:
    """One month of a chart."""
    value = number(month.count) if month.count is not None else None
    state = STATES[month.kind]
    if value is None and state is MonthState.SUPPLIED:
        state = MonthState.WITHHELD
    marked = bool(month.side) and month.month in period
    return MonthPoint(month.month, value, state, marked)


def _band(usual: UsualRange[Shown] | None, first: Month) -> Band | None:
    """The usual range, drawn from the start of its baseline."""
    if usual is None:
        return None
    low, middle, high = (number(q) for q in (usual.low, usual.usual, usual.high))
    if low is None or middle is None or high is None:
        return None
    return Band(min(usual.baseline[0], first), low, middle, high)


def _within(period: Period, first: Month, last: Month) -> Period:
    """The part of a period that a chart shows."""
    return Period(max(period.first, first), min(period.last, last))


def _compared(change: Change[Shown] | None) -> tuple[Period, ...]:
    """The months compared, as runs, where they were compared at all."""
    if change is None or change.direction is Direction.NOT_COMPARED:
        return ()
    return (*_runs(change.earlier_months), *_runs(change.months))


def _runs(months: tuple[Month, ...]) -> list[Period]:
    """Months as unbroken runs."""
    runs: list[Period] = []
    for month in months:
        if runs and runs[-1].last + 1 == month:
            runs[-1] = Period(runs[-1].first, month)
        else:
            runs.append(Period(month, month))
    return runs


def sparkline(level: Level[Shown]) -> Sparkline:
    """The months of the period as bars; a month that was not supplied is a gap."""
    values = dict(zip(level.months, level.monthly, strict=True))
    return Sparkline(tuple(number(values[m]) if m in values else None for m in level.about.period))


def whisker(change: Change[Shown] | None) -> Whisker:
    """A change with its interval; nothing where it is not compared or too few for a percentage."""
    if change is None or change.direction is Direction.NOT_COMPARED:
        return Whisker(None, None, None, False)
    if (number(change.before) or 0) < FEWEST_FOR_WHISKER:
        return Whisker(None, None, None, False)
    value, low, high = (_ratio(q) for q in _three(change.percent))
    return Whisker(value, low, high, change.direction in (Direction.ROSE, Direction.FELL))


def _ratio(quantity: Shown) -> float | None:
    """A percentage change as a ratio."""
    percent = number(quantity)
    return None if percent is None or not math.isfinite(percent) else 1 + percent / 100


def _three(estimate: Estimate[Shown]) -> tuple[Shown, Shown, Shown]:
    return estimate.value, estimate.low, estimate.high


def map_pair(places: Places[Shown]) -> MapPair:
    """Every small area in its class, and a disc on each of the top five."""
    return MapPair(
        tuple((place.code, CLASSES[place.level]) for place in places.places),
        tuple(Disc(i, p.code, p.local_name) for i, p in enumerate(places.top, 1)),
    )


def index_chart(found: Communities[Shown], title: str, county: str) -> IndexChart:
    """The index of each group against the county's 100."""
    rows = []
    for group in found.groups:
        value, low, high = (
            (number(q) for q in _three(group.index)) if group.index else (None, None, None)
        )
        areas = "1 area" if group.areas == 1 else f"{group.areas} areas"
        note = areas if value is not None else f"{areas}, too few"
        rows.append(IndexRow(group.name, note, value, low, high, group.clear))
    return IndexChart(title, f"{county} = 100", tuple(rows))


def rates_chart(peers: Peers[Shown]) -> RatesChart:
    """The rates of a comparison, highest first, and the centre of the others."""
    rows = tuple(
        RateRow(
            p.area.name,
            number(p.rate.value),
            number(p.rate.low),
            number(p.rate.high),
            p.own,
            "withheld [c]",
        )
        for p in peers.peers
    )
    words = {
        PeerGroup.COUNTY: "Centre of the others",
        PeerGroup.MOST_SIMILAR: "Centre of the others",
        PeerGroup.STATISTICAL: "Centre of its neighbours",
    }[peers.group]
    return RatesChart("per 1,000 residents", rows, number(peers.centre), words)
