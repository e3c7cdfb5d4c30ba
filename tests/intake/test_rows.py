"""Rows that cannot be used are set aside with reason and line; the others are counted."""

from pathlib import Path

import pytest
from tests.builders.plans import admitted, drawn
from tests.builders.refusals import aside, reasons, refused
from tests.builders.street import ASB, HEADER, archive, member, row, text

from frankpledge.intake.admitted import AdmittedTable

NOT_LSOA = "not a small area (LSOA) of England or Wales"
SHAPE = "too many or too few columns"
PLACES = ["E01000001", "E01000002"]
COLUMN = {name: i for i, name in enumerate(HEADER)}


def line(**cells: str) -> str:
    """One line of a file, some cells written exactly as told, quotation marks and all."""
    told = {name.replace("_", " "): cell for name, cell in cells.items()}
    return ",".join(told.get(name, cell) for name, cell in zip(HEADER, row(), strict=True))


def admit_lines(folder: Path, *lines: str) -> AdmittedTable:
    content = "\n".join([",".join(HEADER), *lines, ""]).encode()
    return admitted(
        drawn({"police.zip": archive({member(): content})}).write(folder), "police_street"
    )


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"LSOA_code": ""}, "no place"),
        ({"LSOA_code": "  "}, "no place"),
        ({"LSOA_code": "95GG01S1"}, NOT_LSOA),
        ({"LSOA_code": "S01000001"}, NOT_LSOA),
        ({"LSOA_code": "E0100000"}, NOT_LSOA),
        ({"LSOA_code": "E010000011"}, NOT_LSOA),
        ({"LSOA_code": "E01+12345"}, NOT_LSOA),
        ({"LSOA_code": "E01 12345"}, NOT_LSOA),
        ({"LSOA_code": "E01123.45"}, NOT_LSOA),
        ({"LSOA_code": "E0100000١"}, NOT_LSOA),
        ({"LSOA_code": "e01000001"}, NOT_LSOA),
        ({"Month": "2022-02"}, "its month is not the month of its file"),
        ({"Month": ""}, "its month is not the month of its file"),
        ({"Crime_type": "Piracy"}, "a category that is not known"),
        ({"Crime_type": ""}, "a category that is not known"),
        ({"Crime_type": "burglary"}, "a category that is not known"),
    ],
)
def test_a_row_that_breaches_a_rule_is_set_aside_alone(
    tmp_path: Path, cells: dict[str, str], reason: str
) -> None:
    table = admit_lines(tmp_path, line(), line(**cells), line(LSOA_code="E01000002"))
    assert table.column("lsoa") == PLACES
    assert reasons(tmp_path) == [("3", reason)]
    (summary,) = table.receipt.aside
    assert (summary.reason, summary.rows, summary.first_line) == (reason, 1, 3)
    assert summary.first_file == f"police.zip/{member()}"
    assert summary.remedy
    assert table.receipt.records == table.receipt.accepted + 1 == 3


def test_a_row_set_aside_keeps_its_file_line_reason_and_every_cell(tmp_path: Path) -> None:
    bad = row("nowhere", location='The "Crown", High Street')
    content = archive({member(): text([row(), bad])})
    admitted(drawn({"police.zip": content}).write(tmp_path), "police_street")
    (kept,) = aside(tmp_path)
    assert list(kept) == ["file", "line", "reason", *HEADER]
    assert tuple(kept[name] for name in HEADER) == bad
    assert (kept["file"], kept["line"], kept["reason"]) == (member(), "3", NOT_LSOA)


def test_a_row_is_given_the_first_of_its_reasons(tmp_path: Path) -> None:
    admit_lines(tmp_path, line(), line(LSOA_code="", Crime_type="Piracy"))
    assert reasons(tmp_path) == [("3", "no place")]


