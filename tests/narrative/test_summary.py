"""The things to know: which findings lead, by the rule that the method states."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.release import every_kind as made

from frankpledge.findings.change import rank_changes
from frankpledge.findings.kinds import (
    Change,
    Direction,
    ExactFinding,
    GapKind,
    PlaceLevel,
    Question,
    Standing,
)
from frankpledge.findings.peers import rank_peers
from frankpledge.narrative.phrase import Number
from frankpledge.narrative.summary import Known, plain_headline, things_to_know
from frankpledge.vocabulary.issue import CRIMES
from frankpledge.vocabulary.quantity import Exact

ALL = "all-recorded-crime"


def known(*findings: ExactFinding) -> tuple[Known, ...]:
    return things_to_know(made.edition(*findings))


def quiet(issue: str) -> Change[Exact]:
    return made.change(100, 104, issue, Direction.NO_CLEAR_CHANGE, p=0.6, q=0.9)


def test_key_changes_lead_the_largest_first() -> None:
    found = known(
        quiet(ALL),
        made.change(issue="burglary", key=True),
        made.change(100, 220, "shoplifting", Direction.ROSE, key=True, interval=(90, 150)),
    )
    assert found[0].headline == "Shoplifting rose and burglary fell."
    assert found[0].findings == ("change.shoplifting", "change.burglary")
    assert "2022 against 2021" in plain_headline(found[0])


def test_what_police_look_for_is_said_to_be_recorded() -> None:
    found = known(made.change(100, 220, "drugs", Direction.ROSE, key=True))
    assert found[0].headline == "More drug offences were recorded."


def test_a_change_that_is_no_key_finding_never_makes_the_headline() -> None:
    found = known(quiet(ALL), made.change(issue="robbery", key=False))
    assert not re.search(r"robbery", found[0].headline)
    assert "Taken alone, robbery fell from 100 to 30" in plain_headline(found[0])
    assert "by chance" in plain_headline(found[0])


def test_a_break_over_everything_is_said_first_and_nothing_rose() -> None:
    spoiled = [
        made.change(189, 369, issue, Direction.NOT_COMPARED, (made.COVID,))
        for issue in (ALL, "burglary")
    ]
    found = known(*spoiled)
    assert found[0].headline.endswith("not alike (Covid restrictions).")
    words = plain_headline(found[0])
    assert "189 in " in words
    assert "369 in " in words
    assert not re.search(r"\b(rose|fell)\b", words)


def test_then_peers_months_places_and_gaps_and_never_more_than_five() -> None:
    places = replace(
        made.places((PlaceLevel.VERY_HIGH, PlaceLevel.NOT_ABOVE)),
        about=made.about("places", Question.PLACES, "all-crime-and-incidents"),
    )
    gap = made.gap(GapKind.UNDERCOUNT)
    found = known(
        gap, made.gap(), places, made.months(issue=ALL), made.months(),
        made.peers(issue=ALL, key=True), quiet(ALL),
    )  # fmt: skip
    assert [k.findings[0] for k in found] == [
        f"change.{ALL}", f"peers.{ALL}", f"months.{ALL}", "places.all-crime-and-incidents",
        gap.about.id,
    ]  # fmt: skip


def test_a_comparison_that_is_not_key_is_not_news() -> None:
    assert not known(made.peers(issue=ALL, key=False))


def test_the_same_is_true_only_of_what_goes_the_same_way() -> None:
    found = known(
        made.peers(30, Standing.HIGHER, issue=ALL, key=True),
        made.peers(5, Standing.LOWER, issue="burglary", key=True),
    )
    assert "The same is true of burglary" not in plain_headline(found[0])


def test_every_number_of_the_summary_carries_a_finding_that_it_names() -> None:
    for one in known(quiet(ALL), made.peers(issue=ALL, key=True), made.months(issue=ALL)):
        numbers = [part for part in one.text if isinstance(part, Number)]
        assert numbers
        assert {n.finding for n in numbers} <= set(one.findings)


P = st.floats(0, 1, allow_nan=False)


@given(st.lists(st.tuples(P, st.integers(20, 200), st.integers(0, 400)), min_size=1, max_size=13))
def test_a_key_change_is_clear_among_all_and_five_per_cent_in_size(
    drawn: list[tuple[float, int, int]],
) -> None:
    changes = []
    for crime, (p, before, after) in zip(CRIMES, drawn, strict=False):
        clear = Direction.ROSE if after > before else Direction.FELL
        verdict = clear if p < 0.05 else Direction.NO_CLEAR_CHANGE
        changes.append(made.change(before, after, crime.id, verdict, p=p))
    for ranked in rank_changes(changes):
        if ranked.key:
            assert ranked.q.number < 0.05
            assert ranked.p.number <= ranked.q.number
            assert abs(ranked.percent.value.number) >= 5
            assert ranked.direction in (Direction.ROSE, Direction.FELL)


def test_a_change_that_a_break_spoils_takes_no_part_in_the_ranking() -> None:
    spoiled = made.change(direction=Direction.NOT_COMPARED, spoiled=(made.COVID,), p=1e-9)
    (ranked,) = rank_changes([spoiled])
    assert not ranked.key
    assert ranked.q.number != ranked.q.number
    alone = made.change(issue="robbery", p=0.04)
    assert rank_changes([spoiled, alone])[1].key


def test_a_clear_change_of_less_than_five_per_cent_is_no_key_finding() -> None:
    small = made.change(10_000, 10_400, direction=Direction.ROSE, p=1e-6)
    assert not rank_changes([small])[0].key
    larger = made.change(10_000, 10_500, direction=Direction.ROSE, p=1e-6)
    assert rank_changes([larger])[0].key


def test_a_key_difference_is_clear_among_all_and_five_per_cent_in_size() -> None:
    near = replace(made.peers(20.5), p=Exact(1e-6))
    far = replace(made.peers(30, issue="robbery"), p=Exact(1e-6))
    chance = replace(made.peers(30, Standing.NO_CLEAR_DIFFERENCE, issue="drugs"), p=Exact(0.5))
    assert [p.key for p in rank_peers([near, far, chance])] == [False, True, False]
