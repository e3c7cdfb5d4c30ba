"""Findings that set an issue or an area among others: shares, targets, places, peers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic

from frankpledge.findings.about import About
from frankpledge.vocabulary.area import Area
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.issue import IssueId
from frankpledge.vocabulary.quantity import Q


@dataclass(frozen=True)
class IssueShare(Generic[Q]):
    """One issue's count and its share of all."""

    issue: IssueId
    count: Q
    share: Q


@dataclass(frozen=True)
class Share(Generic[Q]):
    """The issue among the others, ranked by count: its rank, and how many there are."""

    about: About
    shares: tuple[IssueShare[Q], ...]
    count: Q
    share: Q
    rank: Q
    of: int


class TargetVerdict(Enum):
    """Whether a target was met."""

    MET = "met"
    MISSED = "missed"
    NOT_GRADED = "not graded"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class TargetResult(Generic[Q]):
    """A target, its start, what came, and by how many it was missed (below 0: met by)."""

    about: About
    target: Q
    baseline: Q | None
    actual: Q
    missed_by: Q
    verdict: TargetVerdict


class PlaceLevel(Enum):
    """The class of a small area against the rest of the county."""

    TOO_FEW = -1
    NOT_ABOVE = 0
    ABOVE_AVERAGE = 1
    VERY_HIGH = 2
    SIGNIFICANTLY_HIGH = 3
    NOT_AVAILABLE = -2
    WITHHELD = -3


HIGH_LEVELS = (
    PlaceLevel.ABOVE_AVERAGE,
    PlaceLevel.VERY_HIGH,
    PlaceLevel.SIGNIFICANTLY_HIGH,
)


@dataclass(frozen=True)
class Place(Generic[Q]):
    """One small area: its names, count, rate, class, and its rank in the county, now and before."""

    code: str
    name: str
    local_name: str
    district: str
    count: Q
    rate: Estimate[Q]
    level: PlaceLevel
    rank: Q
    rank_before: Q | None


@dataclass(frozen=True)
class Places(Generic[Q]):
    """Every small area of the county classed; the five of the district with most."""

    about: About
    places: tuple[Place[Q], ...]
    top: tuple[Place[Q], ...]
    half_in: Q
    own: int
    not_available: int
    residents_year: int
    rank_before_reason: str

    def in_district(self, level: PlaceLevel) -> int:
        """How many of the district's areas are in a class."""
        return sum(p.level is level and p.district == self.about.area.code for p in self.places)

    def in_county(self, level: PlaceLevel) -> int:
        """How many of the county's areas are in a class."""
        return sum(p.level is level for p in self.places)


@dataclass(frozen=True)
class GroupIndex(Generic[Q]):
    """One group's index, 100 being the county; None where the group is too small to show."""

    name: str
    areas: int
    own_areas: int
    index: Estimate[Q] | None
    observed: Q
    clear: bool


@dataclass(frozen=True)
class Communities(Generic[Q]):
    """The index of each group of small areas; `by` is what they are grouped by."""

    about: About
    by: str
    groups: tuple[GroupIndex[Q], ...]
    unclassed: int
    areas: int


class PeerGroup(Enum):
    """Whom the area is compared with."""

    COUNTY = "the other districts of the county"
    MOST_SIMILAR = "its most similar group"
    STATISTICAL = "its statistical neighbours"


class Standing(Enum):
    """The verdict on a comparison with others."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Peer(Generic[Q]):
    """One area of a comparison."""

    area: Area
    count: Q
    rate: Estimate[Q]
    own: bool


@dataclass(frozen=True)
class Peers(Generic[Q]):
    """Rates sorted from the highest, the centre of the others without the own area, the verdict."""

    about: About
    group: PeerGroup
    peers: tuple[Peer[Q], ...]
    centre: Q
    difference: Estimate[Q]
    p: Q
    q: Q
    rank: Estimate[Q]
    of: int
    standing: Standing
    key: bool
    variables: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Context(Generic[Q]):
    """The national statistics in their own year: context, never compared with the plan's period."""

    about: About
    count: Q
    count_before: Q | None
