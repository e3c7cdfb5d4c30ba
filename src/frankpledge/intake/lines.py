"""From the number of a record to the line it stands on, and out of the way of lines that break.

The engine numbers records. A record is on the line after its number (the header is line 1) unless a
field holds a line break, or the engine refused a line. Only files where that is so are read again.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from frankpledge.intake.text import PlainText


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
    """Read a file slowly: find where each record begins, and write out those of the right shape."""
    lines: list[int] = []
    broken: list[BrokenLine] = []
    good: list[list[str]] = []
    with text.path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        before = rows.line_num
        for row in rows:
            if len(row) == len(text.header):
                lines.append(before + 1)
                good.append(row)
            elif row:
                broken.append(BrokenLine(before + 1, tuple(row)))
            before = rows.line_num
    if into is not None:
        _write(into, text.header, good)
        text = PlainText(into, text.header, len(good) + 1)
    return Mended(text, tuple(lines), tuple(broken))


def _write(into: Path, header: tuple[str, ...], rows: list[list[str]]) -> None:
    """Write a clean CSV, every field quoted so that none is mistaken."""
    with into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(header)
        writer.writerows(rows)
