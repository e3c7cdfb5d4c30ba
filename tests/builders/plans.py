"""A tiny whole plan: two districts of six small areas or so, in both vintages.

Eastholme (the plan's own) has an area of every kind of change; in Westholme nothing changed; one
area of Farland lies over the border, with another force.
"""

import gzip
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from tests.builders.drawn import as_csv, table
from tests.builders.street import archive, month_of, row

from frankpledge.engine.contract import Engine
from frankpledge.engine.duckdb_engine import DuckDBEngine
from frankpledge.findings.gather import gather
from frankpledge.findings.material import Material
from frankpledge.intake.admit import admit
from frankpledge.intake.admitted import AdmittedTable
from frankpledge.intake.geography import Geography, place_on_map
from frankpledge.intake.received import take
from frankpledge.intake.residents import read_residents
from frankpledge.measures.cube import Cube, count
from frankpledge.plan.assessment import Assessment
from frankpledge.plan.read import read_plan
from frankpledge.sources.catalogue import SOURCES
from frankpledge.sources.source import Layout
from frankpledge.vocabulary.progress import silent

EASTHOLME, WESTHOLME, FARLAND = "E07000001", "E07000002", "E07000003"

# U unchanged, S split, M merged, X irregular
CHANGES = """
    lsoa11_name    | lsoa11_code | change_code | lsoa21_name    | lsoa21_code
    Eastholme 001A | E01000001   | U           | Eastholme 001A | E01000001
    Eastholme 001B | E01000002   | U           | Eastholme 001B | E01000002
    Eastholme 001C | E01000003   | S           | Eastholme 001D | E01000031
    Eastholme 001C | E01000003   | S           | Eastholme 001E | E01000032
    Eastholme 002A | E01000004   | M           | Eastholme 002C | E01000045
    Eastholme 002B | E01000005   | M           | Eastholme 002C | E01000045
    Eastholme 003A | E01000006   | X           | Eastholme 003C | E01000061
    Eastholme 003A | E01000006   | X           | Eastholme 003D | E01000062
    Eastholme 003B | E01000007   | X           | Eastholme 003D | E01000062
    Westholme 001A | E01000011   | U           | Westholme 001A | E01000011
    Westholme 001B | E01000012   | U           | Westholme 001B | E01000012
    Westholme 001C | E01000013   | U           | Westholme 001C | E01000013
    Westholme 002A | E01000014   | U           | Westholme 002A | E01000014
    Westholme 002B | E01000015   | U           | Westholme 002B | E01000015
    Westholme 002C | E01000016   | U           | Westholme 002C | E01000016
    Farland 001A   | E01000091   | U           | Farland 001A   | E01000091
"""
PARTNERSHIPS = """
    ltla24_code | ltla24_name | csp24_code | csp24_name | pfa24_code | pfa24_name
    E07000001   | Eastholme   | E22000001  | Eastholme  | E23000001  | Midshire
    E07000002   | Westholme   | E22000002  | Westholme  | E23000001  | Midshire
    E07000003   | Farland     | E22000003  | Farland    | E23000002  | Far & Away
"""
DISTRICT_OF_NAME = {"Eastholme": EASTHOLME, "Westholme": WESTHOLME, "Farland": FARLAND}
BEYOND = "far-and-away"
"""The force of Farland as its archive writes it."""


def changes_csv() -> bytes:
    return as_csv(table(CHANGES))


def districts_csv() -> bytes:
    """Each small area of 2021 once, with its district."""
    names = {change["lsoa21_code"]: change["lsoa21_name"] for change in table(CHANGES)}
    return as_csv(
        [
            {
                "lsoa21_code": code,
                "lsoa21_name": name,
                "ltla24_code": DISTRICT_OF_NAME[name.split()[0]],
                "ltla24_name": name.split()[0],
            }
            for code, name in names.items()
        ]
    )


def population_csv(vintage: int) -> bytes:
    """A hundred residents in the first small area, ten more in each that follows."""
    column = f"lsoa{vintage % 100}_code"
    codes = dict.fromkeys(change[column] for change in table(CHANGES))
    return as_csv(
        [{column: code, "total_population": f"{100 + 10 * i}.0"} for i, code in enumerate(codes)]
    )


