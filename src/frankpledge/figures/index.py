"""Draw an index: a bar with a capped interval for each group, pale where not clear of 100."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from frankpledge.figures.scales import Scale, ceiling, scale
from frankpledge.figures.specs import IndexChart, IndexRow
from frankpledge.figures.svg import (
    Anchor,
    Markup,
    Width,
    identity,
    join,
    line,
    lines,
    path,
    picture,
    rect,
    text,
)
from frankpledge.figures.text import LEADING, SMALL, figure, measure, widest, wrap

_ACROSS = {Width.WIDE: 394, Width.NARROW: 342}
_NAMES = {Width.WIDE: 162.0, Width.NARROW: 136.0}
_NOTE_LEADING = 14.0
_HUNDRED = 100.0
_ABSENT = "not shown"


@dataclass(frozen=True, slots=True)
class _Band:
    """One group's place: its lines of name and note, and its upper and lower edge."""

    row: IndexRow
    name: tuple[str, ...]
    note: tuple[str, ...]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down the row."""
        return (self.top + self.bottom) / 2


def draw_index(spec: IndexChart, width: Width, id: str, alternative: str) -> str:
    """Draw an index chart, in the wide form half as wide as the column: two stand side by side."""
    across = _ACROSS[width]
    indexes = [r.index for r in spec.rows if r.index is not None] + [_HUNDRED]
    highs = [r.high for r in spec.rows if r.high is not None]
    values = max(measure(figure(v, 0), bold=True) for v in indexes)
    names = _NAMES[width]
    axis = scale([ceiling(indexes, highs)], names + 10, across - values - 14, 4, whole=True)
    words = wrap(spec.reference_words, across - 8)
    top = 12 + len(words) * LEADING
    bands = _bands(spec, names, top)
    foot = bands[-1].bottom if bands else top
    body = [
        *_ground(axis, top, foot),
        *(_bar(axis, band) for band in bands),
        _reference(axis, words, top, foot, across),
        *(_words(axis, band, across) for band in bands),
    ]
    look = f"fp-{width.name.lower()}"
    return picture(across, foot + 24, body, identity(id, width), alternative, look)


def _bands(spec: IndexChart, room: float, top: float) -> tuple[_Band, ...]:
    """Stack the rows, each as high as its words need."""
    bands = []
    for row in spec.rows:
        name, note = wrap(row.name, room), wrap(row.note, room, SMALL)
        bottom = top + max(34.0, len(name) * LEADING + len(note) * _NOTE_LEADING + 5)
        bands.append(_Band(row, name, note, top, bottom))
        top = bottom
    return tuple(bands)


def _ground(axis: Scale, top: float, foot: float) -> Iterator[Markup]:
    """Draw the gridlines and their values."""
    for tick in axis.ticks:
        x = axis(tick)
        yield line(x, top, x, foot, "fp-grid" if tick else "fp-axis")
        yield text(x, foot + 18, figure(tick, axis.decimals), "fp-soft", Anchor.MIDDLE)


def _reference(
    axis: Scale, words: tuple[str, ...], top: float, foot: float, across: float
) -> Markup:
    """Draw the line of 100 over the bars, with its words above it."""
    x, half = axis(_HUNDRED), widest(words) / 2
    middle = min(max(x, half), across - half)
    return join(
        (
            line(x, top - 5, x, foot, "fp-zero"),
            lines(middle, 14, words, "fp-soft", Anchor.MIDDLE),
        )
    )


def _bar(axis: Scale, band: _Band) -> Markup:
    """Draw one bar; nothing for a group with no index."""
    if band.row.index is None:
        return Markup("")
    look = "fp-bar" if band.row.clear else "fp-pale"
    wide = axis(band.row.index) - axis.start
    return rect(axis.start, band.middle - 8, wide, 16, look)


def _interval(axis: Scale, band: _Band) -> Markup:
    """Draw the interval with its caps; an arrow in place of a cap runs past the axis."""
    row, y = band.row, band.middle
    if row.low is None or row.high is None:
        return Markup("")
    left, right = axis(row.low), axis(row.high)
    end = f"M{right:.1f} {y - 4:.1f}V{y + 4:.1f}"
    if row.high > axis.top:
        end = f"M{right - 5:.1f} {y - 4:.1f}L{right:.1f} {y:.1f}L{right - 5:.1f} {y + 4:.1f}"
    d = f"M{left:.1f} {y - 4:.1f}V{y + 4:.1f}M{left:.1f} {y:.1f}H{right:.1f}{end}"
    return path(d, "fp-cap")


def _words(axis: Scale, band: _Band, across: float) -> Markup:
    """Write a group's name, note and value, and draw its interval."""
    row = band.row
    tall = len(band.name) * LEADING + len(band.note) * _NOTE_LEADING
    first = band.middle - tall / 2 + 12.5
    name = lines(0, first, band.name, "fp-soft" if row.index is None else "")
    after = first + len(band.name) * LEADING - 1.5
    note = lines(0, after, band.note, "fp-small", leading=_NOTE_LEADING)
    if row.index is None:
        before = axis.start + 12 + measure(_ABSENT) < axis(_HUNDRED)
        x = (axis.start if before else axis(_HUNDRED)) + 8
        return join((name, note, text(x, band.middle + 5, _ABSENT, "fp-soft fp-halo")))
    look = "fp-strong" if row.clear else ""
    value = text(across, band.middle + 5, figure(row.index, 0), look, Anchor.END)
    return join((name, note, _interval(axis, band), value))
