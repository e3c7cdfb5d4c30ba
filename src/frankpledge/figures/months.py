"""Draw months: the line and its gaps, the usual range, what stands out and what was compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from frankpledge.figures.boxes import Box, round_point
from frankpledge.figures.callouts import Callout, draw_callout, settle
from frankpledge.figures.lanes import Placed, arrange, draw_lanes, height
from frankpledge.figures.monthaxes import draw_axes, foot, side, side_words
from frankpledge.figures.monthnotes import Inside, notes_and_insides, plates, range_edges, washed
from frankpledge.figures.plot import (
    Plot,
    gaps,
    months_of,
    runs,
    supplied,
    undercounted,
    withheld,
)
from frankpledge.figures.scales import scale
from frankpledge.figures.specs import MonthPoint, MonthsChart
from frankpledge.figures.svg import (
    Anchor,
    Markup,
    Width,
    circle,
    hatch,
    identity,
    join,
    line,
    path,
    picture,
    polyline,
    rect,
    text,
)
from frankpledge.figures.text import CHART, LEADING, SMALL, figure, measure, opening, wrap
from frankpledge.vocabulary.period import MONTH_NAMES, Month

_CROWDED = 22.0
_LISTED = 6
_FIELD = {Width.WIDE: 232.0, Width.NARROW: 194.0}


def draw_months(spec: MonthsChart, width: Width, id: str, alternative: str) -> str:
    """Draw a chart of months."""
    look = f"fp-{width.name.lower()}"
    if not spec.points:
        words = text(4, 15, f"{spec.unit}: no month was supplied", "fp-soft")
        return picture(width.value, 24, [words], identity(id, width), alternative, look)
    plot, placed, insides = _lay_out(spec, width)
    feet, bottom = foot(spec, plot)
    body = [*_layers(spec, plot, placed, insides), feet]
    return picture(width.value, bottom, body, identity(id, width), alternative, look)


def _lay_out(
    spec: MonthsChart, width: Width
) -> tuple[Plot, tuple[Placed, ...], tuple[Inside, ...]]:
    """Find the plot's edges and the lanes of its notes."""
    values = [p.value for p in (*supplied(spec), *undercounted(spec)) if p.value is not None]
    whole = all(value == round(value) for value in values)
    top = max([v * 1.05 for v in values] + ([spec.band.high * 1.04] if spec.band else []) + [0.0])
    field = _FIELD[width]
    draft = scale([top], field, 0, 5, whole=whole)
    left = max(measure(figure(t, draft.decimals)) for t in draft.ticks) + 14
    right = width.value - side_words(spec, width)
    months = months_of(spec)
    notes, insides = notes_and_insides(spec, Plot(width, left, right, months, draft))
    placed = arrange(notes, width.value)
    upper = (
        (10 if placed else 14)
        + LEADING * len(wrap(opening(spec.unit), width.value - 8))
        + height(placed)
    )
    axis = scale([top], upper + field, upper, 5, whole=whole)
    return Plot(width, left, right, months, axis), placed, insides


def _layers(
    spec: MonthsChart, plot: Plot, placed: tuple[Placed, ...], insides: tuple[Inside, ...]
) -> Iterator[Markup]:
    """Give the parts of the chart from the ground up."""
    yield washed(spec, plot)
    yield _band(spec, plot)
    for gap in gaps(spec):
        left, right = plot.span(gap)
        yield hatch(left, plot.top, right - left, plot.bottom - plot.top)
    yield draw_axes(spec, plot)
    yield _band_edges(spec, plot)
    yield draw_lanes(placed, plot.top, plot.bottom)
    words, taken = plates(spec, plot, insides)
    yield words
    yield _series(spec, plot)
    yield _marks(spec, plot, taken)


def _band(spec: MonthsChart, plot: Plot) -> Markup:
    """Draw the usual range."""
    if spec.band is None:
        return Markup("")
    left = max(plot.edge(spec.band.first), plot.left)
    high, low = plot.scale(spec.band.high), plot.scale(spec.band.low)
    return rect(left, high, plot.right - left, low - high, "fp-band")


def _band_edges(spec: MonthsChart, plot: Plot) -> Markup:
    """Draw the edges of the usual range and its middle."""
    if spec.band is None:
        return Markup("")
    left = max(plot.edge(spec.band.first), plot.left)
    edges = (
        (spec.band.high, "fp-limit"),
        (spec.band.low, "fp-limit"),
        (spec.band.usual, "fp-usual"),
    )
    return join(
        line(left, plot.scale(value), plot.right, plot.scale(value), look) for value, look in edges
    )


def _series(spec: MonthsChart, plot: Plot) -> Markup:
    """Draw the line, broken wherever a month is missing; a month alone is a dot."""
    points = {p.month: plot.point(p) for p in supplied(spec)}
    parts = []
    for run in runs(points):
        if len(run) == 1:
            parts.append(circle(*points[run.first], 2.6, "fp-point"))
        else:
            parts.append(polyline((points[month] for month in run), "fp-line"))
    return join(parts)


