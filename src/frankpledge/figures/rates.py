"""Draw rates: a dot and its interval for each area, the own one standing out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from frankpledge.figures.scales import Scale, ceiling, scale
from frankpledge.figures.specs import RateRow, RatesChart
from frankpledge.figures.svg import (
    Anchor,
    Markup,
    Width,
    circle,
    hatch,
    identity,
    join,
    line,
    lines,
    picture,
    rect,
    text,
)
from frankpledge.figures.text import LEADING, figure, measure, opening, widest, wrap

_NAMES = {Width.WIDE: 260.0, Width.NARROW: 128.0}
_CROWD = 12


@dataclass(frozen=True, slots=True)
class _Band:
    """One row's place: its lines of name, and its upper and lower edge."""

    row: RateRow
    words: tuple[str, ...]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down the row."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Field:
    """The chart's measures: axis, rows, the head above them and the decimals of its values."""

    spec: RatesChart
    width: Width
    axis: Scale
    bands: tuple[_Band, ...]
    top: float
    decimals: int

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return self.bands[-1].bottom + 2 if self.bands else self.top


def draw_rates(spec: RatesChart, width: Width, id: str, alternative: str) -> str:
    """Draw a chart of rates."""
    field = _lay_out(spec, width)
    body = [*_ground(field), _centre(field), *(_row(field, band) for band in field.bands)]
    look = f"fp-{width.name.lower()}"
    return picture(width.value, field.bottom + 26, body, identity(id, width), alternative, look)


def _lay_out(spec: RatesChart, width: Width) -> _Field:
    """Find the axis and the rows."""
    rates = [r.rate for r in spec.rows if r.rate is not None]
    highs = [r.high for r in spec.rows if r.high is not None]
    if spec.centre is not None:
        rates.append(spec.centre)
    decimals = 0 if rates and max(rates) >= 1000 else 1
    names = [wrap(r.name, _NAMES[width], bold=r.own) for r in spec.rows]
    left = max((widest(n, bold=r.own) for n, r in zip(names, spec.rows, strict=True)), default=0.0)
    values = max((measure(figure(v, decimals), bold=True) for v in rates), default=0.0)
    start, end = left + 24.0, width.value - values - 24
    ticks = 6 if width is Width.WIDE else 3
    top = ceiling(rates, highs)
    axis = scale([top], start, end, ticks, whole=top >= 5)
    head = _head(spec, width, axis)
    return _Field(spec, width, axis, _bands(spec, names, head + 2), head, decimals)


def _bands(spec: RatesChart, names: list[tuple[str, ...]], top: float) -> tuple[_Band, ...]:
    """Stack the rows, closer together where they are many."""
    pitch = 34.0 if len(spec.rows) <= _CROWD else 24.0
    bands = []
    for row, words in zip(spec.rows, names, strict=True):
        bottom = top + max(pitch, len(words) * LEADING + 10)
        bands.append(_Band(row, words, top, bottom))
        top = bottom
    return tuple(bands)


def _centre_words(spec: RatesChart, width: Width, axis: Scale) -> tuple[tuple[str, ...], float]:
    """Word the centre in lines, and find where their middle stands."""
    if spec.centre is None:
        return (), 0.0
    value = figure(spec.centre, 0 if spec.centre >= 1000 else 1)
    words = wrap(spec.centre_words, 220 if width is Width.WIDE else 150)
    half = widest((*words, value)) / 2
    return (*words, value), min(max(axis(spec.centre), half), width.value - half)


def _unit_words(spec: RatesChart, width: Width) -> tuple[str, ...]:
    """Word the unit, which stands at the upper left."""
    return wrap(opening(spec.unit), 240 if width is Width.WIDE else 140)


def _head(spec: RatesChart, width: Width, axis: Scale) -> float:
    """Give the height above the rows: the unit and the centre, side by side where they fit."""
    words, middle = _centre_words(spec, width, axis)
    unit = _unit_words(spec, width)
    beside = middle - widest(words) / 2 > 6 + widest(unit) + 16
    count = max(len(words), len(unit)) if beside or not words else len(words) + len(unit)
    return count * LEADING + 12 + _upper_ticks(spec)


