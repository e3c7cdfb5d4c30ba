"""Make a bundle's files other than its documents."""

from __future__ import annotations

import json
from typing import Any

from frankpledge.bundle.record import records
from frankpledge.release.door import Edition

FINDINGS = "findings.json"
MANIFEST = "manifest.json"


def findings_json(edition: Edition) -> bytes:
    """Every finding of an edition as flat records."""
    found = [record for finding in edition.findings for record in records(finding)]
    return as_json({"findings": found})


def as_json(value: dict[str, Any]) -> bytes:
    """Write JSON the same way every time; a number that JSON cannot hold is a fault of ours."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode()
