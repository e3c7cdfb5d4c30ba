"""Verdicts as words with a sign: for tables and chips."""

from __future__ import annotations

from frankpledge.document.blocks import Chip, Icon, Verdict
from frankpledge.findings.kinds import (
    Change,
    Direction,
    Level,
    Months,
    PeerGroup,
    Peers,
    Places,
    Silence,
    Standing,
    TargetResult,
    TargetVerdict,
    TrendVerdict,
)
from frankpledge.narrative import lexicon
from frankpledge.narrative.change import FEWEST_FOR_PERCENT
from frankpledge.narrative.numbers import in_words, say
from frankpledge.narrative.others import high_level_chip
from frankpledge.narrative.phrase import Number, Part, Phrase, Style, phrase
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.quantity import Shown, number

DIRECTION_ICONS = {
    Direction.ROSE: Icon.UP,
    Direction.FELL: Icon.DOWN,
    Direction.NO_CLEAR_CHANGE: Icon.ALIKE,
    Direction.NOT_COMPARED: Icon.HATCH,
    Direction.WITHHELD: Icon.HATCH,
}
TARGET_ICONS = {
    TargetVerdict.MET: Icon.TICK,
    TargetVerdict.MISSED: Icon.CROSS,
    TargetVerdict.NOT_GRADED: Icon.HATCH,
    TargetVerdict.WITHHELD: Icon.HATCH,
}


def change_verdict(change: Change[Shown] | None, issue: Issue, below: bool = False) -> Verdict:
    """The verdict on a change, with the two counts below it if asked."""
    if change is None:
        return Verdict(Icon.HATCH, lexicon.DIRECTIONS[Direction.NOT_COMPARED])
    strong = change.direction in (Direction.ROSE, Direction.FELL)
    words = lexicon.direction(issue, change.direction)
    facts = _facts(change) if below else None
    return Verdict(DIRECTION_ICONS[change.direction], words, strong, facts)


def _facts(change: Change[Shown]) -> Phrase:
    """The two counts, and the interval where there is one."""
    at = change.about.id
    parts: list[Part] = [
        Number(change.before, Style.COUNT, at), " to ", Number(change.after, Style.COUNT, at),
    ]  # fmt: skip
    enough = (number(change.before) or 0) >= FEWEST_FOR_PERCENT
    if enough and change.direction is not Direction.NOT_COMPARED:
        low, high = change.percent.low, change.percent.high
        parts += ["; ", Number(low, Style.SIGNED_PERCENT, at), " to "]
        parts += [Number(high, Style.SIGNED_PERCENT, at)]
    return Phrase(tuple(parts))


def peers_verdict(peers: Peers[Shown] | None, issue: Issue) -> Verdict:
    """The verdict on the comparison with the county's other districts."""
    if peers is None:
        return Verdict(Icon.HATCH, "Not compared")
    strong = peers.standing in (Standing.HIGHER, Standing.LOWER)
    icon = Icon.STEPS if strong else Icon.ALIKE
    rank = Number(peers.rank.value, Style.RANK, peers.about.id)
    below = phrase(rank, f" of {peers.of}")
    return Verdict(icon, lexicon.standing(issue, peers.standing), strong, below)


def chips(
    issue: Issue,
    level: Level[Shown] | None,
    change: Change[Shown] | None,
    months: Months[Shown] | None,
    target: TargetResult[Shown] | Silence[Shown] | None,
    places: Places[Shown] | None,
    peers: Peers[Shown] | None,
) -> tuple[Chip, ...]:
    """The verdicts of an issue, a word or two each."""
    return (
        _volume(level),
        _change(change, issue),
        _months(months),
        _target(target),
        _places(places),
        _peers(peers, issue),
    )


def _volume(level: Level[Shown] | None) -> Chip:
    if level is None:
        return Chip("Volume", Icon.HATCH, "Not supplied", quiet=True)
    count = say(Number(level.count, Style.COUNT, level.about.id))
    whole = len(level.months) == len(level.about.period)
    return Chip("Volume", Icon.BARS, count if whole else f"{count} in {len(level.months)} months")


def _change(change: Change[Shown] | None, issue: Issue) -> Chip:
    verdict = change_verdict(change, issue)
    return Chip("Change", verdict.icon, verdict.words, quiet=not verdict.strong)


def _months(months: Months[Shown] | None) -> Chip:
    if months is not None and months.trend is TrendVerdict.WITHHELD:
        return Chip("Months", Icon.HATCH, "Withheld", quiet=True)
    if months is None or months.usual is None:
        return Chip("Months", Icon.HATCH, "Too few to judge", quiet=True)
    found = len(months.exceptional)
    words = f"{in_words(found)} exceptional" if found else "none exceptional"
    return Chip("Months", Icon.DIAMOND, lexicon.capital(words), quiet=not found)


def _target(target: TargetResult[Shown] | Silence[Shown] | None) -> Chip:
    if not isinstance(target, TargetResult):
        return Chip("Target", Icon.RING, "No target set", quiet=True)
    words = lexicon.TARGETS[target.verdict]
    if target.verdict in (TargetVerdict.MET, TargetVerdict.MISSED):
        by = abs(number(target.missed_by) or 0)
        words = f"{words} by {by:,.0f}"
    return Chip("Target", TARGET_ICONS[target.verdict], words)


def _places(places: Places[Shown] | None) -> Chip:
    if places is None:
        return Chip("Places", Icon.HATCH, "Not supplied", quiet=True)
    words = high_level_chip(places)
    return Chip("Places", Icon.PIN, words, quiet=words.startswith(("None", "Too", "Withheld")))


def _peers(peers: Peers[Shown] | None, issue: Issue) -> Chip:
    label = "Peers" if peers is None or peers.group is not PeerGroup.COUNTY else "County"
    verdict = peers_verdict(peers, issue)
    return Chip(label, verdict.icon, verdict.words, quiet=not verdict.strong)
