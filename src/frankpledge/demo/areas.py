"""The areas themselves: each LSOA with its names, codes, outline and the areas it nests in."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np

from frankpledge.demo import county
from frankpledge.demo.county import DISTRICTS, District, Town
from frankpledge.demo.names import quarters, villages
from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Floats, Ints, Seeds, sow, squared_distances
from frankpledge.demo.tessellation import tessellate

LSOAS_PER_MSOA = 5.0
LSOAS_PER_WARD = 2.6
TOWN_REACH = 1.7
EAST_KM_PER_DEGREE = 67.77
NORTH_KM_PER_DEGREE = 111.25
#: How far each of the areas nearest a town's middle belongs to it, nearest first.
PULL = (1.0, 0.35, 0.15)


@dataclass(frozen=True, slots=True)
class Area:
    """One LSOA of 2021. `centrality` is 0 away from town centres and about 1 in a market town."""

    code: str
    name: str
    msoa_code: str
    msoa_name: str
    msoa_local_name: str
    ward_code: str
    ward_name: str
    district: District
    middle: tuple[float, float]
    ring: tuple[tuple[float, float], ...]
    square_km: float
    centrality: float
    urban: bool


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which group each of a district's areas is in, and what the groups are called."""

    group: Ints
    names: tuple[str, ...]


def split(where: Floats, members: Ints, groups: int) -> Iterator[Ints]:
    """The members cut into so many compact groups of nearly equal size, north and west first."""
    if groups <= 1:
        yield members
        return
    east, north = np.ptp(where[members], axis=0)
    along = where[members, 0] if east > north else -where[members, 1]
    ordered = members[np.argsort(along, kind="stable")]
    first = groups // 2
    cut = round(len(members) * first / groups)
    yield from split(where, ordered[:cut], first)
    yield from split(where, ordered[cut:], groups - first)


def town_at(district: District, place: Floats) -> Town | None:
    """The town a place lies in, if it lies in one."""
    for town in district.towns:
        if np.hypot(*(place - (town.east, town.north))) < TOWN_REACH * town.spread:
            return town
    return None


def groups_of(town: Town, district: District, where: Floats, parts: list[Ints]) -> list[int]:
    """The groups that make up a town: the one at its middle, then those with middles in it."""
    centre = np.array([[town.east, town.north]])
    away = squared_distances(where, centre)[:, 0]
    middles = np.array([where[members].mean(axis=0) for members in parts])
    order = np.argsort(squared_distances(middles, centre)[:, 0], kind="stable").tolist()
    nearest = int(np.argmin(away))
    central = next(place for place, members in enumerate(parts) if nearest in members)
    others = [place for place in order if town_at(district, middles[place]) is town]
    return [central, *(place for place in others if place != central)]


def name_groups(
    district: District, where: Floats, parts: list[Ints], paired: bool, rural: Iterator[str]
) -> tuple[str, ...]:
    """A name for each group: a town or a part of one, or else its villages."""
    names: dict[int, str] = {}
    for town in district.towns:
        own = [p for p in groups_of(town, district, where, parts) if p not in names]
        several = quarters(town.name, rural) if len(own) > 1 else iter([town.name])
        names.update({place: next(several) for place in own})
    for place in range(len(parts)):
        if place not in names:
            names[place] = f"{next(rural)} & {next(rural)}" if paired else next(rural)
    return tuple(names[place] for place in range(len(parts)))


def group(
    district: District, where: Floats, size: float, paired: bool, rural: Iterator[str]
) -> Grouping:
    """A district's areas in named groups of about the given size."""
    parts = list(split(where, np.arange(len(where)), round(len(where) / size)))
    found = np.empty(len(where), dtype=np.int64)
    for number, members in enumerate(parts):
        found[members] = number
    return Grouping(found, name_groups(district, where, parts, paired, rural))


def centralities(district: District, where: Floats) -> Floats:
    """How far each area is its town's centre; larger towns pull harder."""
    pulled = np.zeros(len(where))
    for town in district.towns:
        away = squared_distances(where, np.array([[town.east, town.north]]))[:, 0]
        weight = (town.share * district.lsoas / 20.0) ** 0.75
        for pull, place in zip(PULL, np.argsort(away, kind="stable").tolist(), strict=False):
            pulled[place] = max(pulled[place], pull * weight)
    return pulled


def to_degrees(ring: Floats) -> tuple[tuple[float, float], ...]:
    """Kilometres from the county's middle as longitude and latitude, to about ten centimetres."""
    longitude = county.MIDDLE_LONGITUDE + ring[:, 0] / EAST_KM_PER_DEGREE
    latitude = county.MIDDLE_LATITUDE + ring[:, 1] / NORTH_KM_PER_DEGREE
    rounded = np.round(np.column_stack((longitude, latitude)), 6)
    return tuple((east, north) for east, north in rounded.tolist())


def square_km(ring: Floats) -> float:
    """The area within a ring, by the surveyor's formula."""
    after = np.roll(ring, -1, axis=0)
    return abs(float((ring[:, 0] * after[:, 1] - after[:, 0] * ring[:, 1]).sum())) / 2.0


@dataclass(frozen=True, slots=True)
class Numbering:
    """How many areas of each kind were numbered before this district's."""

    lsoas: int
    msoas: int
    wards: int


def settle(
    index: int, seeds: Seeds, rings: tuple[Floats, ...], before: Numbering, rural: Iterator[str]
) -> tuple[list[tuple[int, Area]], Numbering]:
    """One district's areas in order of name, each with the place of its seed."""
    district = DISTRICTS[index]
    places = np.flatnonzero(seeds.district == index)
    where = seeds.where[places]
    msoas = group(district, where, LSOAS_PER_MSOA, True, rural)
    wards = group(district, where, LSOAS_PER_WARD, False, rural)
    central = centralities(district, where)
    ordered = np.lexsort((where[:, 0], msoas.group)).tolist()
    letters = {number: iter(ascii_uppercase) for number in range(len(msoas.names))}
    found: list[tuple[int, Area]] = []
    for count, place in enumerate(ordered):
        msoa, ward, seed_place = int(msoas.group[place]), int(wards.group[place]), int(places[place])
        ring = rings[seed_place]
        msoa_name = f"{district.name} {msoa + 1:03d}"
        area = Area(
            code=f"E{county.FIRST_LSOA + before.lsoas + count:08d}",
            name=msoa_name + next(letters[msoa]),
            msoa_code=f"E{county.FIRST_MSOA + before.msoas + msoa:08d}",
            msoa_name=msoa_name,
            msoa_local_name=msoas.names[msoa],
            ward_code=f"E{county.FIRST_WARD + before.wards + ward:08d}",
            ward_name=wards.names[ward],
            district=district,
            middle=(float(where[place, 0]), float(where[place, 1])),
            ring=to_degrees(ring),
            square_km=square_km(ring),
            centrality=float(central[place]),
            urban=town_at(district, where[place]) is not None,
        )
        found.append((seed_place, area))
    after = Numbering(
        before.lsoas + len(found), before.msoas + len(msoas.names), before.wards + len(wards.names)
    )
    return found, after


def lay_out(seed: int) -> tuple[Area, ...]:
    """Every area of the county and its city, in order of code."""
    seeds = sow(seed)
    rings = tessellate(seeds, seed)
    rural = villages(stream(seed, "villages"))
    numbering = Numbering(0, 0, 0)
    found: list[tuple[int, Area]] = []
    for index in range(len(DISTRICTS)):
        settled, numbering = settle(index, seeds, rings, numbering, rural)
        found.extend(settled)
    return tuple(area for _, area in found)