def _diamond(plot: Plot, point: MonthPoint) -> Markup:
    """Draw the sign of an exceptional month."""
    x, y = plot.point(point)
    return path(f"M{x:.1f} {y - 7:.1f}l7 7-7 7-7-7z", "fp-event")


def _square(plot: Plot, point: MonthPoint) -> Markup:
    """Draw the sign of a month that was undercounted."""
    x, y = plot.point(point)
    return rect(x - 4, y - 4, 8, 8, "fp-square")


def _marks(spec: MonthsChart, plot: Plot, taken: list[Box]) -> Markup:
    """Draw what stands out, what was undercounted and what is withheld, with labels."""
    events = [p for p in supplied(spec) if p.exceptional]
    squares = undercounted(spec)
    spots = [round_point(plot.point(p), 6.5) for p in (*events, *squares)]
    marks, boxes = _withheld(spec, plot)
    ends = [box for box, _ in side(spec, plot)] + [
        Box(0, plot.scale(tick) - 7, plot.left - 4, plot.scale(tick) + 5)
        for tick in plot.scale.ticks
    ]
    top = plot.top - 13 if plot.top < 40 else plot.top
    field = Box(0, top, plot.width.value, plot.bottom - 2)
    callouts = [*_event_words(plot, events), *_undercount_words(plot, squares)]
    soft = [*_line_boxes(spec, plot), *range_edges(spec, plot)]
    settled = settle(callouts, field, [*taken, *spots, *boxes, *ends], soft)
    return join(
        (
            *marks,
            *(draw_callout(one) for one in settled),
            *(_square(plot, p) for p in squares),
            *(_diamond(plot, p) for p in events),
        )
    )


def _crowds(plot: Plot, events: list[MonthPoint]) -> list[list[MonthPoint]]:
    """Part exceptional months into those alone and crowds of three or more side by side."""
    crowds: list[list[MonthPoint]] = []
    for event in events:
        near = crowds and plot.middle(event.month) - plot.middle(crowds[-1][-1].month) < _CROWDED
        if near:
            crowds[-1].append(event)
        else:
            crowds.append([event])
    return [
        part
        for crowd in crowds
        for part in ([crowd] if len(crowd) > 2 else [[event] for event in crowd])
    ]


def _event_words(plot: Plot, events: list[MonthPoint]) -> list[Callout]:
    """Name exceptional months with their values; a crowd of them is one list in order of time."""
    found = []
    for crowd in _crowds(plot, events):
        spots = [plot.point(p) for p in crowd]
        around = Box(
            min(x for x, _ in spots),
            min(y for _, y in spots),
            max(x for x, _ in spots),
            max(y for _, y in spots),
        )
        words = tuple(f"{_short(plot, p.month)} {_value(p)}" for p in crowd)
        if len(crowd) > _LISTED:
            highest = max(crowd, key=lambda p: p.value or 0.0)
            month = f"{_short(plot, highest.month)} {highest.month.year}"
            words = (f"{len(crowd)} exceptional months,", f"highest {_value(highest)} in {month}")
        found.append(Callout(around, words, "fp-strong", CHART, bold=True))
    return found


def _short(plot: Plot, month: Month) -> str:
    """Name a month without its year, in three letters where there is little room."""
    name = MONTH_NAMES[month.in_year - 1]
    return name if plot.width is Width.WIDE else name[:3]


def _value(point: MonthPoint) -> str:
    """Write the value of a month."""
    value = point.value or 0.0
    return figure(value, 0 if value == round(value) else 1)


def _undercount_words(plot: Plot, squares: list[MonthPoint]) -> list[Callout]:
    """Say "undercount" once for each run of such months."""
    found = {p.month: plot.point(p) for p in squares}
    spots = [found[run.first + (len(run) - 1) // 2] for run in runs(found)]
    return [Callout(Box(*at, *at), ("undercount",), "fp-small", SMALL) for at in spots]


def _withheld(spec: MonthsChart, plot: Plot) -> tuple[list[Markup], list[Box]]:
    """Mark each run of withheld months at the foot of the plot."""
    marks, boxes = [], []
    for run in withheld(spec):
        left, right = plot.span(run)
        middle = min(max((left + right) / 2, plot.left + 8), plot.right - 8)
        marks.append(text(middle, plot.bottom - 6, "[c]", "fp-small fp-halo", Anchor.MIDDLE))
        boxes.append(Box(middle - 8, plot.bottom - 18, middle + 8, plot.bottom))
    return marks, boxes


def _line_boxes(spec: MonthsChart, plot: Plot) -> list[Box]:
    """Give boxes along the line and the flags, which labels would rather not cover."""
    points = [(p.month, plot.point(p)) for p in supplied(spec)]
    stems = [plot.edge(flag.month) for flag in spec.flags if flag.month in plot.months]
    flags = [Box(x - 3, plot.top, x + 3, plot.bottom) for x in stems]
    return flags + [
        Box(a[0], min(a[1], b[1]) - 2, b[0], max(a[1], b[1]) + 2)
        for (first, a), (second, b) in pairwise(points)
        if first + 1 == second
    ]
