"""Rates and indexes: every value stands there, and what has none says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from frankpledge.figures.index import draw_index
from frankpledge.figures.rates import draw_rates
from frankpledge.figures.specs import FigureSpec, IndexChart, RatesChart
from frankpledge.figures.svg import Width

WIDTHS = pytest.mark.parametrize("width", list(Width))
Read = Callable[[str], Any]


@pytest.fixture(params=["rates", "nasty rates"])
def rates(request: pytest.FixtureRequest, charts: dict[str, FigureSpec]) -> RatesChart:
    spec = charts[request.param]
    assert isinstance(spec, RatesChart)
    return spec


@pytest.fixture(params=["index", "nasty index"])
def index(request: pytest.FixtureRequest, charts: dict[str, FigureSpec]) -> IndexChart:
    spec = charts[request.param]
    assert isinstance(spec, IndexChart)
    return spec


@WIDTHS
def test_every_rate_has_its_dot_and_value(read: Read, rates: RatesChart, width: Width) -> None:
    picture = read(draw_rates(rates, width, "r", ""))
    known = [row for row in rates.rows if row.rate is not None]
    assert len(picture.looks("fp-peer")) + len(picture.looks("fp-own")) == len(known)
    at_the_end = [w.words for w in picture.words if abs(w.right - (width.value - 6)) < 1]
    assert at_the_end == [f"{row.rate:.1f}" for row in known]


@WIDTHS
def test_no_letter_of_a_name_is_lost(read: Read, rates: RatesChart, width: Width) -> None:
    said = read(draw_rates(rates, width, "r", "")).all_said().replace("-", "").replace(" ", "")
    for row in rates.rows:
        assert row.name.replace("\x00", "\ufffd").replace("-", "").replace(" ", "") in said


@WIDTHS
def test_the_own_row_is_tinted_bold_and_heavier(
    read: Read, rates: RatesChart, width: Width
) -> None:
    picture = read(draw_rates(rates, width, "r", ""))
    assert len(picture.looks("fp-tint")) == len(picture.looks("fp-own")) == 1
    assert len(picture.looks("fp-ivown")) == 1
    assert [w for w in picture.words if "fp-strong" in w.look]


@WIDTHS
def test_what_has_no_rate_says_why(read: Read, charts: dict[str, FigureSpec], width: Width) -> None:
    spec = charts["nasty rates"]
    assert isinstance(spec, RatesChart)
    picture = read(draw_rates(spec, width, "r", ""))
    assert {"not supplied", "withheld [c]"} <= set(picture.said())
    assert len(picture.looks("fp-hatch")) == 1


@WIDTHS
def test_an_interval_that_would_dwarf_the_rest_ends_in_an_arrow(
    read: Read, charts: dict[str, FigureSpec], width: Width
) -> None:
    spec = charts["nasty rates"]
    assert isinstance(spec, RatesChart)
    picture = read(draw_rates(spec, width, "r", ""))
    drawn = len(picture.looks("fp-iv")) + len(picture.looks("fp-ivown"))
    assert drawn == sum(row.low is not None for row in spec.rows) + 2
    assert max(float(e.get("cx")) for e in picture.looks("fp-peer")) > width.value / 3


@WIDTHS
def test_the_centre_is_named_with_its_value(read: Read, rates: RatesChart, width: Width) -> None:
    picture = read(draw_rates(rates, width, "r", ""))
    assert rates.centre_words in " ".join(picture.said())
    assert f"{rates.centre:.1f}" in picture.said()
    assert len(picture.looks("fp-usual")) == 1


@WIDTHS
def test_bars_are_pale_where_not_clear(read: Read, index: IndexChart, width: Width) -> None:
    picture = read(draw_index(index, width, "i", ""))
    shown = [row for row in index.rows if row.index is not None]
    assert len(picture.looks("fp-bar")) == sum(row.clear for row in shown)
    assert len(picture.looks("fp-pale")) == sum(not row.clear for row in shown)
    assert len(picture.looks("fp-cap")) == len(shown)
    ends = [w.words for w in picture.words if abs(w.right - picture.width) < 0.2]
    assert [f"{row.index:.0f}" for row in shown] == [w for w in ends if w.isdigit()]


@WIDTHS
def test_a_group_with_no_index_is_named_and_has_no_bar(
    read: Read, charts: dict[str, FigureSpec], width: Width
) -> None:
    spec = charts["index"]
    assert isinstance(spec, IndexChart)
    picture = read(draw_index(spec, width, "i", ""))
    assert picture.said().count("not shown") == 1
    assert "5 areas, too few" in picture.all_said()
    assert len(picture.looks("fp-bar")) + len(picture.looks("fp-pale")) == 2


def test_the_reference_line_stands_at_100(read: Read, charts: dict[str, FigureSpec]) -> None:
    spec = charts["index"]
    assert isinstance(spec, IndexChart)
    picture = read(draw_index(spec, Width.WIDE, "i", ""))
    [line] = picture.looks("fp-zero")
    [tick] = [w for w in picture.words if w.words == "100"]
    at = float(line.get("d").removeprefix("M").split()[0])
    assert abs(at - (tick.left + tick.right) / 2) < 0.2
