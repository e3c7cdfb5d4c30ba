"""Gzip files, workbooks and boundaries that are damaged or not what they are said to be."""

import gzip
import io
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.builders.plans import (
    EASTHOLME,
    Drawn,
    admitted,
    boundaries_zip,
    drawn,
    plan_in,
    population_csv,
    run,
    squashed,
    workbook,
)
from tests.builders.refusals import aside, refused
from tests.builders.street import archive

from frankpledge.errors import FileFault
from frankpledge.intake.boundaries import read_outlines
from frankpledge.intake.received import take
from frankpledge.sources.catalogue import SOURCES

NOTE = ["Table MYE4: Population estimates"]
HEADER = ["Code", "Name", "Mid-2021", "Mid-2022"]
ROWS: list[list[object]] = [
    [EASTHOLME, "EASTHOLME", 700, 710.0],
    ["E07000002", "Westholme", 800, 820],
]


def with_population(content: bytes) -> Drawn:
    return drawn(files={"p21.csv.gz": content}, sources={"population": '["p21.csv.gz"]'})


def with_workbook(content: bytes, name: str = "mye.xlsx") -> Drawn:
    return drawn(files={name: content}, sources={"district_population": f'["{name}"]'})


def sheet(rows: Iterable[Iterable[object]], title: str = "MYE4") -> bytes:
    return workbook({"Cover": [["x"]], title: rows})


@pytest.mark.parametrize("cut", [1, 9, 60])
def test_a_gzip_file_cut_short_is_refused(tmp_path: Path, cut: int) -> None:
    fault = refused(
        with_population(squashed(population_csv(2021))[:-cut]).write(tmp_path), "population"
    )
    assert fault.what.startswith("it is not a whole gzip file")
    assert fault.where == "p21.csv.gz"
    assert "cut short" in fault.remedy


def test_a_gzip_file_that_is_none_is_refused(tmp_path: Path) -> None:
    fault = refused(with_population(population_csv(2021)).write(tmp_path), "population")
    assert fault.what.startswith("it is not a whole gzip file")


def test_a_damaged_gzip_file_is_refused(tmp_path: Path) -> None:
    content = squashed(population_csv(2021))
    broken = content[:40] + bytes(20) + content[60:]
    assert "gzip" in refused(with_population(broken).write(tmp_path), "population").what


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    fault = refused(
        with_population(gzip.compress(b"\n" * 20_000_000)).write(tmp_path), "population"
    )
    assert "far more than such a file can honestly hold" in fault.what


def test_a_gzip_file_may_be_named_in_capitals(tmp_path: Path) -> None:
    folder = drawn(
        files={"P21.CSV.GZ": squashed(population_csv(2021))},
        sources={"population": '["P21.CSV.GZ"]'},
    ).write(tmp_path)
    assert admitted(folder, "population").receipt.accepted == 14


def test_a_workbook_is_read_from_its_header_down(tmp_path: Path) -> None:
    folder = with_workbook(sheet([NOTE, [], HEADER, *ROWS, [], ["A note"]])).write(tmp_path)
    table = admitted(folder, "district_population")
    assert table.columns("area", "mid_2022")[:2] == [(EASTHOLME, "710"), ("E07000002", "820")]
    assert table.receipt.files[0].facts == {"title": NOTE[0]}


def test_a_workbook_without_its_sheet_is_refused(tmp_path: Path) -> None:
    folder = with_workbook(sheet([HEADER, *ROWS], "Sheet1")).write(tmp_path)
    fault = refused(folder, "district_population")
    assert fault.what == 'it has no sheet "MYE4"'
    assert fault.where == "mye.xlsx"
    assert "Cover, Sheet1" in fault.remedy


def test_a_sheet_without_its_header_is_refused(tmp_path: Path) -> None:
    folder = with_workbook(sheet([NOTE, ["Kode", "Name"], *ROWS])).write(tmp_path)
    fault = refused(folder, "district_population")
    assert fault.what == 'no row among its first 40 has the column "Code"'
    assert fault.where == "mye.xlsx/MYE4"


def test_a_sheet_with_its_header_alone_is_refused(tmp_path: Path) -> None:
    folder = with_workbook(sheet([NOTE, HEADER])).write(tmp_path)
    assert refused(folder, "district_population").what == "it has a header and no rows"


