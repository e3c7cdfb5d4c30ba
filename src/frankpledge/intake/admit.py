"""Admit what was received: unpack, read strictly in one pass, set aside what cannot be used.

What was admitted is kept in `work/admitted/` under a key made of the files' hashes, the source's
declaration, the plan's mapping and this package's own code, so that an unchanged inbox is not read
twice and a changed program never trusts what an older one wrote.
"""

from __future__ import annotations

import csv
import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from frankpledge.engine.contract import Engine, ReadRequest, ReadResult, TextFile
from frankpledge.errors import FileFault, raise_all
from frankpledge.intake.admitted import AdmittedTable, Receipt, SuppliedFile
from frankpledge.intake.headers import header_faults, headers, mapping_faults
from frankpledge.intake.lines import BrokenLine, mend, record_lines
from frankpledge.intake.received import Snapshot
from frankpledge.intake.set_aside import AsideRow, broken_rows, summarise, write_aside
from frankpledge.intake.unpack import Unpacked, unpack
from frankpledge.plan.assessment import Assessment
from frankpledge.sources.source import Source
from frankpledge.vocabulary.progress import Progress

PACKAGE = Path(__file__).parents[1]


def admit(
    plan: Assessment,
    source: Source,
    snapshots: tuple[Snapshot, ...],
    engine: Engine,
    progress: Progress,
) -> AdmittedTable:
    """Admit the files of one source; raise every fault that makes one unreadable."""
    folder = plan.work / "admitted"
    folder.mkdir(parents=True, exist_ok=True)
    renamed = plan.sources[source.id].columns
    key = _key(source, snapshots, renamed, engine.name)
    table, receipt = folder / f"{source.id}-{key}.parquet", folder / f"{source.id}-{key}.json"
    if table.is_file() and receipt.is_file():
        return AdmittedTable(msgspec.json.decode(receipt.read_bytes(), type=Receipt), table)
    raise_all(mapping_faults(plan, source))
    with tempfile.TemporaryDirectory(dir=plan.work, prefix="unpacked-") as private:
        reading = _Reading(source, renamed, engine, Path(private))
        admitted = reading.admit(unpack(source, snapshots, Path(private), progress))
        whole = Path(private) / "receipt.json"
        whole.write_bytes(msgspec.json.encode(admitted))
        aside = plan.work / "set-aside" / source.id
        _forget(folder, aside, source)
        write_aside(aside, reading.files, reading.aside)
        shutil.move(reading.table, table)
        shutil.move(whole, receipt)
    return AdmittedTable(admitted, table)


