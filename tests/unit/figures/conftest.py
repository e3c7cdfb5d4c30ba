"""What the tests of drawings share: reading a drawing back, and charts plain and nasty."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely
from shapely.geometry import shape

from frankpledge.figures.atlas import Atlas
from frankpledge.figures.geometry import Boundary, build_atlas
from frankpledge.figures.specs import (
    Band,
    Disc,
    FigureSpec,
    Flag,
    IndexChart,
    IndexRow,
    MapPair,
    MonthPoint,
    MonthsChart,
    MonthState,
    PlaceClass,
    RateRow,
    RatesChart,
    Wash,
)
from frankpledge.figures.style import BOLD_LOOKS, SIZES
from frankpledge.figures.text import CHART, measure
from frankpledge.vocabulary.period import Month, Period

SVG = "{http://www.w3.org/2000/svg}"
SHARED = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "geography"
NAMES = {
    "E07000129": "Blaby",
    "E07000130": "Charnwood",
    "E07000131": "Harborough",
    "E07000132": "Hinckley and Bosworth",
    "E07000133": "Melton",
    "E07000134": "North West Leicestershire",
    "E07000135": "Oadby and Wigston",
    "E06000016": "Leicester",
    "E06000017": "Rutland",
}
COUNTY = [code for code in NAMES if code.startswith("E07")]
OWN = "E07000131"
HOSTILE = "<script>alert('x')</script> & \"King’s\" \x00Lynn"
LONG = "Rhondda Cynon Taf and Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@dataclass(frozen=True)
class Words:
    """Words as drawn: their class, size and the box that they should fill."""

    words: str
    look: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Words) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1


@dataclass(frozen=True)
class Drawing:
    """A drawing read back."""

    source: str
    root: ElementTree.Element
    width: float
    height: float
    words: tuple[Words, ...]

    def said(self) -> list[str]:
        return [words.words for words in self.words]

    def all_said(self) -> str:
        return " ".join(self.said())

    def looks(self, name: str) -> list[ElementTree.Element]:
        return [e for e in self.root.iter() if name in e.get("class", "").split()]


def _words(element: ElementTree.Element) -> Words:
    looks = element.get("class", "").split()
    size = next((SIZES[look] for look in looks if look in SIZES), CHART)
    words = "".join(element.itertext())
    wide = measure(words, size, bool(BOLD_LOOKS.intersection(looks)))
    x, y = float(element.get("x", "nan")), float(element.get("y", "nan"))
    left = x - {"middle": wide / 2, "end": wide}.get(element.get("text-anchor", ""), 0)
    return Words(words, " ".join(looks), size, left, y - 0.72 * size, left + wide, y + 0.2 * size)


def _read(source: str) -> Drawing:
    root = ElementTree.fromstring(source.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))
    _, _, width, height = map(float, root.get("viewBox", "").split())
    words = tuple(_words(e) for e in root.iter(f"{SVG}text"))
    return Drawing(source, root, width, height, words)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Drawing]:
    """Read a drawing back."""
    return _read


def months(first: str, values: Sequence[float | str | None]) -> tuple[MonthPoint, ...]:
    """Make points: None is not supplied, "c" withheld, "u9" undercounted, "x9" exceptional."""
    points = []
    for i, value in enumerate(values):
        month = Month.parse(first) + i
        match value:
            case None:
                points.append(MonthPoint(month, None, MonthState.NOT_SUPPLIED))
            case "c":
                points.append(MonthPoint(month, None, MonthState.WITHHELD))
            case str() if value[0] == "u":
                points.append(MonthPoint(month, float(value[1:]), MonthState.UNDERCOUNT))
            case _:
                number = float(value.removeprefix("x")) if isinstance(value, str) else value
                exceptional = isinstance(value, str)
                points.append(MonthPoint(month, number, MonthState.SUPPLIED, exceptional))
    return tuple(points)


def period(first: str, last: str) -> Period:
    return Period(Month.parse(first), Month.parse(last))


PLAIN_MONTHS = MonthsChart(
    "Incidents a month",
    months(
        "2021-01",
        [*range(40, 62), *[None] * 14, 17, 26, 36, 43, *[None] * 8, 38, 45, "x97", "x91", 50, 36],
    ),
    Band(Month.parse("2021-08"), 13, 37.6, 75),
    (Wash(period("2020-03", "2021-07"), "Covid restrictions: not compared"),),
    (),
    (period("2024-01", "2024-04"), period("2025-01", "2025-04")),
    "compared: January to April",
)
NASTY_MONTHS = MonthsChart(
    f"{HOSTILE} a month",
    months(
        "2020-01",
        [
            *[300 + (i * 37) % 90 for i in range(20)], None, 310, "u120", "u130", 330, None, 340,
            None, 350, 360, None, "c", "c", 333, 345, None, None, None, *range(380, 390),
            "x900", "x940", "x960", "x930", "x1010", 500, 420, "u200", 410, 430, "x640", 400,
        ],
    ),
    Band(Month.parse("2021-03"), 345, 352.4, 360),
    (Wash(period("2020-03", "2020-06"), f"Covid restrictions {HOSTILE}"),),
    (
        Flag(Month.parse("2021-04"), "Recording of stalking and harassment changed, April 2021"),
        Flag(Month.parse("2021-08"), "New crime system"),
        Flag(Month.parse("2024-04"), "Public order counted otherwise, April 2024"),
    ),
    (period("2023-04", "2024-03"), period("2024-04", "2025-03")),
    "compared: year ending March",
)  # fmt: skip
ZERO_MONTHS = MonthsChart("Robberies", months("2024-01", [0] * 12), None, (), (), (), "")
DISTRICTS = ((12.2, 11.7, 12.7), (9.7, 9.1, 10.3), (6.7, 6.2, 7.2))
PLAIN_RATES = RatesChart(
    "per 1,000 residents",
    tuple(
        RateRow(name, *rate, name == "Harborough")
        for name, rate in zip(("Charnwood", "Blaby", "Harborough"), DISTRICTS, strict=True)
    ),
    9.7,
    "Centre of the other two",
)
NASTY_RATES = RatesChart(
    "per 1,000 households",
    (
        RateRow(HOSTILE, 60.0, 50.0, 900.0, False),
        RateRow(LONG, 54.1, 50.0, 60.0, True),
        *(RateRow(f"Area {i}", 50.0 - i, 48.0 - i, 53.0 - i, False) for i in range(40)),
        RateRow("No crime", 0.0, 0.0, 0.4, False),
        RateRow("Withheld", None, None, None, False, "withheld [c]"),
        RateRow("Silent", None, None, None, False),
    ),
    2.1,
    "Centre of the other forty-four most similar partnerships in the land",
)
PLAIN_INDEX = IndexChart(
    "Area type",
    "County = 100",
    (
        IndexRow("Baseline UK", "26 areas", 196, 141, 258, True),
        IndexRow("Migrant, student", "5 areas, too few", None, None, None, False),
        IndexRow("Semi-, unskilled", "16 areas", 115, 87, 144, False),
    ),
)
NASTY_INDEX = IndexChart(
    "Deprivation",
    f"{LONG} = 100",
    (
        IndexRow(HOSTILE, "15 areas & more", 189, 20, 2460, False),
        IndexRow(LONG, LONG, 0, 0, 99, True),
    ),
)
CHARTS: dict[str, FigureSpec] = {
    "months": PLAIN_MONTHS,
    "nasty months": NASTY_MONTHS,
    "zero months": ZERO_MONTHS,
    "no months": MonthsChart("Robberies", (), None, (), (), (), ""),
    "rates": PLAIN_RATES,
    "nasty rates": NASTY_RATES,
    "no rates": RatesChart("per 1,000", (), None, ""),
    "index": PLAIN_INDEX,
    "nasty index": NASTY_INDEX,
}


@pytest.fixture(params=CHARTS)
def chart(request: pytest.FixtureRequest) -> FigureSpec:
    """Each chart in turn."""
    return CHARTS[request.param]


@pytest.fixture(scope="session")
def charts() -> dict[str, FigureSpec]:
    """All charts by name."""
    return CHARTS


def grid_boundaries() -> list[Boundary]:
    """An invented county: four districts of nine square areas, one of them outside it."""
    found = []
    for row in range(6):
        for column in range(6):
            west, south = -1 + column * 0.02, 52 + row * 0.0125
            box = shapely.box(west, south, west + 0.02, south + 0.0125)
            number = (row // 3) * 2 + column // 3
            district = f"D{number}"
            found.append(Boundary(f"L{row}{column}", f"Area {row}{column}", district, box))
    return found


@pytest.fixture(scope="session")
def grid() -> Atlas:
    """The atlas of the invented county."""
    names = {"D0": "Own", "D1": "Other & more", "D2": "Third", "D3": "Outside"}
    return build_atlas(grid_boundaries(), "D0", ["D0", "D1", "D2"], names)


def real_boundaries(vintage: int) -> list[Boundary]:
    """Read the real boundaries of Leicestershire and its neighbours, or skip."""
    archive = SHARED / f"lsoa{vintage}-boundaries-leicestershire-rutland.zip"
    if not archive.exists():
        pytest.skip(f"NOT TESTED: real boundaries are absent, {archive.name} is not in ../shared")
    with zipfile.ZipFile(archive) as folder:
        features = [
            feature
            for name in sorted(folder.namelist())
            for feature in json.loads(folder.read(name))["features"]
        ]
    return [
        Boundary(
            feature["properties"][f"LSOA{vintage}CD"],
            feature["properties"][f"LSOA{vintage}NM"],
            feature["properties"]["LADCD_ACTIVE"],
            shape(feature["geometry"]),
        )
        for feature in features
    ]


@pytest.fixture(scope="session", params=[2011, 2021])
def leicestershire(request: pytest.FixtureRequest) -> Atlas:
    """The atlas of the real county, on each census's boundaries."""
    return build_atlas(real_boundaries(request.param % 100), OWN, COUNTY, NAMES)


@pytest.fixture(scope="session")
def make_pair() -> Callable[[Atlas, int], MapPair]:
    """Class the areas of an atlas in all ways, with so many discs on the own district."""

    def make(atlas: Atlas, discs: int) -> MapPair:
        codes = list(atlas.county_numbers)
        levels = list(PlaceClass)
        common = PlaceClass.NOT_ABOVE
        classes = tuple(
            (code, levels[i % 11] if i % 11 < len(levels) else common)
            for i, code in enumerate(codes)
        )
        own = sorted(atlas.own_codes)
        chosen = [own[i * len(own) // max(discs, 1)] for i in range(discs)]
        named = (Disc(i, code, f"Old Town & {code}") for i, code in enumerate(chosen, 1))
        return MapPair(classes, tuple(named))

    return make
