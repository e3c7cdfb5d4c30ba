"""Files whose bytes depend on their contents alone: no clock, no file system, no platform."""

import csv
import gzip
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

Cell = str | int | float

#: The earliest moment a zip can hold: an invented file has no date of its own.
NO_DATE = (1980, 1, 1, 0, 0, 0)


def as_csv(header: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """A table as comma-separated text in UTF-8, lines ended as the publishers end them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def write_csv(path: Path, header: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> None:
    """Write a table to a file, compressed when its name ends in .gz."""
    data = as_csv(header, rows)
    if path.suffix != ".gz":
        path.write_bytes(data)
        return
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(data)
    path.write_bytes(packed.getvalue())


def write_zip(path: Path, members: Iterable[tuple[str, bytes]]) -> None:
    """Write named members to a zip in the order given."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
