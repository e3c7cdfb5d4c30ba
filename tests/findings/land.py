"""A land of a few districts whose counts are given month by month, all the way to findings."""

import tempfile
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from tests.builders.drawn import as_csv
from tests.builders.plans import drawn, run
from tests.builders.street import archive, member, row, text

from frankpledge.findings.find import find
from frankpledge.findings.kinds import ExactFinding
from frankpledge.findings.material import Material
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.progress import silent

NAMES = ("Eastholme", "Westholme", "Southam", "Norton", "Midford", "Highley", "Lowton", "Farland")
DISTRICTS = {name: f"E0700000{i}" for i, name in enumerate(NAMES, 1)}
PARTNERSHIPS = {name: f"E2200000{i}" for i, name in enumerate(NAMES, 1)}
OWN = "Eastholme"
AREAS_EACH = 3
Counts = Callable[[str, int, Month, str], int]
"""How many rows for a district, its nth small area, a month and a category."""
BURGLARY, ASB = "Burglary", "Anti-social behaviour"
TWO_YEARS = "2024-01/2025-12"
"""Years near which no break is known."""


def lsoa(district: str, n: int) -> str:
    """The code of a district's nth small area, from nought."""
    return f"E0100{NAMES.index(district) + 1}{n + 1:03d}"


def steady(district: str, n: int, month: Month, category: str) -> int:
    """Much the same everywhere and always, with a little wobble."""
    return 3 + (NAMES.index(district) + n + month.ordinal + len(category)) % 3


def lookups(population: int = 500) -> dict[str, bytes]:
    """Every lookup that a plan needs, for this land."""
    areas = [(name, n) for name in NAMES for n in range(AREAS_EACH)]
    names = {lsoa(name, n): f"{name} 001{chr(65 + n)}" for name, n in areas}
    return {
        "lookups/changes.csv": as_csv(
            [
                {"lsoa11_name": names[code], "lsoa11_code": code, "change_code": "U",
                 "lsoa21_name": names[code], "lsoa21_code": code}
                for code in names
            ]
        ),
        "lookups/districts.csv": as_csv(
            [
                {"lsoa21_code": lsoa(name, n), "lsoa21_name": names[lsoa(name, n)],
                 "ltla24_code": DISTRICTS[name], "ltla24_name": name}
                for name, n in areas
            ]
        ),
        "lookups/partnerships.csv": as_csv(
            [
                {"ltla24_code": DISTRICTS[name], "ltla24_name": name,
                 "csp24_code": PARTNERSHIPS[name], "csp24_name": name,
                 "pfa24_code": "E23000001", "pfa24_name": "Midshire"}
                for name in NAMES
            ]
        ),
        "lookups/population21.csv": as_csv(
            [{"lsoa21_code": code, "total_population": str(population)} for code in names]
        ),
    }  # fmt: skip


def police(counts: Counts, supplied: Callable[[Month], bool], span: str, kinds: list[str]) -> bytes:
    """The archive of the months supplied."""
    first, last = span.split("/")
    files = {}
    for month in filter(supplied, Period(Month.parse(first), Month.parse(last))):
        rows = [
            row(lsoa(name, n), kind, str(month))
            for name in NAMES
            for n in range(AREAS_EACH)
            for kind in kinds
            for _ in range(counts(name, n, month, kind))
        ]
        files[member(str(month))] = text(rows)
    return archive(files)


class Land:
    """The findings of a plan of this land."""

    def __init__(
        self,
        counts: Counts = steady,
        *,
        supplied: Callable[[Month], bool] = lambda month: True,
        span: str = TWO_YEARS,
        kinds: tuple[str, ...] = (BURGLARY, ASB),
        extra: str = "",
        files: Mapping[str, bytes] | None = None,
        sources: Mapping[str, str] | None = None,
        period: str = "2025-01/2025-12",
        compared_with: str = "2024-01/2024-12",
        county: tuple[str, ...] = NAMES[:6],
    ) -> None:
        plan = drawn(
            {"police.zip": police(counts, supplied, span, list(kinds))},
            files=lookups() | dict(files or {}),
            sources={"population": '["lookups/population21.csv"]'} | dict(sources or {}),
            period=period,
            compared_with=compared_with,
            extra=extra,
        )
        with tempfile.TemporaryDirectory() as folder:
            written = plan.write(Path(folder))
            file = written / "assessment.toml"
            districts = ", ".join(f'"{DISTRICTS[name]}"' for name in county)
            lines = [
                f"districts = [{districts}]" if line.startswith("districts") else line
                for line in file.read_text().splitlines()
            ]
            file.write_text("\n".join(lines))
            self.material: Material = run(written).material()

    @cached_property
    def findings(self) -> dict[str, ExactFinding]:
        return {finding.about.id: finding for finding in find(self.material, silent)}
