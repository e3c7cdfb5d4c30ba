"""The pages hold together: links lead somewhere, reference is up to date, nothing is left out."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from tests.docs.conftest import Built
from tests.docs.pages import LINK, ROOT, anchors, name, pages, prose, text

from frankpledge import errors
from frankpledge.plan import layout
from frankpledge.sources.catalogue import SOURCES

PRIVATE = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users)/|[A-Z]:\\Users")
LARGEST_PICTURE = 200 * 1024


def test_the_reference_is_what_the_code_says(built: Built) -> None:
    done = subprocess.run(
        [sys.executable, "docs/generate_reference.py", "--check",
         "--demo", str(built.folder / "build" / "demo")],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name(page)}: {link}"
        if anchor:
            assert anchor in anchors(target), f"{name(page)}: {link}"


def test_every_error_is_on_its_page() -> None:
    said = anchors(ROOT / "docs" / "reference" / "errors.md")
    for kind, _ in inspect.getmembers(errors, inspect.isclass):
        if issubclass(getattr(errors, kind), errors.FrankpledgeError):
            assert kind.lower() in said


def test_every_key_of_a_plan_is_on_its_page() -> None:
    said = text(ROOT / "docs" / "reference" / "plan-file.md")
    for _, table in inspect.getmembers(layout, inspect.isclass):
        if issubclass(table, msgspec.Struct):
            for field in msgspec.structs.fields(table):
                assert f"| `{field.name}` |" in said, f"{table.__name__}.{field.name}"


def test_every_source_is_in_the_data_log() -> None:
    rows = text(ROOT / "docs" / "assurance" / "data-log.md").count("\n| ") - 2
    assert rows >= len(SOURCES)


def test_every_decision_is_in_the_list_and_has_its_parts() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = text(folder / "README.md")
    for page in folder.glob("0*.md"):
        assert f"]({page.name})" in listed
        assert {"context", "decision", "consequence"} <= anchors(page), page.name


@pytest.mark.parametrize("page", pages(), ids=name)
def test_no_page_names_a_machine(page: Path) -> None:
    assert not PRIVATE.search(text(page))


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size <= LARGEST_PICTURE for picture in pictures)
