"""What the lookups and estimates say, and where they contradict the rows or themselves."""

from pathlib import Path

import pytest
from tests.builders.plans import EASTHOLME, FARLAND, WESTHOLME, Drawn, drawn, run, workbook
from tests.builders.street import archive, member, month_of, row, text

from frankpledge.errors import FileFault, PlanFault
from frankpledge.intake.residents import _year


def with_population(content: bytes, name: str = "population21.csv") -> Drawn:
    return drawn(files={name: content}, sources={"population": f'["{name}"]'})


@pytest.mark.parametrize("vintage", [2011, 2021])
def test_areas_of_both_censuses_in_one_file_are_refused(tmp_path: Path, vintage: int) -> None:
    mixed = [row("E01000003", month="2022-02"), row("E01000031", month="2022-02")]
    files = {member(): text([row("E01000003")]), member("2022-02"): text(mixed)}
    found = run(drawn({"police.zip": archive(files)}, vintage=vintage).write(tmp_path))
    with pytest.raises(FileFault) as caught:
        found.material()
    assert caught.value.what == "small areas of 2011 and of 2021 are mixed in it"
    assert caught.value.where == f"police.zip/{member('2022-02')}"
    assert "one census only" in caught.value.remedy


def test_areas_of_both_censuses_in_different_files_are_no_fault(tmp_path: Path) -> None:
    files = {
        member(): text([row("E01000003")]),
        member("2022-02"): text([row("E01000031", month="2022-02")]),
    }
    assert run(drawn({"police.zip": archive(files)}).write(tmp_path)).material()


def test_a_small_area_with_two_numbers_of_residents_is_refused(tmp_path: Path) -> None:
    content = b"lsoa21_code,total_population\nE01000001,1000\nE01000002,5\nE01000001,1001\n"
    found = run(with_population(content).write(tmp_path))
    with pytest.raises(FileFault) as caught:
        found.material()
    assert caught.value.what == "E01000001 stands in it twice, with 1,000 and 1,001 residents"
    assert caught.value.where == "population21.csv"


def test_a_small_area_told_twice_alike_is_counted_once(tmp_path: Path) -> None:
    content = b"lsoa21_code,total_population\nE01000001,1000\nE01000001,1000.0\n"
    found = run(with_population(content).write(tmp_path)).material()
    assert found.residents.of([EASTHOLME]) == 1000


def test_residents_are_summed_to_districts(tmp_path: Path) -> None:
    residents = run(drawn().write(tmp_path)).material().residents
    assert residents.lsoa_year == 2021
    assert residents.of([EASTHOLME]) == sum(range(100, 170, 10))
    assert residents.of([EASTHOLME, WESTHOLME, FARLAND]) == sum(range(100, 240, 10))


def test_the_estimate_nearest_to_the_period_is_taken(tmp_path: Path) -> None:
    old = b"lsoa21_code,total_population\nE01000001,1\n"
    new = b"lsoa21_code,total_population\nE01000001,2\n"
    folder = drawn(
        files={"population19.csv": old, "population22.csv": new},
        sources={"population": '["population*.csv"]'},
    ).write(tmp_path)
    residents = run(folder).material().residents
    assert (residents.lsoa_year, residents.of([EASTHOLME])) == (2022, 2)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("population20_lsoa11.csv.gz", 2020),
        ("ethnicity21_lsoa21.csv.gz", 2021),
        ("lsoa11-population-2019.csv", 2019),
        ("mid-2024.csv", 2024),
        ("people.csv", 2021),
        ("E07000131.csv", 2021),
    ],
)
def test_the_year_of_estimates_is_read_from_the_name_of_their_file(name: str, year: int) -> None:
    assert _year(name) == year


def test_a_district_the_lookup_does_not_have_is_a_fault_of_the_plan(tmp_path: Path) -> None:
    folder = drawn().write(tmp_path)
    toml = (folder / "assessment.toml").read_text()
    (folder / "assessment.toml").write_text(toml.replace(WESTHOLME, "E07009999"))
    with pytest.raises(PlanFault, match="E07009999 is not in the lookup"):
        run(folder)


def test_a_mark_for_not_available_in_the_national_statistics_is_no_number(tmp_path: Path) -> None:
    header = [
        "Community Safety Partnership code",
        "Community Safety Partnership name",
        "Total recorded crime (excluding fraud)",
    ]
    rows = [["Table C2: year ending March 2022"], header, ["E22000001", "Eastholme", ".."]]
    folder = drawn(
        files={"csp.xlsx": workbook({"Table C2": rows, "Table C5": rows})},
        sources={"recorded_crime": '["csp.xlsx"]'},
    ).write(tmp_path)
    assert run(folder).material().national == ()


def test_rows_in_areas_nobody_knows_are_told(tmp_path: Path) -> None:
    rows = [row(), row("E01099999"), row("W01000001")]
    found = run(drawn({"police.zip": month_of(rows)}).write(tmp_path)).material()
    assert found.ignored == 2


def test_an_archive_of_another_force_alone_is_told_not_a_crash(tmp_path: Path) -> None:
    content = month_of([row()], force="elsewhere")
    found = run(drawn({"police.zip": content}).write(tmp_path)).material()
    assert found.elsewhere == 1
    assert not found.districts.supplied.any()
