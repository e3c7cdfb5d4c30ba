"""What every peer gives, so that equal work can be shown to be equal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

Cell = tuple[str, str, str, str, int]
"""Small area, month, category, member of the archive, count."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Rows read, rows accepted, rows whose identifier an earlier row has, and the counts."""

    records: int
    accepted: int
    repeats: int
    cells: tuple[Cell, ...]

    @property
    def digest(self) -> str:
        """A fingerprint of all of it; two peers that did the same work have the same one."""
        digest = hashlib.sha256(f"{self.records} {self.accepted} {self.repeats}\n".encode())
        for cell in sorted(self.cells):
            digest.update(f"{cell}\n".encode())
        return digest.hexdigest()


def cells(
    lsoas: Iterable[str],
    months: Iterable[str],
    categories: Iterable[str],
    members: Iterable[str],
    counts: Iterable[int],
) -> tuple[Cell, ...]:
    """Columns to cells."""
    return tuple(zip(lsoas, months, categories, members, counts, strict=True))
