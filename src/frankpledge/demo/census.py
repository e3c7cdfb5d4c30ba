"""The Census of 2021, as its tables by area are published: ethnic group, tenure, age and sex."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from frankpledge.demo.areas import Area
from frankpledge.demo.county import CITY, DISTRICTS, District
from frankpledge.demo.people import People
from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Floats, Ints
from frankpledge.demo.writing import Cell, write_csv

#: Each ethnic group with its share in the city and in the county.
ETHNIC_GROUPS = {
    "Asian, Asian British or Asian Welsh": (0.21, 0.040),
    "Black, Black British, Black Welsh, Caribbean or African": (0.07, 0.010),
    "Mixed or Multiple ethnic groups": (0.04, 0.019),
    "White": (0.65, 0.924),
    "Other ethnic group": (0.03, 0.007),
}
#: Each tenure with its share where life is easiest and where it is hardest.
TENURES = {
    "Owned: Owns outright": (0.44, 0.14),
    "Owned: Owns with a mortgage or loan": (0.36, 0.19),
    "Shared ownership: Shared ownership": (0.010, 0.012),
    "Social rented: Rents from council or Local Authority": (0.03, 0.24),
    "Social rented: Other social rented": (0.03, 0.12),
    "Private rented: Private landlord or letting agency": (0.11, 0.27),
    "Private rented: Other private rented": (0.018, 0.026),
    "Lives rent free": (0.002, 0.002),
}
ETHNICITY_COLUMNS = ("lsoa21_code", "total_residents", "ethnic_group", "n", "prop")
TENURE_COLUMNS = ("lsoa21_code", "total_households", "tenure", "n", "prop")
AGE_COLUMNS = (
    "ltla21_code", "total_population", "total_females", "total_males", "younger_females",
    "working_age_females", "older_females", "younger_males", "working_age_males", "older_males",
)  # fmt: skip
FEMALE_SHARE = 0.507
AGE_SHARES = (0.18, 0.62, 0.20)
CITY_AGE_SHARES = (0.21, 0.66, 0.13)


def long_rows(
    areas: tuple[Area, ...], totals: Ints, groups: tuple[str, ...], shares: Floats, seed: int
) -> Iterator[tuple[Cell, ...]]:
    """One row an area and group: the area's total, the group's number and its share."""
    rng = stream(seed, "census", groups[0])
    wobble = rng.gamma(9.0, 1.0, shares.shape) * shares
    counts = rng.multinomial(totals, wobble / wobble.sum(axis=1, keepdims=True))
    for area, total, row in zip(areas, totals.tolist(), counts.tolist(), strict=True):
        for name, count in zip(groups, row, strict=True):
            yield area.code, float(total), name, float(count), count / total


def ethnic_shares(areas: tuple[Area, ...], people: People) -> Floats:
    """Shares of each group by area: the city's groups are larger where life is harder."""
    city, county = (np.array([pair[side] for pair in ETHNIC_GROUPS.values()]) for side in (0, 1))
    mixing = np.array([0.55 if area.district is CITY else 0.06 for area in areas])
    weight = np.clip(mixing + 0.12 * people.hardship, 0.0, 1.3)[:, None]
    return np.asarray(weight * city + (1.35 - weight) * county, dtype=np.float64)


def tenure_shares(people: People) -> Floats:
    """Shares of each tenure by area, from ownership to renting as life grows harder."""
    easy, hard = (np.array([pair[side] for pair in TENURES.values()]) for side in (0, 1))
    weight = (1.0 / (1.0 + np.exp(-1.3 * people.hardship)))[:, None]
    return np.asarray(weight * hard + (1.0 - weight) * easy, dtype=np.float64)


def age_row(district: District, residents: int, rng: np.random.Generator) -> tuple[Cell, ...]:
    """One district's residents by sex and three ages."""
    shares = CITY_AGE_SHARES if district is CITY else AGE_SHARES
    females = int(rng.binomial(residents, FEMALE_SHARE))
    parts = [rng.multinomial(number, shares).tolist() for number in (females, residents - females)]
    numbers = (residents, females, residents - females, *parts[0], *parts[1])
    return (district.code, *(float(number) for number in numbers))


def write_census(folder: Path, areas: tuple[Area, ...], people: People, seed: int) -> None:
    """Write the three census files."""
    ethnic = ethnic_shares(areas, people)
    write_csv(
        folder / "ethnicity21_lsoa21.csv.gz",
        ETHNICITY_COLUMNS,
        long_rows(areas, people.residents, tuple(ETHNIC_GROUPS), ethnic, seed),
    )
    write_csv(
        folder / "household_tenure21_lsoa21.csv.gz",
        TENURE_COLUMNS,
        long_rows(areas, people.households, tuple(TENURES), tenure_shares(people), seed),
    )
    rng = stream(seed, "census", "age")
    district_of = np.array([DISTRICTS.index(area.district) for area in areas])
    totals = np.bincount(district_of, people.residents).astype(np.int64).tolist()
    by_code = sorted(zip(DISTRICTS, totals, strict=True), key=lambda pair: pair[0].code)
    rows = [age_row(district, total, rng) for district, total in by_code]
    write_csv(folder / "age_gender21_ltla21_ew.csv.gz", AGE_COLUMNS, rows)
