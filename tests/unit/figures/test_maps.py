"""Map pairs: exactly the classed areas coloured, every place named, few bytes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from frankpledge.figures.atlas import Atlas, Role
from frankpledge.figures.draw import draw
from frankpledge.figures.maps import defs, key
from frankpledge.figures.specs import Disc, MapPair, PlaceClass
from frankpledge.figures.style import FIGURE_CSS, LOOKS
from frankpledge.figures.svg import Width

WIDTHS = pytest.mark.parametrize("width", list(Width))
Read = Callable[[str], Any]
MakePair = Callable[[Atlas, int], MapPair]
HREF = "href"


def coloured(picture: Any, ground: str) -> dict[int, str]:
    """Give the class of each area of a sheet, by its number, where it is not the commonest."""
    found = {}
    for look in LOOKS.values():
        for group in picture.looks(look):
            for use in group:
                number = use.get(HREF).removeprefix(f"#{ground}")
                if number.isdigit():
                    found[int(number)] = look
    return found


def commonest(picture: Any, ground: str) -> str:
    [base] = [e for e in picture.root.iter() if e.get(HREF) == f"#{ground}"]
    return str(base.get("class"))


@WIDTHS
@pytest.mark.parametrize("sheet", ["c", "d"])
def test_exactly_the_classed_areas_are_coloured(
    grid: Atlas, read: Read, make_pair: MakePair, width: Width, sheet: str
) -> None:
    spec = make_pair(grid, 3)
    picture = read(draw(spec, grid, "m", "", width))
    numbers = grid.county_numbers if sheet == "c" else grid.district_numbers
    ground = f"{grid.key}{sheet}"
    shown = dict.fromkeys(numbers.values(), commonest(picture, ground))
    shown |= coloured(picture, ground)
    classes = dict(spec.classes)
    assert shown == {number: LOOKS[classes[code]] for code, number in numbers.items()}


def test_an_area_that_was_not_classed_is_not_available(grid: Atlas, read: Read) -> None:
    codes = list(grid.county_numbers)
    spec = MapPair(tuple((code, PlaceClass.NOT_ABOVE) for code in codes[1:]), ())
    picture = read(draw(spec, grid, "m", "", Width.WIDE))
    assert coloured(picture, f"{grid.key}c") == {0: LOOKS[PlaceClass.NOT_AVAILABLE]}


@WIDTHS
@pytest.mark.parametrize(
    ("level", "look"),
    [(PlaceClass.NOT_AVAILABLE, "fp-hatched"), (PlaceClass.TOO_FEW, "fp-ruled")],
)
def test_a_class_without_a_colour_has_lines(
    grid: Atlas, read: Read, width: Width, level: PlaceClass, look: str
) -> None:
    codes = list(grid.county_numbers)
    few = MapPair(tuple((c, level if c == "L00" else PlaceClass.NOT_ABOVE) for c in codes), ())
    assert len(read(draw(few, grid, "m", "", width)).looks(look)) == 2
    whole = draw(MapPair(tuple((c, level) for c in codes), ()), grid, "m", "", width)
    letter = look.removeprefix("fp-")[0]
    assert f"#{grid.key}c{letter}" in whole
    assert f"#{grid.key}d{letter}" in whole


def test_no_fill_pattern_swells_the_printed_page(
    leicestershire: Atlas, make_pair: MakePair
) -> None:
    spec = make_pair(leicestershire, 5)
    page = defs(leicestershire) + draw(spec, leicestershire, "m", "", Width.WIDE)
    assert "<pattern" not in page
    assert "fill=" not in page


def test_every_reference_is_defined_once(grid: Atlas, make_pair: MakePair) -> None:
    spec = make_pair(grid, 5)
    page = defs(grid) + "".join(
        draw(spec, grid, f"m{i}", "", width) for i in range(2) for width in Width
    )
    ids = Counter(re.findall(r' id="([^"]+)"', page))
    assert set(ids.values()) == {1}
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', page)) <= set(ids)


def test_two_atlases_on_a_page_do_not_collide(grid: Atlas, leicestershire: Atlas) -> None:
    ids = re.findall(r' id="([^"]+)"', defs(grid) + defs(leicestershire))
    assert len(ids) == len(set(ids))


@WIDTHS
def test_all_districts_of_the_county_are_named(
    leicestershire: Atlas, read: Read, make_pair: MakePair, width: Width
) -> None:
    said = read(draw(make_pair(leicestershire, 5), leicestershire, "m", "", width)).all_said()
    for district in leicestershire.county.districts:
        assert district.name in said


@WIDTHS
@pytest.mark.parametrize("discs", [0, 1, 5, 8])
def test_words_stay_in_the_picture_and_off_each_other(
    leicestershire: Atlas, read: Read, make_pair: MakePair, width: Width, discs: int
) -> None:
    picture = read(draw(make_pair(leicestershire, discs), leicestershire, "m", "", width))
    for words in picture.words:
        assert words.left >= -0.6, words
        assert words.right <= picture.width + 0.6, words
        assert words.top >= -0.6, words
        assert words.bottom <= picture.height + 0.6, words
        assert words.size >= 11
    for one, other in combinations(picture.words, 2):
        assert not one.overlaps(other), (one, other)


@WIDTHS
def test_every_disc_has_its_number_and_its_name(
    leicestershire: Atlas, read: Read, make_pair: MakePair, width: Width
) -> None:
    spec = make_pair(leicestershire, 7)
    picture = read(draw(spec, leicestershire, "m", "", width))
    numbers = [w.words for w in picture.words if w.look == "fp-number"]
    assert sorted(numbers) == [str(disc.number) for disc in spec.discs]
    said = picture.all_said()
    for disc in spec.discs:
        assert disc.label in said


def crowded(atlas: Atlas) -> MapPair:
    """Put three discs on the three smallest neighbours of one town."""
    places = sorted(atlas.district.places, key=lambda p: p.room)
    first = places[0]
    near = sorted(
        atlas.district.places,
        key=lambda p: (p.at[0] - first.at[0]) ** 2 + (p.at[1] - first.at[1]) ** 2,
    )[:3]
    discs = tuple(Disc(i, p.code, "Old Town") for i, p in enumerate(near, 1))
    return MapPair(tuple((c, PlaceClass.NOT_ABOVE) for c in atlas.county_numbers), discs)


@WIDTHS
def test_a_crowded_town_is_shown_in_a_lens(leicestershire: Atlas, read: Read, width: Width) -> None:
    picture = read(draw(crowded(leicestershire), leicestershire, "m", "", width))
    assert len(picture.looks("fp-ring")) == 2
    assert "1, 2, 3 Old Town" in picture.said()
    discs = [(float(e.get("cx")), float(e.get("cy"))) for e in picture.looks("fp-disc")]
    for (x1, y1), (x2, y2) in combinations(discs, 2):
        assert (x1 - x2) ** 2 + (y1 - y2) ** 2 >= 19**2


def test_a_disc_off_the_map_is_said_to_be(grid: Atlas, read: Read) -> None:
    spec = MapPair((), (Disc(1, "GONE", "Somewhere"),))
    said = read(draw(spec, grid, "m", "", Width.WIDE)).all_said()
    assert "1 Somewhere (not on this map)" in said


def test_the_own_district_has_the_heavy_outline(grid: Atlas, read: Read) -> None:
    picture = read(draw(MapPair((), ()), grid, "m", "", Width.WIDE))
    assert [e.get(HREF) for e in picture.looks("fp-outline")] == [
        f"#{grid.key}o",
        f"#{grid.key}e",
    ]
    assert sum(d.role is Role.OWN for d in grid.county.districts) == 1


def test_names_and_labels_are_escaped(grid: Atlas) -> None:
    spec = MapPair((), (Disc(1, "L00", "<script>x</script>"),))
    source = draw(spec, grid, 'm" onload="', "<b>", Width.WIDE)
    assert "<script" not in source
    assert "<b>" not in source
    assert "Other &amp; more" in source


def test_the_key_counts_county_and_own(grid: Atlas) -> None:
    classes = (
        ("L00", PlaceClass.VERY_HIGH),
        ("L05", PlaceClass.VERY_HIGH),
        ("L01", PlaceClass.NOT_ABOVE),
        ("L02", PlaceClass.TOO_FEW),
    )
    assert key(MapPair(classes, ()), grid.own_codes) == (
        (PlaceClass.SIGNIFICANTLY_HIGH, 0, 0),
        (PlaceClass.VERY_HIGH, 2, 1),
        (PlaceClass.ABOVE_AVERAGE, 0, 0),
        (PlaceClass.NOT_ABOVE, 1, 1),
        (PlaceClass.TOO_FEW, 1, 1),
    )


def test_every_class_has_a_look_and_a_swatch() -> None:
    for level in PlaceClass:
        assert f".fp-sw.{LOOKS[level]}" in FIGURE_CSS


@WIDTHS
def test_the_same_bytes_twice(grid: Atlas, make_pair: MakePair, width: Width) -> None:
    spec = make_pair(grid, 5)
    assert draw(spec, grid, "m", "a", width) == draw(spec, grid, "m", "a", width)
    assert defs(grid) == defs(grid)


def test_sixteen_pairs_take_less_than_25_kilobytes_each(leicestershire: Atlas) -> None:
    levels = [PlaceClass.SIGNIFICANTLY_HIGH, PlaceClass.VERY_HIGH, *[PlaceClass.NOT_ABOVE] * 5]
    codes = list(leicestershire.county_numbers)
    classes = tuple((code, levels[i % 7]) for i, code in enumerate(codes))
    own = sorted(leicestershire.own_codes)
    spec = MapPair(classes, tuple(Disc(i, own[i * 8], f"Old Town {i}") for i in range(1, 6)))
    pair = sum(len(draw(spec, leicestershire, "m", "", width)) for width in Width)
    assert len(defs(leicestershire)) < 120_000
    assert pair + len(defs(leicestershire)) / 16 < 25_000
