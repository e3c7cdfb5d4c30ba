"""Publishing stopped at every step in turn: the old output or the new one is always whole."""

import itertools
import os
import shutil
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.builders.plans import drawn
from tests.journey.bundles import contents
from tests.journey.commands import run

from frankpledge.errors import OutputFault
from frankpledge.outputs import publish as publishing
from frankpledge.outputs.publish import MARKER, beside, publish, recover
from frankpledge.pipeline import build

STEPS = (
    (Path, "mkdir"), (Path, "touch"), (Path, "open"), (Path, "unlink"), (Path, "rename"),
    (Path, "rmdir"), (os, "fsync"), (os, "unlink"), (os, "rmdir"),
)  # fmt: skip
"""Everything that publishing does to a disk; `os.unlink` and `os.rmdir` are those of rmtree."""


class Killed(BaseException):
    """The process was killed here."""


def output(name: str) -> dict[str, bytes]:
    """A whole output, all of whose files say which it is."""
    return {
        f"{edition}/{file}": f"{name} {edition} {file}".encode()
        for edition in ("restricted", "public")
        for file in ("assessment.html", "findings.json", "manifest.json")
    }


OLD, NEW, NEWEST = output("old"), output("new"), output("newest")


def killed_at(step: int, act: Callable[[], None]) -> bool:
    """Do something, and be killed just before its `step`-th touch of the disk; say whether."""
    steps = itertools.count()
    with pytest.MonkeyPatch.context() as patch:
        for where, name in STEPS:
            real = getattr(where, name)

            def stepping(*args: Any, real: Callable[..., Any] = real, **named: Any) -> Any:
                if next(steps) == step:
                    raise Killed
                return real(*args, **named)

            patch.setattr(where, name, stepping)
        try:
            act()
        except Killed:
            return True
    return False


def good(out: Path) -> Mapping[str, bytes] | None:
    """The whole output that stands where readers look, if there is one."""
    return contents(out) if out.exists() else None


def test_killed_before_every_step_in_turn_something_whole_is_always_left(tmp_path: Path) -> None:
    for step in itertools.count():
        out = tmp_path / str(step) / "out"
        publish(OLD, out)
        was_killed = killed_at(step, lambda out=out: publish(NEW, out))  # type: ignore[misc]
        left = good(out)
        assert left in (OLD, NEW) or (left is None and contents(beside(out, "new")) == NEW), (
            f"step {step}"
        )
        recover(out)
        assert good(out) in (OLD, NEW)
        assert [p.name for p in out.parent.iterdir()] == ["out"]
        publish(NEWEST, out)
        assert good(out) == NEWEST
        assert [p.name for p in out.parent.iterdir()] == ["out"]
        if not was_killed:
            assert left == NEW
            assert step > 20
            return


def test_the_repair_itself_may_be_killed_at_every_step(tmp_path: Path) -> None:
    """Killed between the renames, and then again at each step of the repair."""
    for step in itertools.count():
        out = tmp_path / str(step) / "out"
        publish(OLD, out)
        out.rename(beside(out, "previous"))
        publishing._write(NEW, beside(out, "new"))
        was_killed = killed_at(step, lambda out=out: recover(out))  # type: ignore[misc]
        recover(out)
        assert good(out) == NEW, f"step {step}"
        assert [p.name for p in out.parent.iterdir()] == ["out"]
        if not was_killed:
            return


def test_the_first_build_of_all_killed_at_every_step(tmp_path: Path) -> None:
    for step in itertools.count():
        out = tmp_path / str(step) / "deep" / "out"
        was_killed = killed_at(step, lambda out=out: publish(NEW, out))  # type: ignore[misc]
        assert good(out) in (None, NEW)
        publish(NEWEST, out)
        assert good(out) == NEWEST
        if not was_killed:
            return


def test_a_removal_stopped_after_the_manifests_is_still_known_as_ours(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(OLD, out)
    publish(NEW, beside(out, "elsewhere"))
    left = beside(out, "previous")
    shutil.copytree(out, left)
    (left / MARKER).touch()
    (left / "restricted" / "manifest.json").unlink()
    (left / "public" / "manifest.json").unlink()
    recover(out)
    assert good(out) == OLD
    assert not left.exists()


@pytest.mark.parametrize("ending", ["", "new", "previous"])
def test_a_folder_of_somebody_else_is_never_touched(tmp_path: Path, ending: str) -> None:
    out = tmp_path / "out"
    theirs = beside(out, ending) if ending else out
    theirs.mkdir()
    (theirs / "thesis.docx").write_bytes(b"years")
    with pytest.raises(OutputFault, match="did not make") as caught:
        recover(out)
    assert str(tmp_path) not in str(caught.value)
    with pytest.raises(OutputFault, match="did not make"):
        publish(NEW, out)
    assert contents(tmp_path) == {f"{theirs.name}/thesis.docx": b"years"}


def test_an_empty_folder_may_be_written_into(tmp_path: Path) -> None:
    publish(NEW, tmp_path)
    assert good(tmp_path) == NEW


def test_an_output_reached_by_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    for files in (OLD, NEW):
        publish(files, tmp_path / "link")
        assert good(tmp_path / "real") == files
    assert (tmp_path / "link").is_symlink()


def test_no_folder_at_all(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for out in (Path("/"), tmp_path / "file", tmp_path / "file" / "below" / "it"):
        with pytest.raises(OutputFault):
            publish(NEW, out)


KILL = """
import os, signal, sys
from pathlib import Path
from frankpledge.cli import main
real, left = Path.rename, int(sys.argv.pop(1))

def rename(self, target):
    global left
    if {self.name, target.name} & {"output.new", "output.previous"}:
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
    return real(self, target)

Path.rename = rename
main()
"""


@pytest.mark.parametrize("after", [0, 1])
def test_a_build_killed_for_good_leaves_its_last_output(tmp_path: Path, after: int) -> None:
    """By the system itself: before the first rename of folders, and between the two."""
    plan = drawn().write(tmp_path / "plan")
    out = plan / "output"
    build(plan, out)
    before = contents(out)
    words = "By: an analyst\n\nNobody knows.\n"
    (plan / "commentary").mkdir()
    (plan / "commentary" / "why.md").write_text(words)
    ran = run(str(after), "build", plan, program=KILL)
    assert ran.code == -signal.SIGKILL
    assert contents(beside(out, "previous") if after else out) == before
    recover(out)
    found = (out / "public" / "assessment.html").read_text()
    assert ("Nobody knows." in found) is bool(after)
    assert (plan / "commentary" / "why.md").read_text() == words
