"""The invented county: the same every time, whole on the map, and with what was planted in it."""

import csv
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import shapely

from frankpledge.demo import county, planted
from frankpledge.demo.generate import SEED, generate

LSOA_LOOKUPS = {
    "lookup_lsoa21_ward24_ltla24.csv.gz": "lsoa21_code",
    "lookup_lsoa11_lsoa21_ltla22.csv.gz": "lsoa21_code",
    "ruc21_lsoa21.csv.gz": "lsoa21_code",
    "ethnicity21_lsoa21.csv.gz": "lsoa21_code",
    "household_tenure21_lsoa21.csv.gz": "lsoa21_code",
    "imd2025_england_lsoa21.csv.gz": "lsoa21_code",
}
SQUARE_DEGREE_TOLERANCE = 1e-12

Row = dict[str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("county")
    generate(made)
    return made


@pytest.fixture(scope="module")
def outlines(folder: Path) -> dict[str, list[tuple[Row, shapely.Polygon]]]:
    with zipfile.ZipFile(folder / "lsoa21-boundaries.zip") as archive:
        files = {name: json.loads(archive.read(name)) for name in archive.namelist()}
    return {
        name.removesuffix(".geojson"): [
            (feature["properties"], shapely.Polygon(feature["geometry"]["coordinates"][0]))
            for feature in found["features"]
        ]
        for name, found in files.items()
    }


@pytest.fixture(scope="module")
def lsoas(outlines: dict[str, list[tuple[Row, shapely.Polygon]]]) -> dict[str, str]:
    """Code to district of every LSOA on the map."""
    return {row["LSOA21CD"]: district for district, own in outlines.items() for row, _ in own}


@pytest.fixture(scope="module")
def incidents(folder: Path) -> list[Row]:
    with zipfile.ZipFile(folder / "police-2023-2025.zip") as archive:
        return [
            row
            for name in archive.namelist()
            for row in csv.DictReader(io.StringIO(archive.read(name).decode()))
        ]


def read(path: Path) -> list[Row]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(data.decode())))


def digests(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def at_home(incidents: list[Row], lsoas: dict[str, str], category: str) -> Counter[str]:
    return Counter(
        row["Month"]
        for row in incidents
        if row["Crime type"] == category and lsoas.get(row["LSOA code"]) == county.HOME_DISTRICT
    )


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path, hash_seed: str) -> None:
    code = (
        "import sys; from pathlib import Path; from frankpledge.demo.generate import generate; "
        "generate(Path(sys.argv[1]))"
    )
    path = os.pathsep.join(entry for entry in sys.path if entry)
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": path,
        "TZ": "Asia/Tokyo",
    }
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=environment)
    assert digests(tmp_path) == digests(folder)


def test_another_seed_gives_another_county(folder: Path, tmp_path: Path) -> None:
    generate(tmp_path, SEED + 1)
    other, own = digests(tmp_path), digests(folder)
    assert other.keys() == own.keys()
    different = {name for name in own if other[name] != own[name]}
    assert different >= {"police-2023-2025.zip", "lsoa21-boundaries.zip"}


def test_the_areas_cover_the_ground_once(
    outlines: dict[str, list[tuple[Row, shapely.Polygon]]],
) -> None:
    shapes = [shape for own in outlines.values() for _, shape in own]
    assert all(shape.is_valid for shape in shapes)
    whole = shapely.union_all(shapes)
    assert whole.geom_type == "Polygon"
    assert sum(shapely.area(hole) for hole in map(shapely.Polygon, whole.interiors)) == 0
    assert abs(sum(shape.area for shape in shapes) - whole.area) < SQUARE_DEGREE_TOLERANCE


def test_each_district_is_in_one_piece_and_has_its_areas(
    outlines: dict[str, list[tuple[Row, shapely.Polygon]]],
) -> None:
    assert set(outlines) == {district.code for district in county.DISTRICTS}
    for district in county.DISTRICTS:
        own = outlines[district.code]
        assert len(own) == district.lsoas
        assert {row["LADCD_ACTIVE"] for row, _ in own} == {district.code}
        assert all(row["LSOA21NM"].startswith(f"{district.name} 0") for row, _ in own)
        assert shapely.union_all([shape for _, shape in own]).geom_type == "Polygon"


@pytest.mark.parametrize("name", LSOA_LOOKUPS)
def test_every_area_is_in_every_lookup(folder: Path, lsoas: dict[str, str], name: str) -> None:
    assert {row[LSOA_LOOKUPS[name]] for row in read(folder / name)} == set(lsoas)


def test_areas_nest_and_link(folder: Path, lsoas: dict[str, str]) -> None:
    wards = read(folder / "lookup_lsoa21_ward24_ltla24.csv.gz")
    changes = read(folder / "lookup_lsoa11_lsoa21_ltla22.csv.gz")
    output_areas = read(folder / "oa11_lsoa11_msoa11_lad_lookup.csv.gz")
    local_names = read(folder / "msoa-names.csv.gz")
    partnerships = read(folder / "lookup_ltla24_csp24_pfa24.csv")
    assert {row["lsoa21_code"]: row["ltla24_code"] for row in wards} == lsoas
    assert {row["lsoa21_name"][:-1] for row in wards} == {row["MSOANM"] for row in local_names}
    assert len({row["MSOAHCLNM"] for row in local_names}) == len(local_names)
    assert {row["lsoa11_code"] for row in changes} == {row["lsoa_cd"] for row in output_areas}
    assert {row["ltla24_code"] for row in partnerships} == set(lsoas.values())
    assert Counter(row["change_code"] for row in changes)["U"] == len(lsoas) - 6
    merged = [row for row in changes if row["change_code"] != "U"]
    assert all(row["lsoa11_name"][:-1] == row["lsoa21_name"][:-1] for row in merged)


