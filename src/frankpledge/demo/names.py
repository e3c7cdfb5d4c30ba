"""Invented village, ward and street names, none used twice where it would confuse."""

from collections.abc import Iterator

import numpy as np

STEMS = (
    "Alver", "Barrin", "Brocken", "Cadden", "Corven", "Dunsel", "Elsen", "Fenni", "Garram",
    "Hessel", "Ingle", "Jesper", "Kerrin", "Osmer", "Haddle", "Nessen", "Orlin", "Tibber",
    "Quennel", "Rissin", "Sarnel", "Tarrin", "Stanner", "Vennin", "Wethen", "Yarrin",
)  # fmt: skip
ENDINGS = (
    "bury", "by", "cote", "den", "field", "ford", "ham", "hurst", "ley", "mere", "stead",
    "stow", "thorpe", "toft", "well", "wick", "worth",
)  # fmt: skip
STREET_STEMS = (
    "Abbey", "Acre", "Alder", "Barley", "Beacon", "Bishop", "Bramble", "Castle", "Chapel",
    "Church", "Clover", "Drovers", "Elder", "Fallow", "Glebe", "Granary", "Hawthorn", "Heron",
    "Hollow", "Juniper", "Kestrel", "Lantern", "Linden", "Maltings", "Meadow", "Mill", "Orchard",
    "Pound", "Priory", "Quarry", "Rectory", "Saddlers", "School", "Spinney", "Station", "Tannery",
    "Thatch", "Vicarage", "Weavers", "Willow",
)  # fmt: skip
STREET_ENDINGS = (
    "Avenue", "Close", "Court", "Crescent", "Drive", "Gardens", "Lane", "Road", "Street", "Way",
)  # fmt: skip
SHOPPING_PLACES = ("Supermarket", "Shopping Area", "Parking Area", "Nightclub", "Petrol Station")
QUARTERS = (
    "Central", "Abbey", "Castle", "Mill", "Park", "Heath", "Priory", "Station", "Green", "Brook",
    "Common", "Wharf",
)  # fmt: skip


def villages(rng: np.random.Generator) -> Iterator[str]:
    """Every village name once, in an order of the stream's own."""
    names = [stem + ending for stem in STEMS for ending in ENDINGS]
    return iter([names[place] for place in rng.permutation(len(names)).tolist()])


def quarters(town: str, rural: Iterator[str]) -> Iterator[str]:
    """The parts of a town, its middle first, then the villages it has swallowed."""
    for quarter in QUARTERS:
        yield f"{town} {quarter}"
    yield from rural


def locations(n: int, shops: int, rng: np.random.Generator) -> list[str]:
    """The places incidents in one area are moved to: shops first, then streets."""
    choice = rng.choice(len(STREET_STEMS) * len(STREET_ENDINGS), n, replace=False).tolist()
    streets = [
        f"{STREET_STEMS[c // len(STREET_ENDINGS)]} {STREET_ENDINGS[c % len(STREET_ENDINGS)]}"
        for c in choice
    ]
    return [f"On or near {name}" for name in [*SHOPPING_PLACES[:shops], *streets][:n]]
