"""The areas themselves: each LSOA with its names, codes, outline and the areas it nests in."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np

from frankpledge.demo import county
from frankpledge.demo.county import DISTRICTS, District
from frankpledge.demo.groups import Grouping, group, nearest_first
from frankpledge.demo.names import villages
from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Floats, Ints, sow
from frankpledge.demo.tessellation import tessellate

LSOAS_PER_MSOA = 5.0
LSOAS_PER_WARD = 2.6
URBAN_SQUARE_KM = 7.0
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


def centralities(district: District, where: Floats) -> Floats:
    """How far each area is its town's centre; larger towns pull harder."""
    pulled = np.zeros(len(where))
    for town in district.towns:
        weight = (town.share * district.lsoas / 20.0) ** 0.75
        for pull, place in zip(PULL, nearest_first(town, where), strict=False):
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


@dataclass(frozen=True, slots=True)
class Settlement:
    """All that is known of one district's areas before they are named one by one."""

    district: District
    where: Floats
    towns: Ints
    rings: tuple[Floats, ...]
    msoas: Grouping
    wards: Grouping
    centrality: Floats
    before: Numbering

    def area(self, number: int, place: int, letter: str) -> Area:
        """The area at a place in the arrays, numbered in its district and lettered in its MSOA."""
        msoa, ward = int(self.msoas.group[place]), int(self.wards.group[place])
        msoa_name = f"{self.district.name} {msoa + 1:03d}"
        east, north = self.where[place].tolist()
        size = square_km(self.rings[place])
        return Area(
            code=f"E{county.FIRST_LSOA + self.before.lsoas + number:08d}",
            name=msoa_name + letter,
            msoa_code=f"E{county.FIRST_MSOA + self.before.msoas + msoa:08d}",
            msoa_name=msoa_name,
            msoa_local_name=self.msoas.names[msoa],
            ward_code=f"E{county.FIRST_WARD + self.before.wards + ward:08d}",
            ward_name=self.wards.names[ward],
            district=self.district,
            middle=(east, north),
            ring=to_degrees(self.rings[place]),
            square_km=size,
            centrality=float(self.centrality[place]),
            urban=bool(self.towns[place] >= 0) and size < URBAN_SQUARE_KM,
        )


def settle(
    district: District,
    where: Floats,
    towns: Ints,
    rings: tuple[Floats, ...],
    before: Numbering,
    rural: Iterator[str],
) -> tuple[list[Area], Numbering]:
    """One district's areas in order of name, and the numbering after them."""
    msoas = group(district, where, towns, LSOAS_PER_MSOA, True, rural)
    wards = group(district, where, towns, LSOAS_PER_WARD, False, rural)
    central = centralities(district, where)
    settlement = Settlement(district, where, towns, rings, msoas, wards, central, before)
    letters = {number: iter(ascii_uppercase) for number in range(len(msoas.names))}
    ordered = np.lexsort((where[:, 0], msoas.group)).tolist()
    found = [
        settlement.area(number, place, next(letters[int(msoas.group[place])]))
        for number, place in enumerate(ordered)
    ]
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
    found: list[Area] = []
    for index, district in enumerate(DISTRICTS):
        places = np.flatnonzero(seeds.district == index).tolist()
        own = tuple(rings[place] for place in places)
        where, towns = seeds.where[places], seeds.town[places]
        settled, numbering = settle(district, where, towns, own, numbering, rural)
        found.extend(settled)
    return tuple(found)
