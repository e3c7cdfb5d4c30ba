"""XLSX sheets to plain CSV text. The only file that knows openpyxl.

Publishers put title rows above the header; the header is the first row that holds every column
asked for. Spaces and line breaks inside a header are folded.
"""

from __future__ import annotations

import csv
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frankpledge.errors import FileFault, FrankpledgeError
from frankpledge.intake.archive import Archive

HEADER_WITHIN = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was written as text: its title, and the row on which each record stands."""

    title: str
    rows: tuple[int, ...]


def sheet_text(path: Path, where: str, sheet: str, wanted: str, into: Path) -> Sheet:
    """Write the rows of a sheet from its header down as CSV.

    `wanted` is a header it must have.
    """
    with Archive(path, where) as archive:
        archive.verify()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not keep
        try:
            return _from_book(path, where, sheet, wanted, into)
        except FrankpledgeError:
            raise
        except Exception as error:  # openpyxl does not say what a damaged workbook makes it raise
            raise FileFault(
                f"it is not a whole XLSX workbook ({error})",
                where,
                "Open it in a spreadsheet program, save it again as XLSX, and build again.",
            ) from error


def _from_book(path: Path, where: str, sheet: str, wanted: str, into: Path) -> Sheet:
    """Open the workbook and write its sheet."""
    import openpyxl

    with path.open("rb") as file:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        if sheet not in book.sheetnames:
            raise FileFault(
                f'it has no sheet "{sheet}"',
                where,
                f"Its sheets are: {', '.join(book.sheetnames)}. Use the publisher's own file.",
            )
        return _write(book[sheet].iter_rows(values_only=True), f"{where}/{sheet}", wanted, into)


def _write(rows: Iterator[tuple[Any, ...]], where: str, wanted: str, into: Path) -> Sheet:
    """Find the header and write it and all below it; give the title above."""
    title, numbers = "", []
    with into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        width = 0
        for number, row in enumerate(rows, 1):
            cells = [_cell(value) for value in row]
            title = title or " ".join(filter(None, cells))
            if width:
                if any(cells[:width]):
                    writer.writerow((cells + [""] * width)[:width])
                    numbers.append(number)
            elif wanted in cells:
                width = max(i for i, cell in enumerate(cells) if cell) + 1
                writer.writerow(cells[:width])
            elif number > HEADER_WITHIN:
                break
    if not width:
        raise FileFault(
            f'no row among its first {HEADER_WITHIN} has the column "{wanted}"',
            where,
            "Use the publisher's own file, or map the column in the plan.",
        )
    return Sheet(title, tuple(numbers))


def _cell(value: Any) -> str:
    """A cell as text, spaces folded."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return re.sub(r"\s+", " ", str(value)).strip()
