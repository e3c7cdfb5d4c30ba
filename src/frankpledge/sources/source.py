"""A source: a publisher's or partner's feed, declared as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from frankpledge.tables.table import Table


class Layout(Enum):
    """How a received file is laid out."""

    MONTHLY_ARCHIVE = "zip of monthly folders of CSV files"
    CSV = "CSV file, plain or gzipped"
    WORKBOOK = "XLSX workbook"
    BOUNDARIES = "zip of GeoJSON files"


@dataclass(frozen=True, slots=True)
class Source:
    """One feed: who publishes it, how it is laid out, which header holds each column.

    `headers` gives, for each canonical column, the headers it may stand under, the first that is
    there being taken. `sheets` names
    the sheets to read of a workbook. `needed` says whether an assessment can
    be made without it; `without` says what is missing from it then.
    """

    id: str
    title: str
    publisher: str
    licence: str
    layout: Layout
    table: Table
    headers: Mapping[str, tuple[str, ...]]
    needed: bool
    without: str = ""
    sheets: tuple[str, ...] = field(default=())
