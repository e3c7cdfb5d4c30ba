"""A phrase: words and numbers, in which no number is typed.

A `Number` carries its quantity and the finding it comes from, so that every figure in the text can
be followed to its evidence. Rounding and wording are done in `narrative.numbers` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.quantity import Shown


class Style(Enum):
    """How a number is worded."""

    COUNT = "count"
    RATE = "rate"
    PERCENT = "percent"
    SIGNED_PERCENT = "signed percent"
    INDEX = "index"
    RANK = "rank"
    P_VALUE = "p value"
    WORDS = "count in words up to nine"


@dataclass(frozen=True, slots=True)
class Number:
    """A shown quantity in a text, how it is worded, and the finding it comes from."""

    quantity: Shown
    style: Style
    finding: FindingId


Part: TypeAlias = str | Number


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words and numbers in order."""

    parts: tuple[Part, ...]

    def __iter__(self) -> Iterator[Part]:
        """Give each part."""
        return iter(self.parts)

    def __add__(self, other: Phrase) -> Phrase:
        """Join two phrases with a space."""
        return Phrase((*self.parts, " ", *other.parts))

    @property
    def findings(self) -> tuple[FindingId, ...]:
        """The findings that the numbers come from, each once, in order."""
        return tuple(dict.fromkeys(p.finding for p in self.parts if isinstance(p, Number)))


def phrase(*parts: Part) -> Phrase:
    """Make a phrase."""
    return Phrase(parts)