def workbook(sheets: Mapping[str, Iterable[Iterable[object]]]) -> bytes:
    """An XLSX workbook of the rows of each sheet."""
    book = Workbook()
    for default in book.worksheets:
        book.remove(default)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for cells in rows:
            sheet.append(list(cells))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def boundaries_zip(codes: Iterable[str] = ("E01000001",), code_name: str = "LSOA21CD") -> bytes:
    """A zip with one GeoJSON file of a square for each code."""
    ring = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
    features = [
        {
            "type": "Feature",
            "properties": {code_name: code, "LSOA21NM": code, "LADCD_ACTIVE": EASTHOLME},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for code in codes
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return archive({"areas.geojson": json.dumps(collection).encode()})


def squashed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


@dataclass(frozen=True)
class Drawn:
    """A plan to be written: its files by name, which of them each source has, and its TOML."""

    files: Mapping[str, bytes]
    sources: Mapping[str, str]
    vintage: int = 2021
    period: str = "2022-01/2022-12"
    compared_with: str = "2021-01/2021-12"
    extra: str = ""
    under: Mapping[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the plan and its files; give the plan's folder."""
        for name, content in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        (folder / "assessment.toml").write_text(self.toml(), encoding="utf-8")
        return folder

    def toml(self) -> str:
        """The text of the plan."""
        sources = "".join(
            f"[sources.{name}]\nfiles = {pattern}\n{self.under.get(name, '')}\n"
            for name, pattern in self.sources.items()
        )
        return (
            f"""
[assessment]
partnership = "Eastholme Community Safety Partnership"
title = "Strategic assessment"
owner = "Partnership manager"
published = 2023-03-01
period = "{self.period}"
compared_with = "{self.compared_with}"

[area]
code = "{EASTHOLME}"
name = "Eastholme"
vintage = {self.vintage}

[county]
code = "E10000001"
name = "Holmeshire"
districts = ["{EASTHOLME}", "{WESTHOLME}"]

"""
            + sources
            + self.extra
        )


def drawn(
    archives: Mapping[str, bytes] | None = None,
    *,
    files: Mapping[str, bytes] | None = None,
    sources: Mapping[str, str] | None = None,
    vintage: int = 2021,
    period: str = "2022-01/2022-12",
    compared_with: str = "2021-01/2021-12",
    under: Mapping[str, str] | None = None,
    extra: str = "",
) -> Drawn:
    """A whole plan around some police archives; `files` and `sources` add to it or replace."""
    archives = archives or {"police.zip": month_of([row()])}
    population = f"population{vintage % 100}.csv.gz"
    needed = {
        "lookups/changes.csv": changes_csv(),
        "lookups/districts.csv": districts_csv(),
        "lookups/partnerships.csv": as_csv(table(PARTNERSHIPS)),
        f"lookups/{population}": squashed(population_csv(vintage)),
    }
    names = ", ".join(f'"inbox/{name}"' for name in archives)
    return Drawn(
        files=needed | {f"inbox/{n}": c for n, c in archives.items()} | dict(files or {}),
        sources={
            "police_street": f"[{names}]",
            "small_area_changes": '["lookups/changes.csv"]',
            "small_area_districts": '["lookups/districts.csv"]',
            "partnerships": '["lookups/partnerships.csv"]',
            "population": f'["lookups/{population}"]',
        }
        | dict(sources or {}),
        vintage=vintage,
        period=period,
        compared_with=compared_with,
        extra=extra,
        under=under or {},
    )


def plan_in(folder: Path) -> Assessment:
    return read_plan(folder, SOURCES)


def duckdb_in(folder: Path) -> Engine:
    """The default engine, spilling into the plan's own private folder."""
    return DuckDBEngine(folder / "work" / "spill")


def admitted(folder: Path, source: str, engine: Engine | None = None) -> AdmittedTable:
    """One source of the plan, admitted."""
    plan = plan_in(folder)
    snapshots = take(plan, SOURCES.values())
    return admit(plan, SOURCES[source], snapshots[source], engine or duckdb_in(folder), silent)


@dataclass(frozen=True)
class Run:
    """All that comes of a plan up to where findings are asked for."""

    plan: Assessment
    tables: Mapping[str, AdmittedTable]
    cube: Cube
    geography: Geography
    material: Callable[[], Material]


def run(folder: Path, engine: Engine | None = None) -> Run:
    """Take, admit, place, count and (when it is asked for) gather."""
    engine = engine or duckdb_in(folder)
    plan = plan_in(folder)
    taken = take(plan, SOURCES.values())
    tables = {
        name: admit(plan, SOURCES[name], snapshots, engine, silent)
        for name, snapshots in taken.items()
        if snapshots and SOURCES[name].layout is not Layout.BOUNDARIES
    }
    geography = place_on_map(plan, tables)
    cube = count(tables["police_street"], engine)

    def material() -> Material:
        residents = read_residents(tables, geography, plan.period)
        received = {n: tuple(s.received for s in shots) for n, shots in taken.items() if shots}
        return gather(plan, cube, tables, geography, residents, received)

    return Run(plan, tables, cube, geography, material)
