"""What was received: each file a pattern matched, hashed and never edited."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from frankpledge.errors import FileFault, FrankpledgeError, NotSupplied, PlanFault, raise_all
from frankpledge.plan.assessment import Assessment, SourcePlan
from frankpledge.sources.source import Source

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Received:
    """One received file: its source, the name it is known by, its hash and its size in bytes."""

    source: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A received file and where it lies now; the place is private and never written anywhere."""

    received: Received
    path: Path
    encoding: str


def take(plan: Assessment, catalogue: Iterable[Source]) -> dict[str, tuple[Snapshot, ...]]:
    """Find and hash the files of every source of the plan, in the order of the catalogue.

    A source that the assessment can do without may match nothing; the others may not.
    """
    faults: list[FrankpledgeError] = []
    taken: dict[str, tuple[Snapshot, ...]] = {}
    for source in catalogue:
        wanted = plan.sources.get(source.id)
        paths = _matches(plan.folder, wanted) if wanted else ()
        if not paths and source.needed:
            faults.append(_missing(source, wanted, plan))
        elif wanted and paths:
            faults += _absent(plan, source, wanted)
        faults += _same_names(paths, source, plan)
        encoding = wanted.encoding if wanted else "utf-8"
        taken[source.id] = tuple(_snapshot(source.id, path, encoding) for path in paths)
    raise_all(faults)
    return taken


def _matches(folder: Path, wanted: SourcePlan) -> tuple[Path, ...]:
    """Expand the patterns beside the plan; each file once, in order of name."""
    found: dict[Path, None] = {}
    for pattern in wanted.patterns:
        names = glob.glob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207 (absolute too)
        for name in sorted(names):
            if (folder / name).is_file():
                found[(folder / name).resolve()] = None
    return tuple(found)


def _absent(plan: Assessment, source: Source, wanted: SourcePlan) -> list[FrankpledgeError]:
    """The faults for files named one by one (with no * or ?) that are not there."""
    return [
        NotSupplied(
            f'"{source.title}" has no file {pattern}',
            f"{plan.folder.name}/assessment.toml, line {wanted.line}",
            "Put the file there, or take its name out of the plan.",
        )
        for pattern in wanted.patterns
        if not glob.has_magic(pattern) and not (plan.folder / pattern).is_file()
    ]


def _same_names(
    paths: tuple[Path, ...], source: Source, plan: Assessment
) -> list[FrankpledgeError]:
    """The fault for two files of one source that nobody could tell apart by their names."""
    names = [path.name for path in paths]
    return [
        PlanFault(
            f'"{source.title}" has more than one file called {name}',
            f"{plan.folder.name}/assessment.toml, line {plan.sources[source.id].line}",
            "Rename one of them, so that an error or a row set aside says which it is about.",
        )
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]


def _missing(source: Source, wanted: SourcePlan | None, plan: Assessment) -> FrankpledgeError:
    """The fault for a needed source without a file."""
    where = f"{plan.folder.name}/assessment.toml"
    if wanted is None:
        return PlanFault(
            f'there is no [sources.{source.id}] ("{source.title}"), which no assessment can do '
            "without",
            where,
            f'Add it: [sources.{source.id}] files = ["inbox/…"].',
        )
    return NotSupplied(
        f'"{source.title}" matched no file ({", ".join(wanted.patterns)})',
        f"{where}, line {wanted.line}",
        "Put the file there, or mend the pattern; patterns start at the plan's folder.",
    )


def _snapshot(source: str, path: Path, encoding: str) -> Snapshot:
    """Hash one file."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise FileFault(
            f"it cannot be opened ({error.strerror})",
            path.name,
            "Close it in other programs, or see that you may read it, and build again.",
        ) from error
    received = Received(source, path.name, digest.hexdigest(), path.stat().st_size)
    return Snapshot(received, path, encoding)
