"""What was not supplied, what could not be used, and what that stops or spoils."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frankpledge.findings.identity import exact
from frankpledge.findings.kinds import About, Gap, GapKind, Question, Supply
from frankpledge.findings.material import Material
from frankpledge.intake.admitted import Receipt
from frankpledge.intake.residents import WITHIN_YEARS, years_apart
from frankpledge.sources.catalogue import SOURCES
from frankpledge.vocabulary.evidence import Evidence, FindingId, SourceRows
from frankpledge.vocabulary.issue import ALL_INCIDENTS
from frankpledge.vocabulary.period import Month, in_words
from frankpledge.vocabulary.quantity import Exact

NO_PLACE = "no place"


def find_gaps(material: Material) -> list[Gap[Exact]]:
    """Every gap, the ones that spoil most first."""
    return [
        *_months(material),
        *_undercounts(material),
        *_aside(material),
        *_not_carried(material),
        *_unknown(material),
        *_other_forces(material),
        *_residents(material),
        *_untyped(material),
        *_repeats(material),
        *_sources(material),
    ]


def find_supplies(material: Material) -> list[Supply[Exact]]:
    """Every source that was supplied, in the order of the catalogue."""
    return [_supply(material, name) for name in SOURCES if name in material.received]


def _supply(material: Material, name: str) -> Supply[Exact]:
    """One source: its files, rows read and rows accepted (boundaries are shapes, not rows)."""
    source, receipt = SOURCES[name], material.receipts.get(name)
    rows = receipt.records if receipt else 0
    sources = tuple(SourceRows(f.name, f.sha256, "", rows) for f in material.received[name][:1])
    if receipt:
        by_file = {f.number: f.records for f in receipt.files}
        sources = _rows_by_file(receipt, by_file)
    evidence = Evidence("rows of the files as received", source.title, "counted at intake", sources)
    what = About(
        FindingId(f"supply.{name}".replace("_", "-")),
        Question.DATA,
        ALL_INCIDENTS.id,
        material.plan.area,
        material.plan.period,
        evidence,
    )
    files = tuple(received.name for received in material.received[name])
    accepted = receipt.accepted if receipt else 0
    return Supply(
        what, source.title, source.publisher, source.licence, files, exact(rows), exact(accepted)
    )


def _gap(
    material: Material,
    name: str,
    kind: GapKind,
    words: tuple[str, str, str],
    number: int,
    of: int | None = None,
    months: tuple[Month, ...] = (),
    sources: tuple[SourceRows, ...] = (),
) -> Gap[Exact]:
    """Make a gap; `words` are what is missing, where it was seen, and its effect."""
    evidence = Evidence(
        "rows and months of the files as received", words[1], "counted at intake", sources
    )
    what = About(
        FindingId(f"gap.{name}"),
        Question.DATA,
        ALL_INCIDENTS.id,
        material.plan.area,
        material.plan.period,
        evidence,
    )
    whole = exact(of) if of is not None else None
    return Gap(what, kind, *words, exact(number), whole, months)


def _months(material: Material) -> Iterator[Gap[Exact]]:
    """Months that no file holds, within the files' span and the periods compared."""
    plan, has = material.plan, material.supplied_months(material.own)
    wanted = {*material.districts.months, *plan.period, *plan.compared_with}
    missing = tuple(sorted(wanted - has))
    if missing:
        compared = [m for m in missing if m in plan.period or m in plan.compared_with]
        effect = (
            "Changes are worked out like for like, on the months that both years have."
            if compared
            else "The series is broken there, and yearly totals that need it are not whole."
        )
        yield _gap(
            material,
            "months-not-supplied",
            GapKind.MONTHS,
            (f"{in_words(missing)}: not supplied", "the police archives", effect),
            len(missing),
            len(wanted),
            missing,
        )


def _undercounts(material: Material) -> Iterator[Gap[Exact]]:
    """Months of the own district that are too low to be true."""
    panel, own = material.districts, material.own
    clean, has = material.clean_months(own), material.supplied_months(own)
    for month in sorted(has - clean):
        count = int(panel.of(ALL_INCIDENTS.id, own)[panel.at((month,))][0])
        around = [
            int(panel.of(ALL_INCIDENTS.id, own)[panel.at((m,))][0])
            for m in sorted(clean)
            if abs(m.ordinal - month.ordinal) <= 6
        ]
        lost = _no_place_rows(material.receipts["police_street"], month)
        yield _gap(
            material,
            f"undercount-{month}",
            GapKind.UNDERCOUNT,
            (
                f"{month.name}: {count:,} rows, where {min(around):,} to {max(around):,} a month "
                "are usual",
                f"the police archive; {lost:,} rows of that month came without a place",
                "The month is too low to be true. It is marked on charts, left out of what is "
                "usual, and not compared.",
            ),
            count,
            None,
            (month,),
        )


def _no_place_rows(receipt: Receipt, month: Month) -> int:
    """How many rows of a month came without a place, over all forces."""
    numbers = {f.number for f in receipt.files if f.facts["month"] == str(month)}
    return sum(
        rows
        for aside in receipt.aside
        if aside.reason == NO_PLACE
        for file, rows in aside.by_file.items()
        if file in numbers
    )


