"""The outlines of the areas as the boundary files give them: one GeoJSON a district, in a zip."""

import json
from collections.abc import Iterator
from pathlib import Path

from frankpledge.demo.areas import Area
from frankpledge.demo.county import COUNTY_CODE, DISTRICTS, District
from frankpledge.demo.writing import write_zip

WGS84 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}


def feature(number: int, area: Area) -> dict[str, object]:
    """One area as a GeoJSON feature, its ring closed and anticlockwise."""
    district = area.district
    return {
        "type": "Feature",
        "properties": {
            "FID": number,
            "LSOA21CD": area.code,
            "LSOA21NM": area.name,
            "LADCD_ACTIVE": district.code,
            "UTLACD": COUNTY_CODE if district.in_county else district.code,
        },
        "geometry": {"type": "Polygon", "coordinates": [[*area.ring, area.ring[0]]]},
    }


def collection(district: District, areas: tuple[Area, ...]) -> bytes:
    """One district's areas as a GeoJSON file, a feature a line."""
    lines = [
        json.dumps(feature(number, area), separators=(",", ":"))
        for number, area in enumerate(areas, start=1)
        if area.district is district
    ]
    head = json.dumps({"type": "FeatureCollection", "name": district.code, "crs": WGS84})
    body = ",\n".join(lines)
    return f'{head[:-1]}, "features": [\n{body}\n]}}\n'.encode()


def write_boundaries(folder: Path, areas: tuple[Area, ...]) -> None:
    """Write lsoa21-boundaries.zip."""

    def members() -> Iterator[tuple[str, bytes]]:
        for district in sorted(DISTRICTS, key=lambda district: district.code):
            yield f"{district.code}.geojson", collection(district, areas)

    write_zip(folder / "lsoa21-boundaries.zip", members())
