"""The command line run as anybody runs it: another process, its words and its exit code."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from frankpledge.cli import main

USER = "zaphod-the-analyst"
"""The user's name in every run, chosen so that it can stand in no output by accident."""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    said: str
    complained: str


def environment(added: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a run: this one, with a name for its user."""
    return {**os.environ, "USER": USER, "LOGNAME": USER, "HOME": f"/home/{USER}", **(added or {})}


def run(
    *arguments: str | Path, seed: int = 0, folder: Path | None = None, program: str = ""
) -> Ran:
    """Run `frankpledge` (or a Python program that ends in it) and wait for it."""
    start = ["-c", program] if program else ["-m", "frankpledge"]
    done = subprocess.run(
        [sys.executable, "-W", "error", *start, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment({"PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"}),
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def succeeded(*arguments: str | Path, seed: int = 0, folder: Path | None = None) -> Ran:
    """Run a command that must succeed, and must be quiet, since nobody is looking."""
    ran = run(*arguments, seed=seed, folder=folder)
    assert ran.complained == ""
    assert ran.code == 0
    return ran


def failed(code: int, *arguments: str | Path) -> str:
    """Run a command that must fail with a code and plain words, never a trace; give the words.

    It runs within this process, so that many faults can be met in little time; an error that
    nobody expected would come out of `main` and fail the test.
    """
    said, complained = io.StringIO(), io.StringIO()
    given = ["frankpledge", *map(str, arguments)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", given)
        streams = redirect_stdout(said), redirect_stderr(complained)
        with streams[0], streams[1], pytest.raises(SystemExit) as stopped:
            main()
    assert stopped.value.code == code, complained.getvalue()
    assert said.getvalue() == ""
    return complained.getvalue()
