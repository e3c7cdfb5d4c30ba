"""One whole build with a clock around each of the pipeline's calls."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

from bench.clock import Clock, peak_mib
from frankpledge import pipeline

STAGES: Mapping[str, tuple[str, ...]] = {
    "plan and take": ("read_plan", "take"),
    "admit": ("DuckDBEngine", "admit"),
    "count": ("count",),
    "map and gather": ("place_on_map", "read_residents", "gather"),
    "find": ("find",),
    "shapes": ("_atlas",),
    "release": ("release",),
    "compose": ("read_commentary", "compose"),
    "render": ("render",),
    "publish": ("_bundle", "publish"),
}
"""The stages of a build, and the names in `frankpledge.pipeline` that each is made of."""


def main() -> None:
    """Run `python -m bench.stages PLAN OUT` and print what each stage took as one line of JSON."""
    plan, out = map(Path, sys.argv[1:])
    spent = dict.fromkeys(STAGES, 0.0)
    for stage, names in STAGES.items():
        for name in names:
            setattr(pipeline, name, _timed(getattr(pipeline, name), stage, spent))
    clock = Clock()
    pipeline.build(plan, out)
    wall, cpu = clock.read()
    spent["the rest"] = wall - sum(spent.values())
    json.dump({"wall": wall, "cpu": cpu, "peak": peak_mib(), "stages": spent}, sys.stdout)


def _timed(call: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    """The same call, its time added to its stage."""

    @wraps(call)
    def timed(*args: Any, **named: Any) -> Any:
        started = time.perf_counter()
        try:
            return call(*args, **named)
        finally:
            spent[stage] += time.perf_counter() - started

    return timed


if __name__ == "__main__":
    main()
