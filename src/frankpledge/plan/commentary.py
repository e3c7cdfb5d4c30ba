"""Read people's words: `commentary/*.md`, one file a slot, untouched by any build.

The first line says whose words they are: `By: the partnership manager, 27 November 2025`. The rest
is paragraphs with a blank line between. `[[change.burglary]]` cites a finding by its id. The name
of the file is its slot: `why.md` for the whole assessment, `burglary.why.md` for one issue.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from frankpledge.errors import CommentaryFault, FrankpledgeError, raise_all
from frankpledge.vocabulary.issue import ISSUES

WHOLE = ("why", "priorities", "people", "last-year", "recommendations")
OF_ISSUE = ("why", "partners", "recommended")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as written, and the line of the file on which it begins."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What people wrote for one slot; `issue` is empty for the whole assessment's."""

    file: str
    issue: str
    slot: str
    by: str
    paragraphs: tuple[Line, ...]


def read_commentary(folder: Path) -> tuple[Words, ...]:
    """Read every file of a commentary folder, in order of name; raise every fault together."""
    files = sorted(folder.glob("*.md")) if folder.is_dir() else []
    faults: list[FrankpledgeError] = []
    words = []
    for file in files:
        try:
            words.append(_words(file))
        except CommentaryFault as fault:
            faults.append(fault)
    raise_all(faults)
    return tuple(words)


def slots() -> tuple[str, ...]:
    """The names that a file of commentary may have."""
    return (*WHOLE, *(f"{issue.id}.{slot}" for issue in ISSUES for slot in OF_ISSUE))


def _words(file: Path) -> Words:
    """Read one file."""
    where = f"commentary/{file.name}"
    if file.stem not in slots():
        near = difflib.get_close_matches(file.stem, slots(), 1)
        raise CommentaryFault(
            "no part of the assessment has this name, so its words would not be seen",
            where,
            f'Did you mean "{near[0]}.md"?'
            if near
            else f"Name it after its slot: {', '.join(WHOLE)}; or an issue's, as burglary.why.md.",
        )
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CommentaryFault(
            f"it is not UTF-8 text (byte {error.start + 1})", where, "Save it again as UTF-8."
        ) from error
    first = next((line for line in lines if line.strip()), "")
    if not first.lower().startswith("by:"):
        raise CommentaryFault(
            "its first line does not say whose words they are",
            f"{where}, line 1",
            "Begin with a line such as: By: the partnership manager, 27 November 2025",
        )
    issue, _, slot = file.stem.rpartition(".")
    return Words(where, issue, slot, first[3:].strip(), tuple(_paragraphs(lines)))


def _paragraphs(lines: list[str]) -> Iterator[Line]:
    """The paragraphs below the first line that says whose words they are."""
    begun, start, held = False, 0, list[str]()
    for number, line in enumerate([*lines, ""], 1):
        if not begun:
            begun = bool(line.strip())
        elif line.strip():
            start = start if held else number
            held.append(line.strip())
        elif held:
            yield Line(start, " ".join(held))
            held = []
