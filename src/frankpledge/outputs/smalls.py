"""The small pictures inside tables, each with its words for those who cannot see it."""

from __future__ import annotations

from markupsafe import Markup, escape

from frankpledge.document.blocks import Table
from frankpledge.figures.small import (
    WhiskerAxis,
    draw_sparkline,
    draw_whisker,
    draw_whisker_header,
    whisker_axis,
)
from frankpledge.figures.specs import Sparkline, Whisker
from frankpledge.narrative.numbers import change, count

_SMALL = Markup('<span class="unseen">{}</span>{}')


def axis(table: Table) -> WhiskerAxis:
    """Give the axis that all changes of a table share."""
    cells = (cell for row in table.rows for cell in row.cells)
    return whisker_axis(cell for cell in cells if isinstance(cell, Whisker))


def whisker_head(words: str, shared: WhiskerAxis) -> Markup:
    """Write the header of a column of changes, with the shared axis below its words."""
    return escape(words) + Markup(draw_whisker_header(shared))


def sparkline(bars: Sparkline) -> Markup:
    """Show months as bars, with their numbers in hidden words."""
    values = (count(value) if value is not None else "not shown" for value in bars.values)
    return _SMALL.format("By month: " + ", ".join(values), Markup(draw_sparkline(bars)))


def whisker(interval: Whisker, shared: WhiskerAxis) -> Markup:
    """Show a change with its interval on the shared axis, with its numbers in hidden words."""
    drawn = Markup(draw_whisker(interval, shared))
    return drawn if interval.ratio is None else _SMALL.format(_in_words(interval), drawn)


def _in_words(interval: Whisker) -> str:
    """Say a change and its interval."""
    if interval.ratio is None:
        return "not shown"
    if interval.low is None or interval.high is None:
        return change(interval.ratio)
    return f"{change(interval.ratio)}, {change(interval.low)} to {change(interval.high)}"
