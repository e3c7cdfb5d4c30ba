"""What an engine must do: read delimited text strictly, and count groups exactly.

An engine never divides, rounds, samples or sums floats, so every engine gives equal results.
Checks are plain portable SQL over the canonical column names, in double quotes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class TextFile:
    """A plain UTF-8 CSV to read: where it is, its header, and facts that hold for all its rows."""

    number: int
    path: Path
    header: tuple[str, ...]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Check:
    """A reason to set a row aside, and the SQL that is true of a row to be set aside."""

    reason: str
    breached_when: str


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """Files of one table: which header holds each column, and what its rows must keep to.

    The table that comes out has the columns `file` and `record` (from 1, header not counted) and
    the canonical columns named in `columns`, as text; those named in `fingerprints` are kept only
    as a 64-bit fingerprint (0 for none), since nothing but their equality is needed.
    """

    files: tuple[TextFile, ...]
    columns: Mapping[str, tuple[str, ...]]
    fingerprints: frozenset[str]
    checks: tuple[Check, ...]
    into: Path


@dataclass(frozen=True, slots=True)
class Refused:
    """A line whose shape the reader cannot accept (too many or too few columns)."""

    file: int


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of reading: rows read by file, the rows set aside, and the files refused.

    `aside` has `file`, `record`, `reason` (index of the check) and the row as it was sent.
    """

    records: Mapping[int, int]
    accepted: int
    aside: pa.Table
    refused: tuple[Refused, ...]


class Engine(Protocol):
    """One way to read and count."""

    name: str

    def read(self, request: ReadRequest) -> ReadResult:
        """Read the files, write the accepted rows to a Parquet file, give the others back."""

    def count(self, table: Path, by: tuple[str, ...]) -> pa.Table:
        """Count the rows of a Parquet table by the columns named, sorted by them."""

    def repeats(self, table: Path, column: str) -> int:
        """Count the rows whose fingerprint in a column also stands in an earlier row."""
