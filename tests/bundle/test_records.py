"""Findings as flat records, and the trail behind one of them."""

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import pytest
from tests.release import every_kind as made

from frankpledge.bundle.explain import explain
from frankpledge.bundle.make import FINDINGS, MANIFEST, as_json, findings_json
from frankpledge.bundle.record import records
from frankpledge.errors import UnknownFinding
from frankpledge.findings.kinds import Direction, ExactFinding, Places

KEYS = {
    "id", "kind", "question", "issue", "area", "period", "compared_with", "value", "unit", "low",
    "high", "before", "after", "symbol", "verdict", "key", "sentence", "evidence",
}  # fmt: skip


def record(finding: ExactFinding) -> dict[str, Any]:
    """The record of a finding that partners may see."""
    return next(records(made.edition(finding).findings[0]))


@pytest.mark.parametrize("finding", made.every_kind(), ids=lambda f: type(f).__name__)
def test_every_kind_of_finding_has_every_key(finding: ExactFinding) -> None:
    assert record(finding).keys() >= KEYS


def test_counts_are_whole_json_numbers() -> None:
    found = json.loads(json.dumps(record(made.change(9, 13, direction=Direction.NO_CLEAR_CHANGE))))
    assert (found["before"], found["after"], found["verdict"]) == (9, 13, "no clear change")
    assert isinstance(found["before"], int)
    assert found["symbol"] is None


def test_a_number_that_does_not_exist_is_null_and_never_nan() -> None:
    """From nought, there is no percentage; across a break, there is no q."""
    nought = record(made.change(0, 13, direction=Direction.NO_CLEAR_CHANGE))
    assert nought["value"] is None
    spoiled = record(made.change(direction=Direction.NOT_COMPARED, spoiled=(made.COVID,)))
    assert spoiled["q"] is None
    assert spoiled["breaks"] == ["covid-restrictions"]
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json({"a": math.nan})


def test_each_place_of_the_top_five_has_a_record_below_its_finding() -> None:
    (finding,) = made.edition(made.places()).of(Places)
    whole, *top = list(records(finding))[: 1 + len(finding.top)]
    assert [one["id"] for one in top] == [f"{whole['id']}.{p.code}" for p in finding.top]
    assert [one["rank"] for one in top] == [1, 2]
    assert {one["kind"] for one in top} == {"place"}


def test_the_same_findings_are_the_same_bytes() -> None:
    one, two = (findings_json(made.edition(*made.every_kind())) for _ in range(2))
    assert one == two
    assert one.endswith(b"\n")


def written(folder: Path, finding: ExactFinding, area: str = "") -> Path:
    """A bundle of one finding, with its manifest."""
    edition = made.edition(finding)
    content = findings_json(edition)
    (folder / FINDINGS).write_bytes(content.replace(b"E0100000", (area or "E0100000").encode()))
    said = {
        "assessment": {"edition": edition.policy.name},
        "decisions": [
            {"finding": d.finding, "outcome": d.outcome.value, "rule": d.rule}
            for d in edition.decisions
        ],
    }
    (folder / MANIFEST).write_bytes(as_json(said))
    return folder


def test_the_trail_leads_from_both_counts_to_the_file_s_hash(tmp_path: Path) -> None:
    lines = list(explain(written(tmp_path, made.change()), "change.burglary"))
    assert lines[0].startswith("change.burglary: Burglary fell from 100 to 30")
    assert "Before     100" in lines
    assert "After      30" in lines
    assert f"    sha256 {'a' * 64}" in lines
    assert any(line.startswith("Release    released to the restricted edition") for line in lines)


@pytest.mark.parametrize("country", ["E0100000", "W0100000"])
def test_a_place_s_trail_tells_its_release_in_england_and_in_wales(
    tmp_path: Path, country: str
) -> None:
    bundle = written(tmp_path, made.places(), country)
    lines = list(explain(bundle, f"places.burglary.{country}1"))
    assert any(line.startswith("Release ") for line in lines)


def test_a_finding_that_is_not_there_names_those_that_may_be_meant(tmp_path: Path) -> None:
    bundle = written(tmp_path, made.change())
    with pytest.raises(UnknownFinding) as caught:
        list(explain(bundle, "changes.burglary"))
    assert "change.burglary" in caught.value.remedy


def test_a_hash_is_shown_whole(tmp_path: Path) -> None:
    whole = hashlib.sha256(b"").hexdigest()
    assert len(whole) == 64
    said = "\n".join(explain(written(tmp_path, made.level()), "level.burglary"))
    assert "a" * 64 in said
