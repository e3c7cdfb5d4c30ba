"""Where places are and what they are called."""

from __future__ import annotations

from frankpledge.sources.police import OGL
from frankpledge.sources.source import Layout, Source
from frankpledge.tables.library import (
    CHANGES,
    LOCAL_NAMES,
    LSOA_DISTRICTS,
    OUTPUT_AREAS,
    PARTNERSHIPS,
    RURAL_URBAN,
)
from frankpledge.tables.table import Table

ONS = "Office for National Statistics"

BOUNDARIES = Source(
    "boundaries",
    "Boundaries of small areas",
    ONS,
    f"{OGL}; contains OS data, Crown copyright and database right",
    Layout.BOUNDARIES,
    Table("boundaries", "The outline of each small area.", ()),
    {
        "lsoa": ("LSOA21CD", "LSOA11CD"),
        "name": ("LSOA21NM", "LSOA11NM"),
        "district": ("LADCD_ACTIVE",),
    },
    needed=False,
    without="the maps",
)

CHANGED_AREAS = Source(
    "small_area_changes",
    "Small areas of 2011 and 2021",
    ONS,
    OGL,
    Layout.CSV,
    CHANGES,
    {
        "lsoa11": ("lsoa11_code",),
        "change": ("change_code",),
        "lsoa21": ("lsoa21_code",),
        "name11": ("lsoa11_name",),
        "name21": ("lsoa21_name",),
    },
    needed=True,
)

DISTRICTS_OF_AREAS = Source(
    "small_area_districts",
    "Districts of small areas",
    ONS,
    OGL,
    Layout.CSV,
    LSOA_DISTRICTS,
    {
        "lsoa": ("lsoa21_code",),
        "lsoa_name": ("lsoa21_name",),
        "district": ("ltla24_code",),
        "district_name": ("ltla24_name",),
    },
    needed=True,
)

PARTNERSHIPS_OF_DISTRICTS = Source(
    "partnerships",
    "Partnerships and forces of districts",
    ONS,
    OGL,
    Layout.CSV,
    PARTNERSHIPS,
    {
        "district": ("ltla24_code", "LAD23CD"),
        "district_name": ("ltla24_name", "LAD23NM"),
        "partnership": ("csp24_code", "CSP23CD"),
        "partnership_name": ("csp24_name", "CSP23NM"),
        "force_name": ("pfa24_name", "PFA23NM"),
    },
    needed=True,
)

NAMES = Source(
    "local_names",
    "Local names of middle-layer areas",
    "House of Commons Library",
    "Open Parliament Licence",
    Layout.CSV,
    LOCAL_NAMES,
    {
        "msoa_name": ("MSOANM",),
        "msoa11_name": ("MSOA11NM",),
        "local_name": ("MSOAHCLNM",),
    },
    needed=False,
    without="the names people use for places",
)

OUTPUT_AREAS_2011 = Source(
    "output_areas",
    "Output areas and small areas of 2011",
    ONS,
    OGL,
    Layout.CSV,
    OUTPUT_AREAS,
    {"output_area": ("oa_cd",), "lsoa": ("lsoa_cd",)},
    needed=False,
    without="the comparison by area type",
)

RURAL = Source(
    "rural_urban",
    "Rural-urban classification of small areas",
    ONS,
    OGL,
    Layout.CSV,
    RURAL_URBAN,
    {"lsoa": ("lsoa21_code", "lsoa11_code"), "kind": ("ruc",)},
    needed=False,
    without="rural and urban areas in choosing statistical neighbours",
)
