"""Place on the map: which small area lies where, and how one census's areas become another's.

An area of another vintage is carried over when it lies wholly within one area of the plan's
vintage: unchanged areas, the parts of a split one (which sum back), and areas that were merged
(which sum forward). A merged area cannot be taken apart again and an irregular change cannot be
followed; what cannot be carried over is counted and shown, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from frankpledge.errors import PlanFault
from frankpledge.intake.admitted import AdmittedTable
from frankpledge.plan.assessment import Assessment
from frankpledge.vocabulary.area import Vintage

IRREGULAR = "X"


@dataclass(frozen=True)
class Geography:
    """Small areas, districts, partnerships and forces, and what carries over between vintages."""

    vintage: Vintage
    lsoas: tuple[str, ...]
    district_of: Mapping[str, str]
    carried: Mapping[str, str]
    whole: frozenset[str]
    only_in: Mapping[Vintage, frozenset[str]]
    lsoa_names: Mapping[str, str]
    local_names: Mapping[str, str]
    districts: Mapping[str, str]
    partnerships: Mapping[str, str]
    partnership_of: Mapping[str, str]
    force_of: Mapping[str, str]

    def lsoas_in(self, districts: frozenset[str]) -> tuple[str, ...]:
        """The small areas of the plan's vintage in some districts, in order of code."""
        return tuple(code for code in self.lsoas if self.district_of.get(code) in districts)

    def place(self, lsoa: str) -> str:
        """The name people use for a small area, or its statistical name."""
        return self.local_names.get(lsoa) or self.lsoa_names.get(lsoa, lsoa)

    def vintage_of(self, codes: frozenset[str]) -> Vintage | None:
        """The vintage of a file from its codes; None where every code stands in both.

        Raises ValueError where codes of both vintages are mixed.
        """
        found = [vintage for vintage in Vintage if codes & self.only_in[vintage]]
        if len(found) > 1:
            raise ValueError("small areas of 2011 and of 2021 are mixed in it")
        return found[0] if found else None


def place_on_map(plan: Assessment, tables: Mapping[str, AdmittedTable]) -> Geography:
    """Build the geography from the lookups; refuse a plan whose areas are not in them."""
    changes = tables["small_area_changes"].columns("lsoa11", "change", "lsoa21", "name11", "name21")
    rows = tables["small_area_districts"].columns("lsoa", "district", "district_name")
    district_of = {lsoa: district for lsoa, district, _ in rows}
    districts = {district: name for _, district, name in rows}
    for lsoa11, _, lsoa21, _, _ in changes:
        if lsoa21 in district_of:
            district_of.setdefault(lsoa11, district_of[lsoa21])
    codes11 = frozenset(row[0] for row in changes)
    codes21 = frozenset(row[2] for row in changes)
    older = plan.vintage is Vintage.LSOA_2011
    names = {row[2]: row[4] for row in changes} | {row[0]: row[3] for row in changes}
    partnerships = tables["partnerships"].columns(
        "district", "partnership", "partnership_name", "force_name"
    )
    _refuse_unknown(plan, districts)
    return Geography(
        vintage=plan.vintage,
        lsoas=tuple(sorted(codes11 if older else codes21)),
        district_of=district_of,
        carried=_carried(changes, older),
        whole=_whole(changes, older),
        only_in={Vintage.LSOA_2011: codes11 - codes21, Vintage.LSOA_2021: codes21 - codes11},
        lsoa_names=names,
        local_names=_local_names(tables.get("local_names"), names),
        districts=districts,
        partnerships={code: name for _, code, name, _ in partnerships},
        partnership_of={district: code for district, code, _, _ in partnerships},
        force_of={district: slug(force) for district, _, _, force in partnerships},
    )


def slug(name: str) -> str:
    """A force area's name as the archive writes it: Dyfed-Powys is dyfed-powys."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("&", "and")).strip("-")


def _carried(changes: list[tuple[str, ...]], older: bool) -> dict[str, str]:
    """Map every code that lies wholly within one area of the plan's vintage to that area."""
    targets: dict[str, set[str]] = {}
    irregular: set[str] = set()
    for lsoa11, change, lsoa21, _, _ in changes:
        source, target = (lsoa21, lsoa11) if older else (lsoa11, lsoa21)
        targets.setdefault(source, set()).add(target)
        if change == IRREGULAR:
            irregular.add(source)
    own = {row[0] if older else row[2] for row in changes}
    carried = {
        source: next(iter(found))
        for source, found in targets.items()
        if len(found) == 1 and source not in irregular
    }
    return carried | {code: code for code in own}


def _whole(changes: list[tuple[str, ...]], older: bool) -> frozenset[str]:
    """The areas of the plan's vintage that can be put together from those of the other."""
    carried = _carried(changes, older)
    parts: dict[str, set[str]] = {}
    for lsoa11, _, lsoa21, _, _ in changes:
        source, target = (lsoa21, lsoa11) if older else (lsoa11, lsoa21)
        parts.setdefault(target, set()).add(source)
    return frozenset(
        target
        for target, sources in parts.items()
        if all(carried.get(s) == target for s in sources)
    )


def _local_names(table: AdmittedTable | None, names: Mapping[str, str]) -> dict[str, str]:
    """The local name of each small area: its middle layer's, named as it is less a letter."""
    if table is None:
        return {}
    local: dict[str, str] = {}
    for msoa, msoa11, name in table.columns("msoa_name", "msoa11_name", "local_name"):
        local.setdefault(msoa, name)
        if msoa11:
            local.setdefault(msoa11, name)
    return {code: local[name[:-1]] for code, name in names.items() if name[:-1] in local}


def _refuse_unknown(plan: Assessment, districts: Mapping[str, str]) -> None:
    """Refuse districts that the lookup does not have."""
    for code in plan.county.districts:
        if code not in districts:
            raise PlanFault(
                f"the district {code} is not in the lookup of small areas and districts",
                f"{plan.folder.name}/assessment.toml",
                "Mend the code, or use a lookup of the year in which it was in force.",
            )