def test_spaces_around_cells_do_no_harm(tmp_path: Path) -> None:
    spaced = line(LSOA_code=" E01000002  ", Crime_type=" Burglary", Month="2022-01 ")
    assert admit_lines(tmp_path, line(), spaced).column("lsoa") == PLACES


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(line() + ",surplus", id="one column too many"),
        pytest.param(line().rsplit(",", 1)[0], id="one column too few"),
        pytest.param("cut", id="a word"),
        pytest.param(" ", id="a space"),
        pytest.param(line(Location='"The Crown" Inn'), id="text after a closing quotation mark"),
        pytest.param(line(Location='"On or near'), id="a quotation mark never closed"),
    ],
)
def test_a_line_of_the_wrong_shape_is_set_aside_and_the_rest_counted(
    tmp_path: Path, broken: str
) -> None:
    table = admit_lines(
        tmp_path, line(), broken, line(LSOA_code="E01000002"), line(LSOA_code="nowhere")
    )
    assert table.column("lsoa") == PLACES
    assert reasons(tmp_path) == [("3", SHAPE), ("5", NOT_LSOA)]
    assert table.receipt.records == 4
    assert {s.reason: s.remedy for s in table.receipt.aside}[SHAPE].startswith("Mend the commas")


def test_a_quotation_mark_left_open_does_not_swallow_rows_up_to_the_next(tmp_path: Path) -> None:
    table = admit_lines(
        tmp_path,
        line(Location='"On or near'),
        line(LSOA_code="E01000001"),
        line(LSOA_code="E01000002", Location='"Quoted, properly"'),
    )
    assert table.column("lsoa") == PLACES
    assert reasons(tmp_path) == [("2", SHAPE)]


@pytest.mark.parametrize("place", ['Near 5" Road', 'The "Crown" Inn', "'tis", '"Say ""hello"""'])
def test_a_quotation_mark_inside_a_cell_does_no_harm(tmp_path: Path, place: str) -> None:
    table = admit_lines(tmp_path, line(Location=place), line(LSOA_code="E01000002"))
    assert table.column("lsoa") == PLACES
    assert not aside(tmp_path)


def test_commas_after_the_last_column_do_no_harm(tmp_path: Path) -> None:
    table = admit_lines(tmp_path, line() + ",", line(LSOA_code="E01000002") + ",,", line() + ",x")
    assert table.column("lsoa") == PLACES
    assert reasons(tmp_path) == [("4", SHAPE)]


@pytest.mark.parametrize("broken", ["", "cut"])
def test_lines_are_right_below_a_line_break_inside_a_cell(tmp_path: Path, broken: str) -> None:
    table = admit_lines(
        tmp_path,
        line(Location='"On or near\nHigh Street\n\nNorth"'),
        line(LSOA_code="E0100"),
        broken,
        line(LSOA_code="nowhere", Location='"two\nlines"'),
        line(LSOA_code="E01000002"),
        line(LSOA_code=""),
    )
    assert table.column("lsoa") == PLACES
    whole = [("6", NOT_LSOA), ("8", NOT_LSOA), ("11", "no place")]
    assert reasons(tmp_path) == sorted([*whole, ("7", SHAPE)] if broken else whole, key=by_line)
    assert aside(tmp_path)[-2]["Location"] == "two\nlines"


def by_line(found: tuple[str, str]) -> int:
    return int(found[0])


def test_a_line_break_inside_the_header_moves_the_lines_too(tmp_path: Path) -> None:
    header = ",".join(HEADER).replace("Context", '"Con\ntext"')
    content = "\n".join([header, line(), line(LSOA_code="nowhere"), "cut", ""]).encode()
    folder = drawn({"police.zip": archive({member(): content})}).write(tmp_path)
    admitted(folder, "police_street")
    assert reasons(folder) == [("4", NOT_LSOA), ("5", SHAPE)]


def test_readers_that_differ_about_quotation_marks_lose_nothing(tmp_path: Path) -> None:
    table = admit_lines(
        tmp_path,
        line(Location='"spaced" '),
        line(Location='"two\nlines"'),
        line(LSOA_code="nowhere"),
    )
    assert table.receipt.accepted + len(aside(tmp_path)) == table.receipt.records == 3
    assert ("5", NOT_LSOA) in reasons(tmp_path)


