"""The default engine: DuckDB in this process. The only file that knows DuckDB.

Values are written into the SQL, quoted, and never given as parameters: with the first parameter
DuckDB's Python client loads pandas where that is installed, which is slower than reading a year of
a force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from frankpledge.engine.contract import Check, ReadRequest, ReadResult, Refused, TextFile

MEMORY_LIMIT = "2GB"


class DuckDBEngine:
    """Counts with DuckDB, within a stated memory limit, spilling to the folder given."""

    name = "duckdb"

    def __init__(self, spill: Path) -> None:
        """Open a database in memory that spills into a folder."""
        self._connection = duckdb.connect(
            config={"memory_limit": MEMORY_LIMIT, "temp_directory": str(spill)}
        )
        self._connection.execute("SET enable_progress_bar = false")
        self._connection.execute("SET preserve_insertion_order = true")

    def read(self, request: ReadRequest) -> ReadResult:
        """Read every file in one pass for each distinct header."""
        run = self._connection.execute
        run("DROP TABLE IF EXISTS reject_scans")
        run("DROP TABLE IF EXISTS reject_errors")
        for first, group in enumerate(_by_header(request.files)):
            verb = "INSERT INTO reading" if first else "CREATE OR REPLACE TEMP TABLE reading AS"
            run(f"{verb} {_reading(request, group)}")
        return self._result(request)

    def _result(self, request: ReadRequest) -> ReadResult:
        """Write what was accepted and collect what was not, records numbered within each file."""
        run = self._connection.execute
        number = {str(file.path): file.number for file in request.files}
        refused = run(
            "SELECT DISTINCT file_path FROM reject_errors "
            "JOIN reject_scans USING (scan_id, file_id)"
        ).fetchall()
        run(
            "CREATE OR REPLACE TEMP TABLE spans AS SELECT file, min(record) - 1 AS before, "
            "count(*) AS records FROM reading GROUP BY file ORDER BY file"
        )
        names = ", ".join(_quoted(name) for name in request.columns)
        numbered = "FROM reading JOIN spans USING (file)"
        record = "file, (record - before)::INTEGER AS record"
        run(
            f"COPY (SELECT {record}, {names} {numbered} WHERE reason < 0) "
            f"TO {_text(str(request.into))} (FORMAT parquet, COMPRESSION zstd)"
        )
        aside = run(
            f"SELECT {record}, reason, original {numbered} WHERE reason >= 0 ORDER BY file, record"
        ).to_arrow_table()
        records = dict(run("SELECT file, records FROM spans ORDER BY file").fetchall())
        run("DROP TABLE reading")
        accepted = sum(records.values()) - aside.num_rows
        return ReadResult(
            records,
            accepted,
            aside,
            tuple(Refused(file) for file in sorted(number[path] for (path,) in refused)),
        )

    def count(self, table: Path, by: tuple[str, ...]) -> pa.Table:
        """Count in one grouped query."""
        names = ", ".join(_quoted(name) for name in by)
        return self._connection.execute(
            f"SELECT {names}, count(*)::BIGINT AS count FROM read_parquet({_text(str(table))}) "
            f"GROUP BY {names} ORDER BY {names}"
        ).to_arrow_table()

    def repeats(self, table: Path, column: str) -> int:
        """Count rows less distinct values."""
        name = _quoted(column)
        row = self._connection.execute(
            f"SELECT count(*) - count(DISTINCT {name}) FROM read_parquet({_text(str(table))}) "
            f"WHERE {name} <> 0"
        ).fetchone()
        return int(row[0]) if row else 0


def _by_header(files: Iterable[TextFile]) -> Iterator[list[TextFile]]:
    """Group the files that share a header, in the order given."""
    groups: dict[tuple[str, ...], list[TextFile]] = {}
    for file in files:
        groups.setdefault(file.header, []).append(file)
    return iter(groups.values())


def _reading(request: ReadRequest, files: list[TextFile]) -> str:
    """The query that reads files of one header: columns, record numbers, reason, original.

    Columns are named by position, since SQL takes "Month" and "month" for the same name. The row
    number keeps the rows in order: without it DuckDB may store them in another. Only rows that are
    set aside get their original, and `file_index` is the place of a file in the list.
    """
    position = {column: f"c{i}" for i, column in enumerate(files[0].header)}
    chosen = {
        name: next((position[h] for h in headers if h in position), None)
        for name, headers in request.columns.items()
    }
    columns = ", ".join(
        f"{_value(column, name in request.fingerprints)} AS {_quoted(name)}"
        for name, column in chosen.items()
    )
    names = ", ".join(_quoted(name) for name in request.columns)
    original = ", ".join(f"coalesce({column}, '')" for column in position.values())
    place = "file_index::BIGINT + 1"
    numbers = [str(file.number) for file in files]
    told = [_struct(file.facts) for file in files]
    facts = f"{_list(told)}[{place}] AS facts, " if files[0].facts else ""
    return f"""
        WITH text AS (
            SELECT *, {_list(numbers)}[{place}]::INTEGER AS file, {facts}
                row_number() OVER () AS record
            FROM read_csv({_list(_text(str(file.path)) for file in files)},
                          columns = {_struct(dict.fromkeys(position.values(), "VARCHAR"))},
                          header = true, delim = ',', quote = '"', escape = '"', strict_mode = true,
                          auto_detect = false, store_rejects = true, compression = 'none')
        ), chosen AS (
            SELECT *, {columns} FROM text
        ), checked AS (
            SELECT *, {_reason(request.checks)} AS reason FROM chosen
        )
        SELECT file, record, {names}, reason,
            CASE WHEN reason >= 0 THEN [{original}] END AS original
        FROM checked"""


def _value(column: str | None, fingerprint: bool) -> str:
    """A canonical column: the trimmed text, or its fingerprint; empty where the file has none."""
    if column is None:
        return "''"
    text = _trimmed(column)
    return f"CASE WHEN {text} = '' THEN 0 ELSE hash({text}) END" if fingerprint else text


def _trimmed(column: str) -> str:
    """The text without spaces around it. Trimming is slow, so only what may have them is trimmed.

    Spaces other than the common one are not ASCII: text that has them is longer in bytes.
    """
    plain = f"strlen({column}) = length({column})"
    spaced = f"{column} LIKE ' %' OR {column} LIKE '% '"
    return (
        f"CASE WHEN {plain} AND NOT ({spaced}) THEN {column} ELSE coalesce(trim({column}), '') END"
    )


def _reason(checks: tuple[Check, ...]) -> str:
    """The index of the first check that a row breaches, or -1."""
    if not checks:
        return "-1"
    cases = " ".join(f"WHEN {check.breached_when} THEN {i}" for i, check in enumerate(checks))
    return f"CASE {cases} ELSE -1 END"


def _quoted(name: str) -> str:
    """A column name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def _list(items: Iterable[str]) -> str:
    """A list of what is SQL already."""
    return "[" + ", ".join(items) + "]"


def _struct(fields: Mapping[str, str]) -> str:
    """A struct of texts."""
    return "{" + ", ".join(f"{_text(name)}: {_text(v)}" for name, v in fields.items()) + "}"
