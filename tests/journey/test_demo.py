"""The demo from one command: both bundles, what is planted found, nothing of ours let out."""

import hashlib
import re
from pathlib import Path

import pytest
from tests.journey.bundles import EDITIONS, FILES, ISSUE_IDS, Bundle, contents, texts
from tests.journey.commands import USER
from tests.journey.conftest import Demo

from frankpledge.demo import county, planted
from frankpledge.vocabulary.issue import CRIMES

KEYS = {
    "id", "kind", "question", "issue", "area", "period", "compared_with", "value", "unit", "low",
    "high", "before", "after", "verdict", "sentence", "evidence",
}  # fmt: skip
BY_ISSUE = (
    "level", "change", "months", "share", "target", "places", "deprivation", "types", "peers",
    "similar",
)  # fmt: skip
CLOCK = re.compile(r"\b\d{1,2}:\d{2}(:\d{2})?\b|\d{4}-\d{2}-\d{2}T\d")


def test_it_says_where_both_editions_are(demo: Demo) -> None:
    for edition in EDITIONS:
        assert str(demo.out / edition / "assessment.html") in demo.ran.said


def test_an_output_holds_two_bundles_of_three_files_and_nothing_else(demo: Demo) -> None:
    assert set(contents(demo.out)) == {f"{e}/{name}" for e in EDITIONS for name in FILES}
    assert sorted(path.name for path in demo.folder.iterdir()) == ["output", "plan"]


def test_no_path_no_user_and_no_clock_is_in_any_output(demo: Demo) -> None:
    for name, text in texts(demo.out):
        for private in (str(demo.folder), str(Path.home()), str(Path.cwd()), USER, "/tmp/"):
            assert private not in text, name
        if not name.endswith(".html"):
            assert not CLOCK.search(text), name


def test_rows_set_aside_are_in_the_private_folder_only(demo: Demo) -> None:
    aside = contents(demo.plan / "work" / "set-aside")
    assert aside
    kept = b"".join(aside.values()).decode()
    assert planted.UNKNOWN_TYPE in kept
    assert all(code in kept for code in planted.MALFORMED_CODES)
    for name, text in texts(demo.out):
        for code in (planted.UNKNOWN_TYPE, *planted.MALFORMED_CODES):
            assert not re.search(rf"\b{code}\b", text), name
    said = next(i for i in demo.bundle().manifest["intake"] if i["source"] == "police_street")
    assert {a["reason"]: a["rows"] for a in said["set_aside"]}["no place"] > 0
    assert said["rows"] == said["accepted"] + sum(a["rows"] for a in said["set_aside"])


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_manifest_names_every_input_and_output_by_its_hash(demo: Demo, edition: str) -> None:
    bundle = demo.bundle(edition)
    for given in bundle.manifest["inputs"]:
        content = (demo.plan / "inbox" / given["file"]).read_bytes()
        assert given["sha256"] == hashlib.sha256(content).hexdigest()
        assert given["bytes"] == len(content)
    written = {o["file"]: o["sha256"] for o in bundle.manifest["outputs"]}
    assert written == {
        name: hashlib.sha256((bundle.folder / name).read_bytes()).hexdigest()
        for name in FILES
        if name != "manifest.json"
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_issue_has_every_kind_of_finding(demo: Demo, edition: str) -> None:
    findings = demo.bundle(edition).findings
    assert len(ISSUE_IDS) == 15
    for issue in ISSUE_IDS:
        for kind in BY_ISSUE:
            record = findings[f"{kind}.{issue}"]
            assert record["issue"] == issue
            assert record["area"] == county.HOME_DISTRICT
        change = findings[f"change.{issue}"]
        assert change["kind"] == "change"
        assert change["period"] == "2025-01/2025-12"
        assert change["compared_with"] == "2024-01/2024-12"


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_record_has_the_keys_that_the_schema_names(demo: Demo, edition: str) -> None:
    for record in demo.bundle(edition).findings.values():
        assert record.keys() >= KEYS, record["id"]
        assert record["sentence"].endswith("."), record["id"]
        assert record["sentence"] == record["sentence"].strip()
        assert record["question"]
        assert {"measure", "cells", "method", "sources", "rows"} <= record["evidence"].keys()
        for source in record["evidence"]["sources"]:
            assert re.fullmatch(r"[0-9a-f]{64}", source["sha256"])


def test_every_verdict_of_the_change_is_that_of_what_was_planted(demo: Demo) -> None:
    bundle = demo.bundle()
    planted_verdicts = {"shoplifting": "rose", "burglary": "fell"}
    for category, (_, before, after) in planted.HOME_TOTALS.items():
        issue = category.lower().replace(" ", "-")
        verdict = planted_verdicts.get(issue, "no clear change")
        assert bundle.change(issue) == (before, after, verdict), issue
    crimes = [planted.HOME_TOTALS[issue.name] for issue in CRIMES]
    whole = (sum(c[1] for c in crimes), sum(c[2] for c in crimes), "no clear change")
    assert bundle.change("all-recorded-crime") == whole
    key = {i for i in ISSUE_IDS if bundle.findings[f"change.{i}"]["key"]}
    assert key == set(planted_verdicts)


def test_the_one_exceptional_month_is_found_and_no_other(demo: Demo) -> None:
    for issue in ISSUE_IDS:
        months = demo.bundle().findings[f"months.{issue}"]
        wanted = [planted.EXCEPTIONAL_MONTH] if issue == "anti-social-behaviour" else []
        assert months["exceptional"] == wanted, issue
    series = {
        m["month"]: m for m in demo.bundle().findings["months.anti-social-behaviour"]["series"]
    }
    assert series[planted.EXCEPTIONAL_MONTH]["count"] == planted.EXCEPTIONAL_INCIDENTS
    assert series[planted.UNDERCOUNT_MONTH]["state"] == "undercount"
    missing = series[planted.NOT_SUPPLIED_MONTH]
    assert (missing["count"], missing["state"]) == (None, "not supplied")


def test_the_gaps_that_were_planted_are_findings(demo: Demo) -> None:
    findings = demo.bundle().findings
    assert findings["gap.months-not-supplied"]["months"] == [planted.NOT_SUPPLIED_MONTH]
    assert f"gap.undercount-{planted.UNDERCOUNT_MONTH}" in findings
    assert findings["gap.source-most-similar-group"]["verdict"] == "source not supplied"


def test_the_targets_of_the_plan_are_graded(demo: Demo) -> None:
    findings = demo.bundle().findings
    assert findings["target.burglary"]["verdict"] == "met"
    missed = findings["target.shoplifting"]
    assert (missed["verdict"], missed["value"], missed["target"]) == ("missed", 160, 240)
    assert missed["before"] == 250
    assert findings["target.robbery"]["verdict"] == "no answer"
    assert "No target set" in findings["target.robbery"]["sentence"]


def test_what_is_about_no_person_is_the_same_in_both_editions(demo: Demo) -> None:
    assert demo.bundle("public").findings == demo.bundle("restricted").findings
    for edition in EDITIONS:
        decided = {d["outcome"] for d in demo.bundle(edition).manifest["decisions"]}
        assert decided == {"released"}


def test_the_page_needs_nothing_from_anywhere_else(demo: Demo) -> None:
    html = demo.bundle().html
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", re.sub(r"<a [^>]*>", "", html))
    assert not re.search(r"url\((?![\"']?(data:|#))", html)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_link_inside_the_page_leads_somewhere(demo: Demo, edition: str) -> None:
    html = Bundle(demo.out / edition).html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
