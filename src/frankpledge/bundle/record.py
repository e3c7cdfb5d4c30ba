"""A finding as a flat record, for `findings.json`.

Every record has the same keys. A number that is withheld is null, and `symbol` then says why: [c]
confidential, [x] not available, [z] not applicable. The schema is in docs/reference/findings.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, assert_never

from frankpledge.findings.kinds import (
    HIGH_LEVELS,
    Change,
    Communities,
    Context,
    Gap,
    Level,
    Months,
    Peers,
    Place,
    PlaceLevel,
    Places,
    Share,
    ShownFinding,
    Silence,
    Supply,
    TargetResult,
)
from frankpledge.narrative.numbers import plain
from frankpledge.narrative.others import place_sentence
from frankpledge.narrative.sentence import sentence
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.issue import issue
from frankpledge.vocabulary.quantity import Shown, Symbol, Withheld

Record = dict[str, Any]


def records(finding: ShownFinding) -> Iterator[Record]:
    """Give a finding's record, and for places one more for each of the district's top five."""
    yield _common(finding) | _own(finding)
    if isinstance(finding, Places):
        for rank, place in enumerate(finding.top, 1):
            yield _place(finding, place, rank)


def _common(finding: ShownFinding) -> Record:
    """What every record has, empty where a kind has nothing to say."""
    about = finding.about
    return {
        "id": about.id,
        "kind": about.id.split(".")[0],
        "question": about.question.value,
        "issue": about.issue,
        "area": about.area.code,
        "area_name": about.area.name,
        "period": str(about.period),
        "compared_with": None,
        "value": None,
        "unit": "",
        "low": None,
        "high": None,
        "before": None,
        "after": None,
        "symbol": None,
        "verdict": "",
        "key": False,
        "sentence": plain(sentence(finding)),
        "evidence": asdict(about.evidence) | {"rows": about.evidence.rows},
    }


def _own(finding: ShownFinding) -> Record:
    """What one kind of finding fills in."""
    match finding:
        case Level():
            return _estimate(finding.rate) | _count(finding.count) | {
                "unit": "per 1,000 residents",
                "residents": _number(finding.residents),
                "residents_year": finding.residents_year,
            }  # fmt: skip
        case Change():
            return _change(finding)
        case Months():
            return _months(finding)
        case Share():
            return {
                "kind": "share",
                "value": _number(finding.share),
                "unit": "per cent of all crimes and incidents",
                "after": _number(finding.count),
                "symbol": _symbol(finding.count),
                "rank": _number(finding.rank),
                "of": finding.of,
            }
        case TargetResult():
            return {
                "value": _number(finding.missed_by),
                "unit": "more than the target",
                "before": _number(finding.baseline) if finding.baseline is not None else None,
                "target": _number(finding.target),
                "after": _number(finding.actual),
                "symbol": _symbol(finding.actual),
                "verdict": finding.verdict.value,
            }
        case Places():
            return {
                "unit": "small areas above average",
                "value": sum(finding.in_district(level) for level in HIGH_LEVELS)
                if finding.top
                else None,
                "of": finding.own,
                "classes": _levels(finding),
                "small_areas": [
                    {"area": p.code, "count": _number(p.count), "class": _class(p.level)}
                    for p in finding.places
                ],
            }  # fmt: skip
        case Communities():
            return {"kind": "communities", "unit": "index, the county is 100", "by": finding.by,
                    "groups": _groups(finding)}  # fmt: skip
        case Peers():
            return _peers(finding)
        case Context():
            return {
                "unit": "recorded crimes without fraud",
                "value": _number(finding.count),
                "before": _number(finding.count_before)
                if finding.count_before is not None
                else None,
                "after": _number(finding.count),
                "symbol": _symbol(finding.count),
            }
        case Gap():
            return {
                "verdict": finding.kind.value,
                "value": _number(finding.number),
                "unit": "rows, months, areas or year, as the words say",
                "of": _number(finding.of) if finding.of else None,
                "months": [str(month) for month in finding.months],
            }
        case Supply():
            return {
                "unit": "rows accepted",
                "value": _number(finding.accepted),
                "of": _number(finding.rows),
                "source": finding.title,
                "publisher": finding.publisher,
                "licence": finding.licence,
                "files": list(finding.files),
            }
        case Silence():
            return {"kind": "silence", "verdict": "no answer", "symbol": Symbol.NOT_AVAILABLE.value}
        case never:
            assert_never(never)


def _change(finding: Change[Shown]) -> Record:
    """A change: the two counts, the percentage with its interval, what was compared."""
    return _estimate(finding.percent) | {
        "unit": "per cent",
        "compared_with": str(finding.compared_with),
        "months": [str(month) for month in finding.months],
        "before": _number(finding.before),
        "after": _number(finding.after),
        "symbol": _symbol(finding.before),
        "verdict": finding.direction.value,
        "p": _number(finding.p),
        "q": _number(finding.q),
        "key": finding.key,
        "breaks": [known.id for known in finding.spoiled_by],
    }


def _months(finding: Months[Shown]) -> Record:
    """The months: the usual range, and the series with what is known of each."""
    usual = finding.usual
    return {
        "unit": "a month",
        "value": _number(usual.usual) if usual else None,
        "low": _number(usual.low) if usual else None,
        "high": _number(usual.high) if usual else None,
        "verdict": finding.trend.value,
        "exceptional": [str(month.month) for month in finding.exceptional],
        "series": [
            {
                "month": str(m.month),
                "count": _number(m.count) if m.count is not None else None,
                "state": m.kind.value,
            }
            for m in finding.series
        ],
    }


def _peers(finding: Peers[Shown]) -> Record:
    """A comparison: own rate, centre of the others, difference with interval, rank."""
    own = next(p for p in finding.peers if p.own)
    return _estimate(own.rate) | {
        "kind": "peers",
        "unit": "per 1,000 residents",
        "after": _number(own.count),
        "symbol": _symbol(own.count),
        "verdict": finding.standing.value,
        "group": finding.group.value,
        "centre": _number(finding.centre),
        "difference": _estimate(finding.difference),
        "rank": _number(finding.rank.value),
        "of": finding.of,
        "p": _number(finding.p),
        "q": _number(finding.q),
        "key": finding.key,
        "peers": [
            {"area": p.area.code, "name": p.area.name, "count": _number(p.count)}
            | _estimate(p.rate)
            for p in finding.peers
        ],
    }


def _place(finding: Places[Shown], place: Place[Shown], rank: int) -> Record:
    """One of the district's top five small areas."""
    common = _common(finding)
    return common | _estimate(place.rate) | _count(place.count) | {
        "id": f"{finding.about.id}.{place.code}",
        "kind": "place",
        "area": place.code,
        "area_name": place.name,
        "local_name": place.local_name,
        "unit": "per 1,000 residents",
        "verdict": _class(place.level),
        "rank": rank,
        "rank_in_county": _number(place.rank),
        "sentence": plain(place_sentence(finding, place, rank, issue(finding.about.issue))),
        "evidence": common["evidence"] | {"cells": f"small area {place.code}"},
    }  # fmt: skip


