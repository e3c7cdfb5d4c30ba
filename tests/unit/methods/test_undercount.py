"""A month whose records were lost, told from a month in which little happened."""

import csv
import io
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytest

from frankpledge.methods.undercount import undercounted

ARCHIVES = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "police-uk"
NAN = float("nan")


def flagged(archive: str) -> list[tuple[str, str]]:
    """District and month of every undercount in a street-level archive, all issues together."""
    path = ARCHIVES / archive
    if not path.is_file():
        pytest.skip(f"ARCHIVE ABSENT: {path.resolve()}; the undercount rule is unchecked on it")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with zipfile.ZipFile(path) as files:
        for name in files.namelist():
            if name.endswith("-street.csv"):
                with files.open(name) as raw:
                    for row in csv.DictReader(io.TextIOWrapper(raw, "utf-8")):
                        counts[row["LSOA name"][:-5]][row["Month"]] += 1
    months = sorted({m for c in counts.values() for m in c})
    districts = sorted(d for d in counts if d)
    table = [[counts[d].get(m, NAN) for m in months] for d in districts]
    return [
        (districts[i], months[j]) for i, j in zip(*np.nonzero(undercounted(table)), strict=True)
    ]


def test_march_2020_and_no_lockdown() -> None:
    """46 events where 300 to 570 are usual; the real falls of April 2020 stay."""
    assert flagged("leicestershire-2019-12-to-2022-10.zip") == [
        ("Harborough", "2020-03"),
        ("Oadby and Wigston", "2020-03"),
    ]


@pytest.mark.parametrize("archive", ["leicestershire-2025.zip", "neighbouring-forces-2025.zip"])
def test_no_false_alarm_in_an_ordinary_year(archive: str) -> None:
    assert flagged(archive) == []


def test_a_fall_by_two_fifths_is_a_fall() -> None:
    assert not undercounted([400] * 6 + [240] + [400] * 6).any()


def test_a_month_half_lost_is_found_and_so_is_an_empty_one() -> None:
    found = undercounted([[400] * 6 + [150] + [400] * 6, [400] * 6 + [0] + [400] * 6])
    assert found.nonzero()[1].tolist() == [6, 6]


def test_two_lost_months_do_not_hide_each_other() -> None:
    found = undercounted([400, 410, 390, 405, 46, 50, 395, 400, 410, 400])
    assert found.nonzero()[0].tolist() == [4, 5]


def test_a_lasting_fall_is_believed() -> None:
    assert not undercounted([400] * 12 + [180] * 12).any()


def test_a_small_area_is_never_accused() -> None:
    assert not undercounted([20] * 6 + [0] + [20] * 6).any()


def test_too_few_months_around_it_to_say() -> None:
    assert not undercounted([400, 46, 400, 400, 400, 400]).any()
    assert not undercounted([400, 46, NAN, NAN, NAN, NAN, NAN, NAN]).any()


def test_a_month_not_supplied_is_not_an_undercount() -> None:
    assert not undercounted([400] * 6 + [NAN] + [400] * 6).any()
