"""A bare read: DuckDB reads the same files, already unpacked, and counts their rows. No checks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from bench.peers.cells import Counted
from bench.peers.limit import COLUMNS, unzipped

COUNT = """
    SELECT count(*) FROM read_csv({files}, columns = {columns}, header = true, delim = ',',
                                  quote = '"', auto_detect = false)
"""


def prepare(archives: Sequence[Path], folder: Path) -> None:
    """Unpack the files, outside the time measured."""
    for archive in archives:
        unzipped(archive, folder)


def work(archives: Sequence[Path], folder: Path) -> Callable[[], Counted]:
    """Read and count."""
    files = [str(path) for path in sorted(folder.rglob("*-street.csv"))]
    columns = dict.fromkeys(COLUMNS, "VARCHAR")
    ((records,),) = duckdb.execute(COUNT.format(files=files, columns=columns)).fetchall()
    return lambda: Counted(records, records, 0, ())
