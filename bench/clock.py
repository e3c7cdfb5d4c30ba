"""Time and memory of this process."""

from __future__ import annotations

import resource
import sys
import time

UNIT = 1 << 20 if sys.platform == "darwin" else 1 << 10
"""macOS gives bytes, Linux kibibytes."""


class Clock:
    """Wall and processor seconds since it was made; all threads are counted."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Wall seconds, processor seconds."""
        return time.perf_counter() - self._wall, time.process_time() - self._cpu


def peak_mib() -> int:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // UNIT
