"""Findings as tables: the one behind each figure, and those that stand on their own."""

from __future__ import annotations

import math

from frankpledge.document.blocks import (
    Bar,
    Cell,
    Column,
    DiscMark,
    Labelled,
    Look,
    NotThere,
    Row,
    Swatch,
    Table,
)
from frankpledge.document.verdicts import change_verdict
from frankpledge.figures.describe import CLASSES
from frankpledge.figures.specs import PlaceClass
from frankpledge.findings.kinds import (
    HIGH_LEVELS,
    Change,
    Communities,
    MonthKind,
    Months,
    Peers,
    Place,
    PlaceLevel,
    Places,
    Share,
)
from frankpledge.narrative.change import FEWEST_FOR_PERCENT, like_period
from frankpledge.narrative.lexicon import capital
from frankpledge.narrative.phrase import Number, Phrase, Style, phrase
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.issue import ALL_RECORDED_CRIME, Issue, issue
from frankpledge.vocabulary.period import MONTH_NAMES
from frankpledge.vocabulary.quantity import Shown, number


def change_table(change: Change[Shown], about: Issue) -> Table:
    """Latest, previous, change, interval and verdict."""
    at = change.about.id
    columns = (
        Column("Months compared"),
        Column(capital(like_period(change.earlier_months)), numeric=True),
        Column(capital(like_period(change.months)), numeric=True),
        Column("Change", numeric=True),
        Column("95% interval", numeric=True),
        Column("In words"),
    )
    row = Row(
        (
            phrase(about.unit[0].upper() + about.unit[1:]),
            _count(change.before, at),
            _count(change.after, at),
            *_percent(change),
            change_verdict(change, about),
        )
    )
    return Table(
        f"{about.id}-change", f"Change in {about.in_text}", columns, (row,), Look.CHANGE,
        show_caption=False,
    )  # fmt: skip


def _percent(change: Change[Shown]) -> tuple[Cell, Cell]:
    """The change and its interval, or why there are none."""
    before = number(change.before)
    if change.spoiled_by:
        return NotThere("not compared"), NotThere("not compared")
    if before is not None and before < FEWEST_FOR_PERCENT:
        return NotThere("too few for a percentage"), NotThere("too few")
    style, at = Style.SIGNED_PERCENT, change.about.id
    low, high = change.percent.low, change.percent.high
    return (
        phrase(Number(change.percent.value, style, at)),
        phrase(Number(low, style, at), " to ", Number(high, style, at)),
    )


def years_table(months: Months[Shown], about: Issue) -> Table:
    """The last five years, with the months supplied of each."""
    at = months.about.id
    cells: list[Cell] = []
    for year in months.years:
        if year.count is None:
            cells.append(NotThere("not supplied"))
        else:
            supplied = f"{year.supplied} of 12 months" if year.supplied < 12 else "12 months"
            cells.append(Labelled(phrase(Number(year.count, Style.COUNT, at)), phrase(supplied)))
    columns = tuple(Column(capital(year.period.name)) for year in months.years)
    title = f"{about.name} by year, with the months supplied"
    return Table(
        f"{about.id}-years", title, columns, (Row(tuple(cells)),), Look.YEARS, header_column=-1
    )


def months_table(months: Months[Shown], about: Issue) -> Table:
    """Every month of every calendar year."""
    at = months.about.id
    years = sorted({m.month.year for m in months.series})
    found = {m.month.ordinal: m for m in months.series}
    rows = []
    for year in years:
        cells: list[Cell] = [phrase(str(year))]
        for i in range(12):
            month = found.get(year * 12 + i)
            if month is None or month.count is None:
                cells.append(NotThere("not supplied"))
            elif month.kind is MonthKind.UNDERCOUNT:
                cells.append(
                    Labelled(phrase(Number(month.count, Style.COUNT, at)), phrase("undercount"))
                )
            else:
                cells.append(phrase(Number(month.count, Style.COUNT, at)))
        rows.append(Row(tuple(cells)))
    columns = (Column("Year"), *(Column(name[:3], numeric=True) for name in MONTH_NAMES))
    return Table(f"{about.id}-months", f"{about.name} by month", columns, tuple(rows))


def share_table(share: Share[Shown], about: Issue) -> Table:
    """Every issue by count, this one marked."""
    at = share.about.id
    counts = [number(s.count) or 0 for s in share.shares]
    most = max([*counts, 1])
    rows = tuple(
        Row(
            (
                phrase(issue(s.issue).name),
                Bar((number(s.count) or 0) / most),
                _count(s.count, at),
                phrase(Number(s.share, Style.PERCENT, at)),
            ),
            own=s.issue == about.id
            or (about.id == ALL_RECORDED_CRIME and issue(s.issue).unit == "crimes"),
        )
        for s in share.shares
    )
    columns = (
        Column("Issue"),
        Column(""),
        Column("Count", numeric=True),
        Column("Share", numeric=True),
    )
    title = f"Share of all crimes and incidents, {about.in_text} marked"
    return Table(f"{about.id}-share", title, columns, rows, Look.SHARE, show_caption=False)


