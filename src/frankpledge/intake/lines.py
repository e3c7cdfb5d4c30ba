"""From the number of a record to the line it stands on, and out of the way of lines that break.

The engine numbers records. A record is on the line after its number (the header is line 1) unless a
field holds a line break, or the engine refused a line. Only files where that is so are read again.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from frankpledge.intake.text import LINES, PlainText


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line with too many or too few columns, as it was sent."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file without its broken lines, and the line on which each record begins."""

    text: PlainText
    lines: tuple[int, ...]
    broken: tuple[BrokenLine, ...]


def record_lines(text: PlainText) -> tuple[int, ...]:
    """The line on which each record begins, for a file with line breaks inside fields."""
    return mend(text, None).lines


def mend(text: PlainText, into: Path | None) -> Mended:
    """Read a file slowly: find where each record begins, and write out those of the right shape.

    A line that cannot be a record is set aside by itself and reading goes on below it, so that a
    quotation mark left open does not swallow the lines that follow.
    """
    lines: list[int] = []
    broken: list[BrokenLine] = []
    good: list[tuple[str, ...]] = []
    physical = text.path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    at = _header_lines(physical)
    while at < len(physical):
        cells, length = _record(physical, at, len(text.header))
        if cells is not None:
            lines.append(at + 1)
            good.append(cells)
        elif physical[at]:
            broken.append(BrokenLine(at + 1, tuple(next(csv.reader([physical[at]])))))
        at += length
    if into is not None:
        _write(into, text.header, good)
        text = PlainText(into, text.header, len(good) + 1)
    return Mended(text, tuple(lines), tuple(broken))


def _header_lines(physical: list[str]) -> int:
    """How many lines the header takes: one, unless a column's name has a line break in it."""
    reader = csv.reader((line + "\n" for line in physical), skipinitialspace=True)
    next(reader)
    return reader.line_num


def _record(physical: list[str], at: int, width: int) -> tuple[tuple[str, ...] | None, int]:
    """The record that begins on a line, and how many lines it takes; None and 1 if there is none.

    Empty cells too many are commas at the end of a line and do no harm.
    """
    following = (line + "\n" for line in islice(physical, at, at + LINES))
    reader = csv.reader(following, strict=True, skipinitialspace=True)
    try:
        row = tuple(next(reader, ()))
    except csv.Error:
        return None, 1
    if len(row) >= width and not any(row[width:]):
        return row[:width], reader.line_num
    return None, 1


def _write(into: Path, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write a clean CSV, every field quoted so that none is mistaken."""
    with into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(header)
        writer.writerows(rows)
