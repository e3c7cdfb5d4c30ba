"""Who and where the invented county is: names, codes, towns and outline, all of it made up.

Codes look like those of the Office for National Statistics but lie in ranges it has not used.
Distances are kilometres east and north of the county's middle (longitude -1.2, latitude 52.5).
"""

from dataclasses import dataclass
from typing import Final

COUNTY_CODE: Final = "E10000901"
COUNTY_NAME: Final = "Marchshire"
FORCE_CODE: Final = "E23000901"
FORCE_NAME: Final = "Marchshire"
FORCE_FULL_NAME: Final = "Marchshire Police"
FORCE_SLUG: Final = "marchshire"

HOME_DISTRICT: Final = "E07000901"
HOME_NAME: Final = "Thornmere"
HOME_PARTNERSHIP: Final = "E22000901"
HOME_PARTNERSHIP_NAME: Final = "Thornmere"
CITY_DISTRICT: Final = "E06000901"

FIRST_MONTH: Final = "2023-01"
LAST_MONTH: Final = "2025-12"

#: The first number of each run of codes; the letters before it never change.
FIRST_LSOA: Final = 1_099_001
FIRST_RETIRED_LSOA: Final = 1_098_001
FIRST_MSOA: Final = 2_009_901
FIRST_WARD: Final = 5_099_001
FIRST_OUTPUT_AREA: Final = 990_001

MIDDLE_LONGITUDE: Final = -1.2
MIDDLE_LATITUDE: Final = 52.5


@dataclass(frozen=True, slots=True)
class Town:
    """A place people cluster in: its middle, share of the district's areas and spread (km)."""

    name: str
    east: float
    north: float
    share: float
    spread: float


@dataclass(frozen=True, slots=True)
class District:
    """A local authority: how many LSOAs it has, where its towns are and how hard life is there."""

    code: str
    name: str
    partnership_code: str
    lsoas: int
    reach: float
    hub: tuple[float, float]
    towns: tuple[Town, ...]
    hardship: float
    yearly_per_lsoa: float

    @property
    def in_county(self) -> bool:
        """Whether the county council covers it: the city governs itself."""
        return self.code != CITY_DISTRICT


DISTRICTS: Final = (
    District(
        HOME_DISTRICT, HOME_NAME, HOME_PARTNERSHIP, 50, 9.0, (15.0, -7.5),
        (
            Town("Market Thornmere", 16.5, -10.0, 0.36, 1.15),
            Town("Ashwold", 20.0, -1.2, 0.13, 0.7),
            Town("Great Pennering", 9.2, -2.6, 0.14, 0.7),
            Town("Fleckmere", 8.6, -12.0, 0.06, 0.5),
        ),
        -0.35, 76.0,
    ),
    District(
        "E07000902", "Wychbourne", "E22000902", 30, 6.0, (-17.0, 5.0),
        (
            Town("Wychbourne", -16.0, 3.5, 0.48, 1.1),
            Town("Cadderby", -14.8, 9.2, 0.16, 0.6),
        ),
        0.1, 88.0,
    ),
    District(
        "E07000903", "Sallowfield", "E22000903", 32, 6.0, (-16.5, -10.0),
        (
            Town("Sallowfield", -17.0, -8.5, 0.50, 1.2),
            Town("Osterleigh", -9.5, -7.0, 0.17, 0.7),
        ),
        0.05, 86.0,
    ),
    District(
        "E07000904", "Kelverton", "E22000904", 26, 7.0, (15.0, 15.0),
        (
            Town("Kelverton", 14.0, 14.5, 0.52, 1.05),
            Town("Ulverby", 12.0, 21.5, 0.10, 0.5),
        ),
        -0.1, 74.0,
    ),
    District(
        "E07000905", "Eddlestow", "E22000905", 26, 6.0, (-3.0, -17.5),
        (
            Town("Eddlestow", -3.0, -15.5, 0.50, 1.0),
            Town("Thirlham", 2.5, -19.0, 0.10, 0.5),
        ),
        0.0, 80.0,
    ),
    District(
        "E07000906", "Hatherby and Coldwick", "E22000906", 24, -6.0, (0.8, -6.4),
        (
            Town("Hatherby", -0.6, -5.2, 0.52, 1.1),
            Town("Coldwick", 2.6, -6.0, 0.34, 0.8),
        ),
        0.1, 84.0,
    ),
    District(
        "E07000907", "North Marchshire", "E22000907", 42, 9.0, (-3.0, 17.0),
        (
            Town("Lorringham", -4.5, 16.5, 0.46, 1.25),
            Town("Mallenby", 3.0, 11.0, 0.16, 0.7),
            Town("Quarlstone", -8.5, 22.0, 0.08, 0.5),
        ),
        0.2, 96.0,
    ),
    District(
        CITY_DISTRICT, "Marcaster", "E22000908", 70, 0.0, (0.0, 1.8),
        (Town("Marcaster", 0.0, 1.8, 1.0, 2.3),),
        0.85, 158.0,
    ),
)  # fmt: skip

HOME: Final = DISTRICTS[0]
CITY: Final = DISTRICTS[-1]
CITY_RADIUS: Final = 4.9

#: The county's edge before it is roughened, walked round once.
OUTLINE: Final = (
    (-7.0, 27.0), (3.0, 24.5), (9.5, 28.0), (17.0, 24.0), (20.5, 16.5), (28.0, 12.5),
    (27.0, 4.0), (23.5, -2.0), (26.5, -10.0), (19.0, -17.5), (10.0, -16.5), (4.5, -23.5),
    (-6.0, -21.5), (-12.0, -15.5), (-21.5, -17.5), (-27.0, -9.0), (-21.5, -1.5),
    (-25.0, 7.5), (-18.0, 13.0), (-16.5, 21.5),
)  # fmt: skip
