"""The manifest: every input with its hash, what was set aside, every decision, every output."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from frankpledge.intake.admitted import Receipt
from frankpledge.intake.received import Received
from frankpledge.plan.assessment import Assessment
from frankpledge.release.door import Edition


def manifest(
    plan: Assessment,
    edition: Edition,
    received: tuple[Received, ...],
    receipts: Mapping[str, Receipt],
    files: Mapping[str, bytes],
) -> dict[str, Any]:
    """Put the manifest together; it holds no path, no user's name and no clock."""
    return {
        "program": {"name": "frankpledge", "version": version("frankpledge")},
        "assessment": {
            "partnership": plan.partnership,
            "title": plan.title,
            "version": plan.version,
            "marking": plan.marking,
            "edition": edition.policy.name,
            "area": plan.area.code,
            "period": str(plan.period),
            "compared_with": str(plan.compared_with),
            "published": plan.published.isoformat(),
            "seed": plan.seed,
        },
        "inputs": [
            {"source": r.source, "file": r.name, "sha256": r.sha256, "bytes": r.size}
            for r in received
        ],
        "intake": [_intake(receipt) for receipt in receipts.values()],
        "policy": {
            "threshold": edition.policy.threshold,
            "people_below_district": edition.policy.people_below_district,
        },
        "decisions": [
            {"finding": d.finding, "outcome": d.outcome.value, "rule": d.rule}
            for d in edition.decisions
        ],
        "outputs": [
            {"file": name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            for name, content in sorted(files.items())
        ],
    }


def _intake(receipt: Receipt) -> dict[str, Any]:
    """What came of one source: rows read, accepted, and set aside by reason."""
    return {
        "source": receipt.source,
        "rows": receipt.records,
        "accepted": receipt.accepted,
        "set_aside": [{"reason": aside.reason, "rows": aside.rows} for aside in receipt.aside],
        "members": [
            {"file": f.received.name, "member": f.member, "rows": f.records}
            for f in receipt.files
            if f.member
        ],
    }