class _Reading:
    """One reading of one source's files, kept together while broken lines are mended."""

    def __init__(
        self, source: Source, renamed: Mapping[str, str], engine: Engine, private: Path
    ) -> None:
        self.source = source
        self.columns = headers(source, renamed)
        self.engine = engine
        self.private = private
        self.table = private / "admitted.parquet"
        self.files: tuple[Unpacked, ...] = ()
        self.aside: list[AsideRow] = []
        self._broken: dict[int, tuple[BrokenLine, ...]] = {}
        self._lines: dict[int, tuple[int, ...]] = {}

    def admit(self, files: tuple[Unpacked, ...]) -> Receipt:
        """Read the files; those with broken lines are mended and read again."""
        self.files = files
        raise_all(header_faults(self.source, self.columns, files))
        result = self._read()
        doubtful = {refused.file for refused in result.refused} | self._place_lines(result)
        if doubtful:
            for number in sorted(doubtful):
                self._mend(number)
            result = self._read()
            raise_all([self._unreadable(refused.file) for refused in result.refused])
        self.aside = [*broken_rows(self._broken), *self._checked(result)]
        self.aside.sort(key=lambda row: (row.file, row.line))
        self._refuse_if_nothing_is_left(result)
        return self._receipt(result)

    def _read(self) -> ReadResult:
        """Ask the engine to read."""
        table = self.source.table
        texts = [
            TextFile(i, file.text.path, file.text.header, file.facts)
            for i, file in enumerate(self.files)
        ]
        fingerprints = frozenset(c.name for c in table.columns if c.fingerprint)
        request = ReadRequest(tuple(texts), self.columns, fingerprints, table.checks, self.table)
        return self.engine.read(request)

    def _mend(self, number: int) -> None:
        """Take the broken lines out of a file."""
        file = self.files[number]
        try:
            mended = mend(file.text, self.private / f"mended-{number}.csv")
        except csv.Error as error:
            raise self._unreadable(number) from error
        self._broken[number] = mended.broken
        self._lines[number] = mended.lines
        changed = replace(file, text=mended.text)
        self.files = (*self.files[:number], changed, *self.files[number + 1 :])

    def _unreadable(self, number: int) -> FileFault:
        """The fault for a file whose lines cannot be told apart even one by one."""
        return FileFault(
            "it has a line too long to be a row of a table (quotation marks may not pair up)",
            self.files[number].where,
            "Ask the sender to export it again as CSV.",
        )

    def _place_lines(self, result: ReadResult) -> set[int]:
        """Find the lines of records in files with line breaks inside fields.

        Gives the files that the engine and the slow reader divide into records unlike each other.
        """
        unlike: set[int] = set()
        wanted = set(result.aside["file"].to_pylist())
        refused = {refused.file for refused in result.refused}
        for number in sorted(wanted - refused):
            records, text = result.records[number], self.files[number].text
            if records + 1 != text.lines:
                self._lines[number] = record_lines(text)
                if len(self._lines[number]) != records:
                    unlike.add(number)
        return unlike

    def _checked(self, result: ReadResult) -> list[AsideRow]:
        """The rows that breach a constraint."""
        reasons = [check.reason for check in self.source.table.checks]
        columns = (
            result.aside[name].to_pylist() for name in ("file", "record", "reason", "original")
        )
        return [
            AsideRow(file, self._line(file, record), reasons[reason], cells)
            for file, record, reason, cells in zip(*columns, strict=True)
        ]

    def _line(self, file: int, record: int) -> int:
        """The line on which a record begins."""
        lines = self.files[file].rows or self._lines.get(file)
        return lines[record - 1] if lines else record + 1

    def _refuse_if_nothing_is_left(self, result: ReadResult) -> None:
        """A source whose every row was set aside cannot be what it is said to be."""
        if result.accepted:
            return
        first = summarise(self.source.table, self.files, self.aside)[0]
        raise FileFault(
            f"not one of its {len(self.aside):,} rows can be used; most often: {first.reason}",
            f"{first.first_file}, line {first.first_line}",
            first.remedy or "Ask the sender for the file again.",
        )

    def _receipt(self, result: ReadResult) -> Receipt:
        """Write down what came of it."""
        supplied = tuple(
            SuppliedFile(
                i,
                file.received,
                file.member,
                dict(file.facts),
                result.records.get(i, 0) + len(self._broken.get(i, ())),
            )
            for i, file in enumerate(self.files)
        )
        prints = [column.name for column in self.source.table.columns if column.fingerprint]
        repeats = sum(self.engine.repeats(self.table, name) for name in prints)
        aside = summarise(self.source.table, self.files, self.aside)
        return Receipt(self.source.id, supplied, result.accepted, aside, repeats)


def _key(
    source: Source, snapshots: Sequence[Snapshot], renamed: Mapping[str, str], engine: str
) -> str:
    """A key that changes with anything the admitted rows depend on."""
    digest = hashlib.sha256(_code().encode())
    parts = [repr(source), engine, repr(sorted(renamed.items()))]
    parts += [f"{s.received.name} {s.received.sha256} {s.encoding}" for s in snapshots]
    digest.update("\n".join(parts).encode())
    return digest.hexdigest()[:16]


@cache
def _code() -> str:
    """The hash of this package's own source."""
    digest = hashlib.sha256()
    for file in sorted(PACKAGE.rglob("*.py")):
        digest.update(file.relative_to(PACKAGE).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _forget(folder: Path, aside: Path, source: Source) -> None:
    """Remove what was admitted and set aside from earlier files of the source."""
    for old in folder.glob(f"{source.id}-*"):
        old.unlink()
    for old in aside.glob("*.csv"):
        old.unlink()
