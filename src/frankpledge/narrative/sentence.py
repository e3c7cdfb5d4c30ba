"""Any finding in one sentence."""

from __future__ import annotations

from typing import assert_never

from frankpledge.findings.kinds import (
    Change,
    Communities,
    Context,
    Gap,
    Level,
    Months,
    Peers,
    Places,
    Share,
    ShownFinding,
    Silence,
    Supply,
    TargetResult,
)
from frankpledge.narrative import change as change_words
from frankpledge.narrative import others
from frankpledge.narrative.phrase import Phrase, phrase
from frankpledge.vocabulary.issue import issue


def sentence(finding: ShownFinding) -> Phrase:
    """Say a finding in one sentence, ending in a full stop."""
    about = issue(finding.about.issue)
    match finding:
        case Level():
            return change_words.level_phrase(finding, about)
        case Change():
            return change_words.change_sentence(finding, about)
        case Months():
            return change_words.months_sentence(finding, about)
        case Share():
            return others.share_sentence(finding, about)
        case TargetResult():
            return others.target_sentence(finding, about)
        case Places():
            return _stopped(others.places_sentence(finding))
        case Communities():
            return _stopped(others.communities_sentence(finding, about))
        case Peers():
            return _stopped(others.peers_sentence(finding, about))
        case Context():
            return others.context_sentence(finding)
        case Gap():
            return change_words.gap_phrase(finding)
        case Supply():
            return change_words.supply_phrase(finding)
        case Silence():
            return phrase(f"{finding.title}. {finding.reason}")
        case never:
            assert_never(never)


def _stopped(words: Phrase) -> Phrase:
    """A headline as a sentence."""
    return Phrase((*words.parts, "."))
