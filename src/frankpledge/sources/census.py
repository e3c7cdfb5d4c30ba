"""Who lives where: residents, deprivation, area types."""

from __future__ import annotations

from frankpledge.sources.geography import ONS
from frankpledge.sources.police import OGL
from frankpledge.sources.source import Layout, Source
from frankpledge.tables.library import (
    CENSUS_GROUPS,
    CLASSIFICATION,
    DEPRIVATION,
    DISTRICT_POPULATION,
    LSOA_POPULATION,
)

AREA_RESIDENTS = Source(
    "population",
    "Residents of small areas",
    ONS,
    OGL,
    Layout.CSV,
    LSOA_POPULATION,
    {
        "lsoa": ("lsoa21_code", "lsoa11_code"),
        "residents": ("total_population", "total_residents"),
    },
    needed=True,
)

DISTRICT_RESIDENTS = Source(
    "district_population",
    "Mid-year estimates of residents",
    ONS,
    OGL,
    Layout.WORKBOOK,
    DISTRICT_POPULATION,
    {
        "area": ("Code",),
        "name": ("Name",),
        **{f"mid_{year}": (f"Mid-{year}",) for year in range(2011, 2031)},
    },
    needed=False,
    without="mid-year estimates of districts (the residents of small areas are summed instead)",
    sheets=("MYE4",),
)

INCOME_DEPRIVATION = Source(
    "deprivation",
    "Indices of Deprivation, income",
    "Ministry of Housing, Communities and Local Government",
    OGL,
    Layout.CSV,
    DEPRIVATION,
    {"lsoa": ("lsoa21_code", "lsoa11_code"), "income_rank": ("Income_rank",)},
    needed=False,
    without="the comparison by deprivation",
)

AREA_TYPES = Source(
    "area_classification",
    "Output area classification 2021",
    ONS,
    OGL,
    Layout.CSV,
    CLASSIFICATION,
    {"output_area": ("OA21CD",), "supergroup": ("oac_supergroup",)},
    needed=False,
    without="the comparison by area type",
)

_GROUPS = {"lsoa": ("lsoa21_code",), "number": ("n",)}

ETHNICITY = Source(
    "ethnicity",
    "Ethnic groups, Census 2021",
    ONS,
    OGL,
    Layout.CSV,
    CENSUS_GROUPS,
    {**_GROUPS, "group": ("ethnic_group",)},
    needed=False,
    without="ethnic groups in choosing statistical neighbours",
)

TENURE = Source(
    "tenure",
    "Household tenure, Census 2021",
    ONS,
    OGL,
    Layout.CSV,
    CENSUS_GROUPS,
    {**_GROUPS, "group": ("tenure",)},
    needed=False,
    without="tenure in choosing statistical neighbours",
)
