"""The project's pages, and the blocks, links and headings in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FENCE = re.compile(r"^( *)```(\w*)$")
NOTE = re.compile(r"^<!-- (.+?) -->$")
INLINE = re.compile(r"`(frankpledge [^`]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PROGRAM = re.compile(r"^(?:\.venv[/\\](?:bin|Scripts)[/\\])?frankpledge (.+)$")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its lines, the line it begins on, and the notes above it."""

    language: str
    lines: tuple[str, ...]
    begins: int
    notes: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def note(self, head: str) -> str | None:
        """The rest of the note that begins so."""
        return next((n.removeprefix(head).strip() for n in self.notes if n.startswith(head)), None)


@dataclass(frozen=True)
class Step:
    """A command line and the lines that must be in what it says."""

    command: str
    expected: tuple[str, ...]

    @property
    def arguments(self) -> list[str] | None:
        """What is given to the program; None where it is another program's command."""
        found = PROGRAM.match(self.command)
        return found[1].replace("\\", "/").split() if found else None


def pages() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> Iterator[Block]:
    notes: list[str] = []
    inside: str | None = None
    lines: list[str] = []
    begins = 0
    for number, line in enumerate(text(page).splitlines(), 1):
        fence = FENCE.match(line)
        if inside is None and fence:
            inside, lines, begins = fence[2], [], number
        elif inside is not None and fence:
            yield Block(inside, tuple(lines), begins, tuple(notes))
            inside, notes = None, []
        elif inside is not None:
            lines.append(line)
        elif note := NOTE.match(line):
            notes.append(note[1])
        elif line.strip():
            notes = []
    assert inside is None, f"{name(page)}: the block of line {begins} is never closed"


def steps(block: Block) -> list[Step]:
    """The commands of a block. In a `console` block they follow `$ `, in a `bat` block nothing."""
    if block.language == "bat":
        return [Step(line, ()) for line in block.lines if line.strip()]
    found: list[tuple[str, list[str]]] = []
    for line in block.lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return [Step(command, tuple(expected)) for command, expected in found]


def prose(page: Path) -> str:
    """A page without its blocks."""
    return re.sub(r"^ *```.*?^ *```$", "", text(page), flags=re.DOTALL | re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    heads = re.findall(r"^#+ (.+)$", prose(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
