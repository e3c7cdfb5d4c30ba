"""Gather the material: cube and tables into the panels and descriptions findings are found in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from frankpledge.errors import FileFault
from frankpledge.findings.material import Material, NationalCount
from frankpledge.findings.neighbourhoods import read_neighbourhoods
from frankpledge.findings.trail import trail
from frankpledge.intake.admitted import AdmittedTable, Receipt
from frankpledge.intake.geography import Geography
from frankpledge.intake.received import Received
from frankpledge.intake.residents import Residents
from frankpledge.measures.cube import Cube
from frankpledge.measures.panel import Bools, Panel, panel
from frankpledge.methods.undercount import undercounted
from frankpledge.plan.assessment import Assessment
from frankpledge.sources.catalogue import SOURCES
from frankpledge.vocabulary.area import Vintage
from frankpledge.vocabulary.issue import ALL_INCIDENTS, ISSUES
from frankpledge.vocabulary.period import MONTH_NAMES, Month, Period, in_words

MIXED_REMEDY = "Ask the sender for the file with the areas of one census only."
QUESTIONED = (*ISSUES, ALL_INCIDENTS)


def gather(
    plan: Assessment,
    cube: Cube,
    tables: Mapping[str, AdmittedTable],
    geography: Geography,
    residents: Residents,
    received: Mapping[str, tuple[Received, ...]],
) -> Material:
    """Put together everything that the questions are asked of."""
    receipt = tables["police_street"].receipt
    months = _months(receipt)
    everything, cube = cube, _by_own_force(cube, receipt, geography)
    districts = _districts(cube, receipt, geography, months)
    county = geography.lsoas_in(frozenset(plan.county.districts))
    vintages = _vintages(everything, receipt, geography)
    codes = set(cube.coded("lsoa")[0])
    return Material(
        plan=plan,
        geography=geography,
        residents=residents,
        districts=districts,
        clean=_clean(districts),
        small=_small(cube, geography, districts, county, vintages, months),
        neighbourhoods=read_neighbourhoods(tables, geography, residents),
        national=_national(tables.get("recorded_crime"), plan, geography),
        most_similar=_most_similar(tables.get("most_similar_group")),
        receipts={name: table.receipt for name, table in tables.items()},
        not_supplied=tuple(name for name in SOURCES if name not in received),
        received=received,
        trail=trail(cube, receipt, geography.district_of),
        ignored=_rows(everything, lambda code: code not in geography.district_of),
        elsewhere=_own_rows(everything, geography, plan) - _own_rows(cube, geography, plan),
        not_carried=_not_carried(codes, geography, plan),
        vintages=_vintages_in_words(vintages),
    )


def _months(receipt: Receipt) -> tuple[Month, ...]:
    """Every month from the first to the last that was supplied by anyone."""
    named = sorted(Month.parse(file.facts["month"]) for file in receipt.files)
    return tuple(Period(named[0], named[-1]))


def _districts(
    cube: Cube, receipt: Receipt, geography: Geography, months: tuple[Month, ...]
) -> Panel:
    """Count every district, and say which months its own force supplied."""
    areas = tuple(sorted(geography.districts))
    given = {(file.facts["force"], file.facts["month"]) for file in receipt.files}
    supplied = np.array(
        [[(geography.force_of.get(area, ""), str(m)) in given for m in months] for area in areas]
    )
    return panel(cube, QUESTIONED, geography.district_of, areas, months, supplied)


def _clean(districts: Panel) -> Bools:
    """The months that were supplied and are no undercount."""
    totals = districts.issue(ALL_INCIDENTS.id).astype(float)
    totals[~districts.supplied] = np.nan
    clean: Bools = districts.supplied & ~undercounted(totals)
    return clean


def _vintages(
    cube: Cube, receipt: Receipt, geography: Geography
) -> dict[tuple[str, str], Vintage | None]:
    """The vintage of each force and month, from the codes in its file.

    Raises FileFault where a file mixes the codes of two vintages.
    """
    lsoas, lsoa = cube.coded("lsoa")
    file = np.asarray(cube.table["file"].to_numpy(), dtype=np.int64)
    pairs = np.unique(file * len(lsoas) + lsoa)
    codes: dict[int, set[str]] = {}
    for pair in pairs.tolist():
        codes.setdefault(pair // len(lsoas), set()).add(lsoas[pair % len(lsoas)])
    found: dict[tuple[str, str], Vintage | None] = {}
    for supplied in receipt.files:
        try:
            vintage = geography.vintage_of(frozenset(codes.get(supplied.number, ())))
        except ValueError as error:
            raise FileFault(str(error), supplied.where, MIXED_REMEDY) from error
        found[supplied.facts["force"], supplied.facts["month"]] = vintage
    return found


def _vintages_in_words(
    vintages: Mapping[tuple[str, str], Vintage | None],
) -> dict[str, str]:
    """Which months use the small areas of which census."""
    months: dict[str, set[Month]] = {}
    for (_, month), vintage in vintages.items():
        name = f"small areas of {vintage.value}" if vintage else "either census"
        months.setdefault(name, set()).add(Month.parse(month))
    return {name: in_words(tuple(found)) for name, found in sorted(months.items())}


def _small(
    cube: Cube,
    geography: Geography,
    districts: Panel,
    county: tuple[str, ...],
    vintages: Mapping[tuple[str, str], Vintage | None],
    months: tuple[Month, ...],
) -> Panel:
    """Count the county's small areas; where a month's vintage is another, only whole areas."""
    row = {code: i for i, code in enumerate(districts.areas)}
    owner = np.array([row[geography.district_of[code]] for code in county])
    supplied = districts.supplied[owner].copy()
    whole = np.array([code in geography.whole for code in county])
    forces = [geography.force_of.get(geography.district_of[code], "") for code in county]
    for j, month in enumerate(months):
        other = np.array(
            [vintages.get((f, str(month))) not in (None, geography.vintage) for f in forces]
        )
        supplied[:, j] &= whole | ~other
    return panel(cube, QUESTIONED, geography.carried, county, months, supplied)


def _not_carried(codes: set[str], geography: Geography, plan: Assessment) -> frozenset[str]:
    """The county's codes of another vintage that could not be carried over."""
    county = set(plan.county.districts)
    return frozenset(
        code
        for code in codes
        if code not in geography.carried and geography.district_of.get(code) in county
    )


