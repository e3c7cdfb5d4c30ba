"""Do one piece of work in a process of its own, and print what it took as one line of JSON."""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path

from bench.clock import Clock, peak_mib


def main() -> None:
    """Run `python -m bench.worker WORK ARCHIVE...`."""
    arguments = argparse.ArgumentParser(prog="bench.worker")
    arguments.add_argument("work")
    arguments.add_argument("archives", nargs="*", type=Path)
    told = arguments.parse_args()
    peer = importlib.import_module(f"bench.peers.{told.work}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if hasattr(peer, "prepare"):
            peer.prepare(told.archives, folder)
        os.sync()
        gc.collect()
        clock = Clock()
        finish = peer.work(told.archives, folder)
        wall, cpu = clock.read()
        peak = peak_mib()
        counted = finish()
    said = {
        "wall": wall,
        "cpu": cpu,
        "peak": peak,
        "records": counted.records,
        "digest": counted.digest,
    }
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
