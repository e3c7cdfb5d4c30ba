"""Widths of words, lines of words, and the writer of elements."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.figures.boxes import Box
from frankpledge.figures.lanes import Note, arrange
from frankpledge.figures.metrics import BOLD, REGULAR
from frankpledge.figures.scales import scale
from frankpledge.figures.svg import coordinate, element, hatch, text
from frankpledge.figures.text import balance, figure, measure, widest, wrap


@pytest.mark.parametrize(("widths", "name"), [(REGULAR, "Regular"), (BOLD, "Bold")])
def test_the_table_of_widths_is_that_of_the_fonts(widths: dict[str, int], name: str) -> None:
    fonts = pytest.importorskip("font_source_sans_pro")
    ttlib = pytest.importorskip("fontTools.ttLib")
    found = Path(fonts.__file__).parent / "files" / f"SourceSansPro-{name}.ttf"
    with ttlib.TTFont(found) as font:
        assert font["head"].unitsPerEm == 1000
        names, advances = font.getBestCmap(), font["hmtx"]
        assert widths == {c: advances[names[ord(c)]][0] for c in widths}


def test_unknown_letters_have_a_width_and_marks_have_none() -> None:
    assert measure("ŵ") == measure("w")
    assert measure("e\u0301") == measure("e")
    assert measure("警") > measure("w") > 0


@given(st.text(max_size=80), st.floats(30, 300))
def test_wrapping_loses_no_letter_and_fits(words: str, room: float) -> None:
    lines = wrap(words, room)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(words.split()).replace(
        "-", ""
    )
    assert widest(lines) <= room + 0.01


def test_lines_are_evened_out() -> None:
    assert wrap("Hinckley and Bosworth", 100) == ("Hinckley and", "Bosworth")
    assert balance("Melton", 2) == ()


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [(0.5, 0, "1"), (2.5, 0, "3"), (-3.2, 1, "−3.2"), (-0.01, 1, "0.0"), (45210, 0, "45,210")],
)
def test_numbers_are_written_half_up(value: float, decimals: int, words: str) -> None:
    assert figure(value, decimals) == words


@given(st.text())
def test_any_words_make_good_markup(words: str) -> None:
    source = element("g", {"aria-label": words}, text(0, 0, words))
    found = ElementTree.fromstring(source)
    assert not [child for child in found if child.tag != "text"]


@given(st.floats(-1e5, 1e5))
def test_coordinates_are_short_and_true(value: float) -> None:
    written = coordinate(value)
    assert abs(float(written) - value) <= 0.0501
    assert written != "-0"
    assert not written.endswith(".0")


@pytest.mark.parametrize("size", [(3, 200), (200, 3), (60, 60), (5.6, 23)])
def test_hatching_stays_in_its_rectangle(size: tuple[float, float]) -> None:
    wide, tall = size
    for stroke in ElementTree.fromstring(hatch(10, 20, wide, tall)).get("d", "").split("M")[1:]:
        start, step = ([float(n) for n in part.split()] for part in stroke.split("l"))
        for x, y in (start, [a + b for a, b in zip(start, step, strict=True)]):
            assert 9.9 <= x <= 10 + wide + 0.11
            assert 19.9 <= y <= 20 + tall + 0.11


@given(st.floats(0, 1e7), st.integers(2, 8))
def test_an_axis_starts_at_nought_and_holds_its_values(top: float, most: int) -> None:
    axis = scale([top], 100, 0, most)
    assert axis.ticks[0] == 0
    assert axis.top >= top
    assert 2 <= len(axis.ticks) <= most + 1
    assert axis(0) == 100


def test_whole_counts_have_whole_ticks() -> None:
    assert scale([3], 0, 1, 5, whole=True).ticks == (0, 1, 2, 3)
    assert all(tick == int(tick) for tick in scale([12], 0, 1, 5, whole=True).ticks)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 342), st.integers(4, 30), st.booleans()), min_size=1, max_size=6
    )
)
def test_notes_in_lanes_never_meet(found: list[tuple[float, int, bool]]) -> None:
    notes = [Note(at, at, ("n" * long,), flag) for at, long, flag in found]
    placed = arrange(notes, 342)
    assert len(placed) == len(notes)
    boxes = [Box(p.left, -p.top_lane - 1, p.right, -p.lane) for p in placed]
    for i, box in enumerate(boxes):
        assert box.left >= -0.1
        assert box.right <= 342.1
        assert not any(box.overlaps(other) for other in boxes[i + 1 :])