def _class(level: PlaceLevel) -> str:
    """The class of a small area, in words."""
    return level.name.lower().replace("_", " ")


def _levels(finding: Places[Shown]) -> Mapping[str, int]:
    """How many small areas of the district are in each class."""
    found: dict[str, int] = {}
    for place in finding.places:
        if place.district == finding.about.area.code:
            name = _class(place.level)
            found[name] = found.get(name, 0) + 1
    return dict(sorted(found.items()))


def _groups(finding: Communities[Shown]) -> list[Record]:
    """The index of each group."""
    return [
        {"group": g.name, "areas": g.areas, "count": _number(g.observed), "clear": g.clear}
        | (_estimate(g.index) if g.index else {"value": None, "low": None, "high": None})
        for g in finding.groups
    ]


def _count(count: Shown) -> Record:
    """A count, which stands in `after` of every kind that has one."""
    return {"after": _number(count), "symbol": _symbol(count)}


def _estimate(estimate: Estimate[Shown]) -> Record:
    return {
        "value": _number(estimate.value),
        "low": _number(estimate.low),
        "high": _number(estimate.high),
    }


def _number(shown: Shown) -> float | None:
    """A released number; null for one that is withheld or does not exist."""
    if isinstance(shown, Withheld) or not math.isfinite(shown.number):
        return None
    value = shown.number
    return int(value) if float(value).is_integer() else float(f"{value:.10g}")


def _symbol(shown: Shown) -> str | None:
    return shown.symbol.value if isinstance(shown, Withheld) else None
