"""Pictures in cells: bars from nought, and whiskers on one axis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from frankpledge.figures.small import (
    draw_sparkline,
    draw_whisker,
    draw_whisker_header,
    whisker_axis,
)
from frankpledge.figures.specs import Sparkline, Whisker

Read = Callable[[str], Any]
PLAIN = Whisker(1.3, 1.1, 1.6, True)
NONE = Whisker(None, None, None, False)
WILD = Whisker(0.0, 0.0, 40.0, False)


def test_bars_start_at_nought_and_are_in_proportion(read: Read) -> None:
    picture = read(draw_sparkline(Sparkline((2, 4, 0, 1))))
    bars = picture.looks("fp-spark")
    heights = [float(bar.get("height")) for bar in bars]
    assert heights == pytest.approx([11.5, 23, 5.75], abs=0.06)
    assert {float(b.get("y")) + float(b.get("height")) for b in bars} == {25.0}


def test_a_missing_month_is_neither_nought_nor_blank(read: Read) -> None:
    nought = read(draw_sparkline(Sparkline((2, 0, 1))))
    missing = read(draw_sparkline(Sparkline((2, None, 1))))
    assert not nought.looks("fp-hatch")
    assert len(missing.looks("fp-hatch")) == 1
    assert len(missing.looks("fp-spark")) == 2


def test_all_whiskers_share_one_axis(read: Read) -> None:
    axis = whisker_axis((PLAIN, Whisker(0.7, 0.4, 1.2, False), NONE))
    header = read(draw_whisker_header(axis))
    zero = next(w for w in header.words if w.words == "0")
    [line] = read(draw_whisker(PLAIN, axis)).looks("fp-zero")
    at = float(line.get("d").removeprefix("M").split()[0])
    assert abs(at - (zero.left + zero.right) / 2) < 0.2
    assert axis(2.0) - axis(1.0) == pytest.approx(axis(1.0) - axis(0.5))


def test_filled_only_when_significant(read: Read) -> None:
    axis = whisker_axis((PLAIN,))
    assert read(draw_whisker(PLAIN, axis)).looks("fp-full")
    assert read(draw_whisker(Whisker(1.3, 0.9, 1.6, False), axis)).looks("fp-open")


def test_no_ratio_is_words_not_a_whisker(read: Read) -> None:
    picture = read(draw_whisker(NONE, whisker_axis((NONE,))))
    assert picture.said() == ["too few for a percentage"]
    assert picture.root.get("aria-label") == "too few for a percentage"
    assert not picture.looks("fp-iv")


@pytest.mark.parametrize("found", [(), (NONE,), (PLAIN,), (WILD,), (PLAIN, WILD, NONE)])
def test_nothing_leaves_the_cell(read: Read, found: tuple[Whisker, ...]) -> None:
    axis = whisker_axis(found)
    for source in (draw_whisker_header(axis), *(draw_whisker(w, axis) for w in found)):
        picture = read(source)
        for words in picture.words:
            assert words.left >= 0, words
            assert words.right <= picture.width, words
        for dot in (*picture.looks("fp-open"), *picture.looks("fp-full")):
            assert 5 <= float(dot.get("cx")) <= picture.width - 5
