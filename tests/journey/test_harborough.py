"""The real archives: the counts that were worked out without this program, and what is said."""

import re
from pathlib import Path

import pytest
from tests.journey.bundles import ISSUE_IDS, Bundle
from tests.journey.commands import succeeded

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"

CHANGES_2022 = {
    "all-recorded-crime": (4_233, 5_167),
    "anti-social-behaviour": (637, 455),
    "burglary": (189, 369),
    "robbery": (15, 15),
    "violence-and-sexual-offences": (1_786, 2_085),
}
CHANGES_2025 = {
    "all-recorded-crime": (1_475, 1_534),
    "anti-social-behaviour": (122, 194),
    "burglary": (138, 111),
    "robbery": (2, 9),
    "shoplifting": (131, 165),
}
MONTHS_2025 = [f"2025-{month:02d}" for month in range(1, 5)]
SINGLED_OUT = re.compile(r"\b(rose|fell|rise|rising|fall|falling|increased?|decreased?)\b", re.I)


def built(example: str, folder: Path, chapters: str = "") -> Bundle:
    """Build an example from the real files, wherever they are; the restricted edition.

    Drawing the page of every issue takes long, so one plan is told which chapters are wanted.
    """
    if not (SHARED / "data" / "police-uk").is_dir():
        pytest.skip(f"REAL DATA ABSENT: {SHARED} holds none; {example} UNCHECKED")
    text = (ROOT / "examples" / example / "assessment.toml").read_text(encoding="utf-8")
    plan = folder / example
    plan.mkdir()
    text = text.replace("../../../shared", SHARED.as_posix())
    text = text.replace("[area]", f"{chapters}\n\n[area]", 1)
    (plan / "assessment.toml").write_text(text, encoding="utf-8")
    succeeded("build", plan, "--out", folder / "out")
    return Bundle(folder / "out" / "restricted")


@pytest.fixture(scope="session")
def of_2022(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return built("harborough-2022", tmp_path_factory.mktemp("harborough-2022"))


@pytest.fixture(scope="session")
def of_2025(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    chapters = 'chapters = ["summary", "overview", "places", "gaps", "method", "glossary"]'
    return built("harborough-2025", tmp_path_factory.mktemp("harborough-2025"), chapters)


def test_2022_counts_are_those_worked_out_independently(of_2022: Bundle) -> None:
    for issue, (before, after) in CHANGES_2022.items():
        assert of_2022.change(issue) == (before, after, "not compared")
    for issue in ISSUE_IDS:
        record = of_2022.findings[f"change.{issue}"]
        assert record["verdict"] == "not compared"
        assert "covid-restrictions" in record["breaks"]
        assert record["area"] == "E07000131"
        assert record["period"] == "2021-11/2022-10"
        assert record["compared_with"] == "2020-11/2021-10"


def test_2022_says_of_nothing_that_it_rose_or_fell(of_2022: Bundle) -> None:
    for record in of_2022.findings.values():
        assert not SINGLED_OUT.search(record["sentence"]), record["id"]
    assert not any(r["key"] for r in of_2022.of_kind("change"))
    firsts = re.findall(r'(?s)<p class="standfirst">(.*?)</p>', of_2022.html)
    assert len(firsts) == len(ISSUE_IDS)
    summary = re.search(r'(?s)id="summary".*?id="overview"', of_2022.html)
    assert summary
    for words in (*firsts, summary[0]):
        assert not SINGLED_OUT.search(re.sub(r"<[^>]*>", " ", words))
        assert "Covid" in words


def test_2022_reads_every_row_and_names_those_without_a_place(of_2022: Bundle) -> None:
    police = next(i for i in of_2022.manifest["intake"] if i["source"] == "police_street")
    assert police["rows"] == 301_838
    assert police["set_aside"] == [{"reason": "no place", "rows": 7_463}]
    gap = next(g for g in of_2022.of_kind("gap") if g["verdict"] == "rows without a place")
    assert (gap["value"], gap["of"]) == (7_463, 301_838)


def test_2022_finds_the_undercount_of_march_2020(of_2022: Bundle) -> None:
    gap = of_2022.findings["gap.undercount-2020-03"]
    assert (gap["verdict"], gap["value"], gap["months"]) == ("undercount", 46, ["2020-03"])
    assert "46 rows" in gap["sentence"]
    series = of_2022.findings["months.all-recorded-crime"]["series"]
    assert [m["month"] for m in series if m["state"] == "undercount"] == ["2020-03"]


def test_2022_highest_place(of_2022: Bundle) -> None:
    top = of_2022.findings["places.all-crime-and-incidents.E01025792"]
    assert (top["after"], top["rank"], top["local_name"]) == (300, 1, "Lutterworth")


def test_2022_national_statistics_stand_beside_and_are_never_compared(of_2022: Bundle) -> None:
    national = of_2022.findings["national.all-recorded-crime"]
    assert national["verdict"] == ""
    assert national["compared_with"] is None
    assert "not compared" in national["sentence"]


def test_2022_explains_the_burglary_change_from_the_archive(of_2022: Bundle) -> None:
    said = succeeded("explain", of_2022.folder, "change.burglary").said
    assert "Before     189" in said
    assert "After      369" in said
    archive = next(i for i in of_2022.manifest["inputs"] if i["source"] == "police_street")
    assert archive["sha256"] in said


def test_2025_like_months_are_compared_and_said_to_be(of_2025: Bundle) -> None:
    for issue, (before, after) in CHANGES_2025.items():
        assert of_2025.change(issue)[:2] == (before, after)
    for issue in ISSUE_IDS:
        record = of_2025.findings[f"change.{issue}"]
        assert record["months"] == MONTHS_2025
        assert (record["period"], record["compared_with"]) == (
            "2025-01/2025-04",
            "2024-01/2024-04",
        )
    assert "January to April 2025 against January to April 2024" in of_2025.html


def test_2025_every_change_says_its_months_where_a_reader_meets_it(of_2025: Bundle) -> None:
    for issue in ISSUE_IDS:
        assert "January to April" in of_2025.findings[f"change.{issue}"]["sentence"]


def test_2025_whole_year_and_its_highest_place(of_2025: Bundle) -> None:
    assert of_2025.findings["level.all-recorded-crime"]["after"] == 4_545
    assert of_2025.findings["level.anti-social-behaviour"]["after"] == 684
    top = of_2025.findings["places.all-crime-and-incidents.E01025792"]
    assert (top["after"], top["rank"]) == (309, 1)


def test_2025_names_the_months_that_were_not_supplied(of_2025: Bundle) -> None:
    gap = of_2025.findings["gap.months-not-supplied"]
    assert "May to December 2024" in gap["sentence"]
    assert "like for like" in gap["sentence"]
    assert {f"2024-{month:02d}" for month in range(5, 13)} <= set(gap["months"])


def test_2025_compares_with_statistical_neighbours_and_names_them_so(of_2025: Bundle) -> None:
    for issue in ISSUE_IDS:
        similar = of_2025.findings[f"similar.{issue}"]
        assert similar["group"] == "its statistical neighbours"
        assert similar["of"] == 15
        assert "statistical neighbours" in similar["sentence"]
        assert "most similar group" not in similar["sentence"]


def test_2025_rises_only_where_chance_does_not_explain_it(of_2025: Bundle) -> None:
    for record in of_2025.of_kind("change"):
        if record["verdict"] in ("rose", "fell"):
            assert record["p"] < 0.05
            assert record["low"] > 0 or record["high"] < 0
        else:
            assert not SINGLED_OUT.search(record["sentence"])
