"""Run `python -m bench`: every measurement in one run, as tables and as `build/bench.json`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.run import ROOT, run, table
from bench.sample import Sample, ratio, same_work

SHARED = ROOT.parent / "shared"
POLICE = SHARED / "data" / "police-uk"
OUT = ROOT / "build" / "bench.json"
PEERS = {
    "ours": "ours",
    "limit": "the limit: plain DuckDB, same work",
    "bare": "a bare read: rows counted, no more",
    "pandas_well": "pandas written well, same work",
}
HOME = ("leicestershire-2024-01-to-2024-04.zip", "leicestershire-2025.zip")
EIGHT = (*HOME, "neighbouring-forces-2025.zip")
ALL = (*EIGHT, "other-forces-2025.zip")
AREAS = (1, 5, 10, 40)
GROWTH = ((10, HOME), (10, EIGHT), (40, ALL))
"""How many partnerships are found for from one cube, and the archives that it counts."""
ABSENT = """
****************************************************************************************
  ../shared/data IS NOT THERE. These benchmarks are of real police archives and need it.
  Only the demo's invented county is measured here; its ratios say little about real data.
****************************************************************************************
"""


def main() -> int:
    """Measure what can be measured here."""
    real = POLICE.is_dir()
    if not real:
        print(ABSENT)
    print("Ratios of one run, side by side; what else the machine does weighs on both sides.\n")
    said: dict[str, Any] = {"real_data": real, "peers": {}, "growth": [], "stages": {}}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if real:
            first = [POLICE / "leicestershire-2019-12-to-2022-10.zip"]
            said["peers"]["1 force, 35 months"] = peers("1 force, 35 months", first, rounds=5)
            every = [POLICE / archive for archive in ALL[1:]]
            said["peers"]["23 forces, 2025"] = peers("23 forces, 2025", every, rounds=3)
            said["growth"] = growth()
        demo = invented(folder / "demo")
        if not real:
            archives = sorted((demo / "inbox").glob("police-*.zip"))
            said["peers"]["the demo"] = peers("the demo", archives, rounds=5)
        said["stages"] = stages(demo, folder, real)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    print(f"All of it: {OUT.relative_to(ROOT)}")
    return 0


def peers(what: str, archives: Sequence[Path], rounds: int) -> dict[str, Any]:
    """Intake and cube against the peers in turn: ours, limit, bare, pandas, ours, limit, and on."""
    samples: dict[str, list[Sample]] = {peer: [] for peer in PEERS}
    for _ in range(rounds):
        for peer, series in samples.items():
            series.append(Sample(**run("worker", peer, *archives)))
    same_work([s for peer, series in samples.items() if peer != "bare" for s in series])
    ours = samples["ours"]
    if {s.records for s in samples["bare"]} != {ours[0].records}:
        raise SystemExit("The bare read did not read as many rows.")
    print(f"Intake and cube: {what}, {ours[0].records:,} rows, {rounds} rounds")
    said: dict[str, Any] = {"records": ours[0].records, "rounds": rounds}
    rows = []
    for peer, series in samples.items():
        said[peer] = {
            "wall": [s.wall for s in series],
            "cpu": [s.cpu for s in series],
            "peak_mib": max(s.peak for s in series),
        }
        wall = ratio([s.wall for s in ours], [s.wall for s in series])
        cpu = ratio([s.cpu for s in ours], [s.cpu for s in series])
        rows.append(
            (
                PEERS[peer],
                f"{median(said[peer]['wall']):.2f}",
                f"{median(said[peer]['cpu']):.2f}",
                f"{said[peer]['peak_mib']:,}",
                "" if peer == "ours" else str(wall),
                "" if peer == "ours" else str(cpu),
            )
        )
    head = ("", "wall s", "CPU s", "peak MiB", "ours/this, wall", "ours/this, CPU")
    table(head, rows)
    return said


def growth() -> list[dict[str, Any]]:
    """One force, eight, twenty-three."""
    print("Growth: the year 2025 with January to April 2024 (CPU seconds)")
    found = [run("growth", areas, *(POLICE / name for name in names)) for areas, names in GROWTH]
    head = ("", *(f"{one['forces']} force{'s' * (one['forces'] > 1)}" for one in found))
    rows = [
        ("rows", *(f"{one['rows']:,}" for one in found)),
        ("cells of the cube", *(f"{one['cells']:,}" for one in found)),
        ("intake", *(f"{one['intake'][1]:.2f}" for one in found)),
        ("intake, µs a row", *(f"{1e6 * one['intake'][1] / one['rows']:.2f}" for one in found)),
        ("count", *(f"{one['count'][1]:.2f}" for one in found)),
        ("count, µs a row", *(f"{1e6 * one['count'][1] / one['rows']:.2f}" for one in found)),
        *_areas("gather", found),
        *_areas("find", found),
        ("peak MiB", *(f"{one['peak']:,}" for one in found)),
    ]
    table(head, rows)
    return found


def _areas(stage: str, found: Sequence[dict[str, Any]]) -> list[tuple[str, ...]]:
    """The cost of an area after counting, over one partnership and over more from the same cube."""
    return [
        (
            f"{stage}, an area, of {some}",
            *(
                f"{sum(one[stage][:some]) / some:.2f}" if len(one[stage]) >= some else "–"
                for one in found
            ),
        )
        for some in AREAS
    ]


def stages(demo: Path, folder: Path, real: bool) -> dict[str, Any]:
    """The whole build by stage, from nothing and again with its tables admitted."""
    built = {"demo": demo}
    if real:
        built["harborough-2022"] = copied("harborough-2022", folder)
    said = {}
    for name, plan in built.items():
        for time in ("from nothing", "again"):
            said[f"{name}, {time}"] = run("stages", plan, folder / f"{name}-output")
    print("The whole build by stage (wall seconds, share of the whole)")
    rows = [
        (stage, *(f"{one['stages'][stage]:.2f} {_share(one, stage):>4}" for one in said.values()))
        for stage in next(iter(said.values()))["stages"]
    ]
    rows.append(("the whole", *(f"{one['wall']:.2f} 100%" for one in said.values())))
    rows.append(("CPU s", *(f"{one['cpu']:.2f}     " for one in said.values())))
    rows.append(("peak MiB", *(f"{one['peak']:,}     " for one in said.values())))
    table(("", *said), rows)
    return said


def _share(one: dict[str, Any], stage: str) -> str:
    return f"{100 * one['stages'][stage] / one['wall']:.0f}%"


def invented(folder: Path) -> Path:
    """The demo's plan and files."""
    from frankpledge.demo.plan import write_plan

    write_plan(folder)
    return folder


def copied(example: str, folder: Path) -> Path:
    """An example's plan in a folder of its own, so that its work is thrown away afterwards."""
    plan = folder / example
    ignored = shutil.ignore_patterns("work", "output*")
    shutil.copytree(ROOT / "examples" / example, plan, ignore=ignored)
    file = plan / "assessment.toml"
    text = file.read_text(encoding="utf-8").replace("../../../shared", SHARED.as_posix())
    file.write_text(text, encoding="utf-8")
    return plan


if __name__ == "__main__":
    sys.exit(main())
