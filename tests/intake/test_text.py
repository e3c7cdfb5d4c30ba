"""Text in the wrong encoding, cut in the middle, empty, or not text."""

from pathlib import Path

import pytest
from tests.builders.plans import Drawn, admitted, changes_csv, drawn
from tests.builders.refusals import aside, reasons, refused
from tests.builders.street import archive, member, row, text

WHERE = f"police.zip/{member()}"
CAFE = [row(), row(location="On or near Café")]


def plan_of(content: bytes, under: str = "") -> Drawn:
    return drawn({"police.zip": archive({member(): content})}, under={"police_street": under})


def accepted(folder: Path) -> int:
    return admitted(folder, "police_street").receipt.accepted


def test_a_byte_of_another_encoding_is_found_on_its_line(tmp_path: Path) -> None:
    folder = plan_of(text(CAFE).decode().encode("cp1252")).write(tmp_path)
    fault = refused(folder)
    assert "not utf-8 text: byte 0xE9 on line 3" in fault.what
    assert fault.where == f"{WHERE}, line 3"
    assert 'encoding = "cp1252"' in fault.remedy


def test_the_plan_cures_another_encoding(tmp_path: Path) -> None:
    content = text([*CAFE, row("nowhere", location="Café")]).decode().encode("cp1252")
    folder = plan_of(content, 'encoding = "cp1252"').write(tmp_path)
    assert accepted(folder) == 2
    assert aside(folder)[0]["Location"] == "Café"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    content = text([*CAFE, row("nowhere", location="Café")]).decode().encode(encoding)
    folder = plan_of(content).write(tmp_path)
    assert accepted(folder) == 2
    assert aside(folder)[0]["Location"] == "Café"


def test_utf_16_without_its_mark_is_refused(tmp_path: Path) -> None:
    fault = refused(plan_of(text([row()]).decode().encode("utf-16-le")).write(tmp_path))
    assert "byte of zero" in fault.what
    assert fault.where == f"{WHERE}, line 1"


def test_a_byte_of_zero_is_refused_with_its_line(tmp_path: Path) -> None:
    fault = refused(plan_of(text([row(), row(), row(location="a\0b")])).write(tmp_path))
    assert "byte of zero" in fault.what
    assert fault.where == f"{WHERE}, line 4"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_may_end_as_on_any_system(tmp_path: Path, end: str) -> None:
    folder = plan_of(text([row(), row("nowhere"), row()], end=end)).write(tmp_path)
    assert accepted(folder) == 2
    assert reasons(folder) == [("3", "not a small area (LSOA) of England or Wales")]


def test_line_ends_may_be_mixed(tmp_path: Path) -> None:
    unix, dos = text([row(), row()]), text([row(), row("nowhere")], end="\r\n")
    folder = plan_of(unix + dos.split(b"\r\n", 1)[1]).write(tmp_path)
    assert accepted(folder) == 3
    assert reasons(folder) == [("5", "not a small area (LSOA) of England or Wales")]


@pytest.mark.parametrize("cut", [30, 70, 160])
def test_a_file_cut_in_the_middle_of_a_line_is_refused(tmp_path: Path, cut: int) -> None:
    content = text([row(), row(), row()])
    fault = refused(plan_of(content[:-cut]).write(tmp_path))
    line = content[:-cut].count(b"\n") + 1
    assert f"stops in the middle of line {line}" in fault.what
    assert fault.where == f"{WHERE}, line {line}"
    assert "cut short" in fault.remedy


def test_a_file_cut_inside_quotation_marks_is_refused(tmp_path: Path) -> None:
    content = text([row(), row(location="High Street, north")])
    fault = refused(plan_of(content[: content.index(b"h Street, n") + 5]).write(tmp_path))
    assert "stops in the middle of line 3" in fault.what


def test_a_last_line_without_its_end_is_whole(tmp_path: Path) -> None:
    assert accepted(plan_of(text([row(), row()]).removesuffix(b"\n")).write(tmp_path)) == 2


def test_a_last_record_of_two_lines_without_its_end_is_whole(tmp_path: Path) -> None:
    content = text([row(), (*row()[:-1], "one\ntwo")]).removesuffix(b"\n")
    assert accepted(plan_of(content).write(tmp_path)) == 2


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    fault = refused(plan_of(content).write(tmp_path))
    assert fault.what == "it is empty"
    assert fault.where == WHERE


@pytest.mark.parametrize("below", [b"", b"\n\n", b"\r\n \r\n"])
def test_a_header_with_nothing_below_is_refused(tmp_path: Path, below: bytes) -> None:
    fault = refused(plan_of(text([]) + below).write(tmp_path))
    assert fault.what == "it has a header and no rows"
    assert fault.where == f"{WHERE}, line 2"
    assert "never as zero" in fault.remedy


def test_blank_lines_are_no_rows_and_move_no_line_numbers(tmp_path: Path) -> None:
    header, *lines = text([row(), row("nowhere"), row()]).splitlines()
    content = b"\n".join([header, b"", lines[0], b"", b"", *lines[1:], b"", b""])
    folder = plan_of(content).write(tmp_path)
    assert accepted(folder) == 2
    assert reasons(folder) == [("6", "not a small area (LSOA) of England or Wales")]


def test_a_header_that_never_closes_its_quotation_mark_is_refused(tmp_path: Path) -> None:
    fault = refused(plan_of(b'"' + text([row()])).write(tmp_path))
    assert "first lines are not comma-separated text" in fault.what
    assert fault.where == f"{WHERE}, line 1"


def test_a_line_too_long_to_be_a_row_is_not_dropped_unseen(tmp_path: Path) -> None:
    long = changes_csv().replace(b"Eastholme 001B", b"x" * 3_000_000, 1)
    folder = drawn(files={"lookups/changes.csv": long}).write(tmp_path)
    fault = refused(folder, "small_area_changes")
    assert "line too long" in fault.what
    assert fault.where == "changes.csv"
