"""What the police and the Home Office publish."""

from __future__ import annotations

from frankpledge.sources.source import Layout, Source
from frankpledge.tables.library import INCIDENTS, PEER_GROUP, RECORDED_CRIME

OGL = "Open Government Licence v3.0"

STREET = Source(
    "police_street",
    "Street-level crime and anti-social behaviour",
    "data.police.uk",
    OGL,
    Layout.MONTHLY_ARCHIVE,
    INCIDENTS,
    {
        "lsoa": ("LSOA code",),
        "month": ("Month",),
        "category": ("Crime type",),
        "crime": ("Crime ID",),
    },
    needed=True,
)

RECORDED = Source(
    "recorded_crime",
    "Recorded crime by Community Safety Partnership",
    "Office for National Statistics",
    OGL,
    Layout.WORKBOOK,
    RECORDED_CRIME,
    {
        "partnership": ("Community Safety Partnership code",),
        "name": ("Community Safety Partnership name",),
        "total": ("Total recorded crime (excluding fraud)",),
    },
    needed=False,
    without="the national statistics beside the open counts",
    sheets=("Table C2", "Table C5"),
)

PEERS = Source(
    "most_similar_group",
    "Most similar group",
    "Home Office, as supplied to the partnership",
    "",
    Layout.CSV,
    PEER_GROUP,
    {"partnership": ("partnership_code",), "dated": ("dated",)},
    needed=False,
    without="the comparison with the most similar group",
)
