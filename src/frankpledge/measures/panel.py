"""Panels: issue by area by month, dense, with what was supplied kept beside the counts.

A count of nought in a month that was supplied is a true zero. In a month that was not supplied, or
for an area that could not be carried over, there is no count: `supplied` is False there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from frankpledge.measures.cube import Cube, Ints
from frankpledge.vocabulary.issue import CATEGORIES, Issue, IssueId
from frankpledge.vocabulary.period import Month

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Panel:
    """Counts of shape (issues, areas, months), and whether each (area, month) was supplied."""

    issues: tuple[IssueId, ...]
    areas: tuple[str, ...]
    months: tuple[Month, ...]
    counts: Ints
    supplied: Bools

    @cached_property
    def _row(self) -> dict[str, int]:
        """Where each area stands."""
        return {area: i for i, area in enumerate(self.areas)}

    def issue(self, issue: IssueId) -> Ints:
        """The counts of one issue: (areas, months)."""
        found: Ints = self.counts[self.issues.index(issue)]
        return found

    def of(self, issue: IssueId, area: str) -> Ints:
        """The counts of one issue in one area, by month."""
        found: Ints = self.issue(issue)[self._row[area]]
        return found

    def has(self, area: str) -> Bools:
        """Which months were supplied for an area."""
        found: Bools = self.supplied[self._row[area]]
        return found

    def at(self, months: Sequence[Month]) -> Ints:
        """The positions of some months; a month outside the panel has none."""
        first, last = self.months[0].ordinal, self.months[-1].ordinal
        wanted = [m.ordinal - first for m in months if first <= m.ordinal <= last]
        return np.asarray(wanted, dtype=np.int64)

    def total(self, issue: IssueId, months: Sequence[Month]) -> Ints:
        """The sum over some months, by area."""
        found: Ints = self.issue(issue)[:, self.at(months)].sum(axis=1)
        return found


def panel(
    cube: Cube,
    issues: Sequence[Issue],
    area_of: Mapping[str, str],
    areas: Sequence[str],
    months: Sequence[Month],
    supplied: Bools,
) -> Panel:
    """Sum the cube into a panel; small areas that `area_of` does not place are left out."""
    position = {code: i for i, code in enumerate(areas)}
    lsoas, lsoa = cube.coded("lsoa")
    place = np.array([position.get(area_of.get(code, ""), -1) for code in lsoas], dtype=np.int64)
    names, month = cube.coded("month")
    first = months[0].ordinal
    when = np.array([Month.parse(name).ordinal - first for name in names], dtype=np.int64)
    kinds, kind = cube.coded("category")
    what = np.array([CATEGORIES.index(name) for name in kinds], dtype=np.int64)
    keep = (place[lsoa] >= 0) & (when[month] >= 0) & (when[month] < len(months))
    shape = (len(CATEGORIES), len(areas), len(months))
    cells = np.ravel_multi_index((what[kind][keep], place[lsoa][keep], when[month][keep]), shape)
    flat = np.zeros(int(np.prod(shape)), dtype=np.int64)
    np.add.at(flat, cells, cube.count[keep])
    by_category = flat.reshape(shape)
    counts = np.stack(
        [
            by_category[[CATEGORIES.index(c) for c in issue.categories]].sum(axis=0)
            for issue in issues
        ]
    )
    return Panel(tuple(issue.id for issue in issues), tuple(areas), tuple(months), counts, supplied)
