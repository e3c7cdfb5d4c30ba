"""Findings on the data themselves: what was supplied, what was not, what has no answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic

from frankpledge.findings.about import About
from frankpledge.vocabulary.period import Month
from frankpledge.vocabulary.quantity import Q


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
