"""Make a bundle's files other than its documents."""

from __future__ import annotations

import json
from typing import Any

from frankpledge.bundle.record import records
from frankpledge.release.decision import Outcome
from frankpledge.release.door import Edition
from frankpledge.vocabulary.quantity import Symbol

FINDINGS = "findings.json"
MANIFEST = "manifest.json"
WITHHELD = {"verdict": "withheld", "symbol": Symbol.CONFIDENTIAL.value}
"""What the record of a withheld finding says, of whatever kind it is."""


def findings_json(edition: Edition) -> bytes:
    """Every finding of an edition as flat records."""
    found = [
        record | (WITHHELD if decision.outcome is Outcome.WITHHELD else {})
        for finding, decision in zip(edition.findings, edition.decisions, strict=True)
        for record in records(finding)
    ]
    return as_json({"findings": found})


def as_json(value: dict[str, Any]) -> bytes:
    """Write JSON the same way every time; a number that JSON cannot hold is a fault of ours."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode()
