"""Pictures as data: what each chart and map shows, before anything is drawn.

Every value here has passed the release door already; None stands for a number that is withheld or
was not supplied. The drawing modules turn a spec into SVG, twice: wide and narrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from frankpledge.vocabulary.period import Month, Period


class MonthState(Enum):
    """What is known of one month."""

    SUPPLIED = "supplied"
    NOT_SUPPLIED = "not supplied"
    UNDERCOUNT = "undercount"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """One month of a series; an exceptional month is marked with a diamond and its label."""

    month: Month
    value: float | None
    state: MonthState
    exceptional: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The usual range of a month, drawn from `first` to the end of the series."""

    first: Month
    low: float
    usual: float
    high: float


@dataclass(frozen=True, slots=True)
class Wash:
    """A stretch of months not compared, with its words inside the wash (Covid restrictions)."""

    period: Period
    words: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A definition break: a vertical line with its words at the top."""

    month: Month
    words: str


@dataclass(frozen=True, slots=True)
class MonthsChart:
    """A monthly series with gaps, usual range, exceptional months and what was compared."""

    unit: str
    points: tuple[MonthPoint, ...]
    band: Band | None
    washes: tuple[Wash, ...]
    flags: tuple[Flag, ...]
    compared: tuple[Period, ...]
    compared_words: str


@dataclass(frozen=True, slots=True)
class RateRow:
    """One area's rate with its interval; `own` is the area the assessment is about.

    `absence` says why there is no rate: not supplied, or withheld.
    """

    name: str
    rate: float | None
    low: float | None
    high: float | None
    own: bool
    absence: str = "not supplied"


@dataclass(frozen=True, slots=True)
class RatesChart:
    """Sorted rates as dots with intervals, and the centre of the others as a dashed line."""

    unit: str
    rows: tuple[RateRow, ...]
    centre: float | None
    centre_words: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One group's index (the county is 100). `clear`: its interval leaves out 100."""

    name: str
    note: str
    index: float | None
    low: float | None
    high: float | None
    clear: bool


@dataclass(frozen=True, slots=True)
class IndexChart:
    """Bars of index with capped interval lines; a group with no index is named 'not shown'."""

    title: str
    reference_words: str
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class Whisker:
    """A change as a ratio with its interval, on a log axis; filled when significant."""

    ratio: float | None
    low: float | None
    high: float | None
    significant: bool


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Months as bars from zero on their own scale; None leaves a gap."""

    values: tuple[float | None, ...]


class PlaceClass(Enum):
    """The classes of a map, from nothing to most; the words are the key's."""

    SIGNIFICANTLY_HIGH = "Significantly high"
    VERY_HIGH = "Very high"
    ABOVE_AVERAGE = "Above average"
    NOT_ABOVE = "Not above average"
    TOO_FEW = "Too few to class"
    NOT_AVAILABLE = "Not available"


@dataclass(frozen=True, slots=True)
class Disc:
    """A numbered disc on a place, equal to the number in the table's first column."""

    number: int
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class MapPair:
    """County map and district map in the same classes; `classes` is by LSOA code."""

    classes: tuple[tuple[str, PlaceClass], ...]
    discs: tuple[Disc, ...]


FigureSpec: TypeAlias = MonthsChart | RatesChart | IndexChart | MapPair
