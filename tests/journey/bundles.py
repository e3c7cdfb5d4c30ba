"""Bundles opened again: their files, their findings, their manifest."""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from frankpledge.vocabulary.issue import ISSUES

EDITIONS = ("public", "restricted")
FILES = ("assessment.html", "findings.json", "manifest.json")
ISSUE_IDS = tuple(str(issue.id) for issue in ISSUES)


class Bundle:
    """One edition's folder, read back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def html(self) -> str:
        return (self.folder / "assessment.html").read_text(encoding="utf-8")

    @cached_property
    def manifest(self) -> Any:
        return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))

    @cached_property
    def findings(self) -> dict[str, Any]:
        """Every record by its id; an id stands once."""
        found = json.loads((self.folder / "findings.json").read_text(encoding="utf-8"))
        assert list(found) == ["findings"]
        by_id = {record["id"]: record for record in found["findings"]}
        assert len(by_id) == len(found["findings"])
        return by_id

    def change(self, issue: str) -> tuple[float, float, str]:
        """Before, after and verdict of an issue's change."""
        record = self.findings[f"change.{issue}"]
        return record["before"], record["after"], record["verdict"]

    def of_kind(self, kind: str) -> list[Any]:
        return [record for record in self.findings.values() if record["kind"] == kind]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name there, with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of an output as text; none is anything else."""
    for name, content in contents(folder).items():
        yield name, content.decode("utf-8")
