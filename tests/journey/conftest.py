"""The demo is made and built once for all of these tests; nobody may write into it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.journey.bundles import Bundle
from tests.journey.commands import Ran, succeeded


@dataclass(frozen=True)
class Demo:
    """The demo's plan and its built output."""

    folder: Path
    ran: Ran

    @property
    def plan(self) -> Path:
        return self.folder / "plan"

    @property
    def out(self) -> Path:
        return self.folder / "output"

    def bundle(self, edition: str = "restricted") -> Bundle:
        return Bundle(self.out / edition)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, built by the command that the README names first."""
    folder = tmp_path_factory.mktemp("journey") / "demo"
    return Demo(folder, succeeded("demo", "--out", folder, seed=1))
