"""How the work grows: one run from archives to findings, for more and more areas."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.clock import Clock, peak_mib
from frankpledge.engine.duckdb_engine import DuckDBEngine
from frankpledge.findings.find import find
from frankpledge.findings.gather import gather
from frankpledge.intake.admit import admit
from frankpledge.intake.admitted import AdmittedTable
from frankpledge.intake.geography import Geography, place_on_map
from frankpledge.intake.received import Received, Snapshot, take
from frankpledge.intake.residents import read_residents
from frankpledge.measures.cube import count
from frankpledge.plan.assessment import Assessment, County
from frankpledge.plan.read import read_plan
from frankpledge.sources.catalogue import SOURCES
from frankpledge.sources.source import Layout
from frankpledge.vocabulary.area import Area, Level
from frankpledge.vocabulary.progress import silent

PLAN = Path(__file__).parents[1] / "examples" / "harborough-2025"
STREET = "police_street"


def main() -> None:
    """Run `python -m bench.growth AREAS ARCHIVE...`; print what it took as one line of JSON."""
    _, areas, *archives = sys.argv
    with tempfile.TemporaryDirectory() as name:
        json.dump(measure(int(areas), [Path(told) for told in archives], Path(name)), sys.stdout)


def measure(areas: int, archives: Sequence[Path], folder: Path) -> dict[str, object]:
    """Take, admit, count, and then find for so many partnerships from the same cube."""
    plan = _reading(archives, folder)
    shots = take(plan, SOURCES.values())
    engine = DuckDBEngine(plan.work)
    tables = _others(plan, shots, engine)
    clock = Clock()
    tables[STREET] = admit(plan, SOURCES[STREET], shots[STREET], engine, silent)
    intake = clock.read()
    clock = Clock()
    cube = count(tables[STREET], engine)
    counting = clock.read()
    geography = place_on_map(plan, tables)
    residents = read_residents(tables, geography, plan.period)
    received: Mapping[str, tuple[Received, ...]] = {
        name: tuple(shot.received for shot in taken) for name, taken in shots.items() if taken
    }
    plans = partnerships(plan, geography, tables[STREET])
    gathering: list[float] = []
    finding: list[float] = []
    for other in plans[:areas]:
        started = time.process_time()
        material = gather(other, cube, tables, geography, residents, received)
        gathered = time.process_time()
        find(material, silent)
        gathering.append(gathered - started)
        finding.append(time.process_time() - gathered)
    files = tables[STREET].receipt.files
    return {
        "forces": len({file.facts["force"] for file in files}),
        "rows": tables[STREET].receipt.records,
        "cells": cube.table.num_rows,
        "intake": intake,
        "count": counting,
        "partnerships": len(plans),
        "gather": gathering,
        "find": finding,
        "peak": peak_mib(),
    }


def partnerships(
    plan: Assessment, geography: Geography, street: AdmittedTable
) -> tuple[Assessment, ...]:
    """The plan for its own district, and for every other English one of the forces supplied.

    The county of each is its police force's area.
    """
    forces = {file.facts["force"] for file in street.receipt.files}
    by_force: dict[str, list[str]] = {}
    for district in sorted(geography.districts):
        force = geography.force_of.get(district, "")
        if force in forces and district.startswith("E"):
            by_force.setdefault(force, []).append(district)
    found = []
    for force, districts in by_force.items():
        county = County(force, force, tuple(districts))
        for district in districts:
            if district != plan.area.code and len(districts) > 1:
                area = Area(district, geography.districts[district], Level.DISTRICT)
                found.append(replace(plan, area=area, county=county))
    return (plan, *_spread(found))


def _spread(plans: Sequence[Assessment]) -> list[Assessment]:
    """The plans in an order that takes from every force in turn."""
    turns: dict[str, int] = {}
    keyed = []
    for plan in plans:
        turns[plan.county.code] = turns.get(plan.county.code, 0) + 1
        keyed.append((turns[plan.county.code], plan.county.code, plan))
    return [plan for _, _, plan in sorted(keyed, key=lambda key: key[:2])]


def _reading(archives: Sequence[Path], folder: Path) -> Assessment:
    """The plan of the example with some archives, its work in a folder."""
    plan = read_plan(PLAN, SOURCES)
    sources = {
        name: replace(source, patterns=tuple(str(PLAN / pattern) for pattern in source.patterns))
        for name, source in plan.sources.items()
    }
    patterns = tuple(str(archive.resolve()) for archive in archives)
    sources[STREET] = replace(sources[STREET], patterns=patterns)
    plan = replace(plan, folder=folder, sources=sources)
    plan.work.mkdir()
    return plan


def _others(
    plan: Assessment, shots: Mapping[str, tuple[Snapshot, ...]], engine: DuckDBEngine
) -> dict[str, AdmittedTable]:
    """Admit every table but the incidents, and the shapes, which no finding needs."""
    return {
        name: admit(plan, SOURCES[name], taken, engine, silent)
        for name, taken in shots.items()
        if taken and name != STREET and SOURCES[name].layout is not Layout.BOUNDARIES
    }


if __name__ == "__main__":
    main()
