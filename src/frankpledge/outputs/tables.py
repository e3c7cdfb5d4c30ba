"""Tables, laid out for a wide page and for a phone.

Under 760 px a wide table becomes one block a row: its cells then carry their own labels and the
table its roles, since a style sheet that changes `display` takes the native ones away. A table too
wide even for that, such as months by year, scrolls inside its own frame.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from frankpledge.document.blocks import (
    Bar,
    Cell,
    DiscMark,
    Labelled,
    Look,
    Row,
    Swatch,
    Table,
    Verdict,
)
from frankpledge.figures.specs import Sparkline, Whisker
from frankpledge.narrative.phrase import Phrase
from frankpledge.outputs.cells import filled, one_finding
from frankpledge.outputs.smalls import axis, whisker_head
from frankpledge.vocabulary.evidence import FindingId

_STACKED = {Look.OVERVIEW, Look.CHANGE, Look.YEARS, Look.PLACES, Look.GAPS}
_NARROW_ENOUGH = 4
_STACKS_UP_TO = 7
_SPEAKS_FOR_ITSELF = Verdict | DiscMark | Bar | Swatch
_UNNAMED: dict[type, str] = {
    Bar: "Bar",
    DiscMark: "Number on the map",
    Sparkline: "By month",
    Whisker: "Change and interval",
    Swatch: "Class",
}
_UNSEEN = Markup('<span class="unseen">{}</span>')


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell ready to be placed: whether it heads its row, its classes, label and content."""

    head: bool
    classes: str
    label: str
    content: Markup


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row ready to be placed; `finding` is where all its numbers come from, if only one."""

    classes: str
    finding: FindingId | None
    cells: tuple[LaidCell, ...]


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table ready to be placed, with how it behaves on a narrow page."""

    table: Table
    heads: tuple[LaidCell, ...]
    rows: tuple[LaidRow, ...]
    stacked: bool
    scrolls: bool


def lay(table: Table) -> LaidTable:
    """Lay a table out; refuse one with a row that does not fit it."""
    _check(table)
    plain = table.look is Look.PLAIN
    width = len(table.columns)
    stacked = table.look in _STACKED or (plain and _NARROW_ENOUGH < width <= _STACKS_UP_TO)
    return LaidTable(
        table=table,
        heads=tuple(_head(table, at) for at in range(width)),
        rows=tuple(_row(table, row, stacked) for row in table.rows),
        stacked=stacked,
        scrolls=plain and width > _STACKS_UP_TO,
    )


def _head(table: Table, at: int) -> LaidCell:
    """Lay out a column's header; one without words gets hidden ones, one of changes its axis."""
    column = table.columns[at]
    kind = _kind(table, at)
    if kind is Whisker:
        words = whisker_head(column.header, axis(table))
    elif column.header:
        words = escape(column.header)
    else:
        words = _UNSEEN.format(_UNNAMED.get(kind, "More"))
    return LaidCell(False, _classes(kind, column.numeric), "", words)


def _kind(table: Table, at: int) -> type:
    """Say what a column holds: what its first row does, or changes where any row does."""
    kinds = [type(row.cells[at]) for row in table.rows]
    return Whisker if Whisker in kinds else next(iter(kinds), Phrase)


def _row(table: Table, row: Row, stacked: bool) -> LaidRow:
    """Lay out a row."""
    states = ("own" if row.own else "", "total" if row.total else "")
    finding = one_finding(row.cells)
    cells = tuple(_cell(table, at, cell, stacked, finding) for at, cell in enumerate(row.cells))
    return LaidRow(" ".join(filter(None, states)), finding, cells)


def _check(table: Table) -> None:
    """Refuse a row that does not fit its table."""
    width = len(table.columns)
    for row in table.rows:
        if len(row.cells) != width:
            raise ValueError(
                f"table {table.id}: a row of {len(row.cells)} cells under {width} columns"
            )


def _cell(table: Table, at: int, cell: Cell, stacked: bool, finding: FindingId | None) -> LaidCell:
    """Lay out a cell, with its label where the table may fall apart into blocks."""
    column, head = table.columns[at], at == table.header_column
    labelled = stacked and not head and not isinstance(cell, _SPEAKS_FOR_ITSELF)
    return LaidCell(
        head=head,
        classes=_classes(type(cell), column.numeric),
        label=(column.short or column.header) if labelled else "",
        content=filled(cell, axis(table), finding, dense=table.look is Look.PLAIN),
    )


def _classes(kind: type, numeric: bool) -> str:
    """Name what a cell holds, for the style sheet."""
    name = "" if kind in (Phrase, Labelled) else kind.__name__.lower()
    return " ".join(filter(None, (name, "r" if numeric else "")))
