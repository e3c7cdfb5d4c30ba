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
    def by_file(self) -> tuple[SourceRows, ...]:
        """The rows of each received file, its members summed; `member` then says how many."""
        files: dict[tuple[str, str], list[SourceRows]] = {}
        for source in self.sources:
            files.setdefault((source.file, source.sha256), []).append(source)
        return tuple(
            SourceRows(
                file,
                sha256,
                found[0].member if len(found) == 1 else f"{len(found)} files inside it",
                sum(source.rows for source in found),
            )
            for (file, sha256), found in files.items()
        )

    @property
    def rows(self) -> int:
        """All rows behind the finding."""
        return sum(source.rows for source in self.sources)
