"""What kind of place each area is: its deprivation indices and output area classes."""

from pathlib import Path

import numpy as np

from frankpledge.demo.areas import Area
from frankpledge.demo.county import CITY
from frankpledge.demo.lookups import changes, output_area_rows
from frankpledge.demo.people import ENGLISH_LSOAS, People, national_ranks
from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Floats
from frankpledge.demo.writing import Cell, write_csv

#: Each domain: how closely it follows hardship, and its score at the hardest and easiest rank.
DOMAINS = {
    "IMD": (1.0, 93.0, 0.2),
    "Income": (0.95, 0.97, 0.003),
    "Employment": (0.93, 0.93, 0.003),
    "Education": (0.85, 98.0, 0.01),
    "Health": (0.85, 3.2, -3.0),
    "Crime": (0.75, 3.4, -3.2),
    "Housing_and_Services": (-0.15, 62.0, 1.6),
    "Environment": (0.3, 84.0, 0.1),
}
#: Above nought a score falls off fast from the hardest areas; health and crime scores fall evenly.
STEEPNESS = 2.6
OAC_COLUMNS = ("OA21CD", "oac_supergroup", "oac_group", "oac_subgroup")
OAC_SHARE = 0.93

#: How common each supergroup (1 to 8) is in the city, in towns and in the country where life is
#: easy, and how much commoner it grows with hardship.
SUPERGROUPS: dict[str, tuple[float, ...]] = {
    "city": (3.0, 4.0, 10.0, 16.0, 16.0, 8.0, 14.0, 12.0),
    "town": (14.0, 18.0, 3.0, 4.0, 5.0, 22.0, 18.0, 8.0),
    "country": (46.0, 34.0, 1.0, 0.6, 2.0, 10.0, 4.0, 1.0),
}
SUPERGROUP_PULL = np.array([-0.7, -0.9, -0.3, 0.7, -0.1, 0.2, 0.8, 0.8])


def scores(ranks: Floats, hardest: float, easiest: float) -> Floats:
    """A score for each rank, highest where life is hardest."""
    share = 1.0 - (ranks - 1.0) / (ENGLISH_LSOAS - 1.0)
    if easiest >= 0:
        share = share**STEEPNESS
    return np.round(easiest + share * (hardest - easiest), 3)


def imd_rows(areas: tuple[Area, ...], people: People, seed: int) -> list[tuple[Cell, ...]]:
    """One row an area: eight deciles, eight ranks, eight scores."""
    rng = stream(seed, "deprivation")
    ranks: list[Floats] = []
    for follows, _, _ in DOMAINS.values():
        own = rng.normal(0.0, (1.0 - follows**2) ** 0.5, len(areas))
        ranks.append(national_ranks(follows * people.hardship + own).astype(np.float64))
    deciles = [np.ceil(rank * 10.0 / ENGLISH_LSOAS) for rank in ranks]
    scored = [
        scores(rank, hardest, easiest)
        for rank, (_, hardest, easiest) in zip(ranks, DOMAINS.values(), strict=True)
    ]
    table = np.column_stack((*deciles, *ranks, *scored)).tolist()
    return [(area.code, *row) for area, row in zip(areas, table, strict=True)]


def supergroup_weights(area: Area, hardship: float) -> Floats:
    """How likely each supergroup is for an output area of this area."""
    kind = "city" if area.district is CITY else "town" if area.urban else "country"
    weight = np.array(SUPERGROUPS[kind]) * np.exp(SUPERGROUP_PULL * hardship)
    return np.asarray(weight / weight.sum(), dtype=np.float64)


def classification_rows(
    areas: tuple[Area, ...], people: People, seed: int
) -> list[tuple[Cell, ...]]:
    """Supergroup, group and subgroup of about 93% of the output areas; the rest are not listed."""
    rng = stream(seed, "classification")
    place = {area.code: index for index, area in enumerate(areas)}
    now = {change.old_code: place[change.area.code] for change in changes(areas)}
    rows: list[tuple[Cell, ...]] = []
    for code, old_code, *_ in output_area_rows(areas, seed):
        index = now[old_code]
        weights = supergroup_weights(areas[index], float(people.hardship[index]))
        group = 1 + int(rng.choice(8, p=weights))
        letter, number = "ab"[int(rng.integers(2))], 1 + int(rng.integers(2))
        if rng.random() < OAC_SHARE:
            rows.append((code, group, f"{group}{letter}", f"{group}{letter}{number}"))
    return rows


def write_neighbourhoods(folder: Path, areas: tuple[Area, ...], people: People, seed: int) -> None:
    """Write the indices of deprivation and the area classification."""
    columns = tuple(f"{name}_{kind}" for kind in ("decile", "rank", "score") for name in DOMAINS)
    write_csv(
        folder / "imd2025_england_lsoa21.csv.gz",
        ("lsoa21_code", *columns),
        imd_rows(areas, people, seed),
    )
    write_csv(
        folder / "oac2021_oa_assignment.csv.gz",
        OAC_COLUMNS,
        classification_rows(areas, people, seed),
    )
