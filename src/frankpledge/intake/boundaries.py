"""Outlines of small areas, from zips of GeoJSON as publishers deliver them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from frankpledge.errors import FileFault
from frankpledge.intake.archive import Archive
from frankpledge.intake.received import Snapshot
from frankpledge.sources.geography import BOUNDARIES


@dataclass(frozen=True, slots=True)
class Outline:
    """One small area's outline in longitude and latitude."""

    code: str
    name: str
    district: str
    shape: BaseGeometry


def read_outlines(snapshots: tuple[Snapshot, ...]) -> tuple[Outline, ...]:
    """Read every feature of every GeoJSON file in the zips, in order of code."""
    outlines = [o for shot in snapshots for o in _outlines(shot)]
    return tuple(sorted(outlines, key=lambda outline: outline.code))


def _outlines(shot: Snapshot) -> Iterator[Outline]:
    with Archive(shot.path, shot.received.name) as archive:
        members = [m for m in archive.members if m.name.lower().endswith((".geojson", ".json"))]
        if not members:
            raise FileFault(
                "it holds no GeoJSON file",
                shot.received.name,
                "Ask its publisher for the boundaries as GeoJSON in a zip.",
            )
        for member in members:
            where = f"{shot.received.name}/{member.name}"
            for feature in _features(b"".join(archive.chunks(member.name)), where):
                yield _outline(feature, where)


class _Feature(msgspec.Struct):
    """One feature of a GeoJSON file."""

    properties: dict[str, Any] | None = None
    geometry: dict[str, Any] | None = None


class _Collection(msgspec.Struct):
    """A GeoJSON file."""

    features: list[_Feature]


def _features(content: bytes, where: str) -> list[_Feature]:
    """The features of a GeoJSON file."""
    try:
        return msgspec.json.decode(content, type=_Collection).features
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FileFault(
            f"it is not a whole GeoJSON file ({error})",
            where,
            "Ask for the file again from its publisher.",
        ) from error


def _outline(feature: _Feature, where: str) -> Outline:
    """One feature as an outline."""
    said = feature.properties or {}
    code, name, district = (
        next((str(said[h]) for h in headers if said.get(h)), "")
        for headers in BOUNDARIES.headers.values()
    )
    if not code or feature.geometry is None:
        raise FileFault(
            "a feature has no small-area code (LSOA21CD or LSOA11CD) or no outline",
            where,
            "Use the publisher's boundaries of small areas.",
        )
    try:
        shape = shapely.from_geojson(msgspec.json.encode(feature.geometry))
    except shapely.errors.ShapelyError as error:
        raise FileFault(
            f"the outline of {code} cannot be read ({error})",
            where,
            "Ask for the file again from its publisher.",
        ) from error
    return Outline(code, name, district, shape)
