"""Exact and Shown: the two kinds of number, which never mix.

An `Exact` number is what was counted or worked out. A `Shown` one has passed the release door:
it is a number that may be printed (`Released`), or the mark that stands for one that may not
(`Withheld`). `Q` is the type of the *fields* of a finding, so a finding of exact numbers is
another type than a finding of shown ones and the type checker keeps them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, TypeVar


class Symbol(Enum):
    """The marks of the Analysis Function for a number that is not printed."""

    CONFIDENTIAL = "[c]"
    NOT_APPLICABLE = "[z]"
    NOT_AVAILABLE = "[x]"
    LOW = "[low]"


@dataclass(frozen=True, slots=True)
class Exact:
    """A number as counted or worked out, not yet fit to be seen."""

    number: float


@dataclass(frozen=True, slots=True)
class Released:
    """A number that may be printed in the edition it was released to."""

    number: float


@dataclass(frozen=True, slots=True)
class Withheld:
    """A number that may not be printed: its mark, and the rule that withheld it."""

    symbol: Symbol
    rule: str


Shown: TypeAlias = Released | Withheld
Q = TypeVar("Q", Exact, Shown)


def number(shown: Shown) -> float | None:
    """Give the released number, or None where it is withheld."""
    return shown.number if isinstance(shown, Released) else None
