"""The door: the only place where an exact number becomes one that may be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar, cast

from frankpledge.findings.communities import BY_TYPE
from frankpledge.findings.kinds import (
    Communities,
    Direction,
    ExactFinding,
    Months,
    Peers,
    PlaceLevel,
    Places,
    Share,
    ShownFinding,
    Standing,
    TargetVerdict,
    TrendVerdict,
)
from frankpledge.plan.assessment import Assessment, EditionPlan
from frankpledge.release.decision import Decision, Outcome
from frankpledge.release.rules import decide
from frankpledge.vocabulary.evidence import Evidence, FindingId
from frankpledge.vocabulary.issue import IssueId, issue
from frankpledge.vocabulary.quantity import Exact, Released, Shown, Symbol, Withheld

Reveal = Callable[[Exact], Shown]
F = TypeVar("F")
WITHHELD_VERDICTS: dict[type[Enum], Enum] = {
    Direction: Direction.WITHHELD,
    TrendVerdict: TrendVerdict.WITHHELD,
    TargetVerdict: TargetVerdict.WITHHELD,
    PlaceLevel: PlaceLevel.WITHHELD,
    Standing: Standing.WITHHELD,
}


@dataclass(frozen=True)
class Edition:
    """What one edition's readers may see, and every decision that made it so."""

    policy: EditionPlan
    findings: tuple[ShownFinding, ...]
    decisions: tuple[Decision, ...]

    @cached_property
    def _by_id(self) -> dict[str, ShownFinding]:
        return {finding.about.id: finding for finding in self.findings}

    def get(self, kind: type[F], name: str) -> F | None:
        """The finding of a kind under an id, or None where there is none of that kind."""
        found = self._by_id.get(name)
        return found if isinstance(found, kind) else None

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """Every finding of a kind, in order."""
        return tuple(finding for finding in self.findings if isinstance(finding, kind))

    def finding(self, name: FindingId) -> ShownFinding | None:
        """The finding of an id."""
        return self._by_id.get(name)


def release(plan: Assessment, findings: tuple[ExactFinding, ...]) -> tuple[Edition, ...]:
    """Release the findings to each edition of the plan by its own policy."""
    return tuple(_edition(policy, findings) for policy in plan.editions)


def _edition(policy: EditionPlan, findings: tuple[ExactFinding, ...]) -> Edition:
    """Decide on every finding for one edition."""
    decisions = tuple(decide(f, issue(_issue(f)), policy) for f in findings)
    shown = tuple(
        _through(finding, decision) for finding, decision in zip(findings, decisions, strict=True)
    )
    return Edition(policy, shown, decisions)


def _issue(finding: ExactFinding) -> IssueId:
    return finding.about.issue


def _through(finding: ExactFinding, decision: Decision) -> ShownFinding:
    """One finding as an edition's readers may see it: every number shown, or every one withheld."""
    if decision.outcome is Outcome.RELEASED:
        return cast(ShownFinding, _opened(finding, lambda exact: Released(exact.number)))
    withheld = Withheld(Symbol.CONFIDENTIAL, decision.rule)
    shown = _opened(finding, lambda _: withheld)
    return cast(ShownFinding, _silenced(shown))


def _opened(value: Any, reveal: Reveal) -> Any:
    """Rebuild a value with every exact number in it revealed or withheld, however deep it lies."""
    if isinstance(value, Exact):
        return reveal(value)
    if isinstance(value, tuple):
        return tuple(_opened(item, reveal) for item in value) if _may_hold(value) else value
    if is_dataclass(value) and not isinstance(value, type) and _generic(value):
        return replace(
            value, **{f.name: _opened(getattr(value, f.name), reveal) for f in fields(value)}
        )
    return value


def _may_hold(items: tuple[Any, ...]) -> bool:
    """Say whether a tuple may hold exact numbers: its items are all of a kind."""
    return bool(items) and (isinstance(items[0], Exact) or _generic(items[0]))


def _generic(value: Any) -> bool:
    """Say whether a value is of a type that is made over a kind of quantity."""
    return hasattr(type(value), "__parameters__")


def _silenced(finding: Any) -> Any:
    """A withheld finding with its verdicts, its key mark and its row counts taken out as well.

    Whatever was sorted by a withheld number is put in an order that does not tell it.
    """
    about = finding.about
    evidence = Evidence(about.evidence.measure, about.evidence.cells, about.evidence.method, ())
    changes: dict[str, Any] = {"about": replace(about, evidence=evidence)}
    for field in fields(finding):
        value = getattr(finding, field.name)
        if type(value) in WITHHELD_VERDICTS:
            changes[field.name] = WITHHELD_VERDICTS[type(value)]
        elif field.name == "key":
            changes[field.name] = False
    if isinstance(finding, Places):
        places = tuple(replace(p, level=PlaceLevel.WITHHELD) for p in finding.places)
        changes |= {"places": places, "top": ()}
    if isinstance(finding, Months):
        series = tuple(replace(month, side=0) for month in finding.series)
        changes |= {"series": series, "usual": None}
    if isinstance(finding, Communities):
        groups = tuple(replace(group, clear=False) for group in finding.groups)
        natural = finding.by != BY_TYPE
        changes["groups"] = groups if natural else tuple(sorted(groups, key=lambda g: g.name))
    if isinstance(finding, Peers):
        changes["peers"] = tuple(sorted(finding.peers, key=lambda p: (p.area.name, p.area.code)))
    if isinstance(finding, Share):
        changes["shares"] = tuple(sorted(finding.shares, key=lambda share: share.issue))
    return replace(finding, **changes)
