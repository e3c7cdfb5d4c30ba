"""Ours: take, admit and count, as a build does them, from the first byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bench.peers.cells import Counted, cells
from frankpledge.engine.duckdb_engine import DuckDBEngine
from frankpledge.intake.admit import admit
from frankpledge.intake.received import take
from frankpledge.measures.cube import count
from frankpledge.plan.assessment import Assessment
from frankpledge.plan.read import read_plan
from frankpledge.sources.catalogue import SOURCES
from frankpledge.vocabulary.progress import silent

PLAN = Path(__file__).parents[2] / "examples" / "harborough-2022"
SOURCE = SOURCES["police_street"]


def work(archives: Sequence[Path], folder: Path) -> Callable[[], Counted]:
    """Do the work; what is given makes the cells comparable, outside the time measured."""
    plan = reading(archives, folder)
    snapshots = take(plan, [SOURCE])[SOURCE.id]
    engine = DuckDBEngine(plan.work)
    table = admit(plan, SOURCE, snapshots, engine, silent)
    cube = count(table, engine).table

    def counted() -> Counted:
        receipt = table.receipt
        names = [file.member for file in receipt.files]
        lsoas, months, categories, numbers, counts = (c.to_pylist() for c in cube.columns)
        members = (names[number] for number in numbers)
        return Counted(
            receipt.records,
            receipt.accepted,
            receipt.repeats,
            cells(lsoas, months, categories, members, counts),
        )

    return counted


def reading(archives: Sequence[Path], folder: Path) -> Assessment:
    """The plan of an example, reading some archives and working in a folder."""
    plan = read_plan(PLAN, SOURCES)
    patterns = tuple(str(archive.resolve()) for archive in archives)
    street = replace(plan.sources[SOURCE.id], patterns=patterns)
    plan = replace(plan, folder=folder, sources={SOURCE.id: street})
    plan.work.mkdir(parents=True)
    return plan