def _aside(material: Material) -> Iterator[Gap[Exact]]:
    """Rows set aside, by source and reason."""
    for name, receipt in material.receipts.items():
        for i, aside in enumerate(receipt.aside):
            place = aside.reason == NO_PLACE and name == "police_street"
            kind = GapKind.NO_PLACE if place else GapKind.ASIDE
            effect = (
                "They are in no area’s count. Nothing says which area they belong to."
                if place
                else "They are not counted."
            )
            yield _gap(
                material,
                f"aside-{name}-{i + 1}".replace("_", "-"),
                kind,
                (
                    f"Rows set aside: {aside.reason}",
                    f"{SOURCES[name].title}; first in {aside.first_file}, "
                    f"line {aside.first_line:,}",
                    effect,
                ),
                aside.rows,
                receipt.records,
                (),
                _rows_by_file(receipt, aside.by_file),
            )


def _rows_by_file(receipt: Receipt, counts: Mapping[int, int]) -> tuple[SourceRows, ...]:
    """The rows set aside, by the received file and member they stand in."""
    return tuple(
        SourceRows(f.received.name, f.received.sha256, f.member, counts[f.number])
        for f in receipt.files
        if f.number in counts
    )


def _not_carried(material: Material) -> Iterator[Gap[Exact]]:
    """Small areas of another vintage that could not be carried over."""
    lost = material.not_carried
    if lost:
        yield _gap(
            material,
            "not-carried-over",
            GapKind.CARRIED,
            (
                f"Small areas of another census that cannot become areas of "
                f"{material.geography.vintage.value}",
                "the county, in months that use the other census’s areas",
                "Their months are not shown for small areas. District counts are whole, since "
                "these areas stay within their districts.",
            ),
            len(lost),
        )


def _unknown(material: Material) -> Iterator[Gap[Exact]]:
    """Rows in small areas that no lookup has."""
    if material.ignored:
        yield _gap(
            material,
            "areas-not-known",
            GapKind.IGNORED,
            (
                "Rows in small areas that are in no lookup",
                "the police archives",
                "They are in no district’s count. Use a lookup that has these areas.",
            ),
            material.ignored,
        )


def _other_forces(material: Material) -> Iterator[Gap[Exact]]:
    """Rows in the district that a neighbouring force recorded."""
    if material.elsewhere:
        yield _gap(
            material,
            "other-forces",
            GapKind.OTHER_FORCES,
            (
                "Crimes in the area that a neighbouring force recorded",
                "the police archives of neighbouring forces",
                "They are not counted: an area’s count is what its own force recorded, so that "
                "years are like for like.",
            ),
            material.elsewhere,
        )


def _residents(material: Material) -> Iterator[Gap[Exact]]:
    """Estimates of residents that are further from the period than they should be."""
    residents, period = material.residents, material.plan.period
    for name, where, year in (
        ("small-areas", "small areas", residents.lsoa_year),
        ("districts", "districts", residents.district_year),
    ):
        apart = years_apart(year, period)
        if apart > WITHIN_YEARS:
            yield _gap(
                material,
                f"residents-of-{name}",
                GapKind.RESIDENTS,
                (
                    f"Residents of {where} are those of {year}",
                    f"the estimates supplied; the period is {period.name}",
                    "No nearer estimate for the same boundaries was supplied. Rates use them and "
                    "are less sure where many people have moved in or out.",
                ),
                year,
            )


def _untyped(material: Material) -> Iterator[Gap[Exact]]:
    """Small areas that have no census type."""
    known = material.neighbourhoods
    untyped = sum(code not in known.kind for code in material.small.areas)
    if known.kinds_known and untyped:
        yield _gap(
            material,
            "areas-without-type",
            GapKind.COVERAGE,
            (
                "Small areas of the county without a census type",
                "the area classification: their boundaries changed, or none of their output "
                "areas joined",
                "They are left out of the comparison by area type and kept in the county’s rate.",
            ),
            untyped,
            len(material.small.areas),
        )


def _repeats(material: Material) -> Iterator[Gap[Exact]]:
    """Crimes whose identifier stands on more than one row."""
    receipt = material.receipts["police_street"]
    if receipt.repeats:
        yield _gap(
            material,
            "repeated-identifiers",
            GapKind.REPEATS,
            (
                "Rows whose crime identifier also stands on an earlier row",
                "the police archives",
                "They are counted, as the publisher counts them: one reference may hold more "
                "than one crime.",
            ),
            receipt.repeats,
            receipt.accepted,
        )


def _sources(material: Material) -> Iterator[Gap[Exact]]:
    """Sources that the plan has no file for."""
    for name in material.not_supplied:
        source = SOURCES[name]
        yield _gap(
            material,
            f"source-{name}".replace("_", "-"),
            GapKind.SOURCE,
            (
                f"{source.title}: not supplied",
                source.publisher,
                f"Left out: {source.without}.",
            ),
            0,
        )
