"""Every verdict and kind of finding in words, each sentence in full."""

import re

import pytest
from tests.release import every_kind as made

from frankpledge.bundle.record import records
from frankpledge.findings.kinds import (
    Direction,
    ExactFinding,
    GapKind,
    PeerGroup,
    PlaceLevel,
    Standing,
    TargetVerdict,
)
from frankpledge.narrative.change import change_note
from frankpledge.narrative.numbers import plain
from frankpledge.narrative.phrase import Number
from frankpledge.narrative.sentence import sentence
from frankpledge.vocabulary.issue import ISSUES, Polarity, issue

HIGH, VERY, ABOVE, NOT = (
    PlaceLevel.SIGNIFICANTLY_HIGH,
    PlaceLevel.VERY_HIGH,
    PlaceLevel.ABOVE_AVERAGE,
    PlaceLevel.NOT_ABOVE,
)
NEUTRAL = [i.id for i in ISSUES if i.polarity is Polarity.MORE_IS_NOT_WORSE]
VERDICT = re.compile(r"\b(rose|fell)\b", re.I)


def said(finding: ExactFinding) -> str:
    """The sentence of a finding that partners may see."""
    return plain(sentence(made.edition(finding).findings[0]))


def rise(**facts: object) -> ExactFinding:
    return made.change(100, 160, direction=Direction.ROSE, interval=(30, 97), **facts)  # type: ignore[arg-type]


