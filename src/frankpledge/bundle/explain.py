"""The trail behind one finding of a bundle, as lines to read."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frankpledge.bundle.make import FINDINGS, MANIFEST
from frankpledge.errors import OutputFault, UnknownFinding

SHOWN_MEMBERS = 40
REMEDY = "Give the folder of one edition, such as OUT/restricted or OUT/public."


def explain(bundle: Path, finding: str) -> Iterator[str]:
    """Give the lines of a finding's trail; raise where the bundle or the finding is not there."""
    try:
        yield from _trail(bundle, finding)
    except (KeyError, TypeError, AttributeError) as error:
        raise OutputFault(
            f"{FINDINGS} or {MANIFEST} is not as this program wrote it", bundle.name, REMEDY
        ) from error


def _trail(bundle: Path, finding: str) -> Iterator[str]:
    """The lines of a finding's trail."""
    found = {record["id"]: record for record in _read(bundle, FINDINGS)["findings"]}
    if finding not in found:
        near = difflib.get_close_matches(finding, found, 3, 0.4)
        raise UnknownFinding(
            f'it holds no finding "{finding}"',
            f"{bundle.name}/{FINDINGS}",
            f"Did you mean: {', '.join(near)}?" if near else f"It holds {len(found)} findings.",
        )
    record, manifest = found[finding], _read(bundle, MANIFEST)
    yield f"{record['id']}: {record['sentence']}"
    yield ""
    yield from _facts(record)
    yield from _decision(manifest, finding)
    yield from _sources(record["evidence"])


def _read(bundle: Path, name: str) -> Any:
    """Read one file of a bundle."""
    try:
        return json.loads((bundle / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OutputFault(
            f"there is no readable {name} here", bundle.name or str(bundle), REMEDY
        ) from error


def _facts(record: dict[str, Any]) -> Iterator[str]:
    """What was counted, where, when and how."""
    evidence = record["evidence"]
    yield f"Question   {record['question']}"
    yield f"Area       {record['area_name']} ({record['area']})"
    yield f"Period     {record['period']}"
    if record["compared_with"]:
        yield f"Compared   {record['compared_with']}"
    if record["before"] is not None:
        yield f"Before     {record['before']:,}"
    if record["after"] is not None:
        yield f"After      {record['after']:,}"
    if record["symbol"]:
        yield f"Symbol     {record['symbol']}"
    if record.get("target") is not None:
        yield f"Target     {record['target']:,}"
    if record["value"] is not None:
        yield f"Value      {_figure(record['value'])} {record['unit']}"
    if record["low"] is not None and record["high"] is not None:
        yield f"Interval   {_figure(record['low'])} to {_figure(record['high'])}"
    if record["verdict"]:
        yield f"Verdict    {record['verdict']}"
    yield f"Measure    {evidence['measure']}"
    yield f"Cells      {evidence['cells']}"
    yield f"Method     {evidence['method']}"
    if evidence["seed"]:
        yield f"Seed       {evidence['seed']}"


def _figure(value: float) -> str:
    """A number to read: whole, or to two places."""
    return f"{value:,}" if float(value).is_integer() else f"{value:,.2f}"


def _decision(manifest: dict[str, Any], finding: str) -> Iterator[str]:
    """How it came through the release door."""
    edition = manifest["assessment"]["edition"]
    for decision in manifest["decisions"]:
        if finding == decision["finding"] or finding.startswith(decision["finding"] + "."):
            yield f"Release    {decision['outcome']} to the {edition} edition: {decision['rule']}"


def _sources(evidence: dict[str, Any]) -> Iterator[str]:
    """The files behind it, with their hashes and rows."""
    by_file: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for source in evidence["sources"]:
        by_file.setdefault((source["file"], source["sha256"]), []).append(source)
    yield ""
    files = "1 received file" if len(by_file) == 1 else f"{len(by_file)} received files"
    yield f"Rows       {evidence['rows']:,} rows of {files}"
    for (file, sha256), members in by_file.items():
        yield f"  {file}"
        yield f"    sha256 {sha256}"
        for member in members[:SHOWN_MEMBERS]:
            yield f"    {member['rows']:>7,}  {member['member'] or file}"
        if len(members) > SHOWN_MEMBERS:
            rest = sum(m["rows"] for m in members[SHOWN_MEMBERS:])
            yield f"    {rest:>7,}  in {len(members) - SHOWN_MEMBERS} more members"
