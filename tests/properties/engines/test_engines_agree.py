"""DuckDB and the naive loop give equal cubes; the order of rows and of files changes nothing."""

import csv
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders.plans import Drawn, admitted, drawn
from tests.builders.street import ASB, HEADER, archive, member, row, text
from tests.spec.naive_engine import NaiveEngine

from frankpledge.engine.contract import Engine
from frankpledge.engine.duckdb_engine import DuckDBEngine
from frankpledge.errors import FrankpledgeError
from frankpledge.intake.admitted import Receipt
from frankpledge.measures.cube import count

SETTINGS = settings(max_examples=25, deadline=None, derandomize=True)
DUCKDB = DuckDBEngine(Path(tempfile.gettempdir()) / "frankpledge-spill")
MONTHS = ("2022-01", "2022-02", "2022-03")
FORCES = ("midshire", "far-and-away")
GOOD = "E01000001"

places = st.sampled_from(
    [GOOD, "E01000002", "W01000003", " E01000002 ", "", " ", "E0100000x", "E01+00001", "S01000001"]
)
categories = st.sampled_from(["Burglary", "Robbery", ASB, "Robbery ", "Piracy", ""])
months = st.sampled_from([*MONTHS, "", "2022-01-01"])
crimes = st.sampled_from(["", "a" * 64, "b" * 64, "c" * 64])
words = st.text(st.sampled_from("ab é\t,\"\n;\\'#"), max_size=8)
rows = st.builds(row, places, categories, months, crimes, words)
shapes = st.sampled_from([0, 0, 0, 0, 0, 0, -1, 1, -5])
junk = st.text(st.sampled_from('ab,"'), max_size=6)

Cells = tuple[str, ...]
Aside = dict[str, list[list[str]]]
Found = tuple[pa.Table, Receipt, Aside]


@dataclass(frozen=True)
class File:
    """One monthly file: its rows, the order of its columns, and lines of dirt below them."""

    rows: tuple[Cells, ...]
    order: tuple[int, ...]
    dirt: tuple[str, ...] = ()

    def content(self) -> bytes:
        """The file as text."""
        turned = [[cells[i] if i < len(cells) else "?" for i in self.order] for cells in self.rows]
        cut = [
            t[: len(cells)] + ["?"] * (len(cells) - len(HEADER))
            for t, cells in zip(turned, self.rows, strict=True)
        ]
        header = [HEADER[i] for i in self.order]
        return text(cut, header) + "".join(f"{line}\n" for line in self.dirt).encode()


def reshaped(cells: Cells, by: int) -> Cells:
    """A row with some cells too many or too few."""
    return cells[:by] if by < 0 else cells + ("x",) * by


orders = st.permutations(range(len(HEADER))).map(tuple)
clean_files = st.builds(File, st.lists(rows, min_size=1, max_size=8).map(tuple), orders)
dirty_files = st.builds(
    File,
    st.lists(st.builds(reshaped, rows, shapes), min_size=1, max_size=8).map(tuple),
    orders,
    st.lists(junk, max_size=2).map(tuple),
)
names = st.tuples(st.sampled_from(MONTHS), st.sampled_from(FORCES))


def members(files: dict[tuple[str, str], File]) -> dict[str, bytes]:
    return {member(*name): file.content() for name, file in files.items()}


def come_of(plan: Drawn, engine: Engine) -> Found | str:
    """What comes of a plan on an engine: cube, receipt and rows set aside, or the fault."""
    with tempfile.TemporaryDirectory() as place:
        folder = plan.write(Path(place) / "plan")
        try:
            table = admitted(folder, "police_street", engine)
        except FrankpledgeError as fault:
            return str(fault)
        return count(table, engine).table, table.receipt, trimmed(folder / "work/set-aside")


def trimmed(folder: Path) -> Aside:
    """The rows set aside, by file; one reader keeps the spaces before a cell and one does not."""
    found: Aside = {}
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.name] = [[cell.strip() for cell in cells] for cells in csv.reader(file)]
    return found


def by_file_name(found: Found | str) -> Counter[tuple[str, ...]] | str:
    """The cube with the names of files in place of their numbers."""
    if isinstance(found, str):
        return found
    table, receipt, _ = found
    cells: Counter[tuple[str, ...]] = Counter()
    for cell in table.to_pylist():
        supplied = receipt.files[cell["file"]].member
        cells[supplied, cell["lsoa"], cell["month"], cell["category"]] += cell["count"]
    return cells


@SETTINGS
@given(st.dictionaries(names, dirty_files, min_size=1, max_size=3))
def test_engines_give_equal_cubes_receipts_and_rows_set_aside(
    files: dict[tuple[str, str], File],
) -> None:
    plan = drawn({"police.zip": archive(members(files))})
    assert come_of(plan, DUCKDB) == come_of(plan, NaiveEngine())


@SETTINGS
@given(st.dictionaries(names, clean_files, min_size=1, max_size=2), st.randoms())
def test_the_order_of_rows_changes_nothing(
    files: dict[tuple[str, str], File], chance: Random
) -> None:
    shuffled = {}
    for name, file in files.items():
        turned = list(file.rows)
        chance.shuffle(turned)
        shuffled[name] = File(tuple(turned), file.order)
    before = come_of(drawn({"police.zip": archive(members(files))}), DUCKDB)
    after = come_of(drawn({"police.zip": archive(members(shuffled))}), DUCKDB)
    assert isinstance(before, str) == isinstance(after, str)
    if not isinstance(before, str) and not isinstance(after, str):
        assert before[0] == after[0]
        assert before[1].accepted == after[1].accepted
        assert before[1].repeats == after[1].repeats
        assert {a.reason: a.rows for a in before[1].aside} == {
            a.reason: a.rows for a in after[1].aside
        }


@SETTINGS
@given(st.dictionaries(names, dirty_files, min_size=2, max_size=3), st.booleans())
def test_the_order_of_files_and_archives_changes_nothing(
    files: dict[tuple[str, str], File], apart: bool
) -> None:
    made = members(files)
    turned = dict(reversed(made.items()))
    whole = drawn({"police.zip": archive(made)})
    archives = (
        {f"{i}.zip": archive({name: made[name]}) for i, name in enumerate(turned)}
        if apart
        else {"police.zip": archive(turned)}
    )
    one, other = come_of(whole, DUCKDB), come_of(drawn(archives), DUCKDB)
    if isinstance(one, str):
        assert isinstance(other, str)
    else:
        assert by_file_name(one) == by_file_name(other)
