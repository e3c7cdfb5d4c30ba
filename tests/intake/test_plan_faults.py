"""Plans that cannot be used as written: each fault by file, line and key, all of them together."""

from pathlib import Path

import pytest
from tests.builders.plans import drawn, plan_in
from tests.builders.street import month_of, row

from frankpledge.errors import FrankpledgeError, ManyFaults, NotSupplied, PlanFault
from frankpledge.intake.received import take
from frankpledge.sources.catalogue import SOURCES


def faults_of(folder: Path, toml: str) -> list[FrankpledgeError]:
    (folder / "assessment.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(FrankpledgeError) as caught:
        plan_in(folder)
    found = caught.value
    return list(found.faults) if isinstance(found, ManyFaults) else [found]


def line_of(toml: str, wanted: str) -> int:
    """The line on which some text first stands."""
    return next(n for n, line in enumerate(toml.splitlines(), 1) if wanted in line)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("vintage = 2021", "vintage = = 2021", "vintage = =", "not valid TOML"),
        ("vintage = 2021", 'vintage = "2021', "vintage = ", "not valid TOML"),
        ("vintage = 2021", "vintage = 2021\nvintage=2021", "vintage=", "not valid TOML"),
        ("vintage = 2021", "vintage = 2001", "vintage = 2001", "2001 is not a valid Vintage"),
        ("vintage = 2021", 'vintage = "2021"', "vintage =", "must be a whole number, and is text"),
        (
            "published = 2023-03-01",
            "published = 2023",
            "published",
            "must be a date, and is a whole number",
        ),
        ("owner =", "ownr =", "ownr", '"ownr" is no key'),
        ('owner = "Partnership manager"', "", "[assessment]", 'the key "owner" is missing'),
        ("[area]", "[are]", "[are]", '"are" is no key'),
        ("[sources.population]", "[sources.popluation]", "popluation", '"popluation" is not one'),
        ('files = ["lookups/changes.csv"]', 'files = "c"', 'files = "c"', "must be a list"),
        ('["lookups/changes.csv"]', "[1]", "[1]", "must be text in quotation marks"),
        ('changes.csv"]', 'changes.csv"]\nsheet = 1', "sheet = 1", '"sheet" is no key'),
        ('"2022-01/2022-12"', '"2022-12/2022-01"', "period =", "ends (2022-01) before it begins"),
        ('"2022-01/2022-12"', '"2022"', "period =", '"2022" is not a period'),
        ('"2022-01/2022-12"', '"2022-01/2022-13"', "period =", "'2022-13' is not a month"),
        ('"2021-01/2021-12"', '"2021-02/2022-01"', "compared_with", "the two periods are unlike"),
        ('"2021-01/2021-12"', '"2021-01/2021-11"', "compared_with", "the two periods are unlike"),
        ('"2021-01/2021-12"', '"2022-01/2022-12"', "compared_with", "the two periods are unlike"),
        ('code = "E07000001"', 'code = "E07000009"', "districts =", "do not hold E07000009"),
        ("[area]", 'chapters = ["issus"]\n[area]', "issus", '"issus" is not one of the chapters'),
    ],
)
def test_a_fault_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: str, what: str
) -> None:
    good = drawn().toml()
    assert old in good
    toml = good.replace(old, new, 1)
    (fault,) = faults_of(tmp_path, toml)
    assert isinstance(fault, PlanFault)
    assert what in fault.what
    assert fault.where == f"{tmp_path.name}/assessment.toml, line {line_of(toml, line)}"
    assert fault.remedy


@pytest.mark.parametrize(
    ("added", "line", "what", "remedy"),
    [
        ("[targets.burglry]\nat_most = 5", "burglry", '"burglry" is not one', '"burglary"?'),
        ("[targets.burglary]\nat_most = 1.5", "at_most", "must be a whole number", "plan-file.md"),
        ("[editions.publick]\nthreshold = 3", "publick", '"publick" is not one', '"public"?'),
        (
            "[editions.public]\nthreshold = true",
            "threshold",
            "must be a whole number",
            "plan-file.md",
        ),
        ('[[breaks]]\nid = "a"', "[[breaks]]", '"first" is missing', "plan-file.md"),
        (
            '[[breaks]]\nid = "a"\nfirst = "2022-01"\nlast = "2022-01"\nshort = "s"\nreason = "r"\n'
            'issues = ["burglary", "robery"]',
            "robery",
            '"robery" is not one of the issues',
            '"robbery"?',
        ),
        ("[sources.tenure]\nfiles = []\nencoding = 'klingon'", "klingon", "klingon", '"cp1252"'),
        ("[sources.tenure]\nfiles = []\nencoding = 'base64'", "base64", "not an encoding", "utf-8"),
    ],
)
def test_a_fault_in_a_part_that_may_be_left_out_is_named_with_its_line(
    tmp_path: Path, added: str, line: str, what: str, remedy: str
) -> None:
    toml = drawn(extra=added).toml()
    (fault,) = faults_of(tmp_path, toml)
    assert what in fault.what
    assert fault.where.endswith(f", line {line_of(toml, line)}")
    assert remedy in fault.remedy


def test_a_misspelt_source_is_told_what_was_meant(tmp_path: Path) -> None:
    toml = drawn().toml().replace("[sources.population]", "[sources.poplation]")
    (fault,) = faults_of(tmp_path, toml)
    assert fault.remedy.startswith('Did you mean "population"? Known: police_street, ')


