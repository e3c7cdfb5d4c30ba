"""Rows that cannot be used: written out with reason and line, counted by reason."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from frankpledge.intake.admitted import SetAside
from frankpledge.intake.lines import BrokenLine
from frankpledge.intake.unpack import Unpacked
from frankpledge.tables.table import Table

SHAPE = "too many or too few columns"
SHAPE_REMEDY = "Mend the commas or quotation marks on that line."


@dataclass(frozen=True, slots=True)
class AsideRow:
    """One row set aside: its file's number, its line, why, and its cells as they were sent."""

    file: int
    line: int
    reason: str
    cells: Sequence[str]


def broken_rows(broken: Mapping[int, tuple[BrokenLine, ...]]) -> list[AsideRow]:
    """The lines whose shape could not be read, as rows set aside."""
    return [
        AsideRow(number, line.line, SHAPE, line.cells)
        for number, lines in broken.items()
        for line in lines
    ]


def write_aside(folder: Path, files: Sequence[Unpacked], rows: Sequence[AsideRow]) -> None:
    """Write the rows set aside, one file for each received file, under its own name.

    Cells stand under their own column, whatever order a member has its columns in; those beyond
    the last column of a broken line follow at its end.
    """
    by_name: dict[str, list[AsideRow]] = {}
    for row in rows:
        by_name.setdefault(files[row.file].received.name, []).append(row)
    for name, kept in by_name.items():
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            members = [files[number] for number in sorted({row.file for row in kept})]
            columns = tuple(dict.fromkeys(c for member in members for c in member.text.header))
            writer.writerow(("file", "line", "reason", *columns))
            for row in kept:
                header = files[row.file].text.header
                named = dict(zip(header, row.cells, strict=False))
                cells = (*(named.get(c, "") for c in columns), *row.cells[len(header) :])
                writer.writerow((files[row.file].member or name, row.line, row.reason, *cells))


def summarise(
    table: Table, files: Sequence[Unpacked], rows: Sequence[AsideRow]
) -> tuple[SetAside, ...]:
    """Count the rows set aside by reason, most first."""
    by_reason: dict[str, list[AsideRow]] = {}
    for row in rows:
        by_reason.setdefault(row.reason, []).append(row)
    summaries = [
        SetAside(
            reason,
            SHAPE_REMEDY if reason == SHAPE else table.remedy(reason),
            len(kept),
            files[kept[0].file].where,
            kept[0].line,
            _by_file(kept),
        )
        for reason, kept in by_reason.items()
    ]
    return tuple(sorted(summaries, key=lambda s: (-s.rows, s.reason)))


def _by_file(rows: Sequence[AsideRow]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for row in rows:
        counts[row.file] = counts.get(row.file, 0) + 1
    return counts
