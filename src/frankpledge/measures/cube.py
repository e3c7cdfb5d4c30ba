"""The cube: every small area, month, category and file of the incidents, as exact counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from frankpledge.engine.contract import Engine
from frankpledge.intake.admitted import AdmittedTable

BY = ("lsoa", "month", "category", "file")
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Cube:
    """Counts of incidents, columnar, one row a cell that is not zero, sorted by its cells."""

    table: pa.Table

    @cached_property
    def count(self) -> Ints:
        """The counts."""
        return np.asarray(self.table["count"].to_numpy(), dtype=np.int64)

    def where(self, keep: npt.NDArray[np.bool_]) -> Cube:
        """The cube of some of its cells."""
        return Cube(self.table.filter(pa.array(keep)))

    def coded(self, column: str) -> tuple[list[str], Ints]:
        """The distinct values of a column, and for each row the index of its value."""
        if column not in self._codes:
            self._codes[column] = self._encoded(column)
        return self._codes[column]

    @cached_property
    def _codes(self) -> dict[str, tuple[list[str], Ints]]:
        """The columns encoded so far: several questions ask for the same ones."""
        return {}

    def _encoded(self, column: str) -> tuple[list[str], Ints]:
        """Encode a column."""
        encoded = self.table[column].combine_chunks().dictionary_encode()
        codes = np.asarray(encoded.indices.to_numpy(zero_copy_only=False), dtype=np.int64)
        return [str(value) for value in encoded.dictionary.to_pylist()], codes


def count(table: AdmittedTable, engine: Engine) -> Cube:
    """Count every area, month, category and file in one grouped query."""
    return Cube(engine.count(table.path, BY))
