"""What is found in small files: like months, undercounts, breaks, targets, places, peers."""

from typing import TypeVar

import pytest
from tests.builders.drawn import as_csv
from tests.builders.plans import workbook
from tests.findings.land import (
    ASB,
    BURGLARY,
    DISTRICTS,
    NAMES,
    OWN,
    PARTNERSHIPS,
    Land,
    lsoa,
    steady,
)

from frankpledge.findings.kinds import (
    Change,
    Communities,
    Context,
    Direction,
    ExactFinding,
    Gap,
    GapKind,
    Level,
    MonthKind,
    Months,
    PeerGroup,
    Peers,
    PlaceLevel,
    Places,
    Share,
    Silence,
    Standing,
    TargetResult,
    TargetVerdict,
    TrendVerdict,
)
from frankpledge.vocabulary.issue import ISSUES
from frankpledge.vocabulary.period import Month

F = TypeVar("F")


def get(land: Land, kind: type[F], name: str) -> F:
    """A finding that must be there and of a kind."""
    found: ExactFinding = land.findings[name]
    assert isinstance(found, kind), found
    return found


def busier(district: str, n: int, month: Month, category: str) -> int:
    """Burglary more than doubled in the own district, and in its first area above all."""
    if district != OWN or category != BURGLARY or month.year == 2024:
        return steady(district, n, month, category)
    return 20 if n == 0 else 8


def undercount(district: str, n: int, month: Month, category: str) -> int:
    """Twice as many as elsewhere, but May 2024 was hardly recorded in the own district."""
    lost = district == OWN and month == Month.of(2024, 5)
    usual = 2 * steady(district, n, month, category)
    return int(n == 0 and category == BURGLARY) if lost else usual


@pytest.fixture(scope="module")
def plain() -> Land:
    targets = "[targets.burglary]\nat_most = 1000\n[targets.anti-social-behaviour]\nat_most = 1\n"
    return Land(extra=targets)


@pytest.fixture(scope="module")
def busy() -> Land:
    group = [{"partnership_code": PARTNERSHIPS[name], "dated": "2022-06"} for name in NAMES[2:8]]
    sheet: list[list[object]] = [
        ["Table C2: Recorded crime, year ending March 2022"],
        [
            "Community Safety Partnership code",
            "Community Safety Partnership name",
            "Total recorded crime (excluding fraud)",
        ],
        [PARTNERSHIPS[OWN], OWN, 4_512],
    ]
    files = {"msg.csv": as_csv(group), "csp.xlsx": workbook({"Table C2": sheet, "Table C5": sheet})}
    sources = {"most_similar_group": '["msg.csv"]', "recorded_crime": '["csp.xlsx"]'}
    return Land(busier, files=files, sources=sources)


def test_every_issue_has_a_finding_or_a_silence_for_every_question(plain: Land) -> None:
    for issue in ISSUES:
        for kind in ("level", "months", "places", "target", "deprivation", "types", "peers"):
            assert f"{kind}.{issue.id}" in plain.findings
        assert f"change.{issue.id}" in plain.findings


def test_counts_and_rates_are_those_of_the_files(plain: Land) -> None:
    level = get(plain, Level, "level.burglary")
    months = [Month.of(2025, m) for m in range(1, 13)]
    wanted = [sum(steady(OWN, n, m, BURGLARY) for n in range(3)) for m in months]
    assert [count.number for count in level.monthly] == wanted
    assert level.count.number == sum(wanted)
    assert level.residents.number == 1_500
    assert level.rate.value.number == pytest.approx(1_000 * sum(wanted) / 1_500)
    assert level.about.evidence.rows == sum(wanted)
    change = get(plain, Change, "change.burglary")
    assert change.about.evidence.rows == change.before.number + change.after.number
    everything = get(plain, Level, "level.all-recorded-crime")
    assert everything.count.number == sum(wanted)  # anti-social behaviour is no crime


def test_nothing_changed_and_nothing_is_said_to_have(plain: Land) -> None:
    for issue in ("burglary", "anti-social-behaviour", "all-recorded-crime"):
        change = get(plain, Change, f"change.{issue}")
        assert change.direction is Direction.NO_CLEAR_CHANGE
        assert not change.key


def test_what_more_than_doubled_rose(busy: Land) -> None:
    change = get(busy, Change, "change.burglary")
    assert change.direction is Direction.ROSE
    assert change.key
    assert change.percent.low.number > 0
    asb = get(busy, Change, "change.anti-social-behaviour")
    assert asb.direction is Direction.NO_CLEAR_CHANGE


