"""Incidents as rows of the police's archive: moved to a few points, one file a month."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from frankpledge.demo import county, planted
from frankpledge.demo.areas import Area
from frankpledge.demo.incidents import CATEGORIES, month_names
from frankpledge.demo.names import locations
from frankpledge.demo.streams import stream
from frankpledge.demo.terrain import Ints, inside
from frankpledge.demo.writing import write_zip

HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)
UNPLACED_SHARE = 0.024
NO_PLACE = ",,No Location,,"
FAR_AWAY = "-0.412077,52.903164,On or near Old Road"
BYTES_IN_ID = 32
ASB = "Anti-social behaviour"

OUTCOMES = (
    "Investigation complete; no suspect identified",
    "Unable to prosecute suspect",
    "Court result unavailable",
    "Awaiting court outcome",
    "Local resolution",
    "Action to be taken by another organisation",
    "Status update unavailable",
)
PROPERTY_CRIME = (0.76, 0.13, 0.04, 0.03, 0.02, 0.00, 0.02)
PERSONAL_CRIME = (0.22, 0.53, 0.07, 0.05, 0.04, 0.05, 0.04)
DETECTED_CRIME = (0.40, 0.14, 0.17, 0.09, 0.13, 0.01, 0.06)
OUTCOME_SHARES = {
    "Violence and sexual offences": PERSONAL_CRIME,
    "Public order": PERSONAL_CRIME,
    "Other crime": PERSONAL_CRIME,
    "Drugs": DETECTED_CRIME,
    "Possession of weapons": DETECTED_CRIME,
    "Shoplifting": DETECTED_CRIME,
}


@dataclass(frozen=True, slots=True)
class Spots:
    """The places an area's incidents are moved to, as they read in a row, and how often each."""

    text: tuple[str, ...]
    steps: tuple[float, ...]


def points_within(area: Area, n: int, rng: np.random.Generator) -> list[tuple[float, float]]:
    """Some points in an area, to the sixth decimal."""
    ring = np.array(area.ring)
    low, high = ring.min(axis=0), ring.max(axis=0)
    found: list[tuple[float, float]] = []
    while len(found) < n:
        tried = np.round(rng.uniform(low, high, (4 * n, 2)), 6)
        found.extend((east, north) for east, north in tried[inside(ring, tried)].tolist())
    return found[:n]


def find_spots(area: Area, seed: int) -> Spots:
    """The few points of one area, the commonest first; town centres have shops among them."""
    rng = stream(seed, "spots", area.code)
    shops = 4 if area.centrality > 0.3 else 1 if area.urban else 0
    n = int(rng.integers(5, 16)) + shops
    points, names = points_within(area, n, rng), locations(n, shops, rng)
    text = tuple(
        f"{east:.6f},{north:.6f},{name},{area.code},{area.name}"
        for (east, north), name in zip(points, names, strict=True)
    )
    weight = 1.0 / np.arange(1.0, n + 1.0) ** 0.8
    return Spots(text, tuple((np.cumsum(weight) / weight.sum()).tolist()))


def outcomes(category: str, n: int, rng: np.random.Generator) -> list[str]:
    """The last outcome of each of n incidents; anti-social behaviour has none."""
    if category == ASB:
        return [""] * n
    shares = OUTCOME_SHARES.get(category, PROPERTY_CRIME)
    return [OUTCOMES[place] for place in rng.choice(len(OUTCOMES), n, p=shares).tolist()]


def identifiers(category: str, n: int, rng: np.random.Generator) -> list[str]:
    """An identifier of 64 hexadecimal digits for each incident; anti-social behaviour has none."""
    if category == ASB:
        return [""] * n
    text = rng.bytes(BYTES_IN_ID * n).hex()
    return [text[start : start + 64] for start in range(0, 64 * n, 64)]


def rows_of(
    month: str, category: str, places: list[str], rng: np.random.Generator
) -> Iterator[tuple[str, str]]:
    """A row for each incident of one category, with its place as the key to sort by."""
    n = len(places)
    force = f"{month},{county.FORCE_FULL_NAME},{county.FORCE_FULL_NAME}"
    parts = zip(identifiers(category, n, rng), places, outcomes(category, n, rng), strict=True)
    for identifier, place, outcome in parts:
        yield place, f"{identifier},{force},{place},{category},{outcome},"


def places_of(counts: Ints, spots: tuple[Spots, ...], rng: np.random.Generator) -> list[str]:
    """A place for each incident counted by area."""
    found: list[str] = []
    for place in np.flatnonzero(counts).tolist():
        drawn = rng.random(int(counts[place]))
        chosen = np.searchsorted(np.array(spots[place].steps), drawn)
        last = len(spots[place].text) - 1
        found.extend(spots[place].text[min(spot, last)] for spot in chosen.tolist())
    return found


def faulty_rows(month: str, spots: tuple[Spots, ...], rng: np.random.Generator) -> list[str]:
    """The few rows of a month that cannot be used as they stand."""
    good = spots[0].text[0]
    located = good.rsplit(",", 2)[0]
    far_code, far_name = planted.ELSEWHERE
    faults: dict[str, list[tuple[str, str]]] = {
        "2024-03": [(planted.UNKNOWN_TYPE, good), (planted.UNKNOWN_TYPE, good)],
        "2024-08": [("Burglary", f"{located},{planted.MALFORMED_CODES[0]},Thornmere 001A")],
        "2025-02": [("Drugs", f"{located},{planted.MALFORMED_CODES[1]},Thornmere 003B")],
        "2025-06": [("Vehicle crime", f"{FAR_AWAY},{far_code},{far_name}")],
        "2025-09": [(planted.UNKNOWN_TYPE, good)],
    }
    return [
        row
        for category, place in faults.get(month, [])
        for _, row in rows_of(month, category, [place], rng)
    ]


def month_file(month: str, counts: Ints, spots: tuple[Spots, ...], seed: int) -> bytes:
    """One month's file: incidents by area, then the faulty rows, then those without a place."""
    rng = stream(seed, "street", month)
    placed: list[tuple[str, int, str]] = []
    unplaced: list[str] = []
    for number, category in enumerate(CATEGORIES):
        places = places_of(counts[:, number], spots, rng)
        for place, row in rows_of(month, category.name, places, rng):
            placed.append((place.rsplit(",", 1)[1], number, row))
        lost = 0 if category.name == ASB else int(rng.binomial(len(places), UNPLACED_SHARE))
        unplaced.extend(row for _, row in rows_of(month, category.name, [NO_PLACE] * lost, rng))
    placed.sort(key=lambda entry: entry[:2])
    faulty = faulty_rows(month, spots, rng)
    return "\n".join([HEADER, *(row for _, _, row in placed), *faulty, *unplaced, ""]).encode()


def write_police(folder: Path, areas: tuple[Area, ...], counts: Ints, seed: int) -> None:
    """Write police-2023-2025.zip, without the month that was never supplied."""
    spots = tuple(find_spots(area, seed) for area in areas)

    def members() -> Iterator[tuple[str, bytes]]:
        for number, month in enumerate(month_names()):
            if month != planted.NOT_SUPPLIED_MONTH:
                name = f"{month}/{month}-{county.FORCE_SLUG}-street.csv"
                yield name, month_file(month, counts[:, :, number], spots, seed)

    write_zip(folder / "police-2023-2025.zip", members())
