"""Questions 2 to 6 in words: share, target, places, communities, peers."""

from __future__ import annotations

import itertools
from typing import assert_never

from frankpledge.findings.kinds import (
    HIGH_LEVELS,
    Communities,
    Context,
    PeerGroup,
    Peers,
    Place,
    PlaceLevel,
    Places,
    Share,
    Standing,
    TargetResult,
    TargetVerdict,
)
from frankpledge.narrative.change import counted, spoken, units, withheld
from frankpledge.narrative.lexicon import LEVELS, capital, listed, neutral
from frankpledge.narrative.numbers import in_words
from frankpledge.narrative.phrase import Number, Phrase, Style, phrase
from frankpledge.vocabulary.area import ordinal_words
from frankpledge.vocabulary.issue import ALL_RECORDED_CRIME, Issue, issue
from frankpledge.vocabulary.quantity import Shown, Withheld, number


def share_sentence(share: Share[Shown], about: Issue) -> Phrase:
    """The issue's share of all, and its place among the issues."""
    at = share.about.id
    if isinstance(share.count, Withheld):
        return withheld(about)
    part = Number(share.share, Style.PERCENT, at)
    if about.id == ALL_RECORDED_CRIME:
        largest = share.shares[0]
        return phrase(
            f"{capital(issue(largest.issue).in_text)} is the largest issue: ",
            Number(largest.share, Style.PERCENT, at), " of all crimes and incidents.",
        )  # fmt: skip
    rank = number(share.rank)
    place = "" if rank is None else _position(int(rank), share.of)
    return phrase(part, f" of all crimes and incidents{place}.")


def _position(rank: int, of: int) -> str:
    """The place of an issue among the others, from the largest."""
    if rank in (1, of):
        return f", the {'largest' if rank == 1 else 'smallest'} of {of} issues"
    return f", the {ordinal_words(rank)} largest of {of} issues"


def target_sentence(target: TargetResult[Shown], about: Issue) -> Phrase:
    """Whether the target was met, and by how many."""
    at = target.about.id
    limit, actual = counted(target.target, at), counted(target.actual, at)
    match target.verdict:
        case TargetVerdict.MET:
            return phrase("Target met: at most ", limit, " were aimed for and there were ", actual,
                          ".")  # fmt: skip
        case TargetVerdict.MISSED:
            return phrase("Target missed by ", counted(target.missed_by, at), ": at most ", limit,
                          " were aimed for and there were ", actual, ".")  # fmt: skip
        case TargetVerdict.NOT_GRADED:
            return phrase("Not graded: part of the period was not supplied, so ", actual,
                          " cannot be set against ", limit, ".")  # fmt: skip
        case TargetVerdict.WITHHELD:
            return phrase("The counts are withheld in this edition.")
        case never:
            assert_never(never)


def places_sentence(places: Places[Shown]) -> Phrase:
    """How many of the district's small areas stand out from the rest of the county, and where."""
    own = places.about.area.name
    if not places.top:
        return phrase("Small areas are withheld in this edition.")
    counts = [(level, places.in_district(level)) for level in reversed(HIGH_LEVELS)]
    found = [(level, n) for level, n in counts if n]
    if not found:
        return phrase(f"No small area of {own} is above the rest of the county beyond chance")
    total = sum(n for _, n in found)
    kinds = listed([f"{in_words(n)} {LEVELS[level]}" for level, n in found])
    where = _where(places)
    if len(found) == 1:
        plural = "area is" if total == 1 else "areas are"
        return phrase(
            f"{capital(in_words(total))} of {own}’s {places.own} small {plural} "
            f"{LEVELS[found[0][0]]} for the county{where}"
            if total > 1
            else f"One small area of {own} is {LEVELS[found[0][0]]} for the county{where}"
        )
    return phrase(
        f"{capital(in_words(total))} of {own}’s {places.own} small areas stand out in the county: "
        f"{kinds}"
    )


def _where(places: Places[Shown]) -> str:
    """The local names of the areas that stand out, where they are few."""
    high = [
        p for p in places.places if p.level in HIGH_LEVELS and p.district == places.about.area.code
    ]
    names: dict[str, int] = {}
    for place in high:
        names[place.local_name] = names.get(place.local_name, 0) + 1
    if len(names) > 3:
        return ""
    if len(high) == 1:
        return f", in {high[0].local_name}"
    ranked = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) == 1:
        return f", all in {ranked[0][0]}"
    return ": " + listed([f"{in_words(n)} in {name}" for name, n in ranked])


def place_sentence(places: Places[Shown], place: Place[Shown], rank: int, about: Issue) -> Phrase:
    """One small area of the top five."""
    position = "Most" if rank == 1 else f"{capital(ordinal_words(rank))} most"
    return phrase(
        f"{position} in {places.about.area.name}: {place.local_name} ({place.name}), with ",
        counted(place.count, places.about.id), f" {units(place.count, about)}.",
    )  # fmt: skip


