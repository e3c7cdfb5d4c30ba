"""How many incidents of each kind there were in each area and month, before anyone writes a row.

Counts are drawn from the top down (year, month, area), so that the home district's yearly totals
are those of `planted` exactly. More happens in town centres and where life is hard, and months
follow the season. Areas carry more than chance variation, as real counts do, and so do months but
in the home district, where no month stands out unless it was planted.
"""

from dataclasses import dataclass
from math import cos, pi

import numpy as np

from frankpledge.demo import planted
from frankpledge.demo.areas import Area
from frankpledge.demo.county import DISTRICTS, HOME, District
from frankpledge.demo.people import People
from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Floats, Ints

MONTHS_A_YEAR = 12
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
AREA_SHAPE = 5.0
AREA_MONTH_SHAPE = 4.0
MONTH_SHAPE = 150.0
YEAR_SHAPE = 500.0
#: How many standard errors from its season a month must be to stand out.
STANDS_OUT = 2.4


@dataclass(frozen=True, slots=True)
class Category:
    """A street-level category: its share of all, and how it varies by place and season.

    `centre` is how many times as common it is again in a market town's centre, `hardship` how it
    grows with hardship (log scale), `swing` the size of the season and `peak` its highest month.
    """

    name: str
    share: float
    centre: float
    hardship: float
    swing: float
    peak: int


CATEGORIES = (
    Category("Anti-social behaviour", 0.150, 4.5, 0.44, 0.22, 7),
    Category("Bicycle theft", 0.011, 9.0, 0.20, 0.30, 6),
    Category("Burglary", 0.052, 0.7, 0.26, 0.14, 12),
    Category("Criminal damage and arson", 0.086, 2.0, 0.47, 0.10, 7),
    Category("Drugs", 0.027, 4.0, 0.59, 0.04, 5),
    Category("Other crime", 0.024, 1.5, 0.34, 0.04, 4),
    Category("Other theft", 0.066, 3.5, 0.13, 0.04, 7),
    Category("Possession of weapons", 0.009, 3.5, 0.55, 0.05, 5),
    Category("Public order", 0.084, 5.0, 0.42, 0.12, 7),
    Category("Robbery", 0.008, 7.0, 0.62, 0.06, 11),
    Category("Shoplifting", 0.083, 42.0, 0.16, 0.07, 11),
    Category("Theft from the person", 0.009, 24.0, 0.13, 0.08, 12),
    Category("Vehicle crime", 0.061, 0.5, 0.16, 0.10, 11),
    Category("Violence and sexual offences", 0.330, 3.4, 0.47, 0.05, 7),
)


def season(category: Category) -> Floats:
    """The share of a year's incidents that falls in each month, without chance."""
    turn = 2.0 * pi / MONTHS_A_YEAR
    weight = np.array(
        [
            days * (1.0 + category.swing * cos(turn * (month - category.peak)))
            for month, days in enumerate(DAYS, start=1)
        ]
    )
    return np.asarray(weight / weight.sum(), dtype=np.float64)


def year_totals(district: District, number: int, rng: np.random.Generator) -> list[int]:
    """Incidents of one category in each year: planted at home, drawn elsewhere."""
    category = CATEGORIES[number]
    if district is HOME:
        return list(planted.HOME_TOTALS[category.name])
    level = district.lsoas * district.yearly_per_lsoa * category.share * rng.gamma(40.0, 1 / 40.0)
    yearly = level * rng.gamma(YEAR_SHAPE, 1.0 / YEAR_SHAPE, len(planted.YEARS))
    drawn: list[int] = rng.poisson(yearly).tolist()
    return drawn


def unexceptional(total: int, share: Floats, rng: np.random.Generator) -> Ints:
    """Incidents shared among months by chance, drawn again while any month stands out."""
    expected = np.maximum(total * share, 1e-9)
    while True:
        drawn = rng.multinomial(total, share)
        if float(np.max(np.abs(drawn - expected) / np.sqrt(expected))) < STANDS_OUT:
            return drawn


def month_totals(
    district: District, category: Category, year: int, total: int, rng: np.random.Generator
) -> Ints:
    """A year's incidents shared among its months; at home only the planted month stands out."""
    share = season(category)
    if district is not HOME:
        weight = share * rng.gamma(MONTH_SHAPE, 1.0 / MONTH_SHAPE, MONTHS_A_YEAR)
        return rng.multinomial(total, weight / weight.sum())
    apart = np.zeros(MONTHS_A_YEAR, dtype=np.int64)
    when = int(planted.EXCEPTIONAL_MONTH[:4]), int(planted.EXCEPTIONAL_MONTH[5:])
    if (category.name, year) == (planted.EXCEPTIONAL_CATEGORY, when[0]):
        apart[when[1] - 1] = planted.EXCEPTIONAL_INCIDENTS
        share[when[1] - 1] = 0.0
    return apart + unexceptional(total - int(apart.sum()), share / share.sum(), rng)


def area_weights(category: Category, areas: list[Area], people: Floats, hardship: Floats) -> Floats:
    """How much of a category each area of a district draws, without its own peculiarity."""
    centre = np.array([area.centrality for area in areas])
    weight = people * np.exp(category.hardship * hardship) * (1.0 + category.centre * centre)
    return np.asarray(weight, dtype=np.float64)


def district_counts(district: District, areas: tuple[Area, ...], people: People, seed: int) -> Ints:
    """One district's incidents, shape (areas of the district, categories, 36 months)."""
    own = [place for place, area in enumerate(areas) if area.district is district]
    members = [areas[place] for place in own]
    residents, hardship = people.residents[own].astype(np.float64), people.hardship[own]
    months = MONTHS_A_YEAR * len(planted.YEARS)
    counts = np.zeros((len(own), len(CATEGORIES), months), dtype=np.int64)
    for number, category in enumerate(CATEGORIES):
        rng = stream(seed, "incidents", district.code, category.name)
        peculiar = rng.gamma(AREA_SHAPE, 1.0 / AREA_SHAPE, len(own))
        weight = area_weights(category, members, residents, hardship) * peculiar
        totals = [
            month_totals(district, category, year, total, rng)
            for year, total in zip(planted.YEARS, year_totals(district, number, rng), strict=True)
        ]
        burst = weight * rng.gamma(AREA_MONTH_SHAPE, 1.0, (months, len(own)))
        shares = burst / burst.sum(axis=1, keepdims=True)
        counts[:, number, :] = rng.multinomial(np.concatenate(totals), shares).T
    return counts


def month_names() -> tuple[str, ...]:
    """Every month from the first to the last, as YYYY-MM."""
    return tuple(f"{y}-{m:02d}" for y in planted.YEARS for m in range(1, MONTHS_A_YEAR + 1))


def happen(areas: tuple[Area, ...], people: People, seed: int) -> Ints:
    """Every incident recorded: areas by categories by months, with home's undercount thinned."""
    parts = [district_counts(district, areas, people, seed) for district in DISTRICTS]
    counts = np.concatenate(parts)
    home = np.array([area.district is HOME for area in areas])
    month = month_names().index(planted.UNDERCOUNT_MONTH)
    rng = stream(seed, "undercount")
    counts[home, :, month] = rng.binomial(counts[home, :, month], planted.UNDERCOUNT_SHARE)
    return counts
