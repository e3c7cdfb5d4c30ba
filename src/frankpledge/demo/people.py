"""Who lives in each area: how many, in how many households, and how hard their lives are."""

from dataclasses import dataclass

import numpy as np

from frankpledge.demo.areas import Area
from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Floats, Ints, squared_distances

FEWEST_RESIDENTS = 1_000
MOST_RESIDENTS = 3_000
PEOPLE_PER_HOME = 2.34
ENGLISH_LSOAS = 33_755
NEIGHBOURHOOD = 6


@dataclass(frozen=True, slots=True)
class People:
    """Arrays over areas; `hardship` is 0 at the national middle and higher where life is harder."""

    residents: Ints
    households: Ints
    hardship: Floats


def hardships(areas: tuple[Area, ...], rng: np.random.Generator) -> Floats:
    """Hardship by area: its district's, more near a town's centre, and like its neighbours'."""
    raw = rng.normal(0.0, 1.1, len(areas))
    where = np.array([area.middle for area in areas])
    nearest = np.argsort(squared_distances(where, where), axis=1, kind="stable")
    smooth = raw[nearest[:, :NEIGHBOURHOOD]].mean(axis=1)
    district = np.array([area.district.hardship for area in areas])
    centre = np.array([0.55 * min(area.centrality, 1.2) for area in areas])
    town = np.array([0.25 if area.urban else -0.25 for area in areas])
    return np.asarray(district + centre + town + 0.4 * raw + 1.1 * smooth, dtype=np.float64)


def populate(areas: tuple[Area, ...], seed: int) -> People:
    """The people of every area, in the order of the areas."""
    rng = stream(seed, "residents")
    drawn = rng.normal(1_720.0, 270.0, len(areas))
    residents = np.clip(np.round(drawn), FEWEST_RESIDENTS, MOST_RESIDENTS).astype(np.int64)
    size = PEOPLE_PER_HOME + rng.normal(0.0, 0.12, len(areas))
    return People(
        residents=residents,
        households=np.round(residents / size).astype(np.int64),
        hardship=hardships(areas, stream(seed, "hardship")),
    )


def national_ranks(hardship: Floats) -> Ints:
    """A rank of 1 (hardest) to 33,755 for each area, none used twice."""
    harder = 1.0 / (1.0 + np.exp(1.55 * hardship))
    ranks = np.clip(np.ceil(harder * ENGLISH_LSOAS), 1, ENGLISH_LSOAS).astype(np.int64)
    taken: set[int] = set()
    for place in np.argsort(ranks, kind="stable").tolist():
        rank = int(ranks[place])
        while rank in taken:
            rank = rank % ENGLISH_LSOAS + 1
        taken.add(rank)
        ranks[place] = rank
    return ranks
