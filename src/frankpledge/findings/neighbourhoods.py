"""What small areas and partnerships are like: deprivation, census type, and figures for likeness.

Crime comes by small area (LSOA), the census classification by output area. A small area takes the
supergroup that most of its classified output areas share when at least half of them do, else it is
"mixed". Deprivation is by income, since the index's crime domain is itself made of police counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from frankpledge.findings.material import Neighbourhoods
from frankpledge.intake.admitted import AdmittedTable
from frankpledge.intake.geography import Geography
from frankpledge.intake.residents import Residents

SUPERGROUPS = {
    "1": "Retired professionals",
    "2": "Suburbanites and peri-urbanites",
    "3": "Multicultural and educated urbanites",
    "4": "Low-skilled migrant and student communities",
    "5": "Ethnically diverse suburban professionals",
    "6": "Baseline UK",
    "7": "Semi-skilled and unskilled workforce",
    "8": "Legacy communities",
}
MIXED = "Mixed, no majority"
FIFTHS = 5


def read_neighbourhoods(
    tables: Mapping[str, AdmittedTable], geography: Geography, residents: Residents
) -> Neighbourhoods:
    """Describe the small areas of the plan's vintage and the districts."""
    ranks = _ranks(tables.get("deprivation"))
    kinds = _kinds(tables, geography)
    variables, features = _features(tables, geography, ranks)
    return Neighbourhoods(_fifths(ranks), kinds, bool(kinds), variables, features)


def _ranks(table: AdmittedTable | None) -> dict[str, float]:
    """The rank by income of each small area, 1 the most deprived."""
    if table is None:
        return {}
    return {lsoa: float(rank) for lsoa, rank in table.columns("lsoa", "income_rank")}


def _fifths(ranks: Mapping[str, float]) -> dict[str, int]:
    """National fifths by rank, 1 the most deprived.

    The nation's last rank is the highest in the file, which may hold one county alone.
    """
    last = max(ranks.values(), default=0.0)
    return {lsoa: min(FIFTHS, int((rank - 1) * FIFTHS / last) + 1) for lsoa, rank in ranks.items()}


def _kinds(tables: Mapping[str, AdmittedTable], geography: Geography) -> dict[str, str]:
    """The census type of each small area: the supergroup of most of its output areas."""
    if "area_classification" not in tables or "output_areas" not in tables:
        return {}
    rows = tables["area_classification"].columns("output_area", "supergroup")
    group_of = {output_area: group for output_area, group in rows}  # noqa: C416
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for output_area, lsoa in tables["output_areas"].columns("output_area", "lsoa"):
        code = geography.carried.get(lsoa) if lsoa in geography.whole else None
        if code and output_area in group_of:
            groups[code][group_of[output_area]] += 1
    return {code: _majority(counts) for code, counts in groups.items()}


def _majority(counts: Counter[str]) -> str:
    """The supergroup that at least half share, else mixed; a tie of two halves is mixed."""
    (group, number), *others = counts.most_common(2)
    tied = bool(others) and others[0][1] == number
    if 2 * number < counts.total() or tied:
        return MIXED
    return SUPERGROUPS.get(group, f"Supergroup {group}")


def _features(
    tables: Mapping[str, AdmittedTable], geography: Geography, ranks: Mapping[str, float]
) -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    """Shares and means that describe each district, in the order of the variables' names."""
    columns: dict[str, dict[str, float]] = {}
    for name in ("ethnicity", "tenure"):
        if name in tables:
            columns |= _shares(tables[name].columns("lsoa", "group", "number"), geography)
    if "rural_urban" in tables:
        rows = [(lsoa, kind, "1") for lsoa, kind in tables["rural_urban"].columns("lsoa", "kind")]
        rural = _shares(rows, geography)
        columns |= {f"{kind} areas": v for kind, v in rural.items() if kind.startswith("Rural")}
    if ranks:
        columns["Mean income deprivation rank"] = _means(ranks, geography)
    names = tuple(sorted(columns))
    known = set.intersection(*(set(c) for c in columns.values())) if columns else set()
    return names, {d: tuple(columns[n][d] for n in names) for d in sorted(known)}


def _shares(rows: Sequence[tuple[str, ...]], geography: Geography) -> dict[str, dict[str, float]]:
    """The share of each group in each district."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for lsoa, group, number in rows:
        district = geography.district_of.get(lsoa)
        if district:
            value = int(float(number))
            sums[group][district] += value
            totals[district] += value
    return {
        group: {d: counts[d] / total for d, total in totals.items() if total}
        for group, counts in sums.items()
    }


def _means(ranks: Mapping[str, float], geography: Geography) -> dict[str, float]:
    """The mean rank of each district's small areas."""
    values: dict[str, list[float]] = defaultdict(list)
    for lsoa, rank in ranks.items():
        district = geography.district_of.get(lsoa)
        if district:
            values[district].append(rank)
    return {district: sum(found) / len(found) for district, found in values.items()}
