"""Question 1 in words: how many, how it changed, which months stand out."""

from __future__ import annotations

from typing import assert_never

from frankpledge.findings.kinds import (
    Change,
    Direction,
    Gap,
    GapKind,
    Level,
    Months,
    Supply,
    TrendVerdict,
)
from frankpledge.narrative.lexicon import capital, listed, neutral
from frankpledge.narrative.phrase import Number, Part, Phrase, Style, phrase
from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.period import MONTH_NAMES, Month, Period, in_words
from frankpledge.vocabulary.quantity import Shown, Withheld, number

FEWEST_FOR_PERCENT = 20


def counted(quantity: Shown, finding: FindingId) -> Number:
    """A count in a text."""
    return Number(quantity, Style.COUNT, finding)


def like_period(months: tuple[Month, ...]) -> str:
    """The months that were compared, in words: January to April 2025, or a whole year."""
    whole = Period(months[0], months[-1])
    return whole.name if len(whole) == len(months) else in_words(months)


def change_sentence(change: Change[Shown], issue: Issue) -> Phrase:
    """The change in one sentence, by its verdict."""
    name, at, when = capital(issue.in_text), change.about.id, _when(change.months)
    before, after = counted(change.before, at), counted(change.after, at)
    match change.direction:
        case Direction.ROSE | Direction.FELL:
            verb = "rose" if change.direction is Direction.ROSE else "fell"
            if neutral(issue):
                more = "More" if change.direction is Direction.ROSE else "Fewer"
                said = f"{more} {issue.in_text} were recorded{when}: "
                return phrase(said, before, " to ", after, *_percent(change), ".")
            return phrase(
                f"{name} {verb}{when} from ", before, " to ", after, *_percent(change), "."
            )
        case Direction.NO_CLEAR_CHANGE:
            return phrase(
                f"No clear change in {issue.in_text}{when} (", before, " to ", after, ")."
            )
        case Direction.NOT_COMPARED:
            return phrase(f"{name}{when}: ", before, " the year before and ", after, " now. Not "
                          f"compared, since {_reasons(change)}.")  # fmt: skip
        case Direction.WITHHELD:
            return withheld(issue)
        case never:
            assert_never(never)


def withheld(issue: Issue) -> Phrase:
    """What is said of an issue whose counts may not be seen."""
    return phrase(f"The counts of {issue.in_text} are withheld in this edition.")


def units(quantity: Shown, issue: Issue) -> str:
    """What is counted, as one or as many: 1 crime, 2 crimes."""
    one = number(quantity) == 1 and " " not in issue.unit
    return issue.unit.removesuffix("s") if one else issue.unit


def _when(months: tuple[Month, ...]) -> str:
    """The months compared, where they are not a whole year: in January to April."""
    if len(months) == 12:
        return ""
    runs = like_period(months)
    if len({m.year for m in months}) == 1:
        runs = runs.replace(f" {months[0].year}", "")
    return f" in {runs}"


def _percent(change: Change[Shown]) -> tuple[Part, ...]:
    """The change in per cent with its interval; nothing where the earlier count is small."""
    earlier = number(change.before)
    if earlier is None or earlier < FEWEST_FOR_PERCENT:
        return ()
    signed = [
        Number(quantity, Style.SIGNED_PERCENT, change.about.id)
        for quantity in (change.percent.value, change.percent.low, change.percent.high)
    ]
    return (" (", signed[0], "; 95% interval ", signed[1], " to ", signed[2], ")")


def _reasons(change: Change[Shown]) -> str:
    """Why the two periods are not compared."""
    return listed([known.reason for known in change.spoiled_by])


def compared_words(change: Change[Shown]) -> str:
    """Which months were compared with which."""
    return f"{like_period(change.months)} against {like_period(change.earlier_months)}"


def change_note(change: Change[Shown], issue: Issue) -> Phrase | None:
    """Why the verdict is what it is, where a reader may wonder."""
    at = change.about.id
    p = Number(change.p, Style.P_VALUE, at)
    match change.direction:
        case Direction.NO_CLEAR_CHANGE if abs(_size(change)) >= 10:
            word = "rose" if _size(change) > 0 else "fell"
            return phrase(
                f"Why not “{word}”? The months differ so much among themselves that a gap of this "
                "size arises by chance more often than one time in twenty (p = ", p, ")."
            )  # fmt: skip
        case Direction.ROSE | Direction.FELL if not change.key:
            return phrase(
                "Taken alone, a gap of this size would arise by chance less than one time in "
                "twenty (p = ", p, "). It is not a key finding: among all the issues compared, one "
                "such gap by chance is to be expected."
            )  # fmt: skip
        case Direction.NOT_COMPARED:
            return phrase(
                "The counts are printed and no verdict is given: the two periods were not alike, "
                "so a difference would say more about them than about ", issue.in_text, "."
            )  # fmt: skip
        case _:
            return None


