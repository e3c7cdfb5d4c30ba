"""The one door: everything that comes through it is shown or withheld, and nothing is exact."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.release import every_kind as made

from frankpledge.bundle.make import findings_json
from frankpledge.bundle.record import records
from frankpledge.document.verdicts import change_verdict, chips, peers_verdict
from frankpledge.findings.kinds import (
    Change,
    Communities,
    Context,
    ExactFinding,
    Gap,
    Level,
    Months,
    Peers,
    Places,
    Silence,
    Supply,
    TargetResult,
)
from frankpledge.narrative.numbers import plain
from frankpledge.narrative.sentence import sentence
from frankpledge.plan.assessment import Assessment, EditionPlan
from frankpledge.release import door
from frankpledge.release.decision import Outcome
from frankpledge.release.door import Edition, release
from frankpledge.release.rules import behind, decide
from frankpledge.vocabulary.issue import Issue, IssueId, issue
from frankpledge.vocabulary.quantity import Exact, Released, Withheld

NOT_COUNTS = (Gap, Supply, Silence)
PUBLIC = EditionPlan("public", 5, False)
THREE = 3


def inside(value: Any) -> Iterator[Any]:
    """A value and all that lies in it, however deep."""
    yield value
    if isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from inside(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from inside(getattr(value, field.name))


@pytest.fixture
def about_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every issue counts people, as those of victims and offenders will."""

    def counts_people(identity: IssueId) -> Issue:
        return replace(issue(identity), counts_people=True)

    monkeypatch.setattr(door, "issue", counts_people)


def edition(plan: Assessment, name: str, *findings: ExactFinding) -> Edition:
    return next(e for e in release(plan, findings) if e.policy.name == name)


def test_every_kind_of_finding_is_tried_here() -> None:
    from frankpledge.findings import kinds

    every = {type(finding).__name__ for finding in made.every_kind()}
    named = re.findall(r"(\w+)\[", str(kinds.ExactFinding))
    assert every == set(named) - {"Union"}


@pytest.mark.parametrize("name", ["restricted", "public"])
def test_nothing_that_comes_through_is_exact(plan: Assessment, name: str) -> None:
    for people in (False, True):
        with pytest.MonkeyPatch.context() as patch:
            if people:
                patch.setattr(door, "issue", lambda i: replace(issue(i), counts_people=True))
            shown = edition(plan, name, *made.every_kind(THREE))
        assert len(shown.findings) == len(made.every_kind())
        for finding in shown.findings:
            assert not [v for v in inside(finding) if isinstance(v, Exact)], finding.about.id
            quantities = [v for v in inside(finding) if isinstance(v, Released | Withheld)]
            assert quantities or isinstance(finding, Silence)


def test_a_number_that_is_released_is_the_number_that_was_found(plan: Assessment) -> None:
    exact = made.every_kind(7)
    for before, after in zip(exact, edition(plan, "public", *exact).findings, strict=True):
        numbers = [v.number for v in inside(before) if isinstance(v, Exact)]
        shown = [v.number for v in inside(after) if isinstance(v, Released)]
        assert shown == numbers


def test_counts_of_crimes_are_released_to_everyone(plan: Assessment) -> None:
    for e in release(plan, made.every_kind(1)):
        assert {d.outcome for d in e.decisions} == {Outcome.RELEASED}


@pytest.mark.usefixtures("about_people")
def test_three_people_are_shown_to_partners_and_to_nobody_else(plan: Assessment) -> None:
    findings = made.every_kind(THREE)
    restricted = edition(plan, "restricted", *findings)
    assert {d.outcome for d in restricted.decisions} == {Outcome.RELEASED}
    assert restricted.get(Level, "level.burglary") is not None
    public = edition(plan, "public", *findings)
    for finding, decision in zip(public.findings, public.decisions, strict=True):
        kept = isinstance(finding, NOT_COUNTS)
        assert decision.outcome is (Outcome.RELEASED if kept else Outcome.WITHHELD)
        if not kept:
            assert not [v for v in inside(finding) if isinstance(v, Released)]
            assert finding.about.evidence.sources == ()


@pytest.mark.usefixtures("about_people")
def test_no_digit_of_a_withheld_count_is_in_a_sentence_or_a_record(plan: Assessment) -> None:
    """The records of a withheld finding are the same, whatever the counts behind it were."""

    def written(count: float) -> str:
        found = [f for f in made.every_kind(count) if not isinstance(f, NOT_COUNTS)]
        return findings_json(edition(plan, "public", *found)).decode()

    assert written(3) == written(2) == written(4)
    for record in json.loads(written(3))["findings"]:
        numbers = [k for k in ("value", "low", "high", "before", "after") if record[k] is not None]
        assert not numbers, (record["id"], numbers)
        assert record["symbol"] == "[c]", record["id"]
        assert record["verdict"] == "withheld", record["id"]
        assert record["key"] is False
        assert record["evidence"]["rows"] == 0
        assert record["evidence"]["sources"] == []


KINDS = [type(f).__name__ for f in made.every_kind() if not isinstance(f, NOT_COUNTS)]


@pytest.mark.usefixtures("about_people")
@pytest.mark.parametrize("kind", KINDS)
def test_a_withheld_finding_says_so_and_no_number(plan: Assessment, kind: str) -> None:
    public = edition(plan, "public", *made.every_kind(THREE))
    (finding,) = (f for f in public.findings if type(f).__name__ == kind)
    said = plain(sentence(finding))
    assert "withheld" in said
    assert not re.search(r"\d", re.sub(r"\b20\d\d\b", "", said)), said


