"""A decision at the door: what was asked for, for which readers, and which rule settled it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from frankpledge.vocabulary.evidence import FindingId


class Outcome(Enum):
    """What was decided about a finding."""

    RELEASED = "released"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. It never holds the number it was about."""

    finding: FindingId
    edition: str
    outcome: Outcome
    rule: str
