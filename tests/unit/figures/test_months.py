"""Months: gaps stay gaps, and nothing that is marked goes unmarked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.figures.months import draw_months
from frankpledge.figures.specs import (
    Band,
    FigureSpec,
    MonthPoint,
    MonthsChart,
    MonthState,
)
from frankpledge.figures.svg import Width
from frankpledge.vocabulary.period import Month, Period

WIDTHS = pytest.mark.parametrize("width", list(Width))
Read = Callable[[str], Any]
FIRST = Month.parse("2020-01")


def chart_of(states: list[tuple[MonthState, float | None]]) -> MonthsChart:
    points = tuple(MonthPoint(FIRST + i, value, state) for i, (state, value) in enumerate(states))
    return MonthsChart("Crimes", points, None, (), (), (), "")


def supplied(*values: float | None) -> MonthsChart:
    return chart_of(
        [(MonthState.SUPPLIED if v is not None else MonthState.NOT_SUPPLIED, v) for v in values]
    )


def moves(picture: Any) -> int:
    return sum(e.get("d").count("M") for e in picture.looks("fp-line"))


def steps(picture: Any) -> int:
    return sum(e.get("d").count("L") for e in picture.looks("fp-line"))


@WIDTHS
def test_a_gap_breaks_the_line(read: Read, width: Width) -> None:
    picture = read(draw_months(supplied(3, 4, None, 5, 6, None, None, 7, 8), width, "m", ""))
    assert (moves(picture), steps(picture)) == (3, 3)
    assert len(picture.looks("fp-hatch")) == 2


@WIDTHS
def test_a_month_alone_between_gaps_is_a_dot(read: Read, width: Width) -> None:
    picture = read(draw_months(supplied(3, 4, None, 5, None, 7, 8), width, "m", ""))
    assert moves(picture) == 2
    assert len(picture.looks("fp-point")) == 1


def test_a_month_with_no_point_is_not_supplied(read: Read) -> None:
    whole = supplied(3, 4, 5, 6)
    holed = replace(whole, points=(*whole.points[:1], *whole.points[2:]))
    picture = read(draw_months(holed, Width.WIDE, "m", ""))
    assert "1 month" in picture.all_said()
    assert len(picture.looks("fp-hatch")) == 1


@WIDTHS
def test_undercount_is_outside_the_line(read: Read, width: Width) -> None:
    spec = chart_of(
        [
            (MonthState.SUPPLIED, 5.0), (MonthState.SUPPLIED, 6.0), (MonthState.UNDERCOUNT, 2.0),
            (MonthState.UNDERCOUNT, 2.0), (MonthState.SUPPLIED, 6.0), (MonthState.SUPPLIED, 7.0),
        ]
    )  # fmt: skip
    picture = read(draw_months(spec, width, "m", ""))
    assert (moves(picture), steps(picture)) == (2, 2)
    assert len(picture.looks("fp-square")) == 2
    assert picture.said().count("undercount") == 1


@WIDTHS
def test_a_withheld_value_is_never_drawn(read: Read, width: Width) -> None:
    def drawn(value: float | None) -> str:
        around = (MonthState.SUPPLIED, 5.0), (MonthState.SUPPLIED, 6.0)
        states = [around[0], (MonthState.WITHHELD, value), around[1]]
        return draw_months(chart_of(states), width, "m", "")

    assert drawn(987.0) == drawn(None)
    assert "[c]" in read(drawn(987.0)).said()


def test_a_supplied_month_without_a_value_is_marked_withheld(read: Read) -> None:
    spec = chart_of([(MonthState.SUPPLIED, 5.0), (MonthState.SUPPLIED, None)])
    assert "[c]" in read(draw_months(spec, Width.WIDE, "m", "")).said()


@WIDTHS
def test_every_gap_is_worded(read: Read, charts: dict[str, FigureSpec], width: Width) -> None:
    spec = charts["months"]
    assert isinstance(spec, MonthsChart)
    said = re.sub(r"\s+", " ", read(draw_months(spec, width, "m", "")).all_said())
    assert "Not supplied, 14 months" in said
    assert "8 months" in said


@WIDTHS
def test_many_narrow_gaps_are_worded_together(
    read: Read, charts: dict[str, FigureSpec], width: Width
) -> None:
    spec = charts["nasty months"]
    assert isinstance(spec, MonthsChart)
    said = read(draw_months(spec, width, "m", "")).all_said()
    assert "Hatched: not supplied, 7 months in 5 gaps" in said


@pytest.mark.parametrize(("width", "name"), [(Width.WIDE, "March"), (Width.NARROW, "Mar")])
def test_exceptional_months_have_diamonds_and_labels(
    read: Read, charts: dict[str, FigureSpec], width: Width, name: str
) -> None:
    spec = charts["nasty months"]
    assert isinstance(spec, MonthsChart)
    picture = read(draw_months(spec, width, "m", ""))
    marked = [p for p in spec.points if p.exceptional]
    assert len(picture.looks("fp-event")) == len(marked) == 6
    said = [w.words for w in picture.words if "fp-strong" in w.look]
    assert len(said) == 6
    assert f"{name} 960" in said
    assert any("1,010" in words for words in said)


@WIDTHS
def test_the_usual_range_has_its_three_values(
    read: Read, charts: dict[str, FigureSpec], width: Width
) -> None:
    spec = charts["months"]
    assert isinstance(spec, MonthsChart)
    picture = read(draw_months(spec, width, "m", ""))
    assert {"75", "37.6", "13"} <= set(picture.said())
    assert len(picture.looks("fp-limit")) == 2
    assert len(picture.looks("fp-usual")) == 1


def test_compared_months_have_brackets_and_words(read: Read, charts: dict[str, FigureSpec]) -> None:
    spec = charts["months"]
    assert isinstance(spec, MonthsChart)
    picture = read(draw_months(spec, Width.WIDE, "m", ""))
    assert len(picture.looks("fp-bracket")) == 2
    assert "compared: January to April" in picture.said()


def test_flags_stand_at_their_month(read: Read, charts: dict[str, FigureSpec]) -> None:
    spec = charts["nasty months"]
    assert isinstance(spec, MonthsChart)
    picture = read(draw_months(spec, Width.WIDE, "m", ""))
    assert len(picture.looks("fp-flag")) == 3
    assert "New crime system" in picture.said()


def test_a_month_that_never_was_zero_starts_the_axis_at_zero(read: Read) -> None:
    picture = read(draw_months(supplied(900, 910, 920), Width.WIDE, "m", ""))
    assert "0" in picture.said()


@WIDTHS
@pytest.mark.parametrize("count", [7, 24, 60])
def test_a_great_crowd_of_exceptional_months_is_summed_up(
    read: Read, width: Width, count: int
) -> None:
    made = tuple(
        MonthPoint(FIRST + i, 50.0 + i * 7 % 90, MonthState.SUPPLIED, i >= 66 - count)
        for i in range(66)
    )
    spec = MonthsChart("Crimes", made, Band(FIRST, 10, 20, 30), (), (), (), "")
    picture = read(draw_months(spec, width, "m", ""))
    assert len(picture.looks("fp-event")) == count
    labels = [w for w in picture.words if "fp-strong" in w.look]
    assert labels[0].words == f"{count} exceptional months,"
    for words in labels:
        assert words.left >= 0
        assert words.right <= picture.width
        assert words.top >= 0
        assert words.bottom <= picture.height


values = st.one_of(st.none(), st.integers(0, 5000), st.floats(0, 50, allow_nan=False))
points = st.builds(
    lambda state, value, exceptional: (state, value, exceptional),
    st.sampled_from(MonthState), values, st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(points, min_size=1, max_size=80), st.sampled_from(Width), st.integers(0, 200))
def test_any_series_is_drawn_whole(
    read: Read, found: list[tuple[MonthState, float | None, bool]], width: Width, low: int
) -> None:
    made = tuple(MonthPoint(FIRST + i, v, s, x) for i, (s, v, x) in enumerate(found))
    band = Band(FIRST + len(found) // 2, low, low + 3, low + 5)
    span = Period(FIRST, FIRST + 3)
    spec = MonthsChart("Crimes a month", made, band, (), (), (span,), "compared: these")
    picture = read(draw_months(spec, width, "m", ""))
    there = [p for p in made if p.state is MonthState.SUPPLIED and p.value is not None]
    pairs = sum(a.month + 1 == b.month for a, b in itertools.pairwise(there))
    assert steps(picture) == pairs
    assert moves(picture) + len(picture.looks("fp-point")) == len(there) - pairs
    for words in picture.words:
        assert words.left >= -0.6, words
        assert words.right <= picture.width + 0.6, words
        assert words.top >= -0.6, words
        assert words.bottom <= picture.height + 0.6, words
