"""Questions 2 and 3: the issue among the others, and the target."""

from __future__ import annotations

from frankpledge.findings.identity import about, exact
from frankpledge.findings.kinds import (
    IssueShare,
    Question,
    Share,
    Silence,
    TargetResult,
    TargetVerdict,
)
from frankpledge.findings.material import Material
from frankpledge.vocabulary.evidence import Evidence
from frankpledge.vocabulary.issue import (
    ALL_INCIDENTS,
    ALL_RECORDED_CRIME,
    CRIMES,
    ISSUES,
    Issue,
)
from frankpledge.vocabulary.quantity import Exact

SHARE_METHOD = "count of each issue over all crimes and incidents, ranked by count"
TARGET_METHOD = "count of the whole period against the target that the plan sets"
COMPARED = (*CRIMES, ISSUES[-1])


def find_share(material: Material, issue: Issue) -> Share[Exact] | None:
    """The issue's share of all crimes and incidents; None where nothing was recorded."""
    months = material.in_period(material.own)
    counts = {i.id: int(material.own_count(i, months)) for i in COMPARED}
    whole = sum(counts.values())
    if not whole:
        return None
    ranked = sorted(COMPARED, key=lambda i: (-counts[i.id], i.name))
    shares = tuple(
        IssueShare(i.id, exact(counts[i.id]), exact(100 * counts[i.id] / whole)) for i in ranked
    )
    own = int(material.own_count(issue, months))
    rank = 1 + sum(1 for n in counts.values() if n > own)
    evidence = material.trail.evidence(ALL_INCIDENTS, (material.own,), months, SHARE_METHOD)
    return Share(
        about(material, "share", Question.SHARE, issue, evidence),
        shares,
        exact(own),
        exact(100 * own / whole),
        exact(0 if issue.id == ALL_RECORDED_CRIME else rank),
        len(COMPARED),
    )


def find_target(material: Material, issue: Issue) -> TargetResult[Exact] | Silence[Exact]:
    """Whether the plan's target was met; a slot that says so where it sets none."""
    target = next((t for t in material.plan.targets if t.issue == issue.id), None)
    if target is None:
        return Silence(
            about(material, "target", Question.TARGETS, issue, _no_rows()),
            "No target set",
            f"The partnership set no target for {issue.in_text}, so nothing is graded.",
        )
    months = material.in_period(material.own)
    actual = int(material.own_count(issue, months))
    whole = len(months) == len(material.plan.period)
    met = TargetVerdict.MET if actual <= target.at_most else TargetVerdict.MISSED
    return TargetResult(
        about(
            material,
            "target",
            Question.TARGETS,
            issue,
            material.trail.evidence(issue, (material.own,), months, TARGET_METHOD),
        ),
        exact(target.at_most),
        exact(target.baseline) if target.baseline is not None else None,
        exact(actual),
        exact(actual - target.at_most),
        met if whole else TargetVerdict.NOT_GRADED,
    )


def _no_rows() -> Evidence:
    """The evidence for an answer that rests on the plan alone."""
    return Evidence("the plan’s [targets]", "none", "none", ())