def _by_own_force(cube: Cube, receipt: Receipt, geography: Geography) -> Cube:
    """The cube of what each area's own force recorded in it.

    A neighbouring force records a few crimes across the border. They are left out, since the
    neighbour's files are not supplied for every month and years would not be like for like.
    """
    lsoas, lsoa = cube.coded("lsoa")
    owner = [geography.force_of.get(geography.district_of.get(code, ""), "") for code in lsoas]
    forces = sorted({*owner, *(file.facts["force"] for file in receipt.files)})
    of_lsoa = np.array([forces.index(force) for force in owner])
    of_file = np.array([forces.index(file.facts["force"]) for file in receipt.files])
    file = np.asarray(cube.table["file"].to_numpy(), dtype=np.int64)
    return cube.where(of_lsoa[lsoa] == of_file[file])


def _rows(cube: Cube, wanted: Callable[[str], bool]) -> int:
    """How many rows lie in the small areas wanted."""
    lsoas, lsoa = cube.coded("lsoa")
    chosen = np.array([wanted(code) for code in lsoas], dtype=np.bool_)
    return int(cube.count[chosen[lsoa]].sum())


def _own_rows(cube: Cube, geography: Geography, plan: Assessment) -> int:
    """How many rows lie in the plan's own district."""
    return _rows(cube, lambda code: geography.district_of.get(code) == plan.area.code)


def _national(
    table: AdmittedTable | None, plan: Assessment, geography: Geography
) -> tuple[NationalCount, ...]:
    """The partnership's recorded crime in each sheet, with the year that the sheet is of."""
    if table is None:
        return ()
    own = geography.partnership_of.get(plan.area.code, "")
    periods = {
        str(file.number): _year_ending(file.facts.get("title", "")) for file in table.receipt.files
    }
    counts = [
        NationalCount(period, int(float(total)))
        for number, code, total in table.columns("file", "partnership", "total")
        if code == own and (period := periods[str(number)]) and re.fullmatch(r"\d+(\.\d+)?", total)
    ]
    return tuple(sorted(counts, key=lambda c: c.period.last, reverse=True))


def _year_ending(title: str) -> Period | None:
    """The year that a published table's title speaks of, from its last month."""
    found = re.search(rf"year ending ({'|'.join(MONTH_NAMES)}) (\d{{4}})", title)
    if not found:
        return None
    last = Month.of(int(found[2]), MONTH_NAMES.index(found[1]) + 1)
    return Period(last + -11, last)


def _most_similar(table: AdmittedTable | None) -> tuple[str, ...]:
    """The partnerships of the most similar group that was supplied, each once."""
    return tuple(Counter(table.column("partnership"))) if table else ()
