"""Every specification is kept by every engine."""

from pathlib import Path

import pytest
from tests.spec.naive_engine import NaiveEngine

from frankpledge.engine.contract import Engine
from frankpledge.engine.duckdb_engine import DuckDBEngine


@pytest.fixture(params=["duckdb", "naive"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return DuckDBEngine(tmp_path / "spill") if request.param == "duckdb" else NaiveEngine()
