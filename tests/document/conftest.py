"""Reports of three editions: one of real findings in a tiny county, one by hand, one of nothing."""

from dataclasses import dataclass

import pytest
from tests.builders.drawn import table
from tests.builders.plans import drawn, run
from tests.builders.street import drawn_archive
from tests.release import every_kind as made

from frankpledge.document.blocks import Document
from frankpledge.document.chapters import compose
from frankpledge.findings.find import find
from frankpledge.plan.assessment import Assessment
from frankpledge.release.door import Edition, release
from frankpledge.vocabulary.progress import silent

HOMES = ("E01000001", "E01000002", "E01000011", "E01000012")
KINDS = "Burglary", "Drugs", "Anti-social behaviour", "Shoplifting"


def two_years() -> bytes:
    """Two years of four kinds of incident in two districts, much the same every month."""
    lines = ["month | lsoa | category | rows"]
    for year in (2021, 2022):
        for month in range(1, 13):
            for i, lsoa in enumerate(HOMES):
                for j, kind in enumerate(KINDS):
                    rows = 2 + (month + i + j) % 3 + (3 if j == 3 and year == 2022 else 0)
                    lines.append(f"{year}-{month:02d} | {lsoa} | {kind} | {rows}")
    return drawn_archive(table("\n".join(lines)))


@dataclass(frozen=True)
class Report:
    """A report with what it was made of."""

    plan: Assessment
    edition: Edition
    document: Document


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The findings of a county of a few small areas, where many questions have no answer."""
    folder = drawn({"police.zip": two_years()}).write(tmp_path_factory.mktemp("tiny"))
    made_of = run(folder)
    edition = release(made_of.plan, find(made_of.material(), silent))[0]
    return Report(made_of.plan, edition, compose(made_of.plan, edition, ()))


@pytest.fixture(scope="session")
def by_hand(tiny: Report) -> Report:
    """One finding of every kind, about burglary."""
    edition = made.edition(*made.every_kind())
    return Report(tiny.plan, edition, compose(tiny.plan, edition, ()))


@pytest.fixture(scope="session")
def empty(tiny: Report) -> Report:
    """No finding at all: nothing was supplied that answers anything."""
    edition = made.edition()
    return Report(tiny.plan, edition, compose(tiny.plan, edition, ()))


@pytest.fixture(params=["tiny", "by_hand", "empty"])
def report(request: pytest.FixtureRequest) -> Report:
    """Each report in turn."""
    found: Report = request.getfixturevalue(request.param)
    return found
