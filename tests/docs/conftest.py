"""One demo for all pages, built once; each page runs in a copy of its own."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, SHARED
from tests.journey.commands import Ran, run


@dataclass(frozen=True)
class Built:
    """A folder in which `frankpledge demo` was run, and what it said."""

    folder: Path
    ran: Ran


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("docs")
    ran = run("demo", folder=folder)
    assert ran.code == 0, ran.complained
    return Built(folder, ran)


@pytest.fixture
def sandbox(built: Built, tmp_path: Path) -> Path:
    """A folder as a reader has it after the demo: its files, the examples, and the data beside."""
    folder = tmp_path / "main"
    shutil.copytree(built.folder, folder)
    for plan in (ROOT / "examples").iterdir():
        copy = folder / "examples" / plan.name
        copy.mkdir(parents=True)
        shutil.copy(plan / "assessment.toml", copy)
    if SHARED.is_dir():
        (tmp_path / "shared").symlink_to(SHARED.resolve(), target_is_directory=True)
    return folder
