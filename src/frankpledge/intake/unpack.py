"""Received files to plain texts in a private folder, whatever they came in."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import assert_never

from frankpledge.errors import FileFault, FrankpledgeError, raise_all
from frankpledge.intake.archive import CHUNK, RATIO_LIMIT, Archive
from frankpledge.intake.received import Received, Snapshot
from frankpledge.intake.text import PlainText, plain_text
from frankpledge.intake.workbook import sheet_text
from frankpledge.sources.source import Layout, Source
from frankpledge.vocabulary.progress import Progress

STREET_FILE = re.compile(
    r"(?:.*[/\\])?(?P<month>\d{4}-(?:0[1-9]|1[0-2]))-(?P<force>[a-z0-9-]+)-street\.csv"
)
MEANT = re.compile(r"(?!__MACOSX/).*street[^/\\]*\.csv", re.IGNORECASE)
THREADS = 2


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A plain text, the received file it came from, the member it was, and facts of its rows.

    `rows` says on which row of a sheet each record stands; empty for what was text already.
    """

    received: Received
    member: str
    facts: Mapping[str, str]
    text: PlainText
    rows: tuple[int, ...] = ()

    @property
    def where(self) -> str:
        """The name a person knows it by."""
        return f"{self.received.name}/{self.member}" if self.member else self.received.name


def unpack(
    source: Source, snapshots: tuple[Snapshot, ...], folder: Path, progress: Progress
) -> tuple[Unpacked, ...]:
    """Unpack every file of a source into the folder."""
    match source.layout:
        case Layout.MONTHLY_ARCHIVE:
            return _archives(source, snapshots, folder, progress)
        case Layout.CSV:
            return _each(
                partial(_csv, shot, folder / f"{i}.csv") for i, shot in enumerate(snapshots)
            )
        case Layout.WORKBOOK:
            return tuple(_sheets(source, snapshots, folder))
        case Layout.BOUNDARIES:
            raise TypeError("boundaries are shapes and are read by intake.boundaries")
        case never:
            assert_never(never)


def _csv(shot: Snapshot, into: Path) -> Unpacked:
    """Copy one CSV file, gzipped or not."""
    name = shot.received.name
    chunks = _gzip_chunks(shot) if name.lower().endswith(".gz") else _plain_chunks(shot.path)
    return Unpacked(shot.received, "", {}, plain_text(chunks, into, name, shot.encoding))


def _plain_chunks(path: Path) -> Generator[bytes, None, None]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _gzip_chunks(shot: Snapshot) -> Generator[bytes, None, None]:
    """Give the bytes of a gzip file, no more than it can honestly hold."""
    allowed, seen = max(shot.received.size * RATIO_LIMIT, CHUNK), 0
    try:
        with gzip.open(shot.path) as file:
            while chunk := file.read(CHUNK):
                seen += len(chunk)
                if seen > allowed:
                    raise FileFault(
                        "it unpacks to far more than such a file can honestly hold",
                        shot.received.name,
                        "Ask the sender for the file again.",
                    )
                yield chunk
    except (OSError, EOFError, zlib.error) as error:
        raise FileFault(
            f"it is not a whole gzip file ({error})",
            shot.received.name,
            "It may have been cut short on its way. Ask the sender for it again.",
        ) from error


def _sheets(source: Source, snapshots: tuple[Snapshot, ...], folder: Path) -> Iterator[Unpacked]:
    """Write each sheet of each workbook as text."""
    wanted = next(iter(source.headers.values()))[0]
    for i, shot in enumerate(snapshots):
        for j, sheet in enumerate(source.sheets):
            name = shot.received.name
            raw, into = folder / f"{i}-{j}.raw", folder / f"{i}-{j}.csv"
            found = sheet_text(shot.path, name, sheet, wanted, raw)
            text = plain_text(_plain_chunks(raw), into, f"{name}/{sheet}", "utf-8")
            yield Unpacked(shot.received, sheet, {"title": found.title}, text, found.rows)


@dataclass(frozen=True, slots=True)
class _StreetFile:
    """A street-level file inside an archive."""

    shot: Snapshot
    archive: Archive
    member: str
    month: str
    force: str
    fingerprint: tuple[int, int]


def _archives(
    source: Source, snapshots: tuple[Snapshot, ...], folder: Path, progress: Progress
) -> tuple[Unpacked, ...]:
    """Unpack the street-level files of every archive, each month of each force once."""
    with ExitStack() as opened:
        files = [
            file
            for shot in snapshots
            for file in _street_files(
                shot, opened.enter_context(Archive(shot.path, shot.received.name))
            )
        ]
        return _unpacked(_once(files), folder, progress)


def _unpacked(files: list[_StreetFile], folder: Path, progress: Progress) -> tuple[Unpacked, ...]:
    """Unpack some street-level files, a few at a time."""
    done = 0

    def unpacked(numbered: tuple[int, _StreetFile]) -> Unpacked:
        nonlocal done
        i, file = numbered
        where = f"{file.shot.received.name}/{file.member}"
        chunks = file.archive.chunks(file.member)
        text = plain_text(chunks, folder / f"{i}.csv", where, file.shot.encoding)
        done += 1
        progress("Unpacking", done, len(files))
        facts = {"month": file.month, "force": file.force}
        return Unpacked(file.shot.received, file.member, facts, text)

    with ThreadPoolExecutor(THREADS) as pool:
        return _each([pool.submit(unpacked, numbered).result for numbered in enumerate(files)])


def _each(makers: Iterable[Callable[[], Unpacked]]) -> tuple[Unpacked, ...]:
    """Make each, and raise together the faults of all that could not be made."""
    made: list[Unpacked] = []
    faults: list[FrankpledgeError] = []
    for make in makers:
        try:
            made.append(make())
        except FrankpledgeError as fault:
            faults.append(fault)
    raise_all(faults)
    return tuple(made)


def _street_files(shot: Snapshot, archive: Archive) -> list[_StreetFile]:
    """List the street-level files of one archive."""
    raise_all(
        [
            FileFault(
                "its name does not say of which month and force it is",
                f"{shot.received.name}/{m.name}",
                "Street-level files are named as 2022-10/2022-10-force-street.csv. "
                "Give the archive as the publisher delivers it.",
            )
            for m in archive.members
            if MEANT.fullmatch(m.name) and not STREET_FILE.fullmatch(m.name)
        ]
    )
    found = [
        _StreetFile(shot, archive, m.name, named["month"], named["force"], (m.crc, m.size))
        for m in archive.members
        if (named := STREET_FILE.fullmatch(m.name))
    ]
    if not found:
        raise FileFault(
            "it holds no street-level file (a name such as 2022-10/2022-10-force-street.csv)",
            shot.received.name,
            "Give the archive as the publisher delivers it.",
        )
    return found


def _once(files: list[_StreetFile]) -> list[_StreetFile]:
    """Keep each month of each force once; two unlike files of the same month are a fault."""
    kept: dict[tuple[str, str], _StreetFile] = {}
    for file in files:
        same = kept.setdefault((file.month, file.force), file)
        if same.fingerprint != file.fingerprint:
            raise FileFault(
                f"{file.force} in {file.month} is also in {same.shot.received.name}, and the two "
                "are not the same",
                f"{file.shot.received.name}/{file.member}",
                "Keep the newer archive in the plan and take the other out, so that no crime is "
                "counted twice.",
            )
    return list(kept.values())
