"""Zips that are damaged, dangerous or not what they are said to be."""

import io
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from tests.builders.plans import Drawn, admitted, drawn
from tests.builders.refusals import refused
from tests.builders.street import MONTH, archive, member, month_of, row, text

from frankpledge.errors import FileFault, ManyFaults

CENTRAL = b"PK\x01\x02"
FLAGS, METHOD, CRC, SIZE = 8, 10, 16, 24
STREET = member()
GOOD = month_of([row(), row()])


def plan_of(content: bytes) -> Drawn:
    return drawn({"police.zip": content})


def patched(content: bytes, offset: int, packed: bytes) -> bytes:
    """The archive with some bytes of its list of members changed."""
    at = content.rindex(CENTRAL) + offset
    return content[:at] + packed + content[at + len(packed) :]


@pytest.mark.parametrize(
    "name",
    [
        "../2022-01-midshire-street.csv",
        "2022-01/../../2022-01-midshire-street.csv",
        "/etc/2022-01-midshire-street.csv",
        "C:/2022-01-midshire-street.csv",
        "C:2022-01-midshire-street.csv",
        "..\\2022-01-midshire-street.csv",
        "\\\\server\\share\\2022-01-midshire-street.csv",
    ],
)
def test_a_name_that_leads_outside_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = plan_of(archive({STREET: text([row()]), name: text([row()])})).write(tmp_path)
    fault = refused(folder)
    assert "leads outside" in fault.what
    assert fault.where == f"police.zip/{name!r}"
    assert "Nothing was unpacked" in fault.remedy


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        link = zipfile.ZipInfo(STREET)
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    assert "leads outside" in refused(plan_of(out.getvalue()).write(tmp_path)).what


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    folder = plan_of(archive({STREET: b"\0" * 10_000_000})).write(tmp_path)
    fault = refused(folder)
    assert "far more than such a file can honestly hold" in fault.what
    assert fault.where == f"police.zip/{STREET}"


def test_a_bomb_that_lies_about_its_size_is_stopped_all_the_same(tmp_path: Path) -> None:
    bomb = archive({STREET: text([row()]) + b"\n" * 10_000_000})
    fault = refused(plan_of(patched(bomb, SIZE, struct.pack("<L", 5_000))).write(tmp_path))
    assert "archive is damaged" in fault.what


def test_a_size_that_is_too_small_is_noticed(tmp_path: Path) -> None:
    fault = refused(plan_of(patched(GOOD, SIZE, struct.pack("<L", 40))).write(tmp_path))
    assert "archive is damaged" in fault.what
    assert fault.where == f"police.zip/{STREET}"


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_an_archive_cut_short_is_refused(tmp_path: Path, kept: float) -> None:
    fault = refused(plan_of(GOOD[: int(len(GOOD) * kept)]).write(tmp_path))
    assert "not a whole zip archive" in fault.what
    assert fault.where == "police.zip"
    assert "Ask the sender" in fault.remedy


def test_something_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    assert "not a whole zip" in refused(plan_of(b"Dear Sir or Madam,").write(tmp_path)).what


def test_a_corrupt_member_is_refused_by_name(tmp_path: Path) -> None:
    at = GOOD.index(b"PK\x03\x04") + 30 + len(STREET) + 60
    broken = GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]
    fault = refused(plan_of(broken).write(tmp_path))
    assert "archive is damaged" in fault.what
    assert fault.where == f"police.zip/{STREET}"


def test_a_wrong_checksum_is_noticed(tmp_path: Path) -> None:
    fault = refused(plan_of(patched(GOOD, CRC, b"\1\2\3\4")).write(tmp_path))
    assert "CRC" in fault.what


def test_a_locked_member_is_refused(tmp_path: Path) -> None:
    fault = refused(plan_of(patched(GOOD, FLAGS, b"\1\0")).write(tmp_path))
    assert "locked with a password" in fault.what
    assert "without a password" in fault.remedy


def test_a_way_of_packing_that_nothing_here_reads_is_refused(tmp_path: Path) -> None:
    fault = refused(plan_of(patched(GOOD, METHOD, struct.pack("<H", 97))).write(tmp_path))
    assert fault.where == f"police.zip/{STREET}"


