"""Draw what stands in a table cell: twelve bars from nought, or a change with its interval."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from frankpledge.figures.specs import Sparkline, Whisker
from frankpledge.figures.svg import (
    Anchor,
    Markup,
    circle,
    element,
    hatch,
    join,
    line,
    path,
    rect,
    text,
)

_HIGH = 26.0
_MONTH = 7.0
_ACROSS = 190.0
_EDGE = 6.0
_SETS = (
    (0.8, 1.25, ("−20%", "+25%")),
    (0.5, 2.0, ("−50%", "+100%")),
    (0.25, 4.0, ("−75%", "+300%")),
)
_TOO_FEW = "too few for a percentage"


@dataclass(frozen=True, slots=True)
class WhiskerAxis:
    """The log-ratio axis that all whiskers of one table share, with its two outer ticks."""

    low: float
    high: float
    less: float
    more: float
    words: tuple[str, str]

    def __call__(self, ratio: float) -> float:
        """Give the place of a ratio in px, held at the ends of the axis."""
        held = min(max(ratio, self.low), self.high)
        part = math.log(held / self.low) / math.log(self.high / self.low)
        return _EDGE + part * (_ACROSS - 2 * _EDGE)


def whisker_axis(whiskers: Iterable[Whisker]) -> WhiskerAxis:
    """Choose the axis for all whiskers of a table, held between a sixth and six times."""
    ends = [abs(math.log(r)) for w in whiskers for r in (w.low, w.ratio, w.high) if r]
    furthest = min(max(ends, default=0.0), math.log(6))
    sets = [s for s in _SETS if math.log(s[1]) <= furthest] or [_SETS[0]]
    less, more, words = sets[-1]
    reach = math.exp(max(furthest * 1.06, math.log(more) * 1.22))
    return WhiskerAxis(1 / reach, reach, less, more, words)


def _cell(across: float, body: Iterable[Markup], alternative: str = "") -> str:
    """Write a small picture, hidden from assistive technology where words beside it say it."""
    attributes: dict[str, str | float] = {
        "class": "fp fp-cell",
        "viewBox": f"0 0 {across:g} {_HIGH:g}",
        "width": across,
        "height": _HIGH,
        "role": "img" if alternative else "",
        "aria-label": alternative,
        "aria-hidden": "" if alternative else "true",
    }
    return element("svg", attributes, join(body))


def draw_sparkline(spec: Sparkline) -> str:
    """Draw months as bars from nought on their own scale; a missing month is a hatched column."""
    top = max((v for v in spec.values if v is not None), default=0.0) or 1.0
    foot = _HIGH - 1.0
    body = []
    for i, value in enumerate(spec.values):
        left = i * _MONTH + 0.7
        if value is None:
            body.append(hatch(left, 2, _MONTH - 1.4, foot - 2, 4))
        elif value > 0:
            tall = max(value / top * (foot - 2), 0.6)
            body.append(rect(left, foot - tall, _MONTH - 1.4, tall, "fp-spark"))
    across = len(spec.values) * _MONTH
    return _cell(across, [*body, line(0, foot + 0.5, across, foot + 0.5, "fp-axis")])


def draw_whisker(spec: Whisker, axis: WhiskerAxis) -> str:
    """Draw a change on the shared axis: filled when significant; words where there is no ratio."""
    if spec.ratio is None:
        words = text(0, 17.5, _TOO_FEW, "fp-soft")
        return _cell(_ACROSS, [words], _TOO_FEW)
    x = axis(spec.ratio)
    body = [*_ticks(axis, 0, _HIGH), _interval(spec, axis)]
    body.append(circle(x, _HIGH / 2, 5, "fp-full" if spec.significant else "fp-open"))
    return _cell(_ACROSS, body)


def _ticks(axis: WhiskerAxis, top: float, foot: float) -> list[Markup]:
    """Draw the line of no change and the two outer ticks."""
    outer = [line(axis(r), top, axis(r), foot, "fp-grid") for r in (axis.less, axis.more)]
    return [*outer, line(axis(1), top, axis(1), foot, "fp-zero")]


def _interval(spec: Whisker, axis: WhiskerAxis) -> Markup:
    """Draw the interval with its caps; an arrow in place of a cap runs past the axis."""
    if spec.low is None or spec.high is None:
        return Markup("")
    y = _HIGH / 2
    left, right = axis(spec.low), axis(spec.high)
    ends = (
        _end(left, y, -1.0 if spec.low < axis.low else 0.0),
        _end(right, y, 1.0 if spec.high > axis.high else 0.0),
    )
    return path(f"M{left:.1f} {y:.1f}H{right:.1f}{''.join(ends)}", "fp-iv")


def _end(x: float, y: float, beyond: float) -> str:
    """Give the path of a cap, or of an arrow that points beyond the axis."""
    if not beyond:
        return f"M{x:.1f} {y - 4:.1f}V{y + 4:.1f}"
    back = x - 4 * beyond
    return f"M{back:.1f} {y - 4:.1f}L{x:.1f} {y:.1f}L{back:.1f} {y + 4:.1f}"


def draw_whisker_header(axis: WhiskerAxis) -> str:
    """Draw the shared axis, for the header of the column of whiskers."""
    less, more = axis.words
    marks = ((axis.less, less), (1.0, "0"), (axis.more, more))
    body = [text(axis(ratio), 14, words, "fp-small", Anchor.MIDDLE) for ratio, words in marks]
    return _cell(_ACROSS, [*body, *_ticks(axis, 19, _HIGH)])
