"""The words for verdicts: the one place where a verdict becomes a word a reader sees.

For issues where more recorded may mean that more people came forward, or that the police looked
harder, the words are "more recorded" and "fewer recorded", never worse or better.
"""

from __future__ import annotations

from frankpledge.findings.kinds import Direction, PlaceLevel, Standing, TargetVerdict, TrendVerdict
from frankpledge.vocabulary.issue import Issue, Polarity

DIRECTIONS = {
    Direction.ROSE: "Rose",
    Direction.FELL: "Fell",
    Direction.NO_CLEAR_CHANGE: "No clear change",
    Direction.NOT_COMPARED: "Not compared",
    Direction.WITHHELD: "Withheld",
}
STANDINGS = {
    Standing.HIGHER: "Higher",
    Standing.LOWER: "Lower",
    Standing.NO_CLEAR_DIFFERENCE: "No clear difference",
    Standing.WITHHELD: "Withheld",
}
LEVELS = {
    PlaceLevel.SIGNIFICANTLY_HIGH: "significantly high",
    PlaceLevel.VERY_HIGH: "very high",
    PlaceLevel.ABOVE_AVERAGE: "above average",
}
TARGETS = {
    TargetVerdict.MET: "Met",
    TargetVerdict.MISSED: "Missed",
    TargetVerdict.NOT_GRADED: "Not graded",
    TargetVerdict.WITHHELD: "Withheld",
}
TRENDS = {
    TrendVerdict.RISING: "Rising over five years",
    TrendVerdict.FALLING: "Falling over five years",
    TrendVerdict.NO_CLEAR_TREND: "No clear trend over five years",
    TrendVerdict.CANNOT_BE_CALCULATED: "Five-year trend: cannot be calculated",
    TrendVerdict.WITHHELD: "Five-year trend: withheld",
}


def neutral(issue: Issue) -> bool:
    """Say whether more recorded is not called worse for this issue."""
    return issue.polarity is Polarity.MORE_IS_NOT_WORSE


def direction(issue: Issue, verdict: Direction) -> str:
    """The verdict on a change, in two or three words."""
    if neutral(issue) and verdict in (Direction.ROSE, Direction.FELL):
        return "More recorded" if verdict is Direction.ROSE else "Fewer recorded"
    return DIRECTIONS[verdict]


def standing(issue: Issue, verdict: Standing) -> str:
    """The verdict on a comparison with other areas, in two or three words."""
    if neutral(issue) and verdict in (Standing.HIGHER, Standing.LOWER):
        return "More recorded" if verdict is Standing.HIGHER else "Fewer recorded"
    return STANDINGS[verdict]


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def listed(words: list[str]) -> str:
    """Join words as a sentence does: a, b and c."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