@pytest.mark.usefixtures("about_people")
def test_what_is_withheld_is_in_an_order_that_tells_nothing(plan: Assessment) -> None:
    def order(own: float) -> tuple[Any, ...]:
        base = made.share(own)
        ranked = sorted(base.shares, key=lambda s: -s.count.number)
        peers = made.peers(own)
        rates = sorted(peers.peers, key=lambda p: -p.rate.value.number)
        public = edition(
            plan,
            "public",
            replace(base, shares=tuple(ranked)),
            replace(peers, peers=tuple(rates)),
            replace(made.communities((own * 30, 100, 50)), by="area type"),
        )
        return public.findings

    assert order(THREE) == order(4)
    shares, peers, _ = order(THREE)
    assert [s.issue for s in shares.shares] == ["burglary", "robbery"]
    assert [p.area.name for p in peers.peers] == ["Eastholme", "Westholme"]


@pytest.mark.usefixtures("about_people")
def test_chips_and_verdicts_of_what_is_withheld(plan: Assessment) -> None:
    public = edition(plan, "public", *made.every_kind(THREE))
    burglary = issue("burglary")
    get = public.get
    change, peers = get(Change, "change.burglary"), get(Peers, "peers.burglary")
    assert change_verdict(change, burglary).words == "Withheld"
    assert peers_verdict(peers, burglary).words == "Withheld"
    shown = chips(
        burglary, get(Level, "level.burglary"), change, get(Months, "months.burglary"),
        get(TargetResult, "target.burglary"), get(Places, "places.burglary"), peers,
    )  # fmt: skip
    for chip in shown:
        assert not re.search(r"\d", chip.words), chip
        if chip.label != "Months":
            assert chip.words in ("[c]", "Withheld"), chip


@pytest.mark.usefixtures("about_people")
def test_the_chip_of_withheld_months(plan: Assessment) -> None:
    months = edition(plan, "public", made.months(THREE)).get(Months, "months.burglary")
    shown = chips(issue("burglary"), None, None, months, None, None, None)
    assert next(chip.words for chip in shown if chip.label == "Months") == "Withheld"


@pytest.mark.usefixtures("about_people")
def test_places_and_communities_of_people_are_partners_only_at_any_count(plan: Assessment) -> None:
    public = edition(plan, "public", *made.every_kind(5_000))
    for kind in (Places, Communities):
        (finding,) = public.of(kind)
        assert not [v for v in inside(finding) if isinstance(v, Released)]
    (level,) = public.of(Level)
    assert level.count == Released(5_000)


@pytest.mark.usefixtures("about_people")
def test_no_place_is_named_where_places_are_withheld(plan: Assessment) -> None:
    public = edition(plan, "public", made.places(local=("Kirk Street", "Mill Lane")))
    text = findings_json(public).decode()
    assert "Kirk" not in text
    (record,) = records(public.findings[0])
    assert "very high" not in json.dumps(record)


@pytest.mark.usefixtures("about_people")
def test_the_log_has_one_decision_a_finding_and_no_number(plan: Assessment) -> None:
    findings = made.every_kind(THREE)
    for e in release(plan, findings):
        assert [d.finding for d in e.decisions] == [f.about.id for f in findings]
        assert {d.edition for d in e.decisions} == {e.policy.name}
        for decision in e.decisions:
            assert decision.rule
            allowed = {"1", str(e.policy.threshold - 1), str(e.policy.threshold)}
            assert set(re.findall(r"-?\d+", decision.rule)) <= allowed, decision


COUNTS = st.integers(0, 12)


@given(COUNTS, COUNTS, st.integers(0, 9))
def test_nothing_released_about_people_lies_below_the_threshold(
    before: int, after: int, threshold: int
) -> None:
    policy = EditionPlan("public", threshold, True)
    people = replace(issue("burglary"), counts_people=True)
    small = range(1, threshold)
    for finding in (
        *made.every_kind(after),
        made.change(before, after),
        made.target(after, before),
    ):
        decided = decide(finding, people, policy)
        if decided.outcome is Outcome.RELEASED and not isinstance(finding, NOT_COUNTS):
            for count in behind(finding):
                assert count.number not in small
            if isinstance(finding, Change):
                assert finding.before.number not in small
                assert finding.after.number not in small
                assert abs(finding.after.number - finding.before.number) not in small
            if isinstance(finding, Context):
                assert finding.count.number not in small


@given(st.lists(COUNTS, min_size=12, max_size=12))
def test_no_month_released_about_people_lies_below_the_threshold(counts: list[int]) -> None:
    people = replace(issue("burglary"), counts_people=True)
    base = made.level(sum(counts))
    finding = replace(base, monthly=tuple(Exact(n) for n in counts))
    released = decide(finding, people, PUBLIC).outcome is Outcome.RELEASED
    assert released is not any(0 < n < 5 for n in (*counts, sum(counts)))


def test_a_number_that_is_not_one_is_no_small_count() -> None:
    """A q that was never worked out is not a count of people, and stops nothing."""
    people = replace(issue("burglary"), counts_people=True)
    spoiled = made.change(100, 30, spoiled=(made.COVID,))
    assert math.isnan(spoiled.q.number)
    assert decide(spoiled, people, PUBLIC).outcome is Outcome.RELEASED
