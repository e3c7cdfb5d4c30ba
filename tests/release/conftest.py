"""A plan whose editions decide."""

import pytest
from tests.builders.plans import drawn, plan_in

from frankpledge.plan.assessment import Assessment


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    return plan_in(drawn().write(tmp_path_factory.mktemp("plan")))
