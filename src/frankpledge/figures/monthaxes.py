"""The axes of a chart of months: values, years, the usual range's words, what was compared."""

from __future__ import annotations

from frankpledge.figures.boxes import Box
from frankpledge.figures.plot import Plot
from frankpledge.figures.specs import Band, MonthsChart
from frankpledge.figures.svg import Anchor, Markup, Width, join, line, lines, path, text
from frankpledge.figures.text import LEADING, figure, measure, opening, widest, wrap
from frankpledge.vocabulary.period import MONTH_NAMES, Month, Period

_MONTHS_NAMED_FROM = 30.0


def _band_words(band: Band, width: Width) -> list[tuple[float, tuple[str, ...]]]:
    """Word the edges of the usual range and its middle, highest first."""
    names = ("Upper limit", "Usual", "Lower limit")
    if width is Width.NARROW:
        names = ("Upper", "Usual", "Lower")
    values = (band.high, band.usual, band.low)
    return [
        (value, (name, figure(value, 0 if value == round(value) or value >= 100 else 1)))
        for name, value in zip(names, values, strict=True)
    ]


def side_words(spec: MonthsChart, width: Width) -> float:
    """Give the room that the words at the right end need."""
    if spec.band is None:
        return 8.0
    return max(widest(words) for _, words in _band_words(spec.band, width)) + 10


def _spread(tops: list[float], tall: float, least: float, most: float) -> list[float]:
    """Push apart blocks of one height that would overlap, and keep them within bounds."""
    placed: list[float] = []
    for top in tops:
        placed.append(max(top, placed[-1] + tall if placed else least))
    over = max(placed[-1] + tall - most, 0.0)
    for i in reversed(range(len(placed))):
        limit = placed[i + 1] - tall if i + 1 < len(placed) else most - tall
        placed[i] = min(placed[i], limit) if over else placed[i]
    return placed


def side(spec: MonthsChart, plot: Plot) -> list[tuple[Box, tuple[str, ...]]]:
    """Give the words of the usual range at its right end, each with its box."""
    if spec.band is None:
        return []
    words = _band_words(spec.band, plot.width)
    tops = [plot.scale(value) - LEADING for value, _ in words]
    tall = 2 * LEADING + 1
    spread = _spread(tops, tall, plot.top - 12, plot.bottom + 18)
    return [
        (Box(plot.right + 4, top - 1, plot.width.value, top + tall - 3), block)
        for top, (_, block) in zip(spread, words, strict=True)
    ]


def draw_axes(spec: MonthsChart, plot: Plot) -> Markup:
    """Draw gridlines, the values beside them, the unit, and the words of the usual range."""
    decimals = plot.scale.decimals
    parts = [lines(4, 15, wrap(opening(spec.unit), plot.width.value - 8), "fp-soft")]
    for tick in plot.scale.ticks:
        y = plot.scale(tick)
        parts.append(line(plot.left, y, plot.right, y, "fp-grid" if tick else "fp-axis"))
        label = figure(tick, decimals)
        parts.append(text(plot.left - 7, y + 4.5, label, "fp-soft", Anchor.END))
    for box, words in side(spec, plot):
        parts.append(lines(box.left + 2, box.top + 13, words, "fp-soft", leading=LEADING - 1))
    return join(parts)


def _year_words(year: int, room: float) -> str:
    """Give a year in four digits or, where there is too little room, two; "" where in none."""
    options = (str(year), f"’{year % 100:02d}")
    return next((words for words in options if measure(words) + 4 <= room), "")


def _years(plot: Plot, y: float) -> list[Markup]:
    """Write each year under its months, with a tick where it begins."""
    parts = []
    first, last = plot.months.first, plot.months.last
    periods = [
        Period(max(Month.of(year, 1), first), min(Month.of(year, 12), last))
        for year in range(first.year, last.year + 1)
    ]
    short = any(
        _year_words(p.first.year, plot.step * len(p)) != str(p.first.year)
        for p in periods
        if len(p) == 12
    )
    for period in periods:
        left, right = plot.span(period)
        words = _year_words(period.first.year, right - left)
        words = f"’{period.first.year % 100:02d}" if words and short else words
        if not words and len(periods) == 1:
            words = str(period.first.year)
        if period.first.in_year == 1:
            parts.append(line(left, plot.bottom, left, plot.bottom + 6, "fp-axis"))
        parts.append(text((left + right) / 2, y, words, "fp-soft", Anchor.MIDDLE))
    return [part for part in parts if "></text>" not in part]


def _month_names(plot: Plot) -> list[Markup]:
    """Write each month under its slot, where the slots are wide enough."""
    return [
        text(
            plot.middle(month),
            plot.bottom + 18,
            MONTH_NAMES[month.in_year - 1][:3],
            "fp-soft",
            Anchor.MIDDLE,
        )
        for month in plot.months
    ]


def foot(spec: MonthsChart, plot: Plot) -> tuple[Markup, float]:
    """Draw what stands under the plot, and give where the picture ends."""
    named = plot.step >= _MONTHS_NAMED_FROM
    y = plot.bottom + (36 if named else 18)
    parts = [*(_month_names(plot) if named else []), *_years(plot, y)]
    compared = [cut for period in spec.compared if (cut := plot.inside(period))]
    if not compared:
        return join(parts), y + 8
    for period in compared:
        left, right = plot.span(period)
        d = f"M{left + 1:.1f} {y + 9:.1f}V{y + 14:.1f}H{right - 1:.1f}V{y + 9:.1f}"
        parts.append(path(d, "fp-bracket"))
    words = wrap(spec.compared_words, plot.width.value - 4)
    ends = [x for period in compared for x in plot.span(period)]
    half = widest(words) / 2
    middle = min(max((min(ends) + max(ends)) / 2, half), plot.width.value - half)
    parts.append(lines(middle, y + 32, words, "fp-mine", Anchor.MIDDLE))
    return join(parts), y + 24 + len(words) * LEADING