def test_several_faults_are_told_together(tmp_path: Path) -> None:
    toml = drawn(extra="[targets.arson]\nat_most = 5\n[editions.secret]\n").toml()
    toml = toml.replace('"2022-01/2022-12"', '"2022-12/2022-01"').replace("= 2021\n", "= 1991\n")
    found = faults_of(tmp_path, toml)
    assert [fault.where.rsplit(" ", 1)[1] for fault in found] == [
        str(line_of(toml, wanted)) for wanted in ("secret", "arson", "period =", "= 1991")
    ]


def test_wrong_types_in_several_tables_are_told_together(tmp_path: Path) -> None:
    toml = drawn(extra="[targets.burglary]\nat_most = 'few'\n").toml()
    toml = toml.replace('name = "Eastholme"', "name = 1").replace('files = ["', 'files = [7, "')
    found = faults_of(tmp_path, toml)
    assert [fault.what for fault in found if "files" in fault.what] == [
        f'"sources.{name}.files[0]" must be text in quotation marks, and is a whole number'
        for name in drawn().sources
    ]
    lines = [int(fault.where.rsplit(" ", 1)[1]) for fault in found]
    assert lines == sorted(lines)
    assert len(set(lines)) == len(found) == 7


def test_every_fault_shows_in_what_a_person_reads(tmp_path: Path) -> None:
    toml = drawn(extra="[targets.arson]\nat_most = 5\n[editions.secret]\n").toml()
    (tmp_path / "assessment.toml").write_text(toml)
    with pytest.raises(ManyFaults) as caught:
        plan_in(tmp_path)
    assert "secret" in str(caught.value)
    assert "arson" in str(caught.value)
    assert caught.value.exit_code == PlanFault.exit_code


def test_words_in_a_title_are_not_taken_for_keys(tmp_path: Path) -> None:
    toml = drawn().toml().replace("Strategic assessment", "The period and the vintage")
    (fault,) = faults_of(tmp_path, toml.replace("vintage = 2021", "vintage = 1"))
    assert fault.where.endswith(f"line {line_of(toml, 'vintage = ')}")


def test_a_folder_without_a_plan_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(PlanFault, match=r"there is no assessment\.toml here"):
        plan_in(tmp_path)


def test_a_plan_that_is_not_utf_8_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "assessment.toml").write_bytes(drawn().toml().encode("utf-16"))
    with pytest.raises(PlanFault, match="not UTF-8 text"):
        plan_in(tmp_path)


def test_a_plan_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "assessment.toml").write_text(drawn().toml(), encoding="utf-8-sig")
    assert plan_in(tmp_path).area.name == "Eastholme"


def taken_faults(folder: Path) -> list[FrankpledgeError]:
    with pytest.raises(FrankpledgeError) as caught:
        take(plan_in(folder), SOURCES.values())
    found = caught.value
    return list(found.faults) if isinstance(found, ManyFaults) else [found]


def test_needed_sources_without_a_file_are_told_together(tmp_path: Path) -> None:
    folder = drawn().write(tmp_path)
    (folder / "inbox/police.zip").unlink()
    (folder / "lookups/changes.csv").unlink()
    faults = taken_faults(folder)
    assert [type(fault) for fault in faults] == [NotSupplied, NotSupplied]
    toml = drawn().toml()
    assert faults[0].where.endswith(f"line {line_of(toml, 'inbox/police.zip')}")
    assert "changes.csv" in faults[1].what


def test_a_needed_source_the_plan_does_not_name_is_a_fault(tmp_path: Path) -> None:
    plan = drawn()
    named = "[sources.partnerships]\nfiles = " + plan.sources["partnerships"]
    plan.write(tmp_path)
    (tmp_path / "assessment.toml").write_text(plan.toml().replace(named, ""))
    (fault,) = taken_faults(tmp_path)
    assert isinstance(fault, PlanFault)
    assert "[sources.partnerships]" in fault.what


def test_a_file_named_in_the_plan_is_not_passed_over_because_another_is_there(
    tmp_path: Path,
) -> None:
    archives = {"a.zip": month_of([row()]), "b.zip": month_of([row()])}
    folder = drawn(archives).write(tmp_path)
    (folder / "inbox/b.zip").unlink()
    (fault,) = taken_faults(folder)
    assert isinstance(fault, NotSupplied)
    assert "inbox/b.zip" in fault.what


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    archives = {"2021/police.zip": month_of([row()]), "2022/police.zip": month_of([row()])}
    (fault,) = taken_faults(drawn(archives).write(tmp_path))
    assert "more than one file called police.zip" in fault.what


def test_a_file_two_patterns_match_is_taken_once(tmp_path: Path) -> None:
    folder = drawn(sources={"police_street": '["inbox/*.zip", "inbox/police.*"]'}).write(tmp_path)
    assert len(take(plan_in(folder), SOURCES.values())["police_street"]) == 1


def test_a_source_that_can_be_done_without_may_match_nothing(tmp_path: Path) -> None:
    folder = drawn(sources={"tenure": '["inbox/tenure.csv"]'}).write(tmp_path)
    assert take(plan_in(folder), SOURCES.values())["tenure"] == ()
