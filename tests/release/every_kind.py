"""A finding of every kind, made by hand around one count, exact as before release."""

import math

from frankpledge.findings.kinds import (
    About,
    Change,
    Communities,
    Context,
    Direction,
    ExactFinding,
    Gap,
    GapKind,
    GroupIndex,
    IssueShare,
    Level,
    MonthCount,
    MonthKind,
    Months,
    Peer,
    PeerGroup,
    Peers,
    Place,
    PlaceLevel,
    Places,
    Question,
    Share,
    Silence,
    Standing,
    Supply,
    TargetResult,
    TargetVerdict,
    TrendVerdict,
    UsualRange,
    YearCount,
)
from frankpledge.plan.assessment import EditionPlan
from frankpledge.release import door
from frankpledge.release.door import Edition
from frankpledge.vocabulary import area
from frankpledge.vocabulary.breaks import KNOWN_BREAKS, Break
from frankpledge.vocabulary.estimate import Estimate
from frankpledge.vocabulary.evidence import Evidence, FindingId, SourceRows
from frankpledge.vocabulary.issue import IssueId
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.quantity import Exact

OWN = area.Area("E07000001", "Eastholme", area.Level.DISTRICT)
OTHER = area.Area("E07000002", "Westholme", area.Level.DISTRICT)
YEAR = Period(Month.of(2022, 1), Month.of(2022, 12))
BEFORE = Period(Month.of(2021, 1), Month.of(2021, 12))
MONTHS, EARLIER = tuple(YEAR), tuple(BEFORE)
COVID = next(known for known in KNOWN_BREAKS if known.id == "covid-restrictions")
BURGLARY = IssueId("burglary")
PARTNERS = EditionPlan("restricted", threshold=0, people_below_district=True)


def edition(*findings: ExactFinding, policy: EditionPlan = PARTNERS) -> Edition:
    """The findings as an edition's readers may see them; the partners' unless told."""
    return door._edition(policy, findings)


def x(number: float) -> Exact:
    return Exact(number)


def around(value: float) -> Estimate[Exact]:
    """An estimate with an interval a tenth either side."""
    return Estimate(x(value), x(0.9 * value), x(1.1 * value))


def about(kind: str, question: Question, issue: str = BURGLARY, rows: int = 30) -> About:
    source = SourceRows("police.zip", "a" * 64, "2022-01/2022-01-midshire-street.csv", rows)
    evidence = Evidence("rows of the files", "cells", "counted", (source,))
    return About(FindingId(f"{kind}.{issue}"), question, IssueId(issue), OWN, YEAR, evidence)


def level(count: float = 30, issue: str = BURGLARY, months: int = 12) -> Level[Exact]:
    monthly = tuple(x(count if i == 0 else 0) for i in range(months))
    what = about("level", Question.CHANGE, issue, int(count))
    return Level(what, x(count), x(1_000), 2021, around(count), MONTHS[:months], monthly)


def change(
    before: float = 100,
    after: float = 30,
    issue: str = BURGLARY,
    direction: Direction = Direction.FELL,
    spoiled: tuple[Break, ...] = (),
    key: bool = False,
    q: float = 0.02,
    months: tuple[Month, ...] = MONTHS,
    interval: tuple[float, float] = (-80, -55),
    p: float = 0.01,
) -> Change[Exact]:
    percent = 100 * (after / before - 1) if before else math.nan
    return Change(
        about("change", Question.CHANGE, issue, int(before + after)),
        Period(months[0] + -12, months[-1] + -12),
        months,
        tuple(month + -12 for month in months),
        tuple(month for month in MONTHS if month not in months),
        x(before),
        x(after),
        Estimate(x(percent), x(interval[0]), x(interval[1])),
        x(p),
        x(math.nan if spoiled else q),
        direction,
        key,
        spoiled,
    )


def months(
    count: float = 30,
    issue: str = BURGLARY,
    high: tuple[int, ...] = (5,),
    low: tuple[int, ...] = (),
) -> Months[Exact]:
    """Twelve months of which some are exceptional."""
    sides = [1 if i in high else -1 if i in low else 0 for i in range(12)]
    series = tuple(
        MonthCount(month, MonthKind.SUPPLIED, x(count), side)
        for month, side in zip(MONTHS, sides, strict=True)
    )
    usual = UsualRange(x(2), x(5), x(9), EARLIER)
    years = (YearCount(YEAR, 12, x(count)), YearCount(BEFORE, 0, None))
    what = about("months", Question.CHANGE, issue)
    return Months(what, series, usual, 24, (), years, TrendVerdict.NO_CLEAR_TREND)


