"""A map's ground, ready to draw: shapes as compact paths, places for labels, who lies where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


class Role(Enum):
    """What a district is to the assessment."""

    OWN = "own"
    COUNTY = "in the county comparison"
    OUTSIDE = "outside the comparison"


@dataclass(frozen=True, slots=True)
class Place:
    """One small area: its shape as a path, a point well inside it, and the room round that point.

    `hatch` is the path of diagonal lines that fill it where nothing is known of it, `ruling` that
    of level lines where too little is. All lengths are in the units of its sheet.
    """

    code: str
    name: str
    path: str
    hatch: str
    ruling: str
    at: tuple[float, float]
    room: float


@dataclass(frozen=True, slots=True)
class District:
    """One district: its outline as a path, a point well inside it, and the room round it.

    `border` is what of the outline is drawn: for one cut at the map's edge, not the cut.
    """

    code: str
    name: str
    role: Role
    path: str
    border: str
    at: tuple[float, float]
    room: float


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One map without colours. `ground` says which district lies at each cell, -1 where none.

    `hatch` and `ruling` are those of all its small areas together.
    """

    across: float
    down: float
    per_km: float
    places: tuple[Place, ...]
    districts: tuple[District, ...]
    outline: str
    hatch: str
    ruling: str
    ground: NDArray[np.int16]
    cell: float


@dataclass(frozen=True, eq=False)
class Atlas:
    """The two sheets of every map pair: the county with its neighbours, and the own district.

    `key` begins every id that the sheets' shapes have on a page.
    """

    key: str
    own: str
    own_name: str
    county: Sheet
    district: Sheet

    @cached_property
    def own_codes(self) -> frozenset[str]:
        """The codes of the own district's small areas."""
        return frozenset(place.code for place in self.district.places)

    @cached_property
    def has_context(self) -> bool:
        """Say whether any district outside the comparison is drawn, for the key to name."""
        return any(district.role is Role.OUTSIDE for district in self.county.districts)

    @cached_property
    def county_numbers(self) -> Mapping[str, int]:
        """The number of each small area's shape on the county's sheet."""
        return {place.code: i for i, place in enumerate(self.county.places)}

    @cached_property
    def district_numbers(self) -> Mapping[str, int]:
        """The number of each small area's shape on the own district's sheet."""
        return {place.code: i for i, place in enumerate(self.district.places)}
