"""An engine written as plainly as can be: the csv module, loops, and the rules in Python.

It keeps the engine's contract by its own means. The rules of each table are written here a second
time, by reason, so that a slip in the SQL of one shows as a difference between the two.
"""

import csv
import hashlib
import math
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from frankpledge.engine.contract import ReadRequest, ReadResult, Refused, TextFile
from frankpledge.vocabulary.issue import CATEGORIES

Row = Mapping[str, str]
Rule = tuple[str, Callable[[Row, Mapping[str, str]], bool]]
ASIDE = pa.schema(
    [
        ("file", pa.int32()),
        ("record", pa.int32()),
        ("reason", pa.int32()),
        ("original", pa.list_(pa.string())),
    ]
)


def no_small_area(column: str) -> Rule:
    def breached(row: Row, _: Mapping[str, str]) -> bool:
        code = row[column]
        digits = all(letter in "0123456789" for letter in code[3:])
        return not (len(code) == 9 and code[:3] in ("E01", "W01") and digits)

    return "not a small area (LSOA) of England or Wales", breached


def missing(column: str, what: str) -> Rule:
    return f"no {what}", lambda row, _: row[column] == ""


def no_whole_number(column: str, what: str) -> Rule:
    def breached(row: Row, _: Mapping[str, str]) -> bool:
        try:
            number = float(row[column])
        except ValueError:
            return True
        return not math.isfinite(number) or number < 0 or number > 10**15 or number % 1 != 0

    return f"{what} is not a whole number", breached


RULES: dict[frozenset[str], tuple[Rule, ...]] = {
    frozenset({"lsoa", "month", "category", "crime"}): (
        missing("lsoa", "place"),
        no_small_area("lsoa"),
        ("its month is not the month of its file", lambda r, facts: r["month"] != facts["month"]),
        ("a category that is not known", lambda row, _: row["category"] not in CATEGORIES),
    ),
    frozenset({"lsoa11", "change", "lsoa21", "name11", "name21"}): (
        no_small_area("lsoa11"),
        ("unknown change code", lambda row, _: row["change"] not in ("U", "S", "M", "X")),
        no_small_area("lsoa21"),
    ),
    frozenset({"lsoa", "lsoa_name", "district", "district_name"}): (
        no_small_area("lsoa"),
        missing("district", "district"),
    ),
    frozenset({"district", "district_name", "partnership", "partnership_name", "force_name"}): (
        missing("district", "district"),
        missing("partnership", "partnership"),
    ),
    frozenset({"lsoa", "residents"}): (
        no_small_area("lsoa"),
        no_whole_number("residents", "the number of residents"),
    ),
}
"""What each table's rows must keep to, in the order in which a reason is given."""


class NaiveEngine:
    """Reads and counts row by row."""

    name = "naive"

    def read(self, request: ReadRequest) -> ReadResult:
        """Read the files one after another, each row by itself."""
        rules = RULES[frozenset(request.columns)]
        assert [reason for reason, _ in rules] == [check.reason for check in request.checks]
        records: dict[int, int] = {}
        kept: list[dict[str, object]] = []
        aside: list[dict[str, object]] = []
        refused: list[Refused] = []
        for file in request.files:
            rows, whole = rows_of(file)
            if rows:
                records[file.number] = len(rows)
            if not whole:
                refused.append(Refused(file.number))
            for record, cells in enumerate(rows, 1):
                row = canonical(cells, file, request)
                found = first_breach(row, file.facts, rules)
                place: dict[str, object] = {"file": file.number, "record": record}
                if found is None:
                    prints = {name: fingerprint(row[name]) for name in request.fingerprints}
                    kept.append({**place, **row, **prints})
                else:
                    aside.append({**place, "reason": found, "original": cells})
        pq.write_table(pa.Table.from_pylist(kept, schema=schema(request)), request.into)
        table = pa.Table.from_pylist(aside, schema=ASIDE)
        return ReadResult(records, len(kept), table, tuple(refused))

    def count(self, table: Path, by: tuple[str, ...]) -> pa.Table:
        """Count with a counter, and sort what was counted."""
        read = pq.read_table(table)
        rows = zip(*(read[name].to_pylist() for name in by), strict=True)
        cells = sorted(Counter(rows).items())
        columns = {
            name: pa.array([cell[i] for cell, _ in cells], type=read.schema.field(name).type)
            for i, name in enumerate(by)
        }
        return pa.table({**columns, "count": pa.array([n for _, n in cells], type=pa.int64())})

    def repeats(self, table: Path, column: str) -> int:
        """Go through the rows and count those already seen."""
        seen: set[int] = set()
        repeated = 0
        for value in pq.read_table(table, columns=[column])[column].to_pylist():
            if value and value in seen:
                repeated += 1
            seen.add(value)
        return repeated


def rows_of(file: TextFile) -> tuple[list[list[str]], bool]:
    """The rows of the right shape, and whether there were no others."""
    rows: list[list[str]] = []
    whole, width = True, len(file.header)
    with file.path.open(encoding="utf-8", newline="") as text:
        reader = csv.reader(text, strict=True, skipinitialspace=True)
        next(reader)
        try:
            for cells in reader:
                if len(cells) >= width and not any(cells[width:]):
                    rows.append(cells[:width])
                elif cells:
                    whole = False
        except csv.Error:
            whole = False
    return rows, whole


def canonical(cells: list[str], file: TextFile, request: ReadRequest) -> dict[str, str]:
    """The cells by canonical column, trimmed of spaces; empty where the file has no such column."""
    named = dict(zip(file.header, cells, strict=True))
    return {
        column: next((named[h] for h in headers if h in named), "").strip(" ")
        for column, headers in request.columns.items()
    }


def first_breach(row: Row, facts: Mapping[str, str], rules: tuple[Rule, ...]) -> int | None:
    """The index of the first rule that a row breaches."""
    return next((i for i, (_, breached) in enumerate(rules) if breached(row, facts)), None)


def fingerprint(text: str) -> int:
    """A number that stands for a text; 0 for none."""
    digest = hashlib.sha256(text.encode()).digest()
    return int.from_bytes(digest[:8], "big") if text else 0


def schema(request: ReadRequest) -> pa.Schema:
    """The columns of the table that comes out."""
    types = [
        (name, pa.uint64() if name in request.fingerprints else pa.string())
        for name in request.columns
    ]
    return pa.schema([("file", pa.int32()), ("record", pa.int32()), *types])
