"""The whole assessment, as the calls below: files to counts to findings to what may be seen."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from frankpledge.bundle.make import FINDINGS, MANIFEST, as_json, findings_json
from frankpledge.bundle.manifest import manifest
from frankpledge.document.chapters import compose
from frankpledge.engine.duckdb_engine import DuckDBEngine
from frankpledge.figures.atlas import Atlas
from frankpledge.figures.geometry import Boundary, build_atlas
from frankpledge.findings.find import find
from frankpledge.findings.gather import gather
from frankpledge.findings.material import Material
from frankpledge.intake.admit import admit
from frankpledge.intake.admitted import AdmittedTable
from frankpledge.intake.boundaries import read_outlines
from frankpledge.intake.geography import place_on_map
from frankpledge.intake.received import Received, Snapshot, take
from frankpledge.intake.residents import read_residents
from frankpledge.measures.cube import count
from frankpledge.outputs.html import render
from frankpledge.outputs.publish import publish, recover
from frankpledge.plan.assessment import Assessment
from frankpledge.plan.commentary import read_commentary
from frankpledge.plan.read import read_plan
from frankpledge.release.door import Edition, release
from frankpledge.sources.catalogue import SOURCES
from frankpledge.sources.source import Layout
from frankpledge.vocabulary.progress import Progress, silent

DOCUMENT = "assessment.html"
Snapshots = Mapping[str, tuple[Snapshot, ...]]


@dataclass(frozen=True)
class Counted:
    """A plan whose files have been taken, admitted and counted."""

    plan: Assessment
    snapshots: Snapshots
    tables: Mapping[str, AdmittedTable]
    material: Material

    @property
    def received(self) -> tuple[Received, ...]:
        """Every received file, in the order of the catalogue."""
        return tuple(shot.received for shots in self.snapshots.values() for shot in shots)


def build(folder: Path, out: Path, progress: Progress = silent) -> tuple[Edition, ...]:
    """Build both bundles of a plan into `out`, all or nothing."""
    recover(out)
    counted = counts(folder, progress)
    plan = counted.plan
    findings = find(counted.material, progress)
    commentary = read_commentary(plan.folder / "commentary")
    atlas = _atlas(counted)
    editions = release(plan, findings)
    files: dict[str, bytes] = {}
    for i, edition in enumerate(editions):
        progress("Writing", i, len(editions))
        document = compose(plan, edition, commentary)
        files |= _bundle(counted, edition, {DOCUMENT: render(document, atlas).encode()})
    publish(files, out)
    return editions


def counts(folder: Path, progress: Progress = silent) -> Counted:
    """Take, admit and count a plan's files."""
    plan = read_plan(folder, SOURCES)
    _tidy(plan.work)
    snapshots = take(plan, SOURCES.values())
    engine = DuckDBEngine(plan.work)
    tables: dict[str, AdmittedTable] = {}
    for i, (name, shots) in enumerate(snapshots.items()):
        progress("Reading", i, len(snapshots))
        if shots and SOURCES[name].layout is not Layout.BOUNDARIES:
            tables[name] = admit(plan, SOURCES[name], shots, engine, progress)
    progress("Counting", 0, 0)
    cube = count(tables["police_street"], engine)
    geography = place_on_map(plan, tables)
    residents = read_residents(tables, geography, plan.period)
    received = {n: tuple(s.received for s in shots) for n, shots in snapshots.items() if shots}
    material = gather(plan, cube, tables, geography, residents, received)
    return Counted(plan, snapshots, tables, material)


def _tidy(work: Path) -> None:
    """Make the private folder, without what a killed run left unpacked in it."""
    work.mkdir(exist_ok=True)
    for left in work.glob("unpacked-*"):
        shutil.rmtree(left)


def _atlas(counted: Counted) -> Atlas | None:
    """The shapes for the maps, where boundaries were supplied."""
    outlines = read_outlines(counted.snapshots["boundaries"])
    if not outlines:
        return None
    boundaries = [Boundary(o.code, o.name, o.district, o.shape) for o in outlines]
    plan = counted.plan
    names = counted.material.geography.districts
    return build_atlas(boundaries, plan.area.code, plan.county.districts, names)


def _bundle(counted: Counted, edition: Edition, files: dict[str, bytes]) -> dict[str, bytes]:
    """One edition's files, under its folder, the manifest last."""
    files = files | {FINDINGS: findings_json(edition)}
    receipts = {name: table.receipt for name, table in counted.tables.items()}
    said = manifest(counted.plan, edition, counted.received, receipts, files)
    files = files | {MANIFEST: as_json(said)}
    return {f"{edition.policy.name}/{name}": content for name, content in files.items()}