def share(count: float = 30, issue: str = BURGLARY) -> Share[Exact]:
    """Half of everything, the largest of two."""
    shares = (
        IssueShare(IssueId(issue), x(count), x(60)),
        IssueShare(IssueId("robbery"), x(20), x(40)),
    )
    return Share(about("share", Question.SHARE, issue), shares, x(count), x(60), x(1), 2)


def target(
    actual: float = 30,
    limit: float = 40,
    issue: str = BURGLARY,
    verdict: TargetVerdict = TargetVerdict.MET,
) -> TargetResult[Exact]:
    what = about("target", Question.TARGETS, issue)
    return TargetResult(what, x(limit), x(50), x(actual), x(actual - limit), verdict)


def place(number: int, count: float, level: PlaceLevel, local: str = "High Street") -> Place[Exact]:
    code = f"E0100000{number}"
    name = f"Eastholme 00{number}A"
    return Place(code, name, local, OWN.code, x(count), around(count), level, x(number), None)


def places(
    levels: tuple[PlaceLevel, ...] = (PlaceLevel.VERY_HIGH, PlaceLevel.NOT_ABOVE),
    count: float = 30,
    issue: str = BURGLARY,
    local: tuple[str, ...] = (),
) -> Places[Exact]:
    names = local or ("High Street",) * len(levels)
    all_places = tuple(
        place(i, count, level, name)
        for i, (level, name) in enumerate(zip(levels, names, strict=True), 1)
    )
    what = about("places", Question.PLACES, issue)
    return Places(what, all_places, all_places[:5], x(1), len(all_places), 0, 2021, "not supplied")


def communities(
    values: tuple[float | None, ...] = (150, 100, 50), count: float = 30, issue: str = BURGLARY
) -> Communities[Exact]:
    names = ("Most deprived fifth", "Second", "Middle", "Fourth", "Least deprived fifth")
    groups = tuple(
        GroupIndex(
            name, 12, 3, None if value is None else around(value), x(count),
            value is not None and abs(value - 100) > 10,
        )
        for name, value in zip(names, values, strict=False)
    )  # fmt: skip
    what = about("deprivation", Question.COMMUNITIES, issue)
    return Communities(what, "income deprivation", groups, 0, 36)


def peers(
    own: float = 30,
    standing: Standing = Standing.HIGHER,
    group: PeerGroup = PeerGroup.COUNTY,
    issue: str = BURGLARY,
    rank: float = 1,
    of: int = 7,
    key: bool = False,
) -> Peers[Exact]:
    two = (Peer(OWN, x(own), around(own), True), Peer(OTHER, x(60), around(60), False))
    what = about("peers" if group is PeerGroup.COUNTY else "similar", Question.PEERS, issue)
    return Peers(
        what, group, two, x(20), around(own - 20), x(0.01), x(0.02), around(rank), of, standing,
        key, ("a", "b"), (),
    )  # fmt: skip


def context(count: float = 30) -> Context[Exact]:
    what = about("national", Question.PEERS, "all-recorded-crime")
    return Context(what, x(count), x(60))


def gap(kind: GapKind = GapKind.MONTHS) -> Gap[Exact]:
    what = about("gap", Question.DATA, "all-crime-and-incidents")
    words = ("May 2022: not supplied", "the police archives", "Nothing is compared.")
    return Gap(what, kind, *words, x(1), x(12), (Month.of(2022, 5),))


def supply() -> Supply[Exact]:
    what = about("supply", Question.DATA, "all-crime-and-incidents")
    return Supply(what, "Street-level crime", "police", "OGL", ("a.zip",), x(9), x(8))


def silence() -> Silence[Exact]:
    return Silence(about("target", Question.TARGETS, "robbery"), "No target set", "None was set.")


def every_kind(count: float = 30, issue: str = BURGLARY) -> tuple[ExactFinding, ...]:
    """One finding of every kind, with the same count behind each."""
    return (
        level(count, issue), change(100, count, issue), months(count, issue), share(count, issue),
        target(count, 40, issue), places(count=count, issue=issue),
        communities(count=count, issue=issue), peers(count, issue=issue), context(count), gap(),
        supply(), silence(),
    )  # fmt: skip