def test_like_months_alone_are_compared() -> None:
    """Of 2024 only January to April was supplied."""
    land = Land(busier, supplied=lambda m: m.year == 2025 or m.in_year <= 4)
    change = get(land, Change, "change.burglary")
    assert [str(m) for m in change.months] == [f"2025-0{m}" for m in range(1, 5)]
    assert [str(m) for m in change.earlier_months] == [f"2024-0{m}" for m in range(1, 5)]
    assert len(change.left_out) == 8
    assert change.after.number == 4 * (20 + 8 + 8)
    assert get(land, Level, "level.burglary").count.number == 12 * (20 + 8 + 8)
    gap = get(land, Gap, "gap.months-not-supplied")
    assert [str(m) for m in gap.months] == [f"2024-{m:02d}" for m in range(5, 13)]
    assert "like for like" in gap.effect


def test_an_undercount_is_left_out_of_both_years() -> None:
    land = Land(undercount)
    change = get(land, Change, "change.burglary")
    assert Month.of(2024, 5) not in change.earlier_months
    assert Month.of(2025, 5) not in change.months
    assert change.left_out == (Month.of(2025, 5),)
    assert len(change.months) == 11
    gap = get(land, Gap, "gap.undercount-2024-05")
    assert (gap.kind, gap.number.number) == (GapKind.UNDERCOUNT, 1)
    series = {m.month: m for m in get(land, Months, "months.burglary").series}
    assert series[Month.of(2024, 5)].kind is MonthKind.UNDERCOUNT
    assert series[Month.of(2024, 5)].side == 0


BREAK = """
[[breaks]]
id = "new-form"
first = "{first}"
last = "{last}"
short = "New form"
reason = "the form changed"
lasting = {lasting}
issues = ["burglary"]
"""


@pytest.mark.parametrize(
    ("first", "last", "lasting", "spoils"),
    [
        ("2024-06", "2024-06", "true", True),
        ("2025-12", "2025-12", "true", True),
        ("2025-03", "2025-04", "false", True),
        ("2023-06", "2024-01", "true", False),
        ("2023-11", "2023-12", "false", False),
        ("2026-01", "2026-01", "true", False),
    ],
)
def test_a_break_forbids_the_comparison_it_spoils_and_no_other(
    first: str, last: str, lasting: str, spoils: bool
) -> None:
    land = Land(busier, extra=BREAK.format(first=first, last=last, lasting=lasting))
    change = get(land, Change, "change.burglary")
    assert (change.direction is Direction.NOT_COMPARED) is spoils
    assert [b.id for b in change.spoiled_by] == (["new-form"] if spoils else [])
    if spoils:
        assert not change.key
    asb = get(land, Change, "change.anti-social-behaviour")
    assert asb.direction is Direction.NO_CLEAR_CHANGE


def test_a_stretch_that_covers_only_months_left_out_spoils_nothing() -> None:
    extra = BREAK.format(first="2024-01", last="2024-02", lasting="false")
    land = Land(busier, extra=extra, supplied=lambda m: m > Month.of(2024, 2))
    change = get(land, Change, "change.burglary")
    assert [str(m) for m in change.left_out] == ["2025-01", "2025-02"]
    assert change.direction is Direction.ROSE


@pytest.fixture(scope="module")
def restricted() -> Land:
    """The year 2022 against 2021, which was restricted up to July."""

    def counts(district: str, n: int, month: Month, category: str) -> int:
        return busier(district, n, month + 36, category)

    years = {
        "span": "2021-01/2022-12",
        "period": "2022-01/2022-12",
        "compared_with": "2021-01/2021-12",
    }
    return Land(counts, **years)  # type: ignore[arg-type]


def test_known_restrictions_spoil_the_years_that_hold_them(restricted: Land) -> None:
    for issue in ISSUES:
        change = get(restricted, Change, f"change.{issue.id}")
        assert [b.id for b in change.spoiled_by] == ["covid-restrictions"]
        assert change.direction is Direction.NOT_COMPARED
        assert not change.key


def test_targets_are_met_missed_or_absent(plain: Land) -> None:
    met = get(plain, TargetResult, "target.burglary")
    assert met.verdict is TargetVerdict.MET
    assert met.missed_by.number == met.actual.number - 1_000
    missed = get(plain, TargetResult, "target.anti-social-behaviour")
    assert missed.verdict is TargetVerdict.MISSED
    none = get(plain, Silence, "target.robbery")
    assert none.title == "No target set"
    assert "robbery" in none.reason


def test_a_target_of_a_part_of_a_year_is_not_graded() -> None:
    land = Land(
        supplied=lambda m: m < Month.of(2025, 11), extra="[targets.burglary]\nat_most = 1000\n"
    )
    assert get(land, TargetResult, "target.burglary").verdict is TargetVerdict.NOT_GRADED


