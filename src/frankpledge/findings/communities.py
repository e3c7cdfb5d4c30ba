"""Question 5: which communities are most affected, by deprivation and by census type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from frankpledge.findings.identity import about, estimate, exact, stream
from frankpledge.findings.kinds import Communities, GroupIndex, Question, Silence
from frankpledge.findings.material import Material
from frankpledge.methods.communities import group_index
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.period import Month
from frankpledge.vocabulary.quantity import Exact

COMMUNITIES_METHOD = (
    "index 100 × observed / expected from the county’s rate; interval by drawing small areas again "
    "1,000 times within each group; not shown under 10 small areas or 10 expected"
)
FIFTHS = ("Most deprived fifth", "Second", "Middle", "Fourth", "Least deprived fifth")
BY_DEPRIVATION = "income deprivation"
BY_TYPE = "area type"


def find_communities(
    material: Material, issue: Issue, months: tuple[Month, ...]
) -> list[Communities[Exact] | Silence[Exact]]:
    """The index by income deprivation and by census type of small area."""
    fifth = {code: FIFTHS[n - 1] for code, n in material.neighbourhoods.fifth.items()}
    kinds = material.neighbourhoods.kind
    return [
        _index(material, issue, months, "deprivation", BY_DEPRIVATION, fifth, FIFTHS),
        _index(
            material, issue, months, "types", BY_TYPE, kinds, tuple(sorted(set(kinds.values())))
        ),
    ]


def _index(
    material: Material,
    issue: Issue,
    months: tuple[Month, ...],
    kind: str,
    by: str,
    group_of: Mapping[str, str],
    names: Sequence[str],
) -> Communities[Exact] | Silence[Exact]:
    """The index of each group, highest first where the groups have no order of their own."""
    seed = f"{material.plan.seed}/{kind}/{issue.id}"
    evidence = material.trail.evidence(
        issue, material.plan.county.districts, months, COMMUNITIES_METHOD, seed
    )
    what = about(material, kind, Question.COMMUNITIES, issue, evidence)
    codes = [code for code in material.small.areas if _known(material, code, months)]
    if not group_of or len(months) < 2 or not codes:
        return Silence(
            what,
            "Not supplied",
            f"Nothing that sorts small areas by {by} was supplied for the county’s small areas."
            if not group_of
            else "No two months of the period were supplied for the whole county.",
        )
    places = np.array([material.small.areas.index(code) for code in codes])
    counts = material.small.total(issue.id, months)[places]
    people = np.array([material.residents.of_lsoa.get(code, 0) for code in codes])
    group = np.array([names.index(group_of[c]) if c in group_of else -1 for c in codes])
    made = group_index(
        counts, people, group, len(names), stream(material.plan.seed, kind, issue.id)
    )
    own = np.array([material.geography.district_of[code] == material.own for code in codes])
    groups = [
        GroupIndex(
            name,
            int(made.areas[i]),
            int((own & (group == i)).sum()),
            estimate(float(made.index[i]), float(made.low[i]), float(made.high[i]))
            if made.shown[i]
            else None,
            exact(made.observed[i]),
            bool(made.shown[i] and not made.low[i] <= 100 <= made.high[i]),
        )
        for i, name in enumerate(names)
    ]
    if by == BY_TYPE:
        groups = [g for g in groups if g.areas]
        groups.sort(key=lambda g: (-(g.index.value.number if g.index else -1.0), g.name))
    unclassed = len(material.small.areas) - int((group >= 0).sum())
    return Communities(what, by, tuple(groups), unclassed, len(material.small.areas))


def _known(material: Material, code: str, months: tuple[Month, ...]) -> bool:
    """Say whether a small area has counts in every month and residents."""
    has = material.small.has(code)[material.small.at(months)].all()
    return bool(has) and material.residents.of_lsoa.get(code, 0) > 0