def test_anti_social_behaviour_has_no_identifier_and_is_never_a_repeat(tmp_path: Path) -> None:
    table = admit_lines(tmp_path, *[line(Crime_type=ASB, Crime_ID="")] * 3)
    assert table.receipt.accepted == 3
    assert table.receipt.repeats == 0


def test_rows_that_repeat_an_identifier_are_kept_and_told(tmp_path: Path) -> None:
    same = line(Crime_ID="a" * 64)
    table = admit_lines(tmp_path, same, same, same, line())
    assert table.receipt.accepted == 4
    assert table.receipt.repeats == 2


def test_no_identifier_is_kept(tmp_path: Path) -> None:
    table = admit_lines(tmp_path, line(Crime_ID="secret" * 10), line(LSOA_code="nowhere"))
    assert b"secretsecret" not in table.path.read_bytes()
    assert "secret" not in str(table.columns("lsoa", "month", "category", "crime"))


def test_a_file_with_no_row_that_can_be_used_is_refused_with_the_commonest_reason(
    tmp_path: Path,
) -> None:
    content = text([row("nowhere"), row("elsewhere"), row("")])
    fault = refused(drawn({"police.zip": archive({member(): content})}).write(tmp_path))
    assert fault.what == f"not one of its 3 rows can be used; most often: {NOT_LSOA}"
    assert fault.where == f"police.zip/{member()}, line 2"


def test_each_month_numbers_its_own_lines(tmp_path: Path) -> None:
    months = ("2022-01", "2022-02", "2022-03")
    files = {
        member(m): text([*[row(month=m)] * n, row("nowhere", month=m)])
        for n, m in enumerate(months, 1)
    }
    folder = drawn({"police.zip": archive(files)}).write(tmp_path)
    table = admitted(folder, "police_street")
    assert [(r["file"], r["line"]) for r in aside(folder)] == [
        (member(m), str(n + 2)) for n, m in enumerate(months, 1)
    ]
    assert [file.records for file in table.receipt.files] == [2, 3, 4]
    assert table.receipt.aside[0].by_file == {0: 1, 1: 1, 2: 1}


@pytest.mark.parametrize("number", ["nan", "inf", "-1", "1e400", "1.5", "many", "", "0x10"])
def test_a_number_of_residents_that_is_none_is_set_aside(tmp_path: Path, number: str) -> None:
    content = f"lsoa21_code,total_population\nE01000001,100\nE01000002,{number}\n".encode()
    folder = drawn(
        files={"lookups/p.csv": content}, sources={"population": '["lookups/p.csv"]'}
    ).write(tmp_path)
    assert admitted(folder, "population").column("residents") == ["100"]
    (kept,) = aside(folder, "population", "p.csv")
    assert kept["reason"] == "the number of residents is not a whole number"


def test_two_sources_from_one_file_each_keep_what_they_set_aside(tmp_path: Path) -> None:
    content = (
        b"lsoa21_code,total_residents,ethnic_group,n\n"
        b"E01000001,100,White,90\nnowhere,100,White,90\nE01000002,x,White,1\nE01000002,9,White,x\n"
    )
    folder = drawn(
        files={"lookups/both.csv": content},
        sources={"population": '["lookups/both.csv"]', "ethnicity": '["lookups/both.csv"]'},
    ).write(tmp_path)
    admitted(folder, "population")
    admitted(folder, "ethnicity")
    assert [r["line"] for r in aside(folder, "population", "both.csv")] == ["3", "4"]
    assert [r["line"] for r in aside(folder, "ethnicity", "both.csv")] == ["3", "5"]


def test_a_folder_of_any_name_will_do(tmp_path: Path) -> None:
    odd = tmp_path / "O'Brien's [2022] * plan?"
    odd.mkdir()
    assert admit_lines(odd, line(), line(LSOA_code="x")).receipt.accepted == 1