def test_the_place_that_stands_out_is_the_one_that_does(busy: Land) -> None:
    places = get(busy, Places, "places.burglary")
    assert places.top[0].code == lsoa(OWN, 0)
    assert places.top[0].count.number == 240
    assert places.top[0].rank.number == 1
    assert places.top[0].level is PlaceLevel.SIGNIFICANTLY_HIGH
    assert places.own == 3
    assert len(places.places) == 18
    others = [p for p in places.places if p.district != DISTRICTS[OWN]]
    assert {p.level for p in others} <= {PlaceLevel.NOT_ABOVE, PlaceLevel.TOO_FEW}
    assert [p.code for p in places.top] == sorted(
        (p.code for p in places.top), key=lambda c: -next(
            p.count.number for p in places.places if p.code == c)
    )  # fmt: skip


def test_last_year_s_ranks_are_given_but_not_across_restrictions(
    busy: Land, restricted: Land
) -> None:
    now = get(busy, Places, "places.burglary")
    assert all(p.rank_before is not None for p in now.places)
    assert now.rank_before_reason == ""
    places = get(restricted, Places, "places.burglary")
    assert all(p.rank_before is None for p in places.places)
    assert places.rank_before_reason == "not compared (Covid restrictions)"


def test_a_share_is_of_all_crimes_and_incidents(plain: Land) -> None:
    shares = [get(plain, Share, f"share.{i}") for i in ("burglary", "anti-social-behaviour")]
    assert sum(s.share.number for s in shares) == pytest.approx(100)
    by_rank = sorted(shares, key=lambda s: s.rank.number)
    assert by_rank[0].count.number >= by_rank[1].count.number


def test_questions_that_cannot_be_answered_say_why(plain: Land) -> None:
    for kind in ("deprivation", "types"):
        assert "was supplied" in get(plain, Silence, f"{kind}.burglary").reason
    similar = get(plain, Silence, "similar.burglary")
    assert similar.title == "Most similar group: not supplied"
    assert "29 partnerships" in similar.reason
    assert get(plain, Months, "months.burglary").trend is TrendVerdict.CANNOT_BE_CALCULATED
    assert get(plain, Months, "months.burglary").usual is None
    supplied = {f.about.id for f in plain.findings.values() if isinstance(f, Gap)}
    assert "gap.source-most-similar-group" in supplied
    assert "gap.source-boundaries" in supplied
    assert not [f for f in plain.findings.values() if isinstance(f, Communities)]


def test_a_year_with_no_like_month_is_not_compared() -> None:
    land = Land(supplied=lambda m: m.year == 2025)
    silence = get(land, Silence, "change.burglary")
    assert silence.title == "Not compared"
    assert "in both years" in silence.reason


def test_the_county_is_compared_with_the_own_district_left_out(busy: Land) -> None:
    peers = get(busy, Peers, "peers.burglary")
    assert peers.group is PeerGroup.COUNTY
    assert peers.standing is Standing.HIGHER
    assert peers.of == 6
    own = next(p for p in peers.peers if p.own)
    assert own is peers.peers[0]
    rates = [p.rate.value.number for p in peers.peers]
    assert rates == sorted(rates, reverse=True)
    assert peers.centre.number < min(own.rate.value.number, 120)


def test_a_most_similar_group_is_used_where_it_is_supplied(busy: Land) -> None:
    for issue in ("burglary", "all-recorded-crime"):
        similar = get(busy, Peers, f"similar.{issue}")
        assert similar.group is PeerGroup.MOST_SIMILAR
        assert {p.area.name for p in similar.peers} == {OWN, *NAMES[2:8]}
    assert "gap.source-most-similar-group" not in busy.findings


def test_too_few_others_are_no_comparison() -> None:
    land = Land(county=NAMES[:3])
    silence = get(land, Silence, "peers.burglary")
    assert "at least four are needed" in silence.reason


def test_national_statistics_are_context_and_never_compared(busy: Land) -> None:
    context = get(busy, Context, "national.all-recorded-crime")
    assert context.count.number == 4_512
    assert context.about.period.name == "year ending March 2022"
    assert context.about.period != busy.material.plan.period
    assert [f for f in busy.findings.values() if isinstance(f, Context)] == [context]
    own = get(busy, Level, "level.all-recorded-crime")
    assert own.count.number != context.count.number


def test_a_plan_without_national_statistics_has_no_context(plain: Land) -> None:
    assert not [f for f in plain.findings.values() if isinstance(f, Context)]
    assert "gap.source-recorded-crime" in plain.findings


def test_anti_social_behaviour_is_no_crime(plain: Land) -> None:
    crime = get(plain, Level, "level.all-recorded-crime").count.number
    asb = get(plain, Level, "level.anti-social-behaviour").count.number
    burglary = get(plain, Level, "level.burglary").count.number
    assert crime == burglary
    assert asb > 0
    assert ASB not in get(plain, Level, "level.all-recorded-crime").about.evidence.measure
