"""Which area lies in which: the lookups of the statistics office and the Commons library."""

from dataclasses import dataclass
from math import dist
from pathlib import Path

from frankpledge.demo import county
from frankpledge.demo.areas import Area
from frankpledge.demo.county import DISTRICTS, District
from frankpledge.demo.streams import stream
from frankpledge.demo.writing import write_csv

WARD_COLUMNS = (
    "lsoa21_name", "lsoa21_code", "ward24_name", "ward24_code", "ltla24_name", "ltla24_code",
)  # fmt: skip
CHANGE_COLUMNS = (
    "lsoa11_name", "lsoa11_code", "change_code", "lsoa21_name", "lsoa21_code", "ltla22_name",
    "ltla22_code",
)  # fmt: skip
PARTNERSHIP_COLUMNS = (
    "ltla24_code", "ltla24_name", "csp24_code", "csp24_name", "pfa24_code", "pfa24_name",
)  # fmt: skip
MSOA_COLUMNS = (
    "MSOACD", "MSOANM", "MSOAHCLNM", "MSOAHCLNMW", "LADCD_ACTIVE", "LADNM_ACTIVE", "UTLACD",
    "UTLANM", "CAUTHCD", "CAUTHNM", "RGNCD", "RGNNM", "CTRYCD", "CTRYNM", "EWCD", "EWNM", "GBCD",
    "GBNM", "UKCD", "UKNM", "MSOA11CD", "MSOA21CD", "LAD17CD", "LAD20CD", "LAD20NM", "MSOA11NM",
    "MSOA11HCLNM",
)  # fmt: skip
OUTPUT_AREA_COLUMNS = (
    "oa_cd", "lsoa_cd", "lsoa_nm", "msoa_cd", "msoa_nm", "lad_cd", "lad_nm", "lad_nmw",
)  # fmt: skip
RURAL_COLUMNS = ("lsoa21_code", "ruc21_code", "classification", "ruc")
RURAL_CLASSES = {
    "UN1": ("Urban: Nearer to a major town or city", "Urban"),
    "UF1": ("Urban: Further from a major town or city", "Urban"),
    "RLN1": ("Larger rural: Nearer to a major town or city", "Rural"),
    "RSN1": ("Smaller rural: Nearer to a major town or city", "Rural"),
    "RSF1": ("Smaller rural: Further from a major town or city", "Rural"),
}
NEAR_CITY_KM = 19.0
LARGER_RURAL_SQUARE_KM = 9.0

#: Places in the list of areas of the pairs made from one area of 2011, and those made from two.
SPLIT_PAIRS = ((13, 14), (91, 92))
MERGED = (42, 120)


@dataclass(frozen=True, slots=True)
class Change:
    """How an area of 2011 became one of 2021: U unchanged, S part of one, M made of several."""

    old_code: str
    old_name: str
    kind: str
    area: Area


def changes(areas: tuple[Area, ...]) -> tuple[Change, ...]:
    """Every pair of an area of 2011 and one of 2021 that share ground."""
    found: list[Change] = []
    retired = iter(range(county.FIRST_RETIRED_LSOA, county.FIRST_RETIRED_LSOA + 100))
    split = {place for pair in SPLIT_PAIRS for place in pair}
    for place, area in enumerate(areas):
        if place in MERGED:
            for letter in "YZ":
                name = area.msoa_name + letter
                found.append(Change(f"E{next(retired):08d}", name, "M", area))
        elif place not in split:
            found.append(Change(area.code, area.name, "U", area))
    for pair in SPLIT_PAIRS:
        code, name = f"E{next(retired):08d}", f"{areas[pair[0]].msoa_name}X"
        found.extend(Change(code, name, "S", areas[place]) for place in pair)
    return tuple(sorted(found, key=lambda change: (change.area.code, change.old_code)))


def rural_class(area: Area) -> str:
    """The rural-urban class of an area by its town, size and distance from the city."""
    away = dist(area.middle, county.CITY.hub)
    if area.urban or area.district is county.CITY or area.square_km < 1.5:
        return "UN1" if away < NEAR_CITY_KM else "UF1"
    if area.square_km < LARGER_RURAL_SQUARE_KM:
        return "RLN1"
    return "RSN1" if away < NEAR_CITY_KM else "RSF1"


