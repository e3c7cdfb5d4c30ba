"""Where people live, and so where the small areas are: one seed for about as many people each.

Statistical areas hold equal numbers of people, which is why they are small in towns and large in
the country. The invented ones are made the same way: people are scattered round towns and
villages, and each district's people are gathered into as many groups as it has areas.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from frankpledge.demo.county import CITY_RADIUS, DISTRICTS, OUTLINE, District
from frankpledge.demo.streams import stream

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PEOPLE_PER_AREA = 60
VILLAGE_SPREAD_KM = 0.45
VILLAGE_SHARE = 0.6
TOWN_EDGE = 2.3
ROUNDS_OF_GATHERING = 8
FRAME_KM = 37.0
WINDOW_KM = 18.0
TRIES_PER_POINT = 30
OUTSIDE_SEEDS = 130


@dataclass(frozen=True, slots=True)
class Seeds:
    """The middle of each area (km), its district's place in DISTRICTS and its town's in that.

    A district of -1 is outside them all; a town of -1 is the country.
    """

    where: Floats
    district: Ints
    town: Ints


def inside(ring: Floats, where: Floats) -> NDArray[np.bool_]:
    """Whether each point lies in the ring, by counting the edges a ray to the east crosses."""
    start, end = ring, np.roll(ring, -1, axis=0)
    x, y = where[:, :1], where[:, 1:]
    straddles = (start[:, 1] > y) != (end[:, 1] > y)
    rise = np.where(end[:, 1] == start[:, 1], 1.0, end[:, 1] - start[:, 1])
    crossing = start[:, 0] + (y - start[:, 1]) * (end[:, 0] - start[:, 0]) / rise
    odd: NDArray[np.bool_] = (straddles & (x < crossing)).sum(axis=1) % 2 == 1
    return odd


def squared_distances(points: Floats, to: Floats) -> Floats:
    """Squared distance from every point (n, 2) to every other point (m, 2), shape (n, m)."""
    east = points[:, :1] - to[:, 0]
    north = points[:, 1:] - to[:, 1]
    return np.asarray(east * east + north * north, dtype=np.float64)


def bend(where: Floats) -> Floats:
    """The points moved a kilometre or two along slow waves, so that no border runs straight."""
    x, y = where[:, 0], where[:, 1]
    east = 1.5 * np.sin(0.42 * y + 0.9) + 0.8 * np.sin(0.95 * y - 0.31 * x)
    north = 1.5 * np.sin(0.39 * x - 1.7) + 0.8 * np.sin(0.88 * x + 0.27 * y)
    return np.column_stack((x + east, y + north))


def district_at(where: Floats) -> Ints:
    """Which district each point lies in, as its place in DISTRICTS, or -1 outside them all."""
    bent = bend(where)
    hubs = np.array([district.hub for district in DISTRICTS])
    reach = np.array([district.reach for district in DISTRICTS])
    squared = squared_distances(bent, hubs)
    city = len(DISTRICTS) - 1
    nearest = np.argmin(squared[:, :city] - (reach * np.abs(reach))[:city], axis=1)
    softened = where + 0.45 * (bent - where)
    in_city = squared_distances(softened, hubs[city:])[:, 0] < CITY_RADIUS**2
    found = np.where(in_city, city, nearest)
    within = inside(np.array(OUTLINE), where + 0.6 * (bent - where))
    return np.where(within, found, -1).astype(np.int64)


def scatter(index: int, centre: Floats, spread: float, n: int, rng: np.random.Generator) -> Floats:
    """About n people round a centre, keeping those who live in the district."""
    where: Floats = centre + rng.normal(0.0, spread, (n, 2))
    kept: Floats = where[district_at(where) == index]
    return kept


def countryside(index: int, n: int, rng: np.random.Generator) -> Floats:
    """Up to n points spread evenly over a district's land, or over the country beyond (-1)."""
    centre, half = ((0.0, 0.0), FRAME_KM) if index < 0 else (DISTRICTS[index].hub, WINDOW_KM)
    where: Floats = np.array(centre) + rng.uniform(-half, half, (max(n, 1) * TRIES_PER_POINT, 2))
    kept: Floats = where[district_at(where) == index]
    return kept[:n]


def out_of_town(district: District, where: Floats) -> Floats:
    """The places that are not in or at the edge of a town."""
    middles = np.array([[town.east, town.north] for town in district.towns])
    reach = TOWN_EDGE * np.array([town.spread for town in district.towns])
    return where[(squared_distances(where, middles) > reach**2).all(axis=1)]


def rural_people(index: int, district: District, n: int, rng: np.random.Generator) -> Floats:
    """About n people in villages and on farms, away from the towns."""
    villages = countryside(index, max(n // 40, 2), rng)
    size = int(VILLAGE_SHARE * n / len(villages))
    groups = [scatter(index, village, VILLAGE_SPREAD_KM, size, rng) for village in villages]
    groups.append(countryside(index, n, rng))
    return out_of_town(district, np.concatenate(groups))


def seeds_of(index: int, district: District, rng: np.random.Generator) -> tuple[Floats, Ints]:
    """The seeds of one district's areas and their towns: each town's share, and the rest."""
    found: list[Floats] = []
    sizes = [round(town.share * district.lsoas) for town in district.towns]
    for town, areas in zip(district.towns, sizes, strict=True):
        centre = np.array([town.east, town.north])
        people = scatter(index, centre, town.spread, areas * PEOPLE_PER_AREA, rng)
        found.append(gather(people, areas, rng))
    left = district.lsoas - sum(sizes)
    if left:
        people = rural_people(index, district, left * PEOPLE_PER_AREA, rng)
        found.append(gather(people, left, rng))
    towns = np.repeat([*range(len(sizes)), -1], [*sizes, left])
    return np.concatenate(found), towns.astype(np.int64)


def gather(people: Floats, groups: int, rng: np.random.Generator) -> Floats:
    """The middles of so many groups of near neighbours (Lloyd's k-means)."""
    middles = people[rng.choice(len(people), groups, replace=False)]
    for _ in range(ROUNDS_OF_GATHERING):
        nearest = np.argmin(squared_distances(people, middles), axis=1)
        size = np.maximum(np.bincount(nearest, minlength=groups), 1)
        sums = [np.bincount(nearest, people[:, axis], groups) for axis in (0, 1)]
        middles = np.where(
            np.bincount(nearest, minlength=groups)[:, None] > 0,
            np.column_stack(sums) / size[:, None],
            middles,
        )
    return middles


def sow(seed: int) -> Seeds:
    """The seeds of every area of every district, then those of the country beyond."""
    parts: list[tuple[Floats, Ints]] = []
    for index, found in enumerate(DISTRICTS):
        parts.append(seeds_of(index, found, stream(seed, "people", found.code)))
    rng = stream(seed, "people", "beyond")
    beyond = gather(countryside(-1, OUTSIDE_SEEDS * PEOPLE_PER_AREA, rng), OUTSIDE_SEEDS, rng)
    parts.append((beyond, np.full(OUTSIDE_SEEDS, -1, dtype=np.int64)))
    lengths = [len(where) for where, _ in parts]
    district = np.repeat([*range(len(DISTRICTS)), -1], lengths).astype(np.int64)
    where, town = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    return Seeds(where, district, town)
