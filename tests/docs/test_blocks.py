"""Every command and every example in the pages is run, and says what the page says it says."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.docs.conftest import Built
from tests.docs.pages import INLINE, SHARED, Block, Step, blocks, name, pages, prose, steps
from tests.journey.commands import Ran, run

from frankpledge.plan.layout import PlanFile
from frankpledge.sources.catalogue import SOURCES
from frankpledge.vocabulary.issue import ISSUES

RUN = {"console", "bat", "python"}
NOT_OURS = ("make", "py", r".venv\Scripts\pip", "start")
"""Programs of which the pages show commands that are not run here."""
WORDS = ("PLAN", "BUNDLE", "FINDING", "OUT", "--out")


NEEDS_SHARED = "needs ../shared"


def runnable(shared: bool) -> list[Path]:
    """The pages with blocks to run, of those that need the shared data or of the others."""
    return [page for page in pages() if any(runs(block, shared) for block in blocks(page))]


def runs(block: Block, shared: bool) -> bool:
    return block.language in RUN and (block.note(NEEDS_SHARED) is not None) is shared


@pytest.mark.parametrize("page", runnable(shared=False), ids=name)
def test_what_a_page_tells_to_do_works(page: Path, built: Built, sandbox: Path) -> None:
    for block in blocks(page):
        if block.note(NEEDS_SHARED) is None:
            follow(block, built, sandbox, f"{name(page)}, line {block.begins}")


@pytest.mark.parametrize("page", runnable(shared=True), ids=name)
def test_what_a_page_tells_of_real_data_works(page: Path, built: Built, sandbox: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip(f"REAL DATA ABSENT: no ../shared, so part of {name(page)} is unchecked")
    for block in blocks(page):
        if block.note(NEEDS_SHARED) is not None:
            follow(block, built, sandbox, f"{name(page)}, line {block.begins}")


def follow(block: Block, built: Built, sandbox: Path, where: str) -> None:
    """Do what a block says."""
    if target := block.note("file:"):
        written(sandbox / target).write_text(block.text, encoding="utf-8")
    elif target := block.note("add to:"):
        with (sandbox / target).open("a", encoding="utf-8") as file:
            file.write("\n" + block.text)
    elif block.language == "python":
        python(block, sandbox, where)
    elif block.language in RUN:
        for step in steps(block):
            take(step, block, built, sandbox, where)


def written(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def python(block: Block, sandbox: Path, where: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", block.text],
        cwd=sandbox, capture_output=True, check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, f"{where}: {done.stderr.decode()}"


def take(step: Step, block: Block, built: Built, sandbox: Path, where: str) -> None:
    """Take one step: run the program, or do what a plain command would."""
    arguments = step.arguments
    if arguments is None:
        program, *rest = step.command.split()
        if step.command.startswith("cp -r "):
            shutil.copytree(sandbox / rest[1], sandbox / rest[2], dirs_exist_ok=True)
        else:
            assert program in NOT_OURS, f"{where}: nobody knows {step.command}"
        return
    ran = built.ran if arguments == ["demo"] else run(*arguments, folder=sandbox)
    code = int(block.note("exits with") or 0)
    assert ran.code == code, f"{where}: {step.command}\n{ran.said}{ran.complained}"
    said_in_order(step.expected, ran, where)


def said_in_order(expected: tuple[str, ...], ran: Ran, where: str) -> None:
    """Each line of the page is in the output, in order; … stands for anything."""
    said = iter((ran.said + ran.complained).splitlines())
    for line in expected:
        if line.strip() in ("…", ""):
            continue
        begins = line.removesuffix(" …") if line.endswith(" …") else None
        assert any(s == line or (begins and s.startswith(begins)) for s in said), (
            f"{where}: the program does not say, or not there: {line}\n{ran.said}{ran.complained}"
        )


@pytest.mark.parametrize("page", pages(), ids=name)
def test_a_command_in_a_sentence_is_a_command(page: Path) -> None:
    for command in INLINE.findall(prose(page)):
        first, *rest = command.split()[1:]
        assert run(first, "--help").code == 0, f"{name(page)}: {command}"
        assert all(w in WORDS or not w.isupper() for w in rest), f"{name(page)}: {command}"


@pytest.mark.parametrize("page", pages(), ids=name)
def test_toml_is_what_a_plan_may_hold(page: Path) -> None:
    for block in blocks(page):
        if block.language == "toml":
            said = tomllib.loads(block.text)
            assert set(said.get("sources", {})) <= set(SOURCES)
            assert set(said.get("targets", {})) <= {issue.id for issue in ISSUES}
            msgspec.convert(whole() | said, PlanFile)


def whole() -> dict[str, Any]:
    """The least that a plan file must hold."""
    return tomllib.loads(
        """
        [assessment]
        partnership = "a"
        title = "a"
        owner = "a"
        period = "2025-01/2025-12"
        compared_with = "2024-01/2024-12"
        published = 2026-01-01
        [area]
        code = "a"
        name = "a"
        vintage = 2021
        [county]
        code = "a"
        name = "a"
        districts = ["a"]
        [sources]
        """
    )
