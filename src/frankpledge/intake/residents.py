"""Residents of small areas and districts, and which estimate suits a period.

The nearest estimate is taken; one more than two years from the middle of the period is used only
where there is no other, and is then named as a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frankpledge.errors import FileFault
from frankpledge.intake.admitted import AdmittedTable
from frankpledge.intake.geography import Geography
from frankpledge.vocabulary.period import Period

CENSUS_YEAR = 2021
WITHIN_YEARS = 2.0


@dataclass(frozen=True)
class Residents:
    """Residents of small areas (of one year) and of districts (of another, if need be)."""

    of_lsoa: Mapping[str, int]
    lsoa_year: int
    of_district: Mapping[str, int]
    district_year: int

    def of(self, districts: Iterable[str]) -> int:
        """Residents of some districts together."""
        return sum(self.of_district.get(code, 0) for code in districts)


def read_residents(
    tables: Mapping[str, AdmittedTable], geography: Geography, period: Period
) -> Residents:
    """Read the estimates nearest to the middle of the period."""
    of_lsoa, lsoa_year = _small_areas(tables["population"], period)
    summed: dict[str, int] = {}
    for code, number in of_lsoa.items():
        district = geography.district_of.get(code, "")
        summed[district] = summed.get(district, 0) + number
    estimates = _mid_year(tables.get("district_population"), period)
    if estimates is None:
        return Residents(of_lsoa, lsoa_year, summed, lsoa_year)
    year, of_district = estimates
    return Residents(of_lsoa, lsoa_year, summed | of_district, year)


def years_apart(year: int, period: Period) -> float:
    """How far a mid-year estimate lies from the middle of a period, in years."""
    middle = (period.first.ordinal + period.last.ordinal + 1) / 2
    return abs(middle - (year * 12 + 6)) / 12


def _small_areas(table: AdmittedTable, period: Period) -> tuple[dict[str, int], int]:
    """Residents of small areas, of the file nearest in year."""
    years = {file.number: _year(file.where) for file in table.receipt.files}
    nearest = min(years, key=lambda number: (years_apart(years[number], period), number))
    residents: dict[str, int] = {}
    rows = table.columns("file", "lsoa", "residents")
    for number, lsoa, text in rows:
        if int(number) != nearest:
            continue
        value = int(float(text))
        if residents.setdefault(lsoa, value) != value:
            raise FileFault(
                f"{lsoa} stands in it twice, with {residents[lsoa]:,} and {value:,} residents",
                table.receipt.files[nearest].where,
                "Take one of the two rows out and build again.",
            )
    return residents, years[nearest]


def _year(name: str) -> int:
    """The year a file of estimates is of, from its name: population20 is mid-2020."""
    found = re.search(r"(?<!\d)20(\d\d)(?!\d)", name) or re.search(r"(?<!\d)(\d\d)(?!\d)", name)
    return 2000 + int(found[1]) if found else CENSUS_YEAR


def _mid_year(table: AdmittedTable | None, period: Period) -> tuple[int, dict[str, int]] | None:
    """The mid-year estimates of the year nearest to the period."""
    if table is None:
        return None
    years = sorted(range(2011, 2031), key=lambda year: (years_apart(year, period), year))
    for year in years:
        rows = table.columns("area", f"mid_{year}")
        found = {code: int(float(text)) for code, text in rows if text}
        if found:
            return year, found
    return None
