"""Rates and proportions against the UK health-statistics package's own test workbooks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from frankpledge.methods.proportions import wilson
from frankpledge.methods.rates import count_interval, rate

CLOSE = 1e-10


def rows(workbook: Path) -> Iterator[dict[str, Any]]:
    book = openpyxl.load_workbook(workbook, data_only=True)
    for sheet in book:
        table = list(sheet.values)
        names = [str(name) for name in table[0]]
        for values in table[1:]:
            yield dict(zip(names, values, strict=True))
    book.close()


@pytest.fixture(scope="module")
def folder(reference: Path) -> Path:
    return reference / "rates-and-funnels"


def test_limits_of_counts_and_parts(folder: Path) -> None:
    seen = 0
    for row in rows(folder / "testdata_Byars_Wilson.xlsx"):
        if row["x"] is None or row["lowercl"] is None:
            continue
        level = float(row["confidence"].rstrip("%")) / 100
        if row["method"] == "Wilson":
            made = wilson(row["x"], row["n"], level)
            limits = (float(made.low), float(made.high))
        elif row["x"] >= 10:  # under ten the exact limits are used, checked below
            low, high = count_interval(row["x"], level)
            limits = (float(low), float(high))
        else:
            continue
        assert limits == pytest.approx((row["lowercl"], row["uppercl"]), rel=CLOSE)
        seen += 1
    assert seen == 11


@pytest.mark.parametrize("book", ["testdata_Proportion.xlsx", "testdata_Rate.xlsx"])
def test_every_area_of_the_workbooks(folder: Path, book: str) -> None:
    seen = 0
    for row in rows(folder / book):
        if row["value"] is None:
            continue
        x, n, per = row["Numerator"], row["Denominator"], row["multiplier"]
        for name, level in (("95_0", 0.95), ("99_8", 0.998), ("", 0.95)):
            if f"lower{name}cl" not in row:
                continue
            wanted = (row["value"], row[f"lower{name}cl"], row[f"upper{name}cl"])
            if "Rate" in book:
                r = rate(x, n, per, level)
                got = (float(r.value), float(r.low), float(r.high))
            else:
                w = wilson(x, n, level)
                got = (float(w.value) * per, float(w.low) * per, float(w.high) * per)
            assert got == pytest.approx(wanted, rel=CLOSE), row
            seen += 1
    assert seen >= 40
