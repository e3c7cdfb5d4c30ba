"""What holds for every chart, plain or nasty, at both widths."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from frankpledge.figures.draw import draw
from frankpledge.figures.specs import FigureSpec, MapPair
from frankpledge.figures.style import FIGURE_CSS, VARIABLES_CSS
from frankpledge.figures.svg import Width

WIDTHS = pytest.mark.parametrize("width", list(Width))
Read = Callable[[str], Any]


@pytest.fixture
def drawn(chart: FigureSpec, read: Read) -> Callable[[Width], Any]:
    return lambda width: read(draw(chart, None, "figure-1", "What it shows <b>", width))


@WIDTHS
def test_no_words_leave_the_picture(drawn: Callable[[Width], Any], width: Width) -> None:
    picture = drawn(width)
    for words in picture.words:
        assert words.left >= -0.6, words
        assert words.right <= picture.width + 0.6, words
        assert words.top >= -0.6, words
        assert words.bottom <= picture.height + 0.6, words


@WIDTHS
def test_no_words_cover_other_words(drawn: Callable[[Width], Any], width: Width) -> None:
    for one, other in combinations(drawn(width).words, 2):
        assert not one.overlaps(other), (one, other)


@WIDTHS
def test_no_words_are_too_small_to_read(drawn: Callable[[Width], Any], width: Width) -> None:
    assert all(words.size >= 11 for words in drawn(width).words)


@WIDTHS
def test_the_picture_is_no_wider_than_its_width(
    drawn: Callable[[Width], Any], width: Width
) -> None:
    picture = drawn(width)
    assert picture.width <= width.value
    assert float(picture.root.get("width")) == picture.width
    assert float(picture.root.get("height")) == picture.height


@WIDTHS
def test_the_picture_has_its_sentence(drawn: Callable[[Width], Any], width: Width) -> None:
    root = drawn(width).root
    assert root.get("role") == "img"
    assert root.get("aria-label") == "What it shows <b>"


@WIDTHS
def test_colours_come_from_known_classes_alone(drawn: Callable[[Width], Any], width: Width) -> None:
    picture = drawn(width)
    for element in picture.root.iter():
        assert not {"style", "fill", "stroke"} & set(element.attrib)
        for look in element.get("class", "").split():
            assert f".{look}" in FIGURE_CSS or look == "fp"


@WIDTHS
def test_the_same_bytes_twice(chart: FigureSpec, width: Width) -> None:
    assert draw(chart, None, "a", "b", width) == draw(chart, None, "a", "b", width)


@WIDTHS
def test_hostile_words_stay_words(chart: FigureSpec, width: Width) -> None:
    source = draw(chart, None, 'x" onload="y', "<script>", width)
    assert "<script" not in source
    assert "\x00" not in source
    assert 'onload="' not in source


def test_coordinates_have_one_decimal_at_most(chart: FigureSpec) -> None:
    source = draw(chart, None, "a", "b", Width.WIDE)
    for attribute in re.findall(r' (?:d|x|y|cx|cy|r|width|height)="([^"]*)"', source):
        assert not re.search(r"\.\d\d", attribute)


def test_ids_of_two_figures_and_two_widths_differ(charts: dict[str, FigureSpec]) -> None:
    drawn = [
        draw(spec, None, f"figure-{i}", "", width)
        for i, spec in enumerate(charts.values())
        for width in Width
    ]
    ids = re.findall(r' id="([^"]+)"', "".join(drawn))
    assert len(ids) == len(set(ids)) == len(drawn)


def test_a_map_without_an_atlas_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an atlas"):
        draw(MapPair((), ()), None, "m", "", Width.WIDE)


def test_every_colour_used_is_defined_for_light_dark_and_print() -> None:
    used = set(re.findall(r"var\(--([a-z0-9]+)[,)]", FIGURE_CSS)) - {"sans"}
    light, dark, print_ = (
        set(re.findall(r"--([a-z0-9]+):", part)) for part in VARIABLES_CSS.split(":root")[1:]
    )
    assert used <= light
    assert light == dark == print_


def test_the_css_names_no_colour_itself() -> None:
    assert not re.search(r"#[0-9a-fA-F]{3}|rgb|hsl", FIGURE_CSS)
