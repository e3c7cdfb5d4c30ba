"""Breaks: dates when a count changed its meaning, as data.

A comparison across a break is not given "rose" or "fell": the counts are printed with the reason.
A break is either a moment (a definition changed from this month on) or a stretch of months that
were not like others. The dates are those of the publishers' own notes; a plan can add its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from frankpledge.vocabulary.issue import IssueId
from frankpledge.vocabulary.period import Month, Period


@dataclass(frozen=True, slots=True)
class Break:
    """A break: when it was, which issues it touches (none named: all), and its words."""

    id: str
    period: Period
    lasting: bool
    issues: frozenset[IssueId]
    short: str
    reason: str

    def touches(self, issue: IssueId) -> bool:
        """Say whether the break touches the issue."""
        return not self.issues or issue in self.issues

    def spoils(self, issue: IssueId, before: Period, after: Period) -> bool:
        """Say whether the break makes the two periods unlike each other for the issue.

        A stretch spoils when either period holds a month of it. A lasting change spoils when it
        took effect after the earlier period began and no later than the later period ended.
        """
        if not self.touches(issue):
            return False
        if self.lasting:
            return before.first < self.period.last and self.period.first <= after.last
        return self.period.overlaps(before) or self.period.overlaps(after)


def _stretch(identity: str, first: str, last: str, short: str, reason: str) -> Break:
    period = Period(Month.parse(first), Month.parse(last))
    return Break(identity, period, False, frozenset(), short, reason)


def _change(
    identity: str, first: str, last: str, issues: tuple[str, ...], short: str, reason: str
) -> Break:
    period = Period(Month.parse(first), Month.parse(last))
    return Break(identity, period, True, frozenset(map(IssueId, issues)), short, reason)


_VIOLENCE = ("all-recorded-crime", "violence-and-sexual-offences", "public-order")

KNOWN_BREAKS = (
    _change(
        "recording-standard-2002",
        "2002-04",
        "2003-03",
        (),
        "National recording standard",
        "the national crime recording standard came in during 2002/03",
    ),
    _change(
        "fraud-2013",
        "2013-04",
        "2013-04",
        ("all-recorded-crime", "other-crime"),
        "Fraud moved",
        "fraud is no longer recorded by police forces since April 2013",
    ),
    _change(
        "inspections-2014",
        "2014-01",
        "2015-03",
        _VIOLENCE,
        "Recording inspected",
        "recording was inspected from 2014 and more violence was recorded afterwards",
    ),
    _change(
        "burglary-2017",
        "2017-04",
        "2017-04",
        ("burglary",),
        "Burglary redefined",
        "burglary of dwellings became residential burglary, sheds included, in April 2017",
    ),
    _change(
        "conduct-crimes-2017",
        "2017-11",
        "2018-04",
        _VIOLENCE,
        "Conduct crimes counted",
        "conduct crimes (harassment, stalking, coercive behaviour) were counted beside the most "
        "serious offence from 2017/18",
    ),
    _stretch(
        "covid-restrictions",
        "2020-03",
        "2021-07",
        "Covid restrictions",
        "Covid restrictions from March 2020 to July 2021 changed what could happen and be seen",
    ),
    _change(
        "counting-rules-2023",
        "2023-04",
        "2023-05",
        (*_VIOLENCE, "burglary"),
        "Counting rules changed",
        "the counting rules changed in April and May 2023 (one crime for each victim, and "
        "residential burglary split)",
    ),
)
