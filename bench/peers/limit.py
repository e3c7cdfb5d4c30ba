"""The limit: the same work in DuckDB and the standard library, written as plainly as possible.

Hash the archive, unzip it, read it with row numbers, set aside what cannot be used, keep the rest
as Parquet with identifiers as fingerprints, count the repeats and the groups. No message for a
person, no line numbers where a field holds a line break, no guard against a hostile archive.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from bench.peers.cells import Counted, cells
from frankpledge.vocabulary.issue import CATEGORIES

COLUMNS = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location",
    "LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context",
)  # fmt: skip
READ = """
    CREATE TEMP TABLE street AS
    WITH text AS (
        SELECT *, file_index, row_number() OVER () AS record,
            CASE WHEN "LSOA code" IS NULL THEN 'no place'
                 WHEN NOT regexp_full_match("LSOA code", '[EW]01[0-9]{{6}}') THEN 'no small area'
                 WHEN "Month" <> parse_filename(filename)[:7] THEN 'another month'
                 WHEN "Crime type" NOT IN {categories} THEN 'unknown category'
            END AS reason
        FROM read_csv({files}, columns = {columns}, header = true, delim = ',', quote = '"',
                      auto_detect = false, filename = true)
    )
    SELECT file_index AS file, record, "LSOA code" AS lsoa, "Month" AS month,
        "Crime type" AS category,
        CASE WHEN "Crime ID" IS NULL THEN 0 ELSE hash("Crime ID") END AS crime,
        reason, CASE WHEN reason IS NOT NULL THEN [{names}] END AS original
    FROM text
"""
ACCEPTED = """
    COPY (
        SELECT file, record, lsoa, month, category, crime FROM street WHERE reason IS NULL
    ) TO '{folder}/accepted.parquet' (FORMAT parquet, COMPRESSION zstd)
"""
ASIDE = """
    COPY (SELECT file, record, reason, original FROM street WHERE reason IS NOT NULL)
    TO '{folder}/aside.csv' (HEADER)
"""
REPEATS = """
    SELECT count(*) - count(DISTINCT crime) FROM '{folder}/accepted.parquet' WHERE crime <> 0
"""
COUNT = """
    SELECT lsoa, month, category, file, count(*) AS count FROM '{folder}/accepted.parquet'
    GROUP BY ALL ORDER BY ALL
"""


def work(archives: Sequence[Path], folder: Path) -> Callable[[], Counted]:
    """Do the work; what is given makes the cells comparable, outside the time measured."""
    for archive in archives:
        with archive.open("rb") as file:
            hashlib.file_digest(file, "sha256").hexdigest()
    files = [str(path) for archive in archives for path in unzipped(archive, folder)]
    run = duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(folder)}).execute
    columns = dict.fromkeys(COLUMNS, "VARCHAR")
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    run(READ.format(files=files, columns=columns, names=names, categories=CATEGORIES))
    run(ACCEPTED.format(folder=folder))
    run(ASIDE.format(folder=folder))
    rows = run("SELECT count(*), count(*) FILTER (reason IS NULL) FROM street").fetchall()
    records, accepted = rows[0]
    ((repeats,),) = run(REPEATS.format(folder=folder)).fetchall()
    cube = run(COUNT.format(folder=folder)).to_arrow_table()

    def counted() -> Counted:
        lsoas, months, categories, numbers, counts = (c.to_pylist() for c in cube.columns)
        members = (Path(files[number]).relative_to(folder).as_posix() for number in numbers)
        return Counted(
            records, accepted, repeats, cells(lsoas, months, categories, members, counts)
        )

    return counted


def unzipped(archive: Path, folder: Path) -> list[Path]:
    """Unpack the street-level files of an archive."""
    paths: list[Path] = []
    with zipfile.ZipFile(archive) as packed:
        for name in sorted(packed.namelist()):
            if name.endswith("-street.csv"):
                into = folder / name
                into.parent.mkdir(parents=True, exist_ok=True)
                with packed.open(name) as source, into.open("wb") as target:
                    shutil.copyfileobj(source, target, 1 << 20)
                paths.append(into)
    return paths
