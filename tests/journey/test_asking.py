"""What a person may ask: help, check, explain; and how plainly they are told what is wrong."""

import shutil
from pathlib import Path

import pytest
from tests.builders.plans import drawn
from tests.journey.bundles import contents
from tests.journey.commands import failed, run, succeeded
from tests.journey.conftest import Demo

from frankpledge.bundle.explain import explain
from frankpledge.errors import OutputFault
from frankpledge.pipeline import build

HEAVY = (
    "duckdb",
    "pyarrow",
    "scipy",
    "numpy",
    "shapely",
    "openpyxl",
    "jinja2",
    "msgspec",
    "fontTools",
)
HELP = """
import sys
from frankpledge.cli import main
try:
    main()
except SystemExit as stop:
    assert not stop.code
print("LOADED", *(name for name in sys.modules if "." not in name))
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of a small good plan."""
    return drawn().write(tmp_path / "small")


@pytest.mark.parametrize("asked", [["--help"], ["build", "--help"], ["explain", "--help"]])
def test_help_loads_nothing_heavy(asked: list[str]) -> None:
    ran = run(*asked, program=HELP)
    assert ran.code == 0
    assert ran.complained == ""
    words, _, loaded = ran.said.partition("LOADED")
    assert "Usage:" in words
    assert not set(HEAVY) & set(loaded.split())


def test_help_names_every_command() -> None:
    said = succeeded("--help").said
    for command in ("build", "check", "explain", "demo"):
        assert f"  {command} " in said


def test_check_says_what_was_accepted_what_was_set_aside_and_what_is_missing(demo: Demo) -> None:
    said = succeeded("check", demo.plan).said
    for words in (
        "rows, ", " accepted", "set aside: no place", "set aside: a category that is not known",
        "line ", "small areas of 2011", "small areas of 2021", "November 2023: not supplied",
        "May 2023: ", "Most similar group: not supplied",
    ):  # fmt: skip
        assert words in said


def test_explain_leads_from_a_change_to_both_counts_and_the_archives(demo: Demo) -> None:
    said = succeeded("explain", demo.out / "restricted", "change.burglary").said
    inputs = demo.bundle().manifest["inputs"]
    archives = {i["file"]: i["sha256"] for i in inputs if i["source"] == "police_street"}
    evidence = demo.bundle().findings["change.burglary"]["evidence"]
    assert evidence["rows"] == 480
    lines = said.splitlines()
    assert "Burglary fell from 300 to 180" in lines[0]
    assert "Before     300" in lines
    assert "After      180" in lines
    assert any(line.startswith("Rows       480 rows of ") for line in lines)
    for file in {source["file"] for source in evidence["sources"]}:
        assert f"    sha256 {archives[file]}" in lines
    assert any(line.startswith("Release    released to the restricted edition") for line in lines)


def test_explain_knows_every_finding_of_every_kind(demo: Demo) -> None:
    findings = demo.bundle("public").findings
    kinds = {record["kind"]: identity for identity, record in findings.items()}
    for identity in kinds.values():
        said = "\n".join(explain(demo.out / "public", identity))
        assert findings[identity]["sentence"] in said


def test_an_unknown_finding_is_met_with_the_ones_it_may_mean(demo: Demo) -> None:
    said = failed(6, "explain", demo.out / "restricted", "change.burglry")
    assert 'no finding "change.burglry"' in said
    assert "Did you mean: change.burglary" in said
    assert "It holds" in failed(6, "explain", demo.out / "restricted", "???")


def test_explain_of_what_is_no_bundle(demo: Demo, tmp_path: Path) -> None:
    assert "OUT/restricted" in failed(5, "explain", demo.out, "change.burglary")
    assert "OUT/restricted" in failed(5, "explain", tmp_path / "none", "change.burglary")


@pytest.mark.parametrize("text", ["{}", "[]", '{"findings": 3}', "", "\x00", '{"findings": [3]}'])
def test_explain_of_a_bundle_that_was_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / "findings.json").write_text(text)
    with pytest.raises(OutputFault):
        list(explain(tmp_path, "change.burglary"))


def test_a_folder_without_a_plan_is_left_as_it_was(tmp_path: Path) -> None:
    assert "there is no assessment.toml here" in failed(2, "build", tmp_path / "none")
    assert not (tmp_path / "none").exists()
    file = tmp_path / "plan.txt"
    file.write_text("not a folder")
    failed(2, "build", file, "--out", tmp_path / "out")
    assert list(tmp_path.iterdir()) == [file]