GOLDEN: dict[str, tuple[ExactFinding, str]] = {
    "rose": (rise(), "Burglary rose from 100 to 160 (+60%; 95% interval +30% to +97%)."),
    "fell": (made.change(), "Burglary fell from 100 to 30 (−70%; 95% interval −80% to −55%)."),
    "fell, few": (made.change(12, 2), "Burglary fell from 12 to 2."),
    "more recorded": (
        rise(issue="violence-and-sexual-offences"),
        "More violence and sexual offences were recorded: 100 to 160 (+60%; 95% interval +30% to "
        "+97%).",
    ),
    "fewer recorded": (
        made.change(issue="drugs"),
        "Fewer drug offences were recorded: 100 to 30 (−70%; 95% interval −80% to −55%).",
    ),
    "no clear change": (
        made.change(9, 13, direction=Direction.NO_CLEAR_CHANGE, p=0.4),
        "No clear change in burglary (9 to 13).",
    ),
    "not compared": (
        made.change(189, 369, direction=Direction.NOT_COMPARED, spoiled=(made.COVID,)),
        "Burglary: 189 the year before and 369 now. Not compared, since Covid restrictions from "
        "March 2020 to July 2021 changed what could happen and be seen.",
    ),
    "level": (made.level(1_234), "1,234 crimes in 2022: 1,234.0 for every 1,000 residents."),
    "level, a part": (
        made.level(30, months=4),
        "30 crimes in the 4 months of 2022 that can be counted: 30.0 for every 1,000 residents.",
    ),
    "one month": (
        made.months(),
        "June 2022 was exceptional: 30 crimes, where up to 9 a month is usual.",
    ),
    "months either way": (
        made.months(4, high=(0, 1), low=(2,)),
        "January and February 2022 were exceptional: 4 and 4 crimes, where up to 9 a month is "
        "usual. March 2022 was exceptional: 4 crimes, where at least 2 a month is usual.",
    ),
    "no month": (made.months(high=()), "No month of 2022 was exceptional."),
    "share": (made.share(), "60% of all crimes and incidents, the largest of 2 issues."),
    "met": (made.target(30, 40), "Target met: at most 40 were aimed for and there were 30."),
    "missed": (
        made.target(50, 40, verdict=TargetVerdict.MISSED),
        "Target missed by 10: at most 40 were aimed for and there were 50.",
    ),
    "not graded": (
        made.target(verdict=TargetVerdict.NOT_GRADED),
        "Not graded: part of the period was not supplied, so 30 cannot be set against 40.",
    ),
    "one place": (
        made.places(),
        "One small area of Eastholme is very high for the county, in High Street.",
    ),
    "places together": (
        made.places((HIGH, HIGH, NOT)),
        "Two of Eastholme’s 3 small areas are significantly high for the county, all in High "
        "Street.",
    ),
    "places apart": (
        made.places((VERY, VERY, VERY, NOT), local=("Kirk", "Mill", "Kirk", "Mill")),
        "Three of Eastholme’s 4 small areas are very high for the county: two in Kirk and one in "
        "Mill.",
    ),
    "places of many kinds": (
        made.places((HIGH, VERY, ABOVE, ABOVE, NOT)),
        "Four of Eastholme’s 5 small areas stand out in the county: one significantly high, one "
        "very high and two above average.",
    ),
    "no place": (
        made.places((NOT, NOT)),
        "No small area of Eastholme is above the rest of the county beyond chance.",
    ),
    "no group": (
        made.communities((100, 105, 95)),
        "No group by income deprivation is clearly above the county’s average.",
    ),
    "a group": (
        made.communities((100, 150, 95)),
        "Clearly above the county’s average in the second fifth by deprivation: index 150, "
        "where the county is 100.",
    ),
    "higher": (
        made.peers(),
        "Higher than in the county’s other districts: 30.0 per 1,000 residents against 20.0.",
    ),
    "lower, neutral": (
        made.peers(10, Standing.LOWER, PeerGroup.STATISTICAL, "drugs"),
        "Fewer recorded than in its statistical neighbours: 10.0 per 1,000 residents against 20.0.",
    ),
    "no clear difference": (
        made.peers(21, Standing.NO_CLEAR_DIFFERENCE, PeerGroup.MOST_SIMILAR, rank=2),
        "Second highest of seven rates, and not clearly different from its most similar group: "
        "21.0 per 1,000 residents against 20.0.",
    ),
    "last": (
        made.peers(1, Standing.NO_CLEAR_DIFFERENCE, rank=7),
        "The lowest rate of seven, and not clearly different from the county’s other districts: "
        "1.0 per 1,000 residents against 20.0.",
    ),
    "national": (
        made.context(),
        "National statistics for 2022: 30 recorded crimes without fraud (60 the year before). They "
        "are counted in another way and for their own year, so they stand beside these counts and "
        "are not compared with them.",
    ),
    "gap": (made.gap(), "May 2022: not supplied. Nothing is compared."),
    "gap of rows": (
        made.gap(GapKind.ASIDE),
        "May 2022: not supplied: 1 of 12. Nothing is compared.",
    ),
    "supply": (made.supply(), "Street-level crime: 8 of 9 rows could be used."),
    "silence": (made.silence(), "No target set. None was set."),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_sentence_of_each_kind_and_verdict(name: str) -> None:
    finding, words = GOLDEN[name]
    assert said(finding) == words


@pytest.mark.parametrize("name", GOLDEN)
def test_the_record_holds_the_same_sentence(name: str) -> None:
    shown = made.edition(GOLDEN[name][0]).findings[0]
    assert next(records(shown))["sentence"] == GOLDEN[name][1]


@pytest.mark.parametrize("issue_id", [i.id for i in ISSUES])
@pytest.mark.parametrize("verdict", list(Direction))
def test_rose_and_fell_are_said_of_nothing_but_a_clear_change(
    issue_id: str, verdict: Direction
) -> None:
    clear = verdict in (Direction.ROSE, Direction.FELL)
    spoiled = (made.COVID,) if verdict is Direction.NOT_COMPARED else ()
    words = said(made.change(100, 160, issue_id, verdict, spoiled))
    assert bool(VERDICT.search(words)) is (clear and issue_id not in NEUTRAL)
    assert ("recorded:" in words) is (clear and issue_id in NEUTRAL)
    assert ("%" in words) is clear


def test_more_recorded_is_said_of_violence_drugs_and_weapons_alone() -> None:
    assert set(NEUTRAL) == {"violence-and-sexual-offences", "drugs", "possession-of-weapons"}


def test_a_percentage_is_given_from_twenty_upward_and_never_below() -> None:
    for before in range(31):
        words = said(made.change(before, 5 * before + 1, direction=Direction.ROSE))
        assert ("%" in words) is (before >= 20), words


@pytest.mark.parametrize("name", GOLDEN)
def test_every_number_in_a_sentence_carries_its_finding(name: str) -> None:
    shown = made.edition(GOLDEN[name][0]).findings[0]
    for part in sentence(shown):
        if isinstance(part, Number):
            assert part.finding == shown.about.id


MEASURED = (
    "rose",
    "fell",
    "no clear change",
    "level",
    "share",
    "met",
    "missed",
    "higher",
    "national",
)


@pytest.mark.parametrize("name", MEASURED)
def test_no_count_rate_or_percentage_is_typed(name: str) -> None:
    """What is left between the numbers holds no figure but years and the interval's 95%."""
    words = " ".join(
        p for p in sentence(made.edition(GOLDEN[name][0]).findings[0]) if isinstance(p, str)
    )
    left = re.sub(r"\b20\d\d\b|95%|1,000 residents|of \d+ issues", "", words)
    assert not re.search(r"\d", left), words


def test_why_a_large_gap_is_not_called_a_rise() -> None:
    def note(finding: ExactFinding) -> str | None:
        shown = made.edition(finding).findings[0]
        found = change_note(shown, issue("burglary"))  # type: ignore[arg-type]
        return None if found is None else plain(found)

    unclear = note(made.change(9, 13, direction=Direction.NO_CLEAR_CHANGE, p=0.4))
    assert unclear is not None
    assert unclear.startswith("Why not “rose”?")
    assert "(p = 0.40)" in unclear
    assert note(made.change(100, 104, direction=Direction.NO_CLEAR_CHANGE)) is None
    alone = note(made.change(key=False))
    assert alone is not None
    assert "not a key finding" in alone
    assert note(made.change(key=True)) is None
    spoiled = note(made.change(direction=Direction.NOT_COMPARED, spoiled=(made.COVID,)))
    assert spoiled is not None
    assert "no verdict is given" in spoiled


def test_a_change_of_some_months_names_them() -> None:
    words = said(made.change(months=made.MONTHS[:4]))
    assert "January to April" in words


def test_one_is_said_as_one() -> None:
    assert said(made.level(1)).startswith("1 crime in 2022")


def test_no_sentence_ends_in_two_stops() -> None:
    for finding in made.edition(*made.every_kind()).findings:
        assert not plain(sentence(finding)).endswith("..")


def test_a_full_rise_by_deprivation_is_said_of_the_places() -> None:
    words = said(made.communities((150, 100, 50)))
    assert "In the county, the more deprived the area, the more crimes" in words
