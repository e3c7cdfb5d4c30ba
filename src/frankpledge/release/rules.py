"""The rules by which an edition's readers may see a finding.

The decision is made on the counts *behind* a finding: a rate from four cases tells as much as the
four. Counts of crimes and incidents by small area are already public and are released. Counts about
people (victims, offenders and the like) are withheld below the edition's threshold, and below
district level where the edition's policy says so.
"""

from __future__ import annotations

from typing import assert_never

from frankpledge.findings.kinds import (
    Change,
    Communities,
    Context,
    ExactFinding,
    Gap,
    Level,
    Months,
    Peers,
    Places,
    Share,
    Silence,
    Supply,
    TargetResult,
)
from frankpledge.plan.assessment import EditionPlan
from frankpledge.release.decision import Decision, Outcome
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.quantity import Exact

PUBLIC_ALREADY = "counts of crimes and incidents by small area are already public"
NOT_COUNTS = "says what was supplied and holds no count about people"
LARGE_ENOUGH = "no count behind it is from 1 to {below}"
TOO_SMALL = "a count behind it is from 1 to {below}"
TOO_LOCAL = "counts about people are not shown below district level in this edition"


def decide(finding: ExactFinding, issue: Issue, edition: EditionPlan) -> Decision:
    """Decide whether an edition's readers may see a finding."""
    outcome, rule = _settle(finding, issue, edition)
    return Decision(finding.about.id, edition.name, outcome, rule)


def _settle(finding: ExactFinding, issue: Issue, edition: EditionPlan) -> tuple[Outcome, str]:
    """The outcome and the rule that gave it."""
    if isinstance(finding, Gap | Supply | Silence):
        return Outcome.RELEASED, NOT_COUNTS
    if not issue.counts_people:
        return Outcome.RELEASED, PUBLIC_ALREADY
    local = isinstance(finding, Places | Communities)
    if local and not edition.people_below_district:
        return Outcome.WITHHELD, TOO_LOCAL
    below = edition.threshold - 1
    if any(0 < count.number < edition.threshold for count in behind(finding)):
        return Outcome.WITHHELD, TOO_SMALL.format(below=below)
    return Outcome.RELEASED, LARGE_ENOUGH.format(below=below)


def behind(finding: ExactFinding) -> tuple[Exact, ...]:
    """The counts that a finding rests on, and from which a reader could work one out."""
    match finding:
        case Level():
            return (finding.count, *finding.monthly)
        case Change():
            gap = abs(finding.after.number - finding.before.number)
            return (finding.before, finding.after, Exact(gap))
        case Months():
            months = [month.count for month in finding.series]
            years = [year.count for year in finding.years]
            return tuple(count for count in (*months, *years) if count is not None)
        case Share():
            return (finding.count, *(share.count for share in finding.shares))
        case TargetResult():
            return (finding.actual, Exact(abs(finding.missed_by.number)))
        case Places():
            return tuple(place.count for place in finding.places)
        case Communities():
            return tuple(group.observed for group in finding.groups)
        case Peers():
            return tuple(peer.count for peer in finding.peers)
        case Context():
            return tuple(c for c in (finding.count, finding.count_before) if c is not None)
        case Gap() | Supply() | Silence():
            return ()
        case never:
            assert_never(never)
