"""Small tables in, the cube out: on every engine, and equal between them."""

from pathlib import Path

from tests.builders.drawn import table
from tests.builders.plans import drawn, duckdb_in, run
from tests.builders.street import drawn_archive
from tests.spec.naive_engine import NaiveEngine

from frankpledge.engine.contract import Engine

ROWS = """
    month   | force        | lsoa      | category              | rows
    2022-01 | midshire     | E01000001 | Burglary              | 3
    2022-01 | midshire     | E01000001 | Anti-social behaviour | 2
    2022-01 | midshire     | E01000011 | Burglary              | 1
    2022-01 | far-and-away | E01000001 | Burglary              | 1
    2022-01 | far-and-away | E01000091 | Robbery               | 4
    2022-03 | midshire     | E01000001 | Burglary              | 5
    2022-03 | midshire     |           | Burglary              | 7
    2022-03 | midshire     | E01000002 | Piracy                | 2
    2022-03 | midshire     | E0100000  | Robbery               | 1
"""
CUBE = """
    lsoa      | month   | category              | file | count
    E01000001 | 2022-01 | Anti-social behaviour | 1    | 2
    E01000001 | 2022-01 | Burglary              | 0    | 1
    E01000001 | 2022-01 | Burglary              | 1    | 3
    E01000001 | 2022-03 | Burglary              | 2    | 5
    E01000011 | 2022-01 | Burglary              | 1    | 1
    E01000091 | 2022-01 | Robbery               | 0    | 4
"""
ASIDE = """
    reason                                      | rows | first_line
    no place                                    | 7    | 7
    a category that is not known                | 2    | 14
    not a small area (LSOA) of England or Wales | 1    | 16
"""


def test_rows_become_counts_by_area_month_category_and_file(tmp_path: Path, engine: Engine) -> None:
    folder = drawn({"police.zip": drawn_archive(table(ROWS))}).write(tmp_path)
    found = run(folder, engine)
    cells = [{k: str(v) for k, v in row.items()} for row in found.cube.table.to_pylist()]
    assert cells == table(CUBE)


def test_rows_that_are_not_counted_are_told_by_reason(tmp_path: Path, engine: Engine) -> None:
    folder = drawn({"police.zip": drawn_archive(table(ROWS))}).write(tmp_path)
    receipt = run(folder, engine).tables["police_street"].receipt
    assert receipt.records == sum(int(row["rows"]) for row in table(ROWS))
    assert receipt.accepted == sum(int(row["count"]) for row in table(CUBE))
    assert [
        {"reason": a.reason, "rows": str(a.rows), "first_line": str(a.first_line)}
        for a in receipt.aside
    ] == table(ASIDE)


def test_engines_give_equal_cubes_and_receipts(tmp_path: Path) -> None:
    folder = drawn({"police.zip": drawn_archive(table(ROWS))}).write(tmp_path)
    fast, plain = run(folder, duckdb_in(folder)), run(folder, NaiveEngine())
    assert fast.cube.table == plain.cube.table
    for name in fast.tables:
        assert fast.tables[name].receipt == plain.tables[name].receipt