def _size(change: Change[Shown]) -> float:
    """The size of the change in per cent, 0 where it is withheld or has none."""
    size = number(change.percent.value)
    return size if size is not None and size == size else 0.0


def months_sentence(months: Months[Shown], issue: Issue) -> Phrase:
    """Which months of the period stand out."""
    at, usual = months.about.id, months.usual
    if months.trend is TrendVerdict.WITHHELD:
        return withheld(issue)
    if usual is None:
        return phrase(
            "What is usual in a month cannot be said yet: it needs 18 clean months before the "
            f"period and after any break, and there are {months.clean_months}."
        )
    found = months.exceptional
    if not found:
        return phrase(f"No month of {months.about.period.name} was exceptional.")
    above = [m for m in found if m.side > 0]
    below = [m for m in found if m.side < 0]
    parts: list[Part] = []
    for group, edge, bound in ((above, "up to ", usual.high), (below, "at least ", usual.low)):
        if group:
            counts = [counted(m.count, at) for m in group if m.count is not None]
            verb = "was" if len(group) == 1 else "were"
            parts += [" " if parts else "", f"{named(tuple(m.month for m in group))} {verb} "]
            parts += ["exceptional: ", *_joined(counts), f" {issue.unit}, where {edge}"]
            parts += [counted(bound, at), " a month is usual."]
    return Phrase(tuple(part for part in parts if part))


def named(months: tuple[Month, ...]) -> str:
    """Months by name, the year said once where they share it: June and July 2025."""
    if len({m.year for m in months}) == 1:
        names = [MONTH_NAMES[m.in_year - 1] for m in months]
        return f"{listed(names)} {months[0].year}"
    return listed([m.name for m in months])


def _joined(numbers: list[Number]) -> list[Part]:
    """Numbers joined as a sentence does."""
    parts: list[Part] = []
    for i, item in enumerate(numbers):
        parts += ["" if i == 0 else " and " if i == len(numbers) - 1 else ", ", item]
    return [part for part in parts if part]


def level_phrase(level: Level[Shown], issue: Issue) -> Phrase:
    """How many there were, and the rate."""
    at = level.about.id
    if isinstance(level.count, Withheld):
        return withheld(issue)
    return phrase(
        counted(level.count, at), f" {units(level.count, issue)} in {in_period(level)}: ",
        Number(level.rate.value, Style.RATE, at), " for every 1,000 residents.",
    )  # fmt: skip


def in_period(level: Level[Shown]) -> str:
    """The period of a level, or how many months of it can be counted."""
    period = level.about.period
    if len(level.months) == len(period):
        return spoken(period)
    return f"the {len(level.months)} months of {spoken(period)} that can be counted"


def spoken(period: Period) -> str:
    """A period inside a sentence."""
    return f"the {period.name}" if period.name.startswith("year") else period.name


COUNTED_GAPS = (
    GapKind.NO_PLACE,
    GapKind.ASIDE,
    GapKind.REPEATS,
    GapKind.CARRIED,
    GapKind.IGNORED,
    GapKind.OTHER_FORCES,
    GapKind.COVERAGE,
)
"""The gaps whose number counts rows or areas and is said beside their words."""


def gap_amount(gap: Gap[Shown]) -> Phrase | None:
    """How many rows or areas a gap is about, and of how many."""
    if gap.kind not in COUNTED_GAPS:
        return None
    at = gap.about.id
    amount = phrase(counted(gap.number, at))
    return amount if gap.of is None else phrase(*amount.parts, " of ", counted(gap.of, at))


def gap_phrase(gap: Gap[Shown]) -> Phrase:
    """What is missing, how much of it, and what that means."""
    amount = gap_amount(gap)
    said = (": ", *amount.parts) if amount is not None else ()
    return phrase(gap.what, *said, f". {gap.effect}")


def supply_phrase(supply: Supply[Shown]) -> Phrase:
    """What was supplied, and how much of it could be used."""
    at = supply.about.id
    if not number(supply.rows):
        return phrase(f"{supply.title}: {len(supply.files)} supplied, read as shapes.")
    return phrase(
        f"{supply.title}: ", counted(supply.accepted, at), " of ", counted(supply.rows, at),
        " rows could be used.",
    )  # fmt: skip
