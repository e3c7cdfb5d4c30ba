"""Bytes to plain UTF-8 text: encodings, header, and files that stop in the middle.

Text is checked as it is copied, so that nothing is read twice. The result has no byte-order mark.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from frankpledge.errors import FileFault

CHUNK = 1 << 20
LINES = 50  # more than a record with line breaks inside a field has
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A plain UTF-8 copy: where it is, its header, how many lines it has."""

    path: Path
    header: tuple[str, ...]
    lines: int


def plain_text(
    chunks: Generator[bytes, None, None], into: Path, where: str, encoding: str
) -> PlainText:
    """Copy text to a plain UTF-8 file; raise FileFault for what is not text in the encoding."""
    with closing(chunks), into.open("wb") as file:
        lines, last = _copy(chunks, file, where, encoding)
    if not last:
        raise FileFault("it is empty", where, "Ask the sender for the file again.")
    header = _header(into, where)
    if not last.endswith(b"\n"):
        lines += 1
        _refuse_cut(into, header, lines, where)
    return PlainText(into, header, lines)


def _copy(chunks: Iterator[bytes], file: BinaryIO, where: str, encoding: str) -> tuple[int, bytes]:
    """Copy the text, and give the number of its line ends and its last piece."""
    first = next(chunks, b"")
    mark, found = next(((m, e) for m, e in MARKS if first.startswith(m)), (b"", encoding))
    lines, last = 0, b""
    for text, ends in _decoded(first[len(mark) :], chunks, where, found):
        lines += ends
        last = text
        file.write(text)
    return lines, last


def _decoded(
    first: bytes, rest: Iterator[bytes], where: str, encoding: str
) -> Iterator[tuple[bytes, int]]:
    """Give the text as UTF-8 bytes, checked, with every line ended alike and its ends counted."""
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(), True)
    fresh = decoder.getstate() if codecs.lookup(encoding).name == "utf-8" else None
    line, chunk, final = 1, first, False
    while True:
        text = _simple(chunk) if decoder.getstate() == fresh else b""
        if not text:
            try:
                decoded = decoder.decode(chunk, final)
            except UnicodeDecodeError as error:
                line += error.object[: error.start].count(b"\n")
                raise _encoding_fault(error, line, where, encoding) from error
            if "\0" in decoded:
                raise _nul_fault(line + decoded[: decoded.index("\0")].count("\n"), where)
            text = decoded.encode("utf-8")
        if text:
            ends = text.count(b"\n")
            line += ends
            yield text, ends
        if final:
            return
        chunk = next(rest, b"")
        final = not chunk


def _simple(chunk: bytes) -> bytes:
    """A piece of ASCII with its lines ended alike; nothing where it takes decoding to be sure."""
    if not chunk.isascii() or b"\0" in chunk:
        return b""
    if b"\r" not in chunk:
        return chunk
    text = b"\n".join(chunk.split(b"\r\n"))  # twice as fast as replace
    return b"" if b"\r" in text else text


def _encoding_fault(error: UnicodeDecodeError, line: int, where: str, encoding: str) -> FileFault:
    """The fault for a byte that the encoding does not have."""
    byte = error.object[error.start]
    return FileFault(
        f"it is not {encoding} text: byte 0x{byte:02X} on line {line:,} is of another encoding",
        f"{where}, line {line}",
        "Save it as UTF-8; or, if it is from an older Windows program, write "
        'encoding = "cp1252" under its [sources] entry.',
    )


def _nul_fault(line: int, where: str) -> FileFault:
    """The fault for a byte that no text has."""
    return FileFault(
        f"it is not plain text: line {line:,} holds a byte of zero",
        f"{where}, line {line}",
        "The file is damaged, or is UTF-16 without its mark. Ask the sender for it again as CSV in "
        "UTF-8.",
    )


def _header(path: Path, where: str) -> tuple[str, ...]:
    """Read the header, spaces around its names left out; a file with nothing below is refused."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        try:
            header = tuple(cell.strip() for cell in next(rows))
            below = any(line.strip() for line in file)
        except (StopIteration, csv.Error) as error:
            raise FileFault(
                f"its first lines are not comma-separated text ({error})",
                f"{where}, line 1",
                "Ask the sender for the file again, as CSV.",
            ) from error
    if not below:
        raise FileFault(
            "it has a header and no rows",
            f"{where}, line 2",
            "Ask the sender for the file again. If there was nothing to send, leave the file out: "
            "the month is then shown as not supplied, never as zero.",
        )
    if len(set(header)) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise FileFault(
            f'the column "{twice}" stands twice in the header',
            f"{where}, line 1",
            "Rename or remove one of them and build again.",
        )
    return header


def _refuse_cut(path: Path, header: tuple[str, ...], lines: int, where: str) -> None:
    """Refuse a file whose last line ends before its last column: it was cut in the middle."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - CHUNK))
        tail = file.read().decode("utf-8", "replace").split("\n")
    if any(
        _is_record("\n".join(tail[-n:]), len(header)) for n in range(1, min(len(tail), LINES) + 1)
    ):
        return
    columns = tail[-1].count(",") + 1
    raise FileFault(
        f"it stops in the middle of line {lines:,}, after {columns} of {len(header)} columns",
        f"{where}, line {lines}",
        "The file was cut short on its way. Ask the sender for it again.",
    )


def _is_record(text: str, columns: int) -> bool:
    """Say whether a text is one whole record with as many columns, or more."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True, skipinitialspace=True))
    except csv.Error:
        return False
    return len(rows) == 1 and len(rows[0]) >= columns
