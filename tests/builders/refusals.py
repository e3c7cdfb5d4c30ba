"""What came of a file that should not be believed: its fault, or the rows set aside."""

import csv
from pathlib import Path

import pytest
from tests.builders.plans import admitted

from frankpledge.errors import FileFault, FrankpledgeError


def refused(
    folder: Path, source: str = "police_street", kind: type[FrankpledgeError] = FileFault
) -> FrankpledgeError:
    """The fault for which a source is refused; nothing half-written may be left behind it."""
    with pytest.raises(kind) as caught:
        admitted(folder, source)
    work = folder / "work"
    assert not [path for path in work.rglob("*") if path.is_file()]
    assert not list(work.glob("unpacked-*"))
    fault = caught.value
    assert type(fault) is kind
    assert all((fault.what, fault.where, fault.remedy))
    assert str(folder) not in str(fault)
    return fault


def aside(
    folder: Path, source: str = "police_street", name: str = "police.zip"
) -> list[dict[str, str]]:
    """The rows set aside from one received file."""
    path = folder / "work" / "set-aside" / source / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reasons(folder: Path) -> list[tuple[str, str]]:
    """Line and reason of every row of police.zip set aside."""
    return [(row["line"], row["reason"]) for row in aside(folder)]
