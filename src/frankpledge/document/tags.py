"""Evidence tags: findings are numbered in the order in which the report first speaks of them."""

from __future__ import annotations

from frankpledge.document.blocks import EvidenceEntry, EvidenceList, Tag
from frankpledge.findings.kinds import Change, ShownFinding
from frankpledge.narrative.change import compared_words
from frankpledge.release.door import Edition
from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.issue import issue

TITLES = {
    "Level": "How many",
    "Change": "Change between like months",
    "Months": "Months and what is usual",
    "Share": "Share of all",
    "TargetResult": "Target",
    "Places": "Small areas of the county",
    "Communities": "Kinds of small area",
    "Peers": "Comparison with other areas",
    "Context": "National statistics",
    "Gap": "Data",
    "Supply": "Data supplied",
    "Silence": "No answer",
}


class Tags:
    """Hands out evidence tags while a report is composed, and lists them at its end."""

    def __init__(self, edition: Edition) -> None:
        """Begin with no tag handed out."""
        self._edition = edition
        self._tags: dict[FindingId, Tag] = {}

    def of(self, *findings: FindingId) -> tuple[Tag, ...]:
        """The tags of some findings, each numbered when first asked for."""
        return tuple(
            self._tags.setdefault(name, Tag(len(self._tags) + 1, name)) for name in findings
        )

    def entries(self) -> EvidenceList:
        """Every tag with the evidence behind it."""
        entries = []
        for name, tag in self._tags.items():
            finding = self._edition.finding(name)
            if finding is not None:
                entries.append(_entry(tag, finding))
        return EvidenceList(tuple(entries))


def _entry(tag: Tag, finding: ShownFinding) -> EvidenceEntry:
    """One entry of the list of evidence."""
    about = finding.about
    title = f"{issue(about.issue).name}: {TITLES[type(finding).__name__].lower()}"
    period = compared_words(finding) if isinstance(finding, Change) else about.period.name
    return EvidenceEntry(tag, title, period, about.evidence, about.id)