def places_table(places: Places[Shown], about: Issue) -> Table:
    """The five small areas of the district with most."""
    at = places.about.id
    rows = tuple(
        Row(
            (
                DiscMark(i),
                Labelled(phrase(p.local_name), phrase(p.name)),
                _count(p.count, at),
                _rate(p.rate, at),
                Swatch(CLASSES[p.level]),
                phrase(Number(p.rank, Style.RANK, at)),
                phrase(Number(p.rank_before, Style.RANK, at))
                if p.rank_before is not None
                else NotThere(places.rank_before_reason or "not supplied"),
            )
        )
        for i, p in enumerate(places.top, 1)
    )
    of = len(places.places)
    columns = (
        Column(""),
        Column("Place"),
        Column(about.unit[0].upper() + about.unit[1:], numeric=True),
        Column("Per 1,000 and interval", numeric=True),
        Column("Class"),
        Column(f"Rank by rate of {of}", short=f"Rank of {of}"),
        Column("Rank the year before", short="the year before"),
    )
    title = f"The five of {places.about.area.name}’s {places.own} small areas with most"
    return Table(f"{about.id}-top", title, columns, rows, Look.PLACES, header_column=1)


def classes_table(places: Places[Shown], about: Issue, name: str) -> Table:
    """The small areas that stand out in the county, and how many are in each class."""
    at = places.about.id
    high = sorted(
        (p for p in places.places if p.level in HIGH_LEVELS), key=lambda p: number(p.rank) or 0
    )
    rows = [_class_row(p, at) for p in high]
    if not rows:
        level = PlaceClass.NOT_ABOVE if places.top else PlaceClass.NOT_AVAILABLE
        none: tuple[Cell, ...] = (phrase("None"), Swatch(level), NotThere("none"), NotThere("none"))
        rows = [Row(none)]
    columns = (
        Column("Small area"),
        Column("Class"),
        Column("Count", numeric=True),
        Column("Per 1,000 and interval", numeric=True),
    )
    rest = sum(p.level is PlaceLevel.NOT_ABOVE for p in places.places)
    title = f"{about.name}: small areas of the county above average; {rest} others are not"
    return Table(name, title, columns, tuple(rows))


def _class_row(place: Place[Shown], at: FindingId) -> Row:
    return Row(
        (
            Labelled(phrase(place.local_name), phrase(place.name)),
            Swatch(CLASSES[place.level]),
            _count(place.count, at),
            _rate(place.rate, at),
        )
    )


def index_table(found: Communities[Shown], about: Issue, kind: str) -> Table:
    """The index of each group."""
    at = found.about.id
    rows = []
    for group in found.groups:
        value: Cell = NotThere("not shown, too few")
        interval: Cell = NotThere("not shown")
        if group.index is not None:
            value = phrase(Number(group.index.value, Style.INDEX, at))
            interval = phrase(
                Number(group.index.low, Style.INDEX, at), " to ",
                Number(group.index.high, Style.INDEX, at),
            )  # fmt: skip
        rows.append(
            Row(
                (
                    phrase(group.name), phrase(f"{group.areas}"), phrase(f"{group.own_areas}"),
                    _count(group.observed, at), value, interval,
                )
            )
        )  # fmt: skip
    own = found.about.area.name
    columns = (
        Column(f"Group by {found.by}"),
        Column("Small areas", numeric=True),
        Column(f"in {own}", numeric=True),
        Column("Count", numeric=True),
        Column("Index", numeric=True),
        Column("95% interval", numeric=True),
    )
    title = f"{about.name} by {found.by} of the small area; the county is 100"
    return Table(f"{about.id}-{kind}", title, columns, tuple(rows))


def peers_table(peers: Peers[Shown], about: Issue, kind: str) -> Table:
    """The rate of each area, highest first."""
    at = peers.about.id
    rows = tuple(
        Row(
            (
                phrase(p.area.name), _count(p.count, at),
                phrase(Number(p.rate.value, Style.RATE, at)), _interval(p.rate, at, Style.RATE),
            ),
            own=p.own,
        )
        for p in peers.peers
    )  # fmt: skip
    columns = (
        Column("Area"),
        Column("Count", numeric=True),
        Column("Per 1,000", numeric=True),
        Column("95% interval", numeric=True),
    )
    title = f"{about.name} per 1,000 residents, {peers.group.value}"
    return Table(f"{about.id}-{kind}-rates", title, columns, rows)


def _count(quantity: Shown, at: FindingId) -> Phrase:
    return phrase(Number(quantity, Style.COUNT, at))


def _rate(rate: Estimate[Shown], at: FindingId) -> Cell:
    """A rate with its interval below it; words where there are no residents."""
    value = number(rate.value)
    if value is not None and math.isnan(value):
        return NotThere("no residents")
    return Labelled(phrase(Number(rate.value, Style.RATE, at)), _interval(rate, at, Style.RATE))


def _interval(rate: Estimate[Shown], at: FindingId, style: Style) -> Phrase:
    return phrase(Number(rate.low, style, at), " to ", Number(rate.high, style, at))
