"""Small tables in, the panel out: months not supplied, neighbours, undercounts, vintages."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.builders.drawn import table
from tests.builders.plans import EASTHOLME, FARLAND, WESTHOLME, drawn, run
from tests.builders.street import drawn_archive

from frankpledge.engine.contract import Engine
from frankpledge.findings.material import Material
from frankpledge.measures.panel import Panel
from frankpledge.vocabulary.issue import IssueId
from frankpledge.vocabulary.period import Month

BURGLARY = IssueId("burglary")
NOT_SUPPLIED = "-"


def material(folder: Path, engine: Engine, rows: str, vintage: int = 2021) -> Material:
    archive = drawn_archive(table(rows))
    return run(drawn({"police.zip": archive}, vintage=vintage).write(folder), engine).material()


def shown(panel: Panel, issue: str, areas: Iterable[str]) -> list[dict[str, str]]:
    """Some rows of a panel as they are drawn: a count, or a dash where there is none."""
    found = []
    for area in areas:
        counts, has = panel.of(IssueId(issue), area), panel.has(area)
        cells = {
            str(month): str(count) if supplied else NOT_SUPPLIED
            for month, count, supplied in zip(panel.months, counts, has, strict=True)
        }
        found.append({"area": area} | cells)
    return found


def small(material: Material, drawn_panel: str) -> bool:
    """Say whether the panel of small areas has the rows drawn, for burglary."""
    wanted = table(drawn_panel)
    assert shown(material.small, BURGLARY, [row["area"] for row in wanted]) == wanted
    return True


def test_a_month_not_supplied_is_never_zero(tmp_path: Path, engine: Engine) -> None:
    found = material(
        tmp_path,
        engine,
        """
        month   | force        | lsoa      | category | rows
        2022-01 | midshire     | E01000001 | Burglary | 3
        2022-02 | midshire     |           |          | 0
        2022-04 | midshire     | E01000011 | Burglary | 2
        2022-03 | far-and-away | E01000091 | Burglary | 1
        """,
    )
    wanted = table("""
        area      | 2022-01 | 2022-02 | 2022-03 | 2022-04
        E07000001 | 3       | 0       | -       | 0
        E07000002 | 0       | 0       | -       | 2
        E07000003 | -       | -       | 1       | -
    """)
    assert shown(found.districts, BURGLARY, (EASTHOLME, WESTHOLME, FARLAND)) == wanted
    assert not found.districts.counts[:, ~found.districts.supplied].any()


def test_an_issue_is_the_sum_of_its_categories(tmp_path: Path, engine: Engine) -> None:
    found = material(
        tmp_path,
        engine,
        """
        month   | lsoa      | category              | rows
        2022-01 | E01000001 | Burglary              | 3
        2022-01 | E01000002 | Robbery               | 2
        2022-01 | E01000002 | Anti-social behaviour | 5
        """,
    )
    months = [Month.parse("2022-01")]
    totals = {
        issue: int(found.districts.total(issue, months)[0]) for issue in found.districts.issues
    }
    assert {issue: n for issue, n in totals.items() if n} == {
        "all-recorded-crime": 5,
        "burglary": 3,
        "robbery": 2,
        "anti-social-behaviour": 5,
        "all-crime-and-incidents": 10,
    }


def test_rows_a_neighbouring_force_recorded_are_left_out_and_told(
    tmp_path: Path, engine: Engine
) -> None:
    found = material(
        tmp_path,
        engine,
        """
        month   | force        | lsoa      | category | rows
        2022-01 | midshire     | E01000001 | Burglary | 3
        2022-01 | midshire     | E01000091 | Burglary | 8
        2022-01 | far-and-away | E01000001 | Burglary | 2
        2022-01 | far-and-away | E01000091 | Burglary | 1
        """,
    )
    wanted = table("""
        area      | 2022-01
        E07000001 | 3
        E07000002 | 0
        E07000003 | 1
    """)
    assert shown(found.districts, BURGLARY, (EASTHOLME, WESTHOLME, FARLAND)) == wanted
    assert found.elsewhere == 2


def test_a_force_whose_files_were_not_sent_has_no_counts(tmp_path: Path, engine: Engine) -> None:
    found = material(
        tmp_path,
        engine,
        """
        month   | lsoa      | category | rows
        2022-01 | E01000001 | Burglary | 3
        2022-01 | E01000091 | Burglary | 8
        """,
    )
    wanted = [{"area": FARLAND, "2022-01": NOT_SUPPLIED}]
    assert shown(found.districts, BURGLARY, [FARLAND]) == wanted


def test_areas_of_2021_carry_back_to_2011(tmp_path: Path, engine: Engine) -> None:
    """Parts of a split area sum back; one merged of two and an irregular one cannot be carried."""
    found = material(
        tmp_path,
        engine,
        """
        month   | lsoa      | category | rows
        2022-01 | E01000001 | Burglary | 1
        2022-01 | E01000031 | Burglary | 2
        2022-01 | E01000032 | Burglary | 3
        2022-01 | E01000045 | Burglary | 4
        2022-01 | E01000061 | Burglary | 5
        2022-01 | E01000062 | Burglary | 6
        2022-01 | E01000011 | Burglary | 7
        """,
        vintage=2011,
    )
    assert small(
        found,
        """
        area      | 2022-01
        E01000001 | 1
        E01000002 | 0
        E01000003 | 5
        E01000004 | -
        E01000005 | -
        E01000006 | -
        E01000007 | -
        E01000011 | 7
        """,
    )
    assert found.not_carried == {"E01000045", "E01000061", "E01000062"}
    assert shown(found.districts, BURGLARY, [EASTHOLME]) == [{"area": EASTHOLME, "2022-01": "21"}]


def test_areas_of_2011_carry_on_to_2021(tmp_path: Path, engine: Engine) -> None:
    """Two areas merged into one sum; a split area and an irregular one cannot be carried."""
    found = material(
        tmp_path,
        engine,
        """
        month   | lsoa      | category | rows
        2022-01 | E01000001 | Burglary | 1
        2022-01 | E01000003 | Burglary | 2
        2022-01 | E01000004 | Burglary | 3
        2022-01 | E01000005 | Burglary | 4
        2022-01 | E01000006 | Burglary | 5
        2022-01 | E01000007 | Burglary | 6
        """,
    )
    assert small(
        found,
        """
        area      | 2022-01
        E01000001 | 1
        E01000002 | 0
        E01000031 | -
        E01000032 | -
        E01000045 | 7
        E01000061 | -
        E01000062 | -
        """,
    )
    assert found.not_carried == {"E01000003", "E01000006", "E01000007"}
    assert shown(found.districts, BURGLARY, [EASTHOLME]) == [{"area": EASTHOLME, "2022-01": "21"}]


@pytest.mark.parametrize("vintage", [2011, 2021])
def test_areas_of_the_plans_own_vintage_need_no_carrying(
    tmp_path: Path, engine: Engine, vintage: int
) -> None:
    code = "E01000006" if vintage == 2011 else "E01000061"
    found = material(
        tmp_path,
        engine,
        f"""
        month   | lsoa      | category | rows
        2022-01 | {code}    | Burglary | 4
        """,
        vintage,
    )
    assert small(found, f"area | 2022-01\n{code} | 4")
    assert found.small.supplied.all()
    assert not found.not_carried


def test_a_month_of_another_vintage_spoils_only_its_own_month(
    tmp_path: Path, engine: Engine
) -> None:
    found = material(
        tmp_path,
        engine,
        """
        month   | lsoa      | category | rows
        2022-01 | E01000003 | Burglary | 2
        2022-02 | E01000031 | Burglary | 3
        2022-03 | E01000001 | Burglary | 1
        """,
    )
    assert small(
        found,
        """
        area      | 2022-01 | 2022-02 | 2022-03
        E01000001 | 0       | 0       | 1
        E01000031 | -       | 3       | 0
        E01000045 | 0       | 0       | 0
        """,
    )


def test_a_month_whose_records_were_lost_is_flagged_and_not_compared(
    tmp_path: Path, engine: Engine
) -> None:
    usual = "\n".join(f"2022-{m:02} | E01000001 | Burglary | 100" for m in range(1, 13) if m != 6)
    found = material(
        tmp_path,
        engine,
        f"month | lsoa | category | rows\n{usual}\n2022-06 | E01000001 | Burglary | 10",
    )
    june = Month.parse("2022-06")
    assert set(found.plan.period) - found.clean_months(EASTHOLME) == {june}
    assert june in found.supplied_months(EASTHOLME)
    assert june in found.clean_months(WESTHOLME)


def test_a_month_in_which_nothing_was_recorded_is_not_supplied_in_full(
    tmp_path: Path, engine: Engine
) -> None:
    usual = "\n".join(f"2022-{m:02} | E01000001 | Burglary | 100" for m in range(1, 13) if m != 6)
    found = material(
        tmp_path,
        engine,
        f"month | lsoa | category | rows\n{usual}\n2022-06 | | Burglary | 0",
    )
    assert Month.parse("2022-06") not in found.clean_months(EASTHOLME)
