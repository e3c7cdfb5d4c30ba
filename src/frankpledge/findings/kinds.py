"""The kinds of finding. Every number in one is a `Q`: exact before release, shown after it.

A finding's verdict, words and names hold no number. What a reader may know of them is decided at
the release door together with the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeAlias

from frankpledge.vocabulary.area import Area
from frankpledge.vocabulary.breaks import Break
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.evidence import Evidence, FindingId
from frankpledge.vocabulary.issue import IssueId
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.quantity import Exact, Q, Shown


class Question(Enum):
    """The six questions of the standard page, and what is asked of the data themselves."""

    CHANGE = "How has it changed over time?"
    SHARE = "How does it compare to other crimes?"
    TARGETS = "Did we achieve our targets?"
    PLACES = "Where are the highest areas?"
    COMMUNITIES = "Which communities are most affected?"
    PEERS = "How do we compare against other areas?"
    DATA = "What was not supplied, and what that spoils"

    @property
    def number(self) -> int:
        """Its place on the standard page."""
        return list(Question).index(self) + 1


@dataclass(frozen=True, slots=True)
class About:
    """What a finding is about, and the trail behind it."""

    id: FindingId
    question: Question
    issue: IssueId
    area: Area
    period: Period
    evidence: Evidence


class Direction(Enum):
    """The verdict on a change."""

    ROSE = "rose"
    FELL = "fell"
    NO_CLEAR_CHANGE = "no clear change"
    NOT_COMPARED = "not compared"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Level(Generic[Q]):
    """How many in the period, and the rate per thousand residents of a year's middle."""

    about: About
    count: Q
    residents: Q
    residents_year: int
    rate: Estimate[Q]
    months: tuple[Month, ...]
    monthly: tuple[Q, ...]


@dataclass(frozen=True)
class Change(Generic[Q]):
    """The count of like months in two periods, the change in per cent, and the verdict on it.

    `percent` is 100 (after / before - 1) with its 95% interval. `q` is the chance of so small a p
    among all changes of the edition, by the Benjamini-Hochberg rule; `key` says that it and the
    size of the change make it a key finding. `spoiled_by` are the breaks that forbid a verdict.
    """

    about: About
    compared_with: Period
    months: tuple[Month, ...]
    earlier_months: tuple[Month, ...]
    left_out: tuple[Month, ...]
    before: Q
    after: Q
    percent: Estimate[Q]
    p: Q
    q: Q
    direction: Direction
    key: bool
    spoiled_by: tuple[Break, ...]


class MonthKind(Enum):
    """What is known of a month."""

    SUPPLIED = "supplied"
    NOT_SUPPLIED = "not supplied"
    UNDERCOUNT = "undercount"


@dataclass(frozen=True)
class MonthCount(Generic[Q]):
    """One month's count; `side` is 1 above the usual range, -1 below it, else 0."""

    month: Month
    kind: MonthKind
    count: Q | None
    side: int


@dataclass(frozen=True)
class UsualRange(Generic[Q]):
    """The range in which all but one month in 250 of an unchanged issue fall."""

    low: Q
    usual: Q
    high: Q
    baseline: tuple[Month, ...]


@dataclass(frozen=True)
class YearCount(Generic[Q]):
    """One year's count, over the months of it that were supplied."""

    period: Period
    supplied: int
    count: Q | None


class TrendVerdict(Enum):
    """The verdict on five yearly points."""

    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_TREND = "no clear trend"
    CANNOT_BE_CALCULATED = "cannot be calculated"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Months(Generic[Q]):
    """Every month in the files, the usual range, exceptional months, and the years."""

    about: About
    series: tuple[MonthCount[Q], ...]
    usual: UsualRange[Q] | None
    clean_months: int
    breaks: tuple[Break, ...]
    years: tuple[YearCount[Q], ...]
    trend: TrendVerdict

    @property
    def exceptional(self) -> tuple[MonthCount[Q], ...]:
        """The exceptional months of the period."""
        return tuple(m for m in self.series if m.side and m.month in self.about.period)


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


class GapKind(Enum):
    """What is missing or wrong with the data."""

    MONTHS = "months not supplied"
    UNDERCOUNT = "undercount"
    NO_PLACE = "rows without a place"
    ASIDE = "rows set aside"
    REPEATS = "repeated identifiers"
    CARRIED = "small areas not carried over"
    RESIDENTS = "residents of another year"
    COVERAGE = "small areas without a type"
    SOURCE = "source not supplied"
    IGNORED = "areas not in the lookups"
    OTHER_FORCES = "recorded by other forces"


@dataclass(frozen=True)
class Gap(Generic[Q]):
    """Something missing, how much, and what it stops or spoils."""

    about: About
    kind: GapKind
    what: str
    where: str
    effect: str
    number: Q
    of: Q | None
    months: tuple[Month, ...]


@dataclass(frozen=True)
class Supply(Generic[Q]):
    """A source that was supplied: its files, and how many of their rows could be used."""

    about: About
    title: str
    publisher: str
    licence: str
    files: tuple[str, ...]
    rows: Q
    accepted: Q


@dataclass(frozen=True)
class Silence(Generic[Q]):
    """A question that cannot be answered, and why: the slot says so and never vanishes."""

    about: About
    title: str
    reason: str
    known: tuple[Q, ...] = ()


Finding: TypeAlias = (
    Level[Q]
    | Change[Q]
    | Months[Q]
    | Share[Q]
    | TargetResult[Q]
    | Places[Q]
    | Communities[Q]
    | Peers[Q]
    | Context[Q]
    | Gap[Q]
    | Supply[Q]
    | Silence[Q]
)
ExactFinding: TypeAlias = (
    Level[Exact]
    | Change[Exact]
    | Months[Exact]
    | Share[Exact]
    | TargetResult[Exact]
    | Places[Exact]
    | Communities[Exact]
    | Peers[Exact]
    | Context[Exact]
    | Gap[Exact]
    | Supply[Exact]
    | Silence[Exact]
)
ShownFinding: TypeAlias = (
    Level[Shown]
    | Change[Shown]
    | Months[Shown]
    | Share[Shown]
    | TargetResult[Shown]
    | Places[Shown]
    | Communities[Shown]
    | Peers[Shown]
    | Context[Shown]
    | Gap[Shown]
    | Supply[Shown]
    | Silence[Shown]
)
