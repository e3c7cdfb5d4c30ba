"""What could be used, and every reason something could not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from frankpledge.intake.received import Received


@dataclass(frozen=True, slots=True)
class SuppliedFile:
    """One file of rows: what it came in, what holds for all its rows, and how many it had."""

    number: int
    received: Received
    member: str
    facts: Mapping[str, str]
    records: int

    @property
    def where(self) -> str:
        """The name a person knows it by."""
        return f"{self.received.name}/{self.member}" if self.member else self.received.name


@dataclass(frozen=True, slots=True)
class SetAside:
    """Rows set aside for one reason: how many, where the first is, what can be done."""

    reason: str
    remedy: str
    rows: int
    first_file: str
    first_line: int
    by_file: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of one source: its files, rows read, accepted and set aside."""

    source: str
    files: tuple[SuppliedFile, ...]
    accepted: int
    aside: tuple[SetAside, ...]
    repeats: int

    @property
    def records(self) -> int:
        """All rows read."""
        return sum(file.records for file in self.files)


@dataclass(frozen=True, slots=True)
class AdmittedTable:
    """The accepted rows of one source, in a private Parquet file, with the receipt for them."""

    receipt: Receipt
    path: Path

    def column(self, name: str) -> list[str]:
        """Read one column of text."""
        values: list[str] = pq.read_table(self.path, columns=[name])[name].to_pylist()
        return values

    def columns(self, *names: str) -> list[tuple[str, ...]]:
        """Read some columns of text, a tuple a row."""
        table = pq.read_table(self.path, columns=list(names))
        return list(zip(*(table[name].to_pylist() for name in names), strict=True))