def upper_tier(district: District) -> tuple[str, str]:
    """The council above a district, which for the city is itself."""
    if district.in_county:
        return county.COUNTY_CODE, county.COUNTY_NAME
    return district.code, district.name


def msoa_rows(areas: tuple[Area, ...]) -> list[tuple[str, ...]]:
    """One row for each MSOA with its local name; what the demonstration does not need is empty."""
    rows: dict[str, tuple[str, ...]] = {}
    for area in areas:
        upper_code, upper_name = upper_tier(area.district)
        known = {
            "MSOACD": area.msoa_code,
            "MSOANM": area.msoa_name,
            "MSOAHCLNM": area.msoa_local_name,
            "LADCD_ACTIVE": area.district.code,
            "LADNM_ACTIVE": area.district.name,
            "UTLACD": upper_code,
            "UTLANM": upper_name,
            "MSOA11CD": area.msoa_code,
            "MSOA21CD": area.msoa_code,
            "MSOA11NM": area.msoa_name,
            "MSOA11HCLNM": area.msoa_local_name,
        }
        rows[area.msoa_code] = tuple(known.get(column, "") for column in MSOA_COLUMNS)
    return list(rows.values())


def output_area_rows(areas: tuple[Area, ...], seed: int) -> list[tuple[str, ...]]:
    """About five output areas for each LSOA, given by the LSOA of 2011 they lay in."""
    rng = stream(seed, "output areas")
    rows: list[tuple[str, ...]] = []
    for change in changes(areas):
        area = change.area
        number = int(rng.integers(2, 4) if change.kind == "M" else rng.integers(4, 7))
        for _ in range(number):
            code = f"E{county.FIRST_OUTPUT_AREA + len(rows):08d}"
            place = (change.old_code, change.old_name, area.msoa_code, area.msoa_name)
            rows.append((code, *place, area.district.code, area.district.name, ""))
    return rows


def ward_row(area: Area) -> tuple[str, ...]:
    """One area's ward and district."""
    district = area.district
    return area.name, area.code, area.ward_name, area.ward_code, district.name, district.code


def change_row(change: Change) -> tuple[str, ...]:
    """One pair of an area of 2011 and one of 2021."""
    area, district = change.area, change.area.district
    names = (change.old_name, change.old_code, change.kind, area.name, area.code)
    return *names, district.name, district.code


def partnership_row(district: District) -> tuple[str, ...]:
    """One district's partnership, named as the district is, and police force."""
    own = (district.code, district.name, district.partnership_code, district.name)
    return *own, county.FORCE_CODE, county.FORCE_NAME


def rural_row(area: Area) -> tuple[str, ...]:
    """One area's rural-urban class."""
    found = rural_class(area)
    return area.code, found, *RURAL_CLASSES[found]


def write_lookups(folder: Path, areas: tuple[Area, ...], seed: int) -> None:
    """Write every lookup file."""
    districts = sorted(DISTRICTS, key=lambda district: district.code)
    tables: dict[str, tuple[tuple[str, ...], list[tuple[str, ...]]]] = {
        "lookup_lsoa21_ward24_ltla24.csv.gz": (WARD_COLUMNS, list(map(ward_row, areas))),
        "lookup_lsoa11_lsoa21_ltla22.csv.gz": (
            CHANGE_COLUMNS,
            list(map(change_row, changes(areas))),
        ),
        "lookup_ltla24_csp24_pfa24.csv": (
            PARTNERSHIP_COLUMNS,
            list(map(partnership_row, districts)),
        ),
        "msoa-names.csv.gz": (MSOA_COLUMNS, msoa_rows(areas)),
        "oa11_lsoa11_msoa11_lad_lookup.csv.gz": (
            OUTPUT_AREA_COLUMNS,
            output_area_rows(areas, seed),
        ),
        "ruc21_lsoa21.csv.gz": (RURAL_COLUMNS, list(map(rural_row, areas))),
    }
    for name, (columns, rows) in tables.items():
        write_csv(folder / name, columns, rows)
