"""How `assessment.toml` is laid out: what each key must be. The reader turns it into a plan."""

from __future__ import annotations

from datetime import date

import msgspec

CHAPTERS = ("summary", "overview", "places", "issues", "gaps", "method", "glossary")


class _Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Refuse keys that nothing reads, so that a slip of the pen is not a silent default."""


class AssessmentTable(_Strict, frozen=True):
    """`[assessment]`: who makes it, when, for which period."""

    partnership: str
    title: str
    owner: str
    period: str
    compared_with: str
    published: date
    extracted: date | None = None
    version: str = "0.1"
    marking: str = "OFFICIAL"
    usage: str = ""
    seed: int = 1
    invented: bool = False
    chapters: tuple[str, ...] = CHAPTERS


class AreaTable(_Strict, frozen=True):
    """`[area]`: the partnership's district and the vintage of its small areas."""

    code: str
    name: str
    vintage: int


class CountyTable(_Strict, frozen=True):
    """`[county]`: the area it is compared with, and its districts."""

    code: str
    name: str
    districts: list[str]


class SourceTable(_Strict, frozen=True):
    """`[sources.x]`: which files, and how they differ from the publisher's layout."""

    files: list[str]
    columns: dict[str, str] = {}
    encoding: str = "utf-8"


class EditionTable(_Strict, frozen=True):
    """`[editions.x]`: the disclosure policy of one edition; what is left out keeps its default."""

    threshold: int | None = None
    people_below_district: bool | None = None


class TargetTable(_Strict, frozen=True):
    """`[targets.x]`: a target for one issue."""

    at_most: int
    baseline: int | None = None


class BreakTable(_Strict, frozen=True):
    """`[[breaks]]`: a break that the plan adds to those the program knows."""

    id: str
    first: str
    last: str
    short: str
    reason: str
    lasting: bool = True
    issues: list[str] = []


class PlanFile(_Strict, frozen=True):
    """The whole of `assessment.toml`."""

    assessment: AssessmentTable
    area: AreaTable
    county: CountyTable
    sources: dict[str, SourceTable]
    editions: dict[str, EditionTable] = {}
    targets: dict[str, TargetTable] = {}
    breaks: list[BreakTable] = []
