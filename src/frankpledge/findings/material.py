"""The material that findings are found in: exact counts and what is known of places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from frankpledge.findings.trail import Trail
from frankpledge.intake.admitted import Receipt
from frankpledge.intake.geography import Geography
from frankpledge.intake.received import Received
from frankpledge.intake.residents import Residents
from frankpledge.measures.panel import Bools, Panel
from frankpledge.plan.assessment import Assessment
from frankpledge.vocabulary.area import Area, Level
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.period import Month, Period


@dataclass(frozen=True)
class NationalCount:
    """Recorded crime of the area in the national statistics, in their own year."""

    period: Period
    total: int


@dataclass(frozen=True)
class Neighbourhoods:
    """What small areas are like: income deprivation fifth (1 the most) and census type.

    `variables` names the figures that describe districts when neighbours are chosen; `features`
    has a row of them for each district.
    """

    fifth: Mapping[str, int]
    kind: Mapping[str, str]
    kinds_known: bool
    variables: tuple[str, ...]
    features: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class Material:
    """Everything that the questions are asked of.

    `districts` and `small` are panels; `clean` (districts, months) says which months are supplied
    and are no undercount.
    """

    plan: Assessment
    geography: Geography
    residents: Residents
    districts: Panel
    clean: Bools
    small: Panel
    neighbourhoods: Neighbourhoods
    national: tuple[NationalCount, ...]
    most_similar: tuple[str, ...]
    receipts: Mapping[str, Receipt]
    not_supplied: tuple[str, ...]
    received: Mapping[str, tuple[Received, ...]]
    trail: Trail
    ignored: int
    elsewhere: int
    not_carried: frozenset[str]
    vintages: Mapping[str, str]

    @property
    def own(self) -> str:
        """The code of the plan's district."""
        return self.plan.area.code

    def clean_months(self, district: str) -> frozenset[Month]:
        """The months of a district that can be compared."""
        row = self.clean[self.districts.areas.index(district)]
        return frozenset(m for m, good in zip(self.districts.months, row, strict=True) if good)

    def supplied_months(self, district: str) -> frozenset[Month]:
        """The months of a district that were supplied."""
        row = self.districts.has(district)
        return frozenset(m for m, has in zip(self.districts.months, row, strict=True) if has)

    def in_period(self, district: str) -> tuple[Month, ...]:
        """The months of the period that can be counted for a district: supplied, no undercount."""
        clean = self.clean_months(district)
        return tuple(month for month in self.plan.period if month in clean)

    def district(self, code: str) -> Area:
        """A district as an area."""
        return Area(code, self.geography.districts.get(code, code), Level.DISTRICT)

    def own_count(self, issue: Issue, months: tuple[Month, ...]) -> np.int64:
        """The district's count of an issue over some months."""
        row = self.districts.areas.index(self.own)
        total: np.int64 = self.districts.total(issue.id, months)[row]
        return total
