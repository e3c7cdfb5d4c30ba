"""Where a number comes from: measure, cube cells, method, and the rows of files behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

FindingId = NewType("FindingId", str)


@dataclass(frozen=True, slots=True)
class SourceRows:
    """How many rows of one received file stand behind a finding; `member` is inside an archive."""

    file: str
    sha256: str
    member: str
    rows: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The trail behind one finding, in words and facts a reader can check."""

    measure: str
    cells: str
    method: str
    sources: tuple[SourceRows, ...]
    seed: str = ""

    @property
    def rows(self) -> int:
        """All rows behind the finding."""
        return sum(source.rows for source in self.sources)
