"""Whatever is done to the bytes of a file, a person gets an error they can read or all rows."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.plans import Drawn, admitted, drawn, workbook
from tests.builders.refusals import aside
from tests.builders.street import HEADER, archive, member, row, text

from frankpledge.engine.duckdb_engine import DuckDBEngine
from frankpledge.errors import FrankpledgeError

QUICK = settings(max_examples=40, deadline=None, derandomize=True)
ENGINE = DuckDBEngine(Path(tempfile.gettempdir()) / "frankpledge-spill")
STREET = archive({member(): text([row(crime=f"{i:064x}") for i in range(6)])})
BOOK = workbook({"MYE4": [["Code", "Name", "Mid-2021"], ["E07000001", "Eastholme", 700]]})
CRIME = "f" * 64
Patch = tuple[float, int]
patches = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6)


def patched(content: bytes, changes: list[Patch]) -> bytes:
    """The bytes with some of them written over."""
    changed = bytearray(content)
    for place, byte in changes:
        changed[int(place * (len(changed) - 1))] = byte
    return bytes(changed)


def readable(plan: Drawn, source: str) -> None:
    """Admit the source; the only thing it may raise is an error made for people."""
    with tempfile.TemporaryDirectory() as place:
        folder = plan.write(Path(place))
        with suppress(FrankpledgeError):
            admitted(folder, source, ENGINE)


@QUICK
@given(patches)
def test_an_archive_with_any_bytes_changed(changes: list[Patch]) -> None:
    readable(drawn({"police.zip": patched(STREET, changes)}), "police_street")


@QUICK
@given(st.floats(0, 1))
def test_an_archive_cut_anywhere(kept: float) -> None:
    readable(drawn({"police.zip": STREET[: int(kept * len(STREET))]}), "police_street")


@QUICK
@given(patches)
def test_a_workbook_with_any_bytes_changed(changes: list[Patch]) -> None:
    plan = drawn(
        files={"mye.xlsx": patched(BOOK, changes)},
        sources={"district_population": '["mye.xlsx"]'},
    )
    readable(plan, "district_population")


@QUICK
@given(st.binary(max_size=400))
def test_a_lookup_of_any_bytes(content: bytes) -> None:
    readable(drawn(files={"lookups/changes.csv": content}), "small_area_changes")


lines = st.lists(
    st.text(alphabet=st.sampled_from(list(' ",\r\nab')), max_size=12), min_size=1, max_size=8
)


@settings(QUICK, max_examples=40)
@given(lines)
def test_no_row_is_lost_among_quotation_marks_commas_and_line_ends(dirt: list[str]) -> None:
    good = ",".join(row(crime=CRIME))
    body = [",".join(HEADER), good]
    for line in dirt:
        body += [line, good]
    content = archive({member(): ("\n".join(body) + "\n").encode()})
    with tempfile.TemporaryDirectory() as place:
        folder = drawn({"police.zip": content}).write(Path(place))
        try:
            table = admitted(folder, "police_street", ENGINE)
        except FrankpledgeError:
            return
        kept = aside(folder)
        assert table.receipt.accepted + len(kept) == table.receipt.records
        told = sum(cell.count(CRIME) for found in kept for cell in cells(found))
        assert table.receipt.accepted + told >= body.count(good)


def cells(found: dict[str, Any]) -> list[str]:
    """The cells of a row set aside, those beyond its last column too."""
    named = [value for value in found.values() if isinstance(value, str)]
    return named + list(found.get(None) or ())  # type: ignore[call-overload]