def test_an_error_is_plain_words_on_one_stream_and_an_exit_code(small: Path) -> None:
    (small / "assessment.toml").write_text("[assessment")
    ran = run("build", small)
    assert (ran.code, ran.said) == (2, "")
    assert ran.complained.startswith("\nsmall/assessment.toml, line 1: it is not valid TOML")
    assert "Traceback" not in ran.complained


@pytest.mark.parametrize("command", ["build", "check"])
def test_every_fault_of_a_plan_is_named_by_line(small: Path, command: str) -> None:
    plan = small / "assessment.toml"
    text = plan.read_text().replace("[county]", "[targets.burglry]\nat_most = 3\n\n[county]")
    plan.write_text(text.replace('period = "2022-01/2022-12"', 'period = "2022-01/2022-13"'))
    said = failed(2, command, small)
    lines = plan.read_text().splitlines()
    named = 1 + next(i for i, line in enumerate(lines) if "burglry" in line)
    assert f"small/assessment.toml, line {named}:" in said
    assert 'Did you mean "burglary"' in said
    assert "2022-13" in said


def test_a_source_without_a_file(small: Path) -> None:
    (small / "inbox" / "police.zip").unlink()
    assert "police.zip" in failed(4, "build", small)


def test_a_file_that_cannot_be_read(small: Path) -> None:
    (small / "inbox" / "police.zip").write_bytes(b"PK\x03\x04 no zip at all")
    assert "police.zip" in failed(3, "build", small)
    assert not (small / "output").exists()


def test_an_output_folder_that_is_not_ours_is_left_alone(small: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.docx").write_text("years of work")
    assert "did not make" in failed(5, "build", small, "--out", mine)
    assert contents(mine) == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("under", ["file", "file/below", "file/below/further"])
def test_an_output_where_a_file_stands(small: Path, tmp_path: Path, under: str) -> None:
    (tmp_path / "file").write_text("words")
    assert "Give another --out" in failed(5, "build", small, "--out", tmp_path / under)
    assert (tmp_path / "file").read_text() == "words"


def test_the_folder_one_stands_in_may_be_no_output(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    assert "did not make" in failed(5, "build", ".", "--out", ".")
    assert (small / "assessment.toml").is_file()


def test_the_demo_leaves_a_folder_that_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "assessment.toml").write_text("# mine")
    assert "did not make" in failed(5, "demo", "--out", tmp_path)
    assert contents(tmp_path) == {"plan/assessment.toml": b"# mine"}


def test_words_that_cite_no_finding_are_named_by_file_and_line(small: Path) -> None:
    words = small / "commentary"
    words.mkdir()
    text = "By: an analyst\n\nFirst.\n\nThen this [[change.burglry]] and that [[no.such]].\n"
    (words / "why.md").write_text(text)
    (words / "burglary.why.md").write_text("By: an analyst\n[[change.robery]]\n")
    said = failed(7, "build", small)
    assert 'commentary/why.md, line 5: the words cite "change.burglry"' in said
    assert 'Did you mean "change.burglary"?' in said
    assert 'the words cite "no.such"' in said
    assert 'commentary/burglary.why.md, line 2: the words cite "change.robery"' in said
    assert not (small / "output").exists()
    assert (words / "why.md").read_text() == text


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("whyy.md", "By: me\n", 'Did you mean "why.md"?'),
        ("why.md", "No name.\n", "line 1: its first line does not say whose words they are"),
        ("why.md", "", "its first line does not say whose words they are"),
    ],
)
def test_words_with_a_fault_of_their_own(small: Path, name: str, text: str, words: str) -> None:
    (small / "commentary").mkdir()
    (small / "commentary" / name).write_text(text)
    assert words in failed(7, "build", small)


def test_a_command_that_does_not_exist() -> None:
    failed(2, "prophesy")
    failed(2, "build")


def test_a_small_plan_builds_in_silence_and_again_without_its_private_folder(small: Path) -> None:
    said = succeeded("build", small).said
    assert [line.split(":")[0] for line in said.splitlines()] == ["restricted", "public"]
    before = contents(small / "output")
    shutil.rmtree(small / "work")
    build(small, small / "output")
    assert contents(small / "output") == before


def test_a_plan_of_years_that_no_file_holds(tmp_path: Path) -> None:
    plan = drawn(period="2012-01/2012-12", compared_with="2011-01/2011-12")
    ran = run("build", plan.write(tmp_path / "old"))
    assert "Traceback" not in ran.complained
    assert ran.code in (0, 2, 4)
