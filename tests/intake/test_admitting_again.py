"""An unchanged inbox is not read twice; a changed one is read anew, and nothing old is left."""

from pathlib import Path

import pytest
from tests.builders.plans import admitted, drawn, duckdb_in
from tests.builders.refusals import aside
from tests.builders.street import HEADER, archive, member, month_of, row, text

from frankpledge.engine.duckdb_engine import DuckDBEngine
from frankpledge.intake import admit as admitting

BAD = month_of([row(), row("nowhere")])


class Unread(Exception):
    """Something was read that should not have been."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written = drawn({"police.zip": BAD}).write(tmp_path)
    admitted(written, "police_street")
    return written


@pytest.fixture
def no_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise Unread

    monkeypatch.setattr(DuckDBEngine, "read", refuse)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "work" / "admitted").iterdir())


@pytest.mark.usefixtures("no_reading")
def test_what_was_admitted_is_not_read_again(folder: Path) -> None:
    again = admitted(folder, "police_street")
    assert (again.receipt.accepted, again.receipt.aside[0].rows) == (1, 1)
    assert again.column("lsoa") == ["E01000001"]
    assert len(aside(folder)) == 1


def test_the_receipt_is_the_same_the_second_time(folder: Path) -> None:
    first = admitted(folder, "police_street")
    assert admitted(folder, "police_street") == first


@pytest.mark.usefixtures("no_reading")
@pytest.mark.parametrize("change", ["bytes", "name", "plan", "receipt", "table"])
def test_what_changed_is_read_anew(folder: Path, change: str) -> None:
    match change:
        case "bytes":
            (folder / "inbox/police.zip").write_bytes(month_of([row(), row()]))
        case "name":
            (folder / "inbox/police.zip").rename(folder / "inbox/other.zip")
            toml = (folder / "assessment.toml").read_text()
            (folder / "assessment.toml").write_text(toml.replace("police.zip", "other.zip"))
        case "plan":
            drawn({"police.zip": BAD}, under={"police_street": 'columns = { Month = "M" }'}).write(
                folder
            )
        case "receipt":
            next((folder / "work/admitted").glob("police_street-*.json")).unlink()
        case "table":
            next((folder / "work/admitted").glob("police_street-*.parquet")).unlink()
    with pytest.raises(Unread):
        admitted(folder, "police_street")


@pytest.mark.usefixtures("no_reading")
def test_a_changed_program_reads_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admitting, "_code", lambda: "another program")
    with pytest.raises(Unread):
        admitted(folder, "police_street")


def test_nothing_of_the_older_file_is_left(folder: Path) -> None:
    before = files(folder)
    (folder / "inbox/police.zip").write_bytes(month_of([row(), row()]))
    assert admitted(folder, "police_street").receipt.accepted == 2
    assert len(files(folder)) == 2
    assert not set(before) & set(files(folder))
    assert not aside(folder)


def test_what_was_set_aside_under_an_older_name_is_not_left(folder: Path) -> None:
    plan = drawn({"newer.zip": BAD})
    plan.write(folder)
    admitted(folder, "police_street")
    assert not aside(folder)
    assert len(aside(folder, name="newer.zip")) == 1


def test_a_file_gone_bad_leaves_what_was_admitted_before_it(folder: Path) -> None:
    before = files(folder)
    (folder / "inbox/police.zip").write_bytes(BAD[:50])
    with pytest.raises(Exception, match="not a whole zip"):
        admitted(folder, "police_street")
    assert files(folder) == before
    assert len(aside(folder)) == 1


def test_what_was_admitted_does_not_depend_on_when_or_where(tmp_path: Path) -> None:
    content = archive({member(): text([row(crime="a" * 64), row("x", crime="b" * 64)], HEADER)})
    found = []
    for name in ("here", "there"):
        folder = drawn({"police.zip": content}).write(tmp_path / name)
        admitted(folder, "police_street", duckdb_in(folder))
        found.append(
            {p.name: p.read_bytes() for p in sorted((folder / "work").rglob("*.*")) if p.is_file()}
        )
    assert found[0] == found[1]
    assert not any(str(tmp_path).encode() in content for content in found[0].values())
