"""Words about stretches of months: inside the stretch where they fit, else in a lane above."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from frankpledge.figures.boxes import Box, clear, round_point, round_words
from frankpledge.figures.lanes import Note
from frankpledge.figures.plot import Plot, gaps, supplied, undercounted
from frankpledge.figures.specs import MonthsChart, Wash
from frankpledge.figures.svg import Anchor, Markup, Width, join, lines, rect
from frankpledge.figures.text import LEADING, widest, wrap, wrappings
from frankpledge.vocabulary.period import Period

_MOST_LANES = 3


@dataclass(frozen=True, slots=True)
class Inside:
    """Words that fit inside their stretch, `top` px below the plot's edge; a gap's have a plate."""

    period: Period
    words: tuple[str, ...]
    top: float
    plate: bool


def _months(count: int) -> str:
    """Word a number of months."""
    return "1 month" if count == 1 else f"{count} months"


def _washes(spec: MonthsChart, plot: Plot) -> list[tuple[Period, Wash]]:
    """Give the washes that touch the months drawn."""
    return [(cut, wash) for wash in spec.washes if (cut := plot.inside(wash.period))]


def washed(spec: MonthsChart, plot: Plot) -> Markup:
    """Draw the washes."""
    spans = [plot.span(cut) for cut, _ in _washes(spec, plot)]
    height = plot.bottom - plot.top
    return join(rect(left, plot.top, right - left, height, "fp-wash") for left, right in spans)


def notes_and_insides(spec: MonthsChart, plot: Plot) -> tuple[list[Note], tuple[Inside, ...]]:
    """Part the words that fit inside their stretch from those that need a lane above."""
    gaps_inside, outside = _gaps(spec, plot)
    washes_inside, notes = _wash_words(spec, plot)
    room = 300.0 if plot.width is Width.WIDE else 200.0
    flags = [
        Note(plot.edge(flag.month), plot.edge(flag.month), wrap(flag.words, room), flag=True)
        for flag in spec.flags
        if flag.month in plot.months
    ]
    notes = [*notes, *flags, *_gap_notes(plot, outside)]
    return notes, (*gaps_inside, *washes_inside)


def _gaps(spec: MonthsChart, plot: Plot) -> tuple[list[Inside], list[Period]]:
    """Word the gaps that hold their words, and give those that do not."""
    inside, outside = [], []
    edges = range_edges(spec, plot)
    for gap in gaps(spec):
        words = f"Not supplied, {_months(len(gap))}"
        fitting = _inside(plot, gap, words, edges, plate=True)
        if fitting:
            inside.append(fitting)
        else:
            outside.append(gap)
    return inside, outside


def _gap_notes(plot: Plot, outside: list[Period]) -> list[Note]:
    """Word the gaps too narrow for words: each of them, or all together where they are many."""
    if len(outside) <= _MOST_LANES:
        return [Note(*plot.span(gap), (f"Not supplied, {_months(len(gap))}",)) for gap in outside]
    total = _months(sum(len(gap) for gap in outside))
    words = f"Hatched: not supplied, {total} in {len(outside)} gaps"
    return [Note(plot.left, plot.left, wrap(words, plot.width.value - plot.left), loose=True)]


def _wash_words(spec: MonthsChart, plot: Plot) -> tuple[list[Inside], list[Note]]:
    """Word the washes, inside where no line is covered."""
    inside, notes = [], []
    obstacles = [*_obstacles(spec, plot), *range_edges(spec, plot)]
    for cut, wash in _washes(spec, plot):
        fitting = _inside(plot, cut, wash.words, obstacles, plate=False)
        if fitting:
            inside.append(fitting)
        else:
            notes.append(Note(*plot.span(cut), wrap(wash.words, plot.width.value - 4)))
    return inside, notes


def _inside(
    plot: Plot, period: Period, words: str, others: list[Box], plate: bool
) -> Inside | None:
    """Find a way to break words and a height for them inside a stretch; None where there is none.

    Words on a plate may cover what they must, since the plate parts them from it.
    """
    room = plot.step * len(period) - (8 if plate else 12)
    ways = [way for way in wrappings(words) if widest(way) <= room]
    for way in ways:
        for top in _tops(plot, len(way) * LEADING, plate):
            inside = Inside(period, way, top - plot.top, plate)
            if clear(_box(plot, inside).grown(3), others):
                return inside
    return Inside(period, ways[0], 10, plate) if ways and plate else None


def _box(plot: Plot, inside: Inside) -> Box:
    """Give the box of words inside their stretch: in the middle of a gap, at a wash's start."""
    left, right = plot.span(inside.period)
    y = plot.top + inside.top + 12
    if inside.plate:
        return round_words((left + right) / 2, y, inside.words, Anchor.MIDDLE)
    return round_words(left + 6, y, inside.words)


def _tops(plot: Plot, tall: float, plate: bool) -> list[float]:
    """Give heights to try: from the top for a plate, else from the bottom."""
    first, last = plot.top + 10, plot.bottom - tall - 8
    tops = [first + 4 * i for i in range(max(int((last - first) / 4), 0) + 1)]
    return tops if plate else tops[::-1]


def _obstacles(spec: MonthsChart, plot: Plot) -> list[Box]:
    """Give boxes along the line and round every point."""
    squares = [round_point(plot.point(p), 6) for p in undercounted(spec)]
    points = [(p.month, plot.point(p)) for p in supplied(spec)]
    found = [
        round_point(at, 8 if p.exceptional else 3)
        for p, (_, at) in zip(supplied(spec), points, strict=True)
    ]
    for (first, a), (second, b) in pairwise(points):
        if first + 1 == second:
            found.append(Box(a[0], min(a[1], b[1]) - 1, b[0], max(a[1], b[1]) + 1))
    return [*found, *squares]


def range_edges(spec: MonthsChart, plot: Plot) -> list[Box]:
    """Give thin boxes along the edges of the usual range."""
    if spec.band is None:
        return []
    left = max(plot.edge(spec.band.first), plot.left)
    heights = [plot.scale(v) for v in (spec.band.low, spec.band.usual, spec.band.high)]
    return [Box(left, y - 1, plot.right, y + 1) for y in heights]


def plates(spec: MonthsChart, plot: Plot, insides: tuple[Inside, ...]) -> tuple[Markup, list[Box]]:
    """Draw the words that stand inside their stretch, and give the boxes they take."""
    parts: list[Markup] = []
    taken = []
    for inside in insides:
        box = _box(plot, inside)
        y = plot.top + inside.top + 12
        left, right = plot.span(inside.period)
        if inside.plate:
            plate = box.grown(4)
            size = (plate.right - plate.left, plate.bottom - plate.top)
            parts.append(rect(plate.left, plate.top, *size, "fp-plate"))
            parts.append(lines((left + right) / 2, y, inside.words, "fp-soft", Anchor.MIDDLE))
        else:
            parts.append(lines(left + 6, y, inside.words, "fp-soft"))
        taken.append(box)
    return join(parts), taken
