"""The trail from a finding back to the rows: how many of which file stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from frankpledge.intake.admitted import Receipt, SuppliedFile
from frankpledge.measures.cube import Cube, Ints
from frankpledge.vocabulary.evidence import Evidence, SourceRows
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.period import Month


@dataclass(frozen=True)
class Trail:
    """Row counts by district, month, category and file, in parallel arrays."""

    files: tuple[SuppliedFile, ...]
    districts: tuple[str, ...]
    months: tuple[str, ...]
    categories: tuple[str, ...]
    cells: Ints
    rows: Ints

    def evidence(
        self,
        issue: Issue,
        districts: Iterable[str],
        months: Iterable[Month],
        method: str,
        seed: str = "",
        others: tuple[SourceRows, ...] = (),
    ) -> Evidence:
        """The evidence for an issue in some districts and months."""
        wanted_districts, wanted_months = set(districts), sorted(set(months))
        sources = self._sources(issue, wanted_districts, {str(m) for m in wanted_months})
        span = f"{wanted_months[0]} to {wanted_months[-1]}" if wanted_months else "no months"
        named = (
            ", ".join(sorted(wanted_districts))
            if len(wanted_districts) < 9
            else (f"{len(wanted_districts)} districts")
        )
        kinds = "; ".join(issue.categories)
        return Evidence(
            f"{issue.name}: rows of the street-level files in the categories {kinds}",
            f"small areas of {named} × {many(len(wanted_months), 'month', 'months')} ({span}) × "
            f"{many(len(issue.categories), 'category', 'categories')}, summed",
            method,
            (*sources, *others),
            seed,
        )

    def _sources(
        self, issue: Issue, districts: set[str], months: set[str]
    ) -> tuple[SourceRows, ...]:
        """Sum the rows by file over the cells wanted."""
        keep = (
            np.isin(self.cells[0], [i for i, d in enumerate(self.districts) if d in districts])
            & np.isin(self.cells[1], [i for i, m in enumerate(self.months) if m in months])
            & np.isin(
                self.cells[2], [i for i, c in enumerate(self.categories) if c in issue.categories]
            )
        )
        sums = np.bincount(self.cells[3][keep], weights=self.rows[keep], minlength=len(self.files))
        return tuple(
            SourceRows(file.received.name, file.received.sha256, file.member, int(sums[i]))
            for i, file in enumerate(self.files)
            if sums[i]
        )


def many(number: int, one: str, several: str) -> str:
    """A number with the word that fits it."""
    return f"{number} {one if number == 1 else several}"


def trail(cube: Cube, receipt: Receipt, district_of: Mapping[str, str]) -> Trail:
    """Sum the cube to districts, keeping months, categories and files."""
    lsoas, lsoa = cube.coded("lsoa")
    names = sorted({district_of.get(code, "") for code in lsoas})
    index = {name: i for i, name in enumerate(names)}
    district = np.array([index[district_of.get(code, "")] for code in lsoas], dtype=np.int64)[lsoa]
    months, month = cube.coded("month")
    categories, category = cube.coded("category")
    file = np.asarray(cube.table["file"].to_numpy(), dtype=np.int64)
    shape = (len(names), len(months), len(categories), len(receipt.files))
    flat = np.ravel_multi_index((district, month, category, file), shape)
    cells, place = np.unique(flat, return_inverse=True)
    rows = np.bincount(place, weights=cube.count).astype(np.int64)
    return Trail(
        receipt.files,
        tuple(names),
        tuple(months),
        tuple(categories),
        np.array(np.unravel_index(cells, shape), dtype=np.int64),
        rows,
    )
