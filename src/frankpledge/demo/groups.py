"""Neighbouring areas in named groups: the wards and middle-layer areas they nest in."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from frankpledge.demo.county import District, Town
from frankpledge.demo.names import quarters
from frankpledge.demo.terrain import Floats, Ints, squared_distances

FEWEST_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Part:
    """Some areas that belong together, and the town they all lie in, if they do."""

    town: Town | None
    members: Ints


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


def cut(district: District, where: Floats, towns: Ints, size: float) -> list[Part]:
    """A district's areas in groups of about a size, each in one town or out in the country.

    A town too small for a group of its own is grouped with the country round it.
    """
    found: list[Part] = []
    country = towns < 0
    for number, town in enumerate(district.towns):
        members = np.flatnonzero(towns == number)
        if len(members) < FEWEST_TOGETHER:
            country |= towns == number
            continue
        groups = max(1, round(len(members) / size))
        found.extend(Part(town, part) for part in split(where, members, groups))
    rest = np.flatnonzero(country)
    if len(rest):
        groups = max(1, round(len(rest) / size))
        found.extend(Part(None, part) for part in split(where, rest, groups))
    return sorted(found, key=lambda part: -float(where[part.members, 1].mean()))


def nearest_first(town: Town, where: Floats) -> list[int]:
    """Places in order of distance from a town's middle."""
    away = squared_distances(where, np.array([[town.east, town.north]]))[:, 0]
    order: list[int] = np.argsort(away, kind="stable").tolist()
    return order


def name_parts(
    district: District, where: Floats, parts: list[Part], paired: bool, rural: Iterator[str]
) -> tuple[str, ...]:
    """A name for each group: a town or a part of one, or else its villages."""
    names: dict[int, str] = {}
    part_of = {int(area): number for number, part in enumerate(parts) for area in part.members}
    for town in district.towns:
        order = list(dict.fromkeys(part_of[area] for area in nearest_first(town, where)))
        own = [number for number in order if parts[number].town is town] or order[:1]
        several = quarters(town.name, rural) if len(own) > 1 else iter([town.name])
        names.update({number: next(several) for number in own if number not in names})
    for number in range(len(parts)):
        if number not in names:
            names[number] = f"{next(rural)} & {next(rural)}" if paired else next(rural)
    return tuple(names[number] for number in range(len(parts)))


def group(
    district: District,
    where: Floats,
    towns: Ints,
    size: float,
    paired: bool,
    rural: Iterator[str],
) -> Grouping:
    """A district's areas in named groups of about the given size, from north to south."""
    parts = cut(district, where, towns, size)
    found = np.empty(len(where), dtype=np.int64)
    for number, part in enumerate(parts):
        found[part.members] = number
    return Grouping(found, name_parts(district, where, parts, paired, rural))
