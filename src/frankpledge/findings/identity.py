"""What a finding is called and about: ids are plain, stable and say what they lead to."""

from __future__ import annotations

import hashlib
from typing import SupportsFloat

import numpy as np

from frankpledge.findings.kinds import About, Question
from frankpledge.findings.material import Material
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.evidence import Evidence, FindingId
from frankpledge.vocabulary.issue import Issue, IssueId
from frankpledge.vocabulary.period import Period
from frankpledge.vocabulary.quantity import Exact


def about(
    material: Material,
    kind: str,
    question: Question,
    issue: Issue,
    evidence: Evidence,
    period: Period | None = None,
) -> About:
    """What a finding on the plan's own area is about; its id is kind and issue: change.burglary."""
    return About(
        FindingId(f"{kind}.{issue.id}"),
        question,
        IssueId(issue.id),
        material.plan.area,
        period or material.plan.period,
        evidence,
    )


def exact(value: SupportsFloat) -> Exact:
    """Wrap a number; a whole one is kept whole."""
    plain = float(value)
    return Exact(int(plain) if plain.is_integer() else plain)


def estimate(value: float, low: float, high: float) -> Estimate[Exact]:
    """Wrap a value and its interval."""
    return Estimate(exact(value), exact(low), exact(high))


def stream(seed: int, *scope: str) -> np.random.Generator:
    """A random stream named by method and scope, so that one more finding moves no other."""
    digest = hashlib.sha256("/".join((str(seed), *scope)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))
