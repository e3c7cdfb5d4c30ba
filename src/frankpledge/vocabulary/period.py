"""Months and periods: whole calendar months, since that is how crime is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import total_ordering

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@total_ordering
@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month, kept as months since year 0 so that arithmetic is plain."""

    ordinal: int

    @classmethod
    def of(cls, year: int, month: int) -> Month:
        """Make a month from its year and its number from 1 to 12."""
        return cls(year * 12 + month - 1)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `2022-10`; raise ValueError for anything else."""
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
            raise ValueError(f"{text!r} is not a month; write it as 2022-10")
        return cls.of(int(text[:4]), int(text[5:]))

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.ordinal // 12

    @property
    def in_year(self) -> int:
        """The month of the year, 1 to 12."""
        return self.ordinal % 12 + 1

    @property
    def name(self) -> str:
        """The month in words with its year: October 2022."""
        return f"{MONTH_NAMES[self.in_year - 1]} {self.year}"

    def __add__(self, months: int) -> Month:
        """Give the month so many months later."""
        return Month(self.ordinal + months)

    def __lt__(self, other: Month) -> bool:
        """Order months in time."""
        return self.ordinal < other.ordinal

    def __str__(self) -> str:
        """Write the month as the data do: 2022-10."""
        return f"{self.year:04d}-{self.in_year:02d}"


@dataclass(frozen=True, slots=True)
class Period:
    """A run of whole months, both ends included."""

    first: Month
    last: Month

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise ValueError(f"the period ends ({self.last}) before it begins ({self.first})")

    def __iter__(self) -> Iterator[Month]:
        """Give each month in order."""
        return (Month(o) for o in range(self.first.ordinal, self.last.ordinal + 1))

    def __len__(self) -> int:
        """Count the months."""
        return self.last.ordinal - self.first.ordinal + 1

    def __contains__(self, month: Month) -> bool:
        """Say whether the month lies in the period."""
        return self.first <= month <= self.last

    def overlaps(self, other: Period) -> bool:
        """Say whether the two periods share a month."""
        return self.first <= other.last and other.first <= self.last

    @property
    def name(self) -> str:
        """The period in words: year ending October 2022, January to April 2025, 2025."""
        if self.first == self.last:
            return self.first.name
        if len(self) == 12:
            if self.first.in_year == 1:
                return str(self.first.year)
            return f"year ending {self.last.name}"
        if self.first.year == self.last.year:
            return f"{MONTH_NAMES[self.first.in_year - 1]} to {self.last.name}"
        return f"{self.first.name} to {self.last.name}"

    def __str__(self) -> str:
        """Write the period as two months: 2021-11/2022-10."""
        return f"{self.first}/{self.last}"


def in_words(months: tuple[Month, ...]) -> str:
    """Name a set of months as briefly as is clear, runs as runs."""
    runs: list[Period] = []
    for month in sorted(months):
        if runs and runs[-1].last + 1 == month:
            runs[-1] = Period(runs[-1].first, month)
        else:
            runs.append(Period(month, month))
    names = [run.name for run in runs]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
