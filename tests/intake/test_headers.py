"""Columns renamed, repeated, in another order, or more than were asked for."""

from pathlib import Path

import pytest
from tests.builders.plans import Drawn, admitted, drawn
from tests.builders.refusals import aside, refused
from tests.builders.street import HEADER, archive, member, row, text

from frankpledge.errors import ManyFaults, PlanFault

WHERE = f"police.zip/{member()}, line 1"
ROWS = [row(), row("nowhere")]


def renamed(**names: str) -> tuple[str, ...]:
    """The header with some columns under other names, spaces written as underscores."""
    other = {old.replace("_", " "): new for old, new in names.items()}
    return tuple(other.get(column, column) for column in HEADER)


def plan_of(header: tuple[str, ...], under: str = "") -> Drawn:
    content = archive({member(): text(ROWS, header)})
    return drawn({"police.zip": content}, under={"police_street": under})


def accepted(folder: Path) -> int:
    return admitted(folder, "police_street").receipt.accepted


def test_a_renamed_column_is_named_with_the_one_most_like_it(tmp_path: Path) -> None:
    fault = refused(plan_of(renamed(Crime_type="Type of crime")).write(tmp_path))
    assert fault.what.startswith('the column "Crime type" is not in its header. The header has: ')
    assert fault.where == WHERE
    assert fault.remedy == (
        'Did the sender rename it to "Type of crime"? If so, write under [sources.police_street]: '
        'columns = { "Crime type" = "Type of crime" }.'
    )


def test_the_plan_cures_a_renamed_column(tmp_path: Path) -> None:
    cure = 'columns = { "Crime type" = "Type of crime" }'
    folder = plan_of(renamed(Crime_type="Type of crime"), cure).write(tmp_path)
    assert accepted(folder) == 1


def test_the_cure_does_not_spoil_files_that_keep_the_publishers_name(tmp_path: Path) -> None:
    cure = 'columns = { "Crime type" = "Type of crime" }'
    assert accepted(plan_of(HEADER, cure).write(tmp_path)) == 1


def test_a_column_that_may_stand_under_two_names_is_told_with_both(tmp_path: Path) -> None:
    folder = drawn(
        files={"p.csv": b"area,total_population\nE01000001,100\n"},
        sources={"population": '["p.csv"]'},
    ).write(tmp_path)
    fault = refused(folder, "population")
    assert fault.what.startswith('the column "lsoa21_code" or "lsoa11_code" is not in its header.')
    assert 'columns = { "lsoa11_code" = "the name it has in the file" }' in fault.remedy


def test_every_missing_column_is_told_together(tmp_path: Path) -> None:
    folder = plan_of(renamed(Crime_type="A", Month="B")).write(tmp_path)
    fault = refused(folder, kind=ManyFaults)
    assert '"Crime type" is not in' in str(fault)
    assert '"Month" is not in' in str(fault)


def test_many_files_without_a_column_are_one_fault(tmp_path: Path) -> None:
    header = renamed(Crime_type="Type of crime")
    months = ("2022-01", "2022-02", "2022-03")
    files = {member(m): text([row(month=m)], header) for m in months}
    fault = refused(drawn({"police.zip": archive(files)}).write(tmp_path))
    assert "(and 2 more files like it)" in fault.what


def test_a_plan_that_renames_a_column_nobody_has_is_a_fault(tmp_path: Path) -> None:
    folder = plan_of(HEADER, 'columns = { "Crime typ" = "Type of crime" }').write(tmp_path)
    fault = refused(folder, kind=PlanFault)
    assert '"Crime typ", which is not a column of this source' in fault.what
    assert fault.where.startswith(f"{tmp_path.name}/assessment.toml, line ")
    assert "Crime type" in fault.remedy


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    fault = refused(plan_of(renamed(Context="Month")).write(tmp_path))
    assert fault.what == 'the column "Month" stands twice in the header'
    assert fault.where == WHERE


@pytest.mark.parametrize(
    "name", ["MONTH", "filename", "file", "path", "facts", "record", "", "'\""]
)
def test_a_column_nobody_asked_for_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = plan_of(renamed(Context=name, Location="reason")).write(tmp_path)
    assert accepted(folder) == 1
    assert len(aside(folder)) == 1


def test_spaces_around_the_names_of_columns_do_no_harm(tmp_path: Path) -> None:
    assert accepted(plan_of(tuple(f" {name} " for name in HEADER)).write(tmp_path)) == 1


def test_forces_may_order_their_columns_differently(tmp_path: Path) -> None:
    turned = text([r[::-1] for r in [row("E01000002"), row("E0100000")]], HEADER[::-1])
    files = {member(): text(ROWS), member(force="farshire"): turned}
    folder = drawn({"police.zip": archive(files)}).write(tmp_path)
    assert admitted(folder, "police_street").column("lsoa") == ["E01000002", "E01000001"]
    assert [(kept["line"], kept["LSOA code"], kept["Month"]) for kept in aside(folder)] == [
        ("3", "E0100000", "2022-01"),
        ("3", "nowhere", "2022-01"),
    ]


def test_extra_columns_do_no_harm_and_are_kept_with_rows_set_aside(tmp_path: Path) -> None:
    rows = [(*r, "more") for r in ROWS]
    content = archive({member(): text(rows, (*HEADER, "Beat"))})
    folder = drawn({"police.zip": content}).write(tmp_path)
    assert accepted(folder) == 1
    assert aside(folder)[0]["Beat"] == "more"


def test_semicolons_are_told_from_commas_by_the_header(tmp_path: Path) -> None:
    content = text(ROWS).replace(b",", b";")
    fault = refused(
        drawn({"police.zip": archive({member(): content})}).write(tmp_path), kind=ManyFaults
    )
    assert "The header has: Crime ID;Month" in str(fault)
