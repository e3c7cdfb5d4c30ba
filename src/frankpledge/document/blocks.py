"""The parts of a report, in no format. Writers place them; they decide nothing.

Order, numbers, cross-references, evidence tags and text alternatives are settled before a writer
sees the tree. `Cell`, `Paragraph` and headlines hold phrases, so that every number in them still
knows its finding.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from frankpledge.figures.specs import FigureSpec, PlaceClass, Sparkline, Whisker
from frankpledge.narrative.phrase import Phrase
from frankpledge.vocabulary.evidence import Evidence, FindingId


class Icon(Enum):
    """The signs that stand beside words, never instead of them."""

    BARS = "bars"
    UP = "up"
    DOWN = "down"
    ALIKE = "alike"
    HATCH = "hatch"
    DIAMOND = "diamond"
    TICK = "tick"
    CROSS = "cross"
    RING = "ring"
    PIN = "pin"
    STEPS = "steps"
    PEN = "pen"


@dataclass(frozen=True, slots=True)
class Tag:
    """An evidence tag: its number in the list of evidence (3 is shown as E3)."""

    number: int
    finding: FindingId


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Generated text with the evidence behind it."""

    text: Phrase
    tags: tuple[Tag, ...] = ()
    small: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """A slot with nothing to show: what is missing, and why."""

    title: str
    reason: Phrase
    icon: Icon


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict in words with its sign, and a second fact below it."""

    icon: Icon
    words: str
    strong: bool = False
    below: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that decorates a number beside it; `part` runs from 0 to 1."""

    part: float


@dataclass(frozen=True, slots=True)
class Swatch:
    """A map class in a table: its colour and its words."""

    level: PlaceClass


@dataclass(frozen=True, slots=True)
class DiscMark:
    """A numbered disc in a table, equal to the one on the map."""

    number: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A phrase with a second fact below it and, if any, its evidence.

    `link` is the id of the part of the report that the phrase leads to, such as an issue's page.
    """

    text: Phrase
    below: Phrase | None = None
    tags: tuple[Tag, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class NotThere:
    """A table cell for what was not supplied or does not apply, with its words."""

    words: str


Cell: TypeAlias = (
    Phrase | Labelled | Verdict | Bar | Swatch | DiscMark | Sparkline | Whisker | NotThere
)


class Look(Enum):
    """What a table is for; a writer lays each out in its own way."""

    PLAIN = "plain"
    OVERVIEW = "overview"
    CHANGE = "change"
    YEARS = "years"
    SHARE = "share"
    PLACES = "places"
    GAPS = "gaps"


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its header, and whether it holds numbers (aligned right)."""

    header: str
    numeric: bool = False
    short: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; its first word-bearing cell is its header. `own` marks the row spoken of."""

    cells: tuple[Cell, ...]
    own: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header_column` says which cell of a row is its header."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    look: Look = Look.PLAIN
    header_column: int = 0
    show_caption: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its sentence for those who cannot see it and the table behind it."""

    id: str
    spec: FigureSpec
    alternative: str
    table: Table


@dataclass(frozen=True, slots=True)
class Side:
    """Figures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class PeoplesWords:
    """What people wrote, with who and when; paragraphs may cite findings."""

    title: str
    by: str
    paragraphs: tuple[Phrase, ...]
    cited: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means."""

    word: str
    meaning: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Words and their meanings, as a list."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A plain list."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class KeyFinding:
    """One thing to know: headline, the sentence behind it, and where to read on."""

    headline: str
    text: Paragraph
    link: str
    link_words: str


@dataclass(frozen=True, slots=True)
class KeyFindings:
    """The things to know, ranked."""

    items: tuple[KeyFinding, ...]


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """One entry of the list of evidence."""

    tag: Tag
    title: str
    period: str
    evidence: Evidence
    seen: str


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """Where every number comes from."""

    entries: tuple[EvidenceEntry, ...]


Block: TypeAlias = (
    Paragraph
    | Absence
    | Table
    | Figure
    | Side
    | PeoplesWords
    | Definitions
    | Bullets
    | KeyFindings
    | EvidenceList
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One question about one issue: its answer is the headline, its facts are the blocks."""

    id: str
    number: int
    question: str
    headline: str
    subtitle: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """One verdict of an issue in a word or two."""

    label: str
    icon: Icon
    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class IssuePage:
    """The standard page of one issue."""

    id: str
    number: str
    title: str
    standfirst: Paragraph
    chips: tuple[Chip, ...]
    definition: tuple[Term, ...]
    slots: tuple[Slot, ...]
    words: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter or a part of one. `number` is "3.1"; the title is its heading."""

    id: str
    number: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    pages: tuple[IssuePage, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """One of the six parts the law asks for, and whether it is there."""

    words: str
    present: bool


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text."""

    marking: str
    organisation: str
    title: str
    lede: str
    facts: tuple[Term, ...]
    duties: tuple[Duty, ...]
    usage: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    language: str
    running_title: str
    front: FrontMatter
    sections: tuple[Section, ...]
    licence: tuple[str, ...] = field(default=())
