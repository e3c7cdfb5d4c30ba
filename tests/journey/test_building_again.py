"""The same plan gives the same bytes anywhere; another file gives other findings; words stay."""

import csv
import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.journey.bundles import EDITIONS, Bundle, contents
from tests.journey.commands import succeeded
from tests.journey.conftest import Demo

from frankpledge.demo import county, planted

FEWER = 100
WITHOUT_PAGES = 'chapters = ["summary", "overview", "gaps", "method", "glossary"]'
WORDS = """\
By: the partnership manager, 27 November 2025

A second builder’s <b>words</b> & "marks".  [[change.burglary]]
Written over two lines.

And one more paragraph.
"""


def plan_copied(demo: Demo, folder: Path) -> Path:
    """The demo's plan as received: nothing that a build left in it."""
    return shutil.copytree(demo.plan, folder, ignore=shutil.ignore_patterns("work"))


def test_the_same_plan_in_another_folder_with_another_hash_seed_gives_the_same_bytes(
    demo: Demo, tmp_path: Path
) -> None:
    plan = plan_copied(demo, tmp_path / "another folder" / "with a longer name")
    succeeded("build", plan, "--out", tmp_path / "out", seed=4_242)
    assert contents(tmp_path / "out") == contents(demo.out)


def _thinned(content: bytes, left: Iterator[int]) -> bytes:
    """A monthly file without the home district's burglaries, while there are some to lose."""
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    place, kind = rows[0].index("LSOA name"), rows[0].index("Crime type")
    kept = [
        row
        for row in rows
        if not (
            row[place].startswith(f"{county.HOME_NAME} ")
            and row[kind] == "Burglary"
            and next(left, None) is not None
        )
    ]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(kept)
    return out.getvalue().encode()


def _lose_burglaries(archive: Path) -> None:
    """Take burglaries of the home district out of an archive's latest year."""
    left = iter(range(FEWER))
    with zipfile.ZipFile(archive) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, _thinned(content, left) if "2025-" in name else content)
    assert next(left, None) is None


@pytest.fixture(scope="module")
def changed(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo with burglaries taken away, words written, and no page an issue to be drawn."""
    folder = tmp_path_factory.mktemp("changed")
    plan = plan_copied(demo, folder / "plan")
    file = plan / "assessment.toml"
    file.write_text(file.read_text().replace("seed = 2025", f"seed = 2025\n{WITHOUT_PAGES}"))
    last = sorted((plan / "inbox").glob("police-*.zip"))[-1]
    _lose_burglaries(last)
    for name in ("why.md", "people.md"):
        (plan / "commentary" / name).write_text(WORDS, encoding="utf-8")
    return Demo(folder, succeeded("build", plan, "--out", folder / "output", seed=7))


def test_when_a_file_changes_the_findings_follow(demo: Demo, changed: Demo) -> None:
    _, before, after = planted.HOME_TOTALS["Burglary"]
    assert changed.bundle().change("burglary") == (before, after - FEWER, "fell")
    old = demo.bundle().findings["change.all-recorded-crime"]["after"]
    assert changed.bundle().findings["change.all-recorded-crime"]["after"] == old - FEWER
    for same in ("shoplifting", "robbery", "anti-social-behaviour"):
        assert changed.bundle().change(same) == demo.bundle().change(same)
    target = changed.bundle().findings["target.burglary"]
    assert (target["after"], target["verdict"]) == (after - FEWER, "met")
    assert changed.bundle().findings["change.burglary"]["evidence"]["rows"] == 480 - FEWER


def test_the_hash_of_the_file_that_changed_is_the_only_one_that_did(
    demo: Demo, changed: Demo
) -> None:
    def hashes(one: Demo) -> set[tuple[str, str]]:
        return {(i["file"], i["sha256"]) for i in one.bundle().manifest["inputs"]}

    assert len(hashes(demo) ^ hashes(changed)) == 2


def test_people_s_words_stay_as_they_were_and_are_shown_as_theirs(changed: Demo) -> None:
    for name in ("why.md", "people.md"):
        assert (changed.plan / "commentary" / name).read_text(encoding="utf-8") == WORDS
    for edition in EDITIONS:
        html = Bundle(changed.out / edition).html
        assert "the partnership manager, 27 November 2025" in html
        assert "second builder’s &lt;b&gt;words&lt;/b&gt; &amp; " in html
        assert "[[" not in html


def test_a_chapter_that_the_plan_leaves_out_is_left_out(changed: Demo) -> None:
    html = changed.bundle().html
    assert 'id="summary"' in html
    assert 'id="issues"' not in html
    assert "Hot-spot" not in html
