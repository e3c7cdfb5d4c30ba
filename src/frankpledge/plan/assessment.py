"""An Assessment: everything a plan decides, checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from frankpledge.vocabulary.area import Area, Vintage
from frankpledge.vocabulary.breaks import Break
from frankpledge.vocabulary.issue import IssueId
from frankpledge.vocabulary.period import Period


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """One edition's readers and disclosure policy.

    `threshold`: counts about people from 1 up to this less one are withheld.
    `people_below_district` says whether they may be shown for areas smaller than a district.
    """

    name: str
    threshold: int
    people_below_district: bool


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """The files of one source: patterns beside the plan, with what must be known to read them."""

    patterns: tuple[str, ...]
    columns: Mapping[str, str]
    encoding: str
    line: int


@dataclass(frozen=True, slots=True)
class Target:
    """A target for one issue: the count it must not pass, and what it started from."""

    issue: IssueId
    at_most: int
    baseline: int | None


@dataclass(frozen=True, slots=True)
class County:
    """The county (or other wider area) that the district is compared with."""

    code: str
    name: str
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment: who, where, when, from which files, for whom."""

    folder: Path
    partnership: str
    owner: str
    title: str
    version: str
    marking: str
    published: date
    extracted: date | None
    usage: str
    area: Area
    county: County
    period: Period
    compared_with: Period
    vintage: Vintage
    seed: int
    chapters: tuple[str, ...]
    sources: Mapping[str, SourcePlan]
    editions: tuple[EditionPlan, ...]
    targets: tuple[Target, ...]
    breaks: tuple[Break, ...]
    invented: bool

    @property
    def work(self) -> Path:
        """The private folder of the plan: admitted tables, cubes, rows set aside."""
        return self.folder / "work"
