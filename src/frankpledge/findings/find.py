"""Ask every question of every issue. To add a question, write its module and add it here."""

from __future__ import annotations

from frankpledge.errors import NotSupplied
from frankpledge.findings.change import find_change, find_level, rank_changes
from frankpledge.findings.communities import find_communities
from frankpledge.findings.gaps import find_gaps, find_supplies
from frankpledge.findings.identity import about
from frankpledge.findings.kinds import Change, ExactFinding, Peers, Question, Silence
from frankpledge.findings.material import Material
from frankpledge.findings.months import find_months
from frankpledge.findings.peers import find_context, find_peers, rank_peers
from frankpledge.findings.places import county_months, find_places
from frankpledge.findings.share import find_share, find_target
from frankpledge.vocabulary.evidence import Evidence
from frankpledge.vocabulary.issue import ALL_INCIDENTS, ISSUES, Issue
from frankpledge.vocabulary.progress import Progress
from frankpledge.vocabulary.quantity import Exact


def find(material: Material, progress: Progress) -> tuple[ExactFinding, ...]:
    """Find everything, in the order of issues and questions, with key findings settled."""
    _refuse_nothing(material)
    months = county_months(material)
    found: list[ExactFinding] = [find_places(material, ALL_INCIDENTS, months)]
    for done, issue in enumerate(ISSUES):
        progress("Finding", done, len(ISSUES))
        found += _of_issue(material, issue)
    return _settled([*found, *find_supplies(material), *find_gaps(material)])


def _refuse_nothing(material: Material) -> None:
    """Refuse to assess an area of whose period no month was supplied."""
    if not material.in_period(material.own):
        plan = material.plan
        force = material.geography.force_of.get(material.own, "its own force")
        raise NotSupplied(
            f"no month of the period ({plan.period.name}) was supplied for {plan.area.name} by its "
            f"own force ({force})",
            f"{plan.folder.name}/assessment.toml",
            "Add that force's archive under [sources.police_street], or mend the period.",
        )


def _of_issue(material: Material, issue: Issue) -> list[ExactFinding]:
    """The six questions of one issue."""
    months = county_months(material)
    found: list[ExactFinding | None] = [
        find_level(material, issue),
        find_change(material, issue) or _not_compared(material, issue),
        find_months(material, issue),
        find_share(material, issue),
        find_target(material, issue),
        find_places(material, issue, months),
        *find_communities(material, issue, months),
        *find_peers(material, issue),
        find_context(material, issue),
    ]
    return [finding for finding in found if finding is not None]


def _not_compared(material: Material, issue: Issue) -> Silence[Exact]:
    """The answer where no two months are in both years."""
    evidence = Evidence("none", "none", "none", ())
    return Silence(
        about(material, "change", Question.CHANGE, issue, evidence),
        "Not compared",
        "No two months were supplied, and whole, in both years.",
    )


def _settled(found: list[ExactFinding]) -> tuple[ExactFinding, ...]:
    """Settle the key findings over the whole edition, each kind of verdict together."""
    changes = rank_changes([f for f in found if isinstance(f, Change)])
    peers = rank_peers([f for f in found if isinstance(f, Peers)])
    settled: dict[str, ExactFinding] = {c.about.id: c for c in changes}
    settled |= {p.about.id: p for p in peers}
    return tuple(settled.get(f.about.id, f) for f in found)
