"""The kinds of finding. Every number in one is a `Q`: exact before release, shown after it.

A finding's verdict, words and names hold no number. What a reader may know of them is decided at
the release door together with the numbers.
"""

from __future__ import annotations

from typing import TypeAlias

from frankpledge.findings.about import (
    About,
    Question,
)
from frankpledge.findings.among_others import (
    HIGH_LEVELS,
    Communities,
    Context,
    GroupIndex,
    IssueShare,
    Peer,
    PeerGroup,
    Peers,
    Place,
    PlaceLevel,
    Places,
    Share,
    Standing,
    TargetResult,
    TargetVerdict,
)
from frankpledge.findings.of_data import (
    Gap,
    GapKind,
    Silence,
    Supply,
)
from frankpledge.findings.over_time import (
    Change,
    Direction,
    Level,
    MonthCount,
    MonthKind,
    Months,
    TrendVerdict,
    UsualRange,
    YearCount,
)
from frankpledge.vocabulary.quantity import Exact, Shown

__all__ = [
    "HIGH_LEVELS",
    "About",
    "Change",
    "Communities",
    "Context",
    "Direction",
    "ExactFinding",
    "Gap",
    "GapKind",
    "GroupIndex",
    "IssueShare",
    "Level",
    "MonthCount",
    "MonthKind",
    "Months",
    "Peer",
    "PeerGroup",
    "Peers",
    "Place",
    "PlaceLevel",
    "Places",
    "Question",
    "Share",
    "ShownFinding",
    "Silence",
    "Standing",
    "Supply",
    "TargetResult",
    "TargetVerdict",
    "TrendVerdict",
    "UsualRange",
    "YearCount",
]

ExactFinding: TypeAlias = (
    Level[Exact]
    | Change[Exact]
    | Months[Exact]
    | Share[Exact]
    | TargetResult[Exact]
    | Places[Exact]
    | Communities[Exact]
    | Peers[Exact]
    | Context[Exact]
    | Gap[Exact]
    | Supply[Exact]
    | Silence[Exact]
)
ShownFinding: TypeAlias = (
    Level[Shown]
    | Change[Shown]
    | Months[Shown]
    | Share[Shown]
    | TargetResult[Shown]
    | Places[Shown]
    | Communities[Shown]
    | Peers[Shown]
    | Context[Shown]
    | Gap[Shown]
    | Supply[Shown]
    | Silence[Shown]
)