def _upper_ticks(spec: RatesChart) -> float:
    """Give the room for values above the rows, written where the lower ones are far off."""
    return 18.0 if len(spec.rows) > _CROWD else 0.0


def _ground(field: _Field) -> Iterator[Markup]:
    """Draw the own row's tint, the gridlines with their values, and the unit."""
    for band in field.bands:
        if band.row.own:
            height = band.bottom - band.top - 2
            yield rect(0, band.top + 1, field.width.value, height, "fp-tint")
    upper = _upper_ticks(field.spec)
    for tick in field.axis.ticks:
        x, words = field.axis(tick), figure(tick, field.axis.decimals)
        yield line(x, field.top, x, field.bottom, "fp-grid" if tick else "fp-axis")
        yield text(x, field.bottom + 18, words, "fp-soft", Anchor.MIDDLE)
        if upper:
            yield text(x, field.top - 5, words, "fp-soft", Anchor.MIDDLE)
    yield lines(6, 15, _unit_words(field.spec, field.width), "fp-soft")


def _centre(field: _Field) -> Markup:
    """Draw the centre of the others as a dashed line, its name and value above it."""
    if field.spec.centre is None:
        return Markup("")
    words, middle = _centre_words(field.spec, field.width, field.axis)
    foot = field.top - _upper_ticks(field.spec) - 9
    x = field.axis(field.spec.centre)
    return join(
        (
            line(x, foot + 4, x, field.bottom, "fp-usual"),
            lines(middle, foot - (len(words) - 1) * LEADING, words, "fp-soft", Anchor.MIDDLE),
        )
    )


def _row(field: _Field, band: _Band) -> Markup:
    """Draw one area."""
    row, look = band.row, "fp-strong fp-mine" if band.row.own else ""
    first = band.middle + 5 - (len(band.words) - 1) * LEADING / 2
    name = lines(6, first, band.words, look or ("" if row.rate is not None else "fp-soft"))
    if row.rate is None:
        return join((name, _absent(field, band)))
    value = text(
        field.width.value - 6, band.middle + 5, figure(row.rate, field.decimals), look, Anchor.END
    )
    dot = circle(field.axis(row.rate), band.middle, 6 if row.own else 5, _dot(row))
    return join((name, _interval(field.axis, band), dot, value))


def _dot(row: RateRow) -> str:
    """Give the look of a row's dot."""
    return "fp-own" if row.own else "fp-peer"


def _interval(axis: Scale, band: _Band) -> Markup:
    """Draw the interval; an arrow says that it runs past the end of the axis."""
    row, y = band.row, band.middle
    if row.low is None or row.high is None:
        return Markup("")
    look = "fp-ivown" if row.own else "fp-iv"
    whole = line(axis(row.low), y, axis(row.high), y, look)
    if row.high <= axis.top:
        return whole
    x = axis.end
    return join((whole, line(x - 5, y - 4, x, y, look), line(x - 5, y + 4, x, y, look)))


def _absent(field: _Field, band: _Band) -> Markup:
    """Say why an area has no rate; what was not supplied is hatched too."""
    hatched = band.row.absence == "not supplied"
    sign = 42.0 if hatched else 0.0
    x = field.axis.start + 8
    words = wrap(band.row.absence, field.width.value - x - sign - 8)
    if field.spec.centre is not None:
        centre = field.axis(field.spec.centre)
        after = centre + 8 + sign + widest(words) <= field.width.value
        if after and x - 4 < centre < x + sign + widest(words) + 4:
            x = centre + 8
    first = band.middle + 5 - (len(words) - 1) * LEADING / 2
    said = lines(x + sign, first, words, "fp-soft fp-halo")
    return join((hatch(x, band.middle - 8, 34, 16, 8), said)) if hatched else said