def places_note(places: Places[Shown], about: Issue) -> Phrase:
    """How few places hold half of all, and what a rate here does not mean."""
    return phrase(
        f"Half of these {about.unit} are in ", counted(places.half_in, places.about.id),
        f" of {places.own} small areas. {about.caveat}".rstrip(),
    )  # fmt: skip


def communities_sentence(found: Communities[Shown], about: Issue) -> Phrase:
    """Which kinds of small area have more than the county's average."""
    shown = [g for g in found.groups if g.index is not None]
    values = [number(g.index.value) for g in shown if g.index is not None]
    known = [v for v in values if v is not None]
    if len(known) < len(shown) or not shown:
        return phrase(f"No group by {found.by} is large enough to show, or all are withheld")
    ordered = all(a > b for a, b in itertools.pairwise(known))
    clear = [g for g in shown if g.clear]
    whole = len(shown) == len(found.groups)
    if "deprivation" in found.by and ordered and whole and shown[0].clear:
        return phrase(
            f"In the county, the more deprived the area, the more {about.unit} for its residents"
        )
    above = [g for g in clear if g.index is not None and (number(g.index.value) or 0) > 100]
    if not above or above[0].index is None:
        return phrase(f"No group by {found.by} is clearly above the county’s average")
    top = max(above, key=lambda g: (number(g.index.value) or 0) if g.index else 0)
    assert top.index is not None
    where = f"areas of the type “{top.name}”" if "type" in found.by else f"the {_fifth(top.name)}"
    return phrase(
        f"Clearly above the county’s average in {where}: index ",
        Number(top.index.value, Style.INDEX, found.about.id), ", where the county is 100",
    )  # fmt: skip


def _fifth(name: str) -> str:
    """A fifth inside a sentence."""
    lowered = name[0].lower() + name[1:]
    return lowered if "fifth" in lowered else f"{lowered} fifth by deprivation"


def peers_sentence(peers: Peers[Shown], about: Issue) -> Phrase:
    """Where the area stands among others."""
    at = peers.about.id
    own = next(p for p in peers.peers if p.own)
    if isinstance(peers.centre, Withheld):
        return phrase("The comparison is withheld in this edition")
    rate = Number(own.rate.value, Style.RATE, at)
    centre = Number(peers.centre, Style.RATE, at)
    who = _group(peers.group)
    match peers.standing:
        case Standing.HIGHER | Standing.LOWER:
            if neutral(about):
                word = "More" if peers.standing is Standing.HIGHER else "Fewer"
                return phrase(f"{word} recorded than in {who}: ", rate, " per 1,000 residents "
                              "against ", centre)  # fmt: skip
            word = "Higher" if peers.standing is Standing.HIGHER else "Lower"
            return phrase(f"{word} than in {who}: ", rate, " per 1,000 residents against ", centre)
        case Standing.NO_CLEAR_DIFFERENCE:
            return phrase(f"{_rank(peers)}, and not clearly different from {who}: ", rate,
                          " per 1,000 residents against ", centre)  # fmt: skip
        case Standing.WITHHELD:
            return phrase("The comparison is withheld in this edition")
        case never:
            assert_never(never)


def _group(group: PeerGroup) -> str:
    match group:
        case PeerGroup.COUNTY:
            return "the county’s other districts"
        case PeerGroup.MOST_SIMILAR:
            return "its most similar group"
        case PeerGroup.STATISTICAL:
            return "its statistical neighbours"
        case never:
            assert_never(never)


def _rank(peers: Peers[Shown]) -> str:
    """The rank among the areas, from the highest rate."""
    rank = number(peers.rank.value)
    if rank is None:
        return "Rank withheld"
    if rank == 1:
        return f"The highest rate of {in_words(peers.of)}"
    if rank == peers.of:
        return f"The lowest rate of {in_words(peers.of)}"
    return f"{capital(ordinal_words(int(rank)))} highest of {in_words(peers.of)} rates"


def context_sentence(context: Context[Shown]) -> Phrase:
    """The national statistics of their own year, as context."""
    at = context.about.id
    if isinstance(context.count, Withheld):
        return withheld(issue(context.about.issue))
    now = phrase(
        f"National statistics for {spoken(context.about.period)}: ", counted(context.count, at),
        " recorded crimes without fraud",
    )  # fmt: skip
    before = (
        phrase("(", counted(context.count_before, at), " the year before).")
        if context.count_before is not None
        else phrase(".")
    )
    note = phrase(
        "They are counted in another way and for their own year, so they stand beside these counts "
        "and are not compared with them."
    )
    return now + before + note


def high_level_chip(places: Places[Shown]) -> str:
    """The places chip: how many small areas are in the highest class that is not empty."""
    if not places.top:
        return "Withheld"
    for level in reversed(HIGH_LEVELS):
        if n := places.in_district(level):
            return f"{n} of {places.own} {LEVELS[level]}"
    few = places.in_district(PlaceLevel.TOO_FEW)
    return "Too few to class" if few == places.own else "None above average"
