"""Check that a file's header holds the columns a source needs, before any row is read."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from frankpledge.errors import FileFault, FrankpledgeError, PlanFault
from frankpledge.intake.unpack import Unpacked
from frankpledge.plan.assessment import Assessment
from frankpledge.sources.source import Source


def headers(source: Source, renamed: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The headers each canonical column may stand under, the plan's own names first.

    `renamed` maps the publisher's header to the one that the file uses instead.
    """
    return {
        column: tuple(
            name for known in names for name in ((renamed[known],) if known in renamed else ())
        )
        + names
        for column, names in source.headers.items()
    }


def mapping_faults(plan: Assessment, source: Source) -> list[FrankpledgeError]:
    """Find the columns that the plan renames and the publisher's layout does not have."""
    wanted = plan.sources[source.id]
    known = [name for names in source.headers.values() for name in names]
    return [
        PlanFault(
            f'[sources.{source.id}] columns names "{name}", which is not a column of this source',
            f"{plan.folder.name}/assessment.toml, line {wanted.line}",
            "Write the publisher's name on the left and the file's own on the right. The "
            f"publisher's names: {', '.join(known)}.",
        )
        for name in wanted.columns
        if name not in known
    ]


def header_faults(
    source: Source, columns: Mapping[str, tuple[str, ...]], files: tuple[Unpacked, ...]
) -> list[FrankpledgeError]:
    """Find the columns that are missing, each named once with the first file that lacks it."""
    optional = {column.name for column in source.table.columns if column.optional}
    faults: list[FrankpledgeError] = []
    for column, names in columns.items():
        lacking = [f for f in files if not set(names) & set(f.text.header)]
        if lacking and column not in optional:
            taken = {name for other in columns.values() if other != names for name in other}
            faults.append(_fault(source, names, lacking, taken))
    return faults


def _fault(
    source: Source, names: tuple[str, ...], lacking: list[Unpacked], taken: set[str]
) -> FileFault:
    """The fault for a missing column, with the header most like it that is nothing else."""
    header = lacking[0].text.header
    wanted = " or ".join(f'"{name}"' for name in names)
    close = _like(names, [name for name in header if name not in taken])
    asked = f'Did the sender rename it to "{close}"? If so, write' if close else "Write"
    named = close or "the name it has in the file"
    others = f" (and {len(lacking) - 1} more files like it)" if len(lacking) > 1 else ""
    return FileFault(
        f"the column {wanted} is not in its header{others}. The header has: {', '.join(header)}",
        f"{lacking[0].where}, line 1",
        f'{asked} under [sources.{source.id}]: columns = {{ "{names[-1]}" = "{named}" }}.',
    )


def _like(names: tuple[str, ...], header: list[str]) -> str:
    """The header most like one of the names, whether written large or small; empty for none."""
    small = {name.lower(): name for name in header}
    for name in names:
        if near := difflib.get_close_matches(name.lower(), small, 1, 0.4):
            return small[near[0]]
    return ""