def test_most_output_areas_are_classified(folder: Path) -> None:
    known = {row["oa_cd"] for row in read(folder / "oa11_lsoa11_msoa11_lad_lookup.csv.gz")}
    classified = read(folder / "oac2021_oa_assignment.csv.gz")
    assert {row["OA21CD"] for row in classified} < known
    assert 0.9 < len(classified) / len(known) < 0.96
    assert {row["oac_supergroup"] for row in classified} == set("12345678")


def test_people_add_up(folder: Path, lsoas: dict[str, str]) -> None:
    by_district: Counter[str] = Counter()
    for row in read(folder / "ethnicity21_lsoa21.csv.gz"):
        by_district[lsoas[row["lsoa21_code"]]] += int(float(row["n"]))
        assert 1_000 <= float(row["total_residents"]) <= 3_000
    ages = read(folder / "age_gender21_ltla21_ew.csv.gz")
    assert {row["ltla21_code"]: int(float(row["total_population"])) for row in ages} == by_district


def test_deprivation_ranks_are_national_and_used_once(folder: Path, lsoas: dict[str, str]) -> None:
    rows = read(folder / "imd2025_england_lsoa21.csv.gz")
    ranks = [float(row["Income_rank"]) for row in rows]
    assert len(set(ranks)) == len(lsoas)
    assert 1 <= min(ranks) < 3_000
    assert 30_000 < max(ranks) <= 33_755
    assert all(
        float(r["Income_decile"]) == -(-float(r["Income_rank"]) * 10 // 33_755) for r in rows
    )


@pytest.mark.parametrize("category", planted.HOME_TOTALS)
def test_the_home_district_has_what_was_planted(
    incidents: list[Row], lsoas: dict[str, str], category: str
) -> None:
    months = at_home(incidents, lsoas, category)
    years = [sum(n for m, n in months.items() if m[:4] == year) for year in ("2024", "2025")]
    assert tuple(years) == planted.HOME_TOTALS[category][1:]


def test_robbery_went_from_nine_to_thirteen(incidents: list[Row], lsoas: dict[str, str]) -> None:
    months = at_home(incidents, lsoas, "Robbery")
    assert sum(n for month, n in months.items() if month.startswith("2024")) == 9
    assert sum(n for month, n in months.items() if month.startswith("2025")) == 13


def test_one_month_of_disorder_is_exceptional(incidents: list[Row], lsoas: dict[str, str]) -> None:
    months = at_home(incidents, lsoas, planted.EXCEPTIONAL_CATEGORY)
    worst = months.pop(planted.EXCEPTIONAL_MONTH)
    assert worst == planted.EXCEPTIONAL_INCIDENTS
    assert worst > 1.5 * max(months.values())


def test_one_month_is_missing_and_one_is_an_undercount(
    incidents: list[Row], lsoas: dict[str, str]
) -> None:
    everywhere = Counter(row["Month"] for row in incidents)
    assert len(everywhere) == 35
    assert planted.NOT_SUPPLIED_MONTH not in everywhere
    home = Counter(
        row["Month"] for row in incidents if lsoas.get(row["LSOA code"]) == county.HOME_DISTRICT
    )
    few = home.pop(planted.UNDERCOUNT_MONTH)
    assert few < 0.2 * min(home.values())


def test_rows_read_as_the_police_write_them(incidents: list[Row], lsoas: dict[str, str]) -> None:
    assert 80_000 < len(incidents) < 100_000
    for row in incidents:
        assert row["Crime type"] == "Anti-social behaviour" or len(row["Crime ID"]) == 64
        assert row["Crime ID"] == "" or row["Crime type"] != "Anti-social behaviour"
        assert (row["LSOA code"] == "") == (row["Location"] == "No Location")
    named = [row["Crime ID"] for row in incidents if row["Crime ID"]]
    assert len(set(named)) == len(named)
    unplaced = sum(row["LSOA code"] == "" for row in incidents)
    assert 0.01 < unplaced / len(incidents) < 0.03
    strange = {row["LSOA code"] for row in incidents} - set(lsoas) - {""}
    assert strange == {*planted.MALFORMED_CODES, planted.ELSEWHERE[0]}
    types = {row["Crime type"] for row in incidents}
    assert types == {*planted.HOME_TOTALS, planted.UNKNOWN_TYPE}


def test_incidents_lie_in_the_area_they_name(
    incidents: list[Row], outlines: dict[str, list[tuple[Row, shapely.Polygon]]]
) -> None:
    shapes = {row["LSOA21CD"]: shape for own in outlines.values() for row, shape in own}
    places = {
        (row["LSOA code"], float(row["Longitude"]), float(row["Latitude"]))
        for row in incidents
        if row["LSOA code"] in shapes
    }
    assert all(shapes[code].contains(shapely.Point(x, y)) for code, x, y in places)
