"""The smaller words of the standard page: subtitles, notes and headlines made from findings."""

from __future__ import annotations

import re

from frankpledge.findings.kinds import (
    Change,
    Direction,
    Months,
    PeerGroup,
    Peers,
    Places,
    Share,
    TargetResult,
)
from frankpledge.narrative.lexicon import TRENDS
from frankpledge.narrative.numbers import in_words, plain
from frankpledge.narrative.phrase import Number, Phrase, Style, phrase
from frankpledge.plan.assessment import Assessment
from frankpledge.vocabulary.quantity import Shown


def places_subtitle(plan: Assessment, places: Places[Shown]) -> str:
    """What the maps show."""
    return (
        f"Small areas (LSOAs) of the {in_words(len(plan.county.districts))} districts of "
        f"{plan.county.name} by class, {plan.period.name}. An area is classed only when its count "
        "is beyond chance after "
        f"allowing for {len(places.places)} comparisons. Residents of {places.residents_year}."
    )


def peers_note(peers: Peers[Shown]) -> str:
    """How the others were chosen and who is missing."""
    others, own = in_words(peers.of - 1), peers.about.area.name
    note = f"The centre is that of the {others} others, without {own}."
    if peers.group is PeerGroup.STATISTICAL:
        note += (
            " No Home Office list was supplied, so these are statistical neighbours: the "
            f"{peers.of - 1} partnerships most like it, of those with the same months, in "
            f"{len(peers.variables)} figures from the census, rural areas and income deprivation."
        )
    if peers.left_out and peers.group is not PeerGroup.STATISTICAL:
        note += f" Left out, since months are missing: {', '.join(peers.left_out)}."
    return note


def whole_note(share: Share[Shown]) -> Phrase:
    """What the shares are shares of."""
    return phrase(
        "Shares of all crimes and incidents; ", Number(share.count, Style.COUNT, share.about.id),
        " are of the issue marked.",
    )  # fmt: skip


def target_facts(target: TargetResult[Shown]) -> Phrase:
    """What the target started from, what it was, and what came."""
    at = target.about.id
    start = (
        ("Started from ", Number(target.baseline, Style.COUNT, at), "; at most ")
        if target.baseline is not None
        else ("At most ",)
    )
    return phrase(
        *start, Number(target.target, Style.COUNT, at), " aimed for; ",
        Number(target.actual, Style.COUNT, at), " recorded.",
    )  # fmt: skip


def change_headline(change: Change[Shown] | None, sentence: Phrase) -> str:
    """The answer to question 1 as a headline: interval and reason are left to what follows."""
    text = plain(sentence)
    if change is None:
        return text
    if change.direction is Direction.NOT_COMPARED:
        return text.split(". Not compared")[0] + ", not compared"
    return re.split(r" \([+\u2212]", text)[0]


def trend_note(months: Months[Shown]) -> Phrase:
    """The five-year trend, and why there may be none."""
    words = TRENDS[months.trend]
    whole = sum(year.supplied == 12 for year in months.years)
    if "cannot" in words:
        return phrase(
            f"{words}. It needs five whole years that can be compared; the files hold {whole} "
            "whole years, and breaks may part them."
        )
    return phrase(f"{words}.")