@pytest.mark.parametrize("name", ["mye.xlsx", "mye.xls", "mye"])
@pytest.mark.parametrize("content", [b"", b"Code,Name\n", b"\xd0\xcf\x11\xe0" * 100])
def test_a_workbook_that_is_no_zip_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    fault = refused(with_workbook(content, name).write(tmp_path), "district_population")
    assert fault.what.startswith("it is not a whole")
    assert fault.where == name


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    folder = with_workbook(archive({"a.txt": b"hello"})).write(tmp_path)
    assert "not a whole XLSX workbook" in refused(folder, "district_population").what


def test_a_workbook_with_a_damaged_sheet_is_refused(tmp_path: Path) -> None:
    whole = io.BytesIO(sheet([HEADER, *ROWS]))
    with zipfile.ZipFile(whole) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:300]
    fault = refused(with_workbook(archive(parts)).write(tmp_path), "district_population")
    assert "not a whole XLSX workbook" in fault.what
    assert fault.where == "mye.xlsx"


def test_a_workbook_that_is_a_bomb_is_not_opened(tmp_path: Path) -> None:
    bomb = archive({"xl/workbook.xml": b" " * 20_000_000})
    fault = refused(with_workbook(bomb).write(tmp_path), "district_population")
    assert "far more than such a file can honestly hold" in fault.what


def test_a_mark_in_place_of_a_number_in_a_workbook_is_set_aside(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*NOTE],
        [],
        [*HEADER],
        *ROWS,
        [],
        ["E07000003", "Farland", "[x]", 5],
    ]
    folder = with_workbook(sheet(rows)).write(tmp_path)
    assert run(folder).material().residents.of_district[EASTHOLME] == 710
    (kept,) = aside(folder, "district_population", "mye.xlsx")
    assert kept["reason"] == "the number of residents is not a whole number"
    assert (kept["file"], kept["line"]) == ("MYE4", "7")


def test_rows_of_a_sheet_that_end_early_are_whole(tmp_path: Path) -> None:
    rows: list[list[object]] = [[*HEADER], [EASTHOLME, "Eastholme", 700], ["E07000002", None, 1, 2]]
    folder = with_workbook(sheet(rows)).write(tmp_path)
    found = admitted(folder, "district_population").columns("area", "mid_2022")
    assert found == [(EASTHOLME, ""), ("E07000002", "2")]


def outlines(folder: Path, content: bytes) -> list[str]:
    written = drawn(files={"b.zip": content}, sources={"boundaries": '["b.zip"]'}).write(folder)
    shots = take(plan_in(written), SOURCES.values())["boundaries"]
    return [outline.code for outline in read_outlines(shots)]


@pytest.mark.parametrize("code_name", ["LSOA21CD", "LSOA11CD"])
def test_outlines_come_in_order_of_code(tmp_path: Path, code_name: str) -> None:
    codes = ["E01000002", "E01000001"]
    assert outlines(tmp_path, boundaries_zip(codes, code_name)) == sorted(codes)


def geojson(**changed: Any) -> bytes:
    feature: dict[str, Any] = {
        "type": "Feature",
        "properties": {"LSOA21CD": "E01000001"},
        "geometry": {"type": "Point", "coordinates": [0.0, 0.0]},
    }
    return json.dumps({"type": "FeatureCollection", "features": [feature | changed]}).encode()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (geojson()[:-20], "not a whole GeoJSON file"),
        (b"\xff\xfe", "not a whole GeoJSON file"),
        (b"[]", "not a whole GeoJSON file"),
        (b'{"type": "FeatureCollection"}', "not a whole GeoJSON file"),
        (b'{"features": [1]}', "not a whole GeoJSON file"),
        (b'{"features": "all"}', "not a whole GeoJSON file"),
        (b'{"features": ' + b"[" * 100_000, "not a whole GeoJSON file"),
        (geojson(properties={"NAME": "Eastholme 001A"}), "no small-area code"),
        (geojson(properties=None), "no small-area code"),
        (geojson(geometry=None), "no small-area code (LSOA21CD or LSOA11CD) or no outline"),
        (geojson(geometry={"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}), "E01000001"),
        (geojson(geometry={"type": "Blob"}), "outline of E01000001 cannot be read"),
    ],
)
def test_geojson_that_is_cut_or_without_codes_is_refused(
    tmp_path: Path, content: bytes, what: str
) -> None:
    with pytest.raises(FileFault) as caught:
        outlines(tmp_path, archive({"areas.geojson": content}))
    assert what in caught.value.what
    assert caught.value.where == "b.zip/areas.geojson"


def test_boundaries_without_a_geojson_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="it holds no GeoJSON file"):
        outlines(tmp_path, archive({"areas.shp": b"x"}))
