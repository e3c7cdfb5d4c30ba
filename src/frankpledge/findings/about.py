"""What a finding is about, and which question it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from frankpledge.vocabulary.area import Area
from frankpledge.vocabulary.evidence import Evidence, FindingId
from frankpledge.vocabulary.issue import IssueId
from frankpledge.vocabulary.period import Period


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
