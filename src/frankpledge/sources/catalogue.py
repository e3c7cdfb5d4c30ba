"""The catalogue of sources. To add a feed, write its declaration and add one line here."""

from __future__ import annotations

from frankpledge.sources import census, geography, police
from frankpledge.sources.source import Source

SOURCES: dict[str, Source] = {
    source.id: source
    for source in (
        police.STREET,
        police.RECORDED,
        police.PEERS,
        geography.BOUNDARIES,
        geography.CHANGED_AREAS,
        geography.DISTRICTS_OF_AREAS,
        geography.PARTNERSHIPS_OF_DISTRICTS,
        geography.NAMES,
        geography.OUTPUT_AREAS_2011,
        geography.RURAL,
        census.AREA_RESIDENTS,
        census.DISTRICT_RESIDENTS,
        census.INCOME_DEPRIVATION,
        census.AREA_TYPES,
        census.ETHNICITY,
        census.TENURE,
    )
}