def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        packed.writestr(STREET, text([row()]))
        packed.writestr(STREET, text([row(), row()]))
    fault = refused(plan_of(out.getvalue()).write(tmp_path))
    assert fault.what == f"it holds {STREET} twice"


@pytest.mark.parametrize("content", [{}, {"2022-01/2022-01-midshire-outcomes.csv": b"a,b\n1,2\n"}])
def test_an_archive_without_a_street_file_is_refused(
    tmp_path: Path, content: dict[str, bytes]
) -> None:
    fault = refused(plan_of(archive(content)).write(tmp_path))
    assert fault.what.startswith("it holds no")
    assert fault.where == "police.zip"


@pytest.mark.parametrize(
    "name",
    [
        "2022-13/2022-13-midshire-street.csv",
        "2022-02/2022-02-Midshire-street.csv",
        "2022-02/2022-02-midshire-street (1).csv",
        "street.csv",
    ],
)
def test_a_street_file_whose_name_says_no_month_is_not_passed_over(
    tmp_path: Path, name: str
) -> None:
    folder = plan_of(archive({STREET: text([row()]), name: text([row()])})).write(tmp_path)
    fault = refused(folder)
    assert "month and force" in fault.what
    assert fault.where == f"police.zip/{name}"


def test_what_else_an_archive_holds_is_passed_over(tmp_path: Path) -> None:
    others = {
        "2022-01/2022-01-midshire-outcomes.csv": b"x",
        "2022-01/2022-01-midshire-stop-and-search.csv": b"x",
        "__MACOSX/2022-01/._2022-01-midshire-street.csv": b"\0\5\x16\7",
    }
    folder = plan_of(archive({STREET: text([row()]), **others})).write(tmp_path)
    assert [f.member for f in admitted(folder, "police_street").receipt.files] == [STREET]


@pytest.mark.parametrize("name", ["2022-01\\2022-01-midshire-street.csv", STREET.split("/")[1]])
def test_folders_drawn_the_other_way_or_not_at_all_are_understood(
    tmp_path: Path, name: str
) -> None:
    folder = plan_of(archive({name: text([row()])})).write(tmp_path)
    (file,) = admitted(folder, "police_street").receipt.files
    assert file.facts == {"month": MONTH, "force": "midshire"}


def test_a_month_in_two_archives_alike_is_taken_once(tmp_path: Path) -> None:
    rows = [row(), row()]
    later = archive({member(): text(rows), member("2022-02"): text([row(month="2022-02")])})
    folder = drawn({"a.zip": month_of(rows), "b.zip": later}).write(tmp_path)
    receipt = admitted(folder, "police_street").receipt
    assert [file.where for file in receipt.files] == [
        f"a.zip/{STREET}",
        f"b.zip/{member('2022-02')}",
    ]
    assert receipt.accepted == 3


def test_a_month_in_two_archives_unlike_each_other_is_refused(tmp_path: Path) -> None:
    folder = drawn({"a.zip": month_of([row()]), "b.zip": month_of([row(), row()])}).write(tmp_path)
    fault = refused(folder)
    assert fault.what == "midshire in 2022-01 is also in a.zip, and the two are not the same"
    assert fault.where == f"b.zip/{STREET}"
    assert "counted twice" in fault.remedy


def test_the_same_month_of_two_forces_is_no_fault(tmp_path: Path) -> None:
    files = {member(): text([row()]), member(force="farshire"): text([row()])}
    folder = plan_of(archive(files)).write(tmp_path)
    assert admitted(folder, "police_street").receipt.accepted == 2


def test_faults_in_several_members_are_told_together(tmp_path: Path) -> None:
    files = {member(): b"", member("2022-02"): text([row()]), member("2022-03"): text([])}
    fault = refused(plan_of(archive(files)).write(tmp_path), kind=ManyFaults)
    assert isinstance(fault, ManyFaults)
    assert [f.where for f in fault.faults] == [
        f"police.zip/{STREET}",
        f"police.zip/{member('2022-03')}, line 2",
    ]
    assert fault.exit_code == FileFault.exit_code
