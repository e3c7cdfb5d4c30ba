"""Areas as findings and pages speak of them: a code, a name, what kind of area it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """The kinds of area, smallest first."""

    LSOA = "small area"
    DISTRICT = "district"
    PARTNERSHIP = "partnership"
    COUNTY = "county"


class Vintage(Enum):
    """The census whose small-area boundaries a file uses. Vintages never mix."""

    LSOA_2011 = 2011
    LSOA_2021 = 2021


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its GSS code, the name people use, and its level."""

    code: str
    name: str
    level: Level


_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
)  # fmt: skip


def ordinal_words(position: int) -> str:
    """Write a rank as a sentence does: first to ninth in words, then 10th."""
    return _ORDINALS[position - 1] if 1 <= position <= len(_ORDINALS) else ordinal(position)


def ordinal(position: int) -> str:
    """Write a rank in words and figures: 1st, 2nd, 13th."""
    if position % 100 in (11, 12, 13):
        return f"{position}th"
    return f"{position}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(position % 10, 'th') }"
