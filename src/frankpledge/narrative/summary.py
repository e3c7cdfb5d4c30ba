"""The things to know: which findings lead, in what order, and in what words.

The rule, so that anybody can check it. First comes what changed: the changes that are key findings,
largest first; if there are none, that in itself. Then how the area stands against the county's
other districts where that is a key finding. Then months that were exceptional, then small areas
that stand out, then what was not supplied where it stops a comparison. At most five are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from frankpledge.findings.kinds import (
    HIGH_LEVELS,
    Change,
    Direction,
    Gap,
    GapKind,
    Months,
    PeerGroup,
    Peers,
    Places,
    Standing,
)
from frankpledge.narrative.change import (
    change_sentence,
    compared_words,
    counted,
    like_period,
    months_sentence,
    named,
)
from frankpledge.narrative.lexicon import capital, listed, neutral
from frankpledge.narrative.numbers import in_words as number_in_words
from frankpledge.narrative.numbers import plain
from frankpledge.narrative.others import peers_sentence, places_sentence
from frankpledge.narrative.phrase import Phrase, phrase
from frankpledge.release.door import Edition
from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.issue import (
    ALL_INCIDENTS,
    ALL_RECORDED_CRIME,
    ANTI_SOCIAL_BEHAVIOUR,
    issue,
)
from frankpledge.vocabulary.quantity import Shown, number

MOST = 5


@dataclass(frozen=True, slots=True)
class Known:
    """One thing to know: headline, text, the findings it rests on, and where to read on."""

    headline: str
    text: Phrase
    findings: tuple[FindingId, ...]
    leads_to: str
    words: str


def things_to_know(edition: Edition) -> tuple[Known, ...]:
    """The findings that lead the assessment, in order."""
    found = [
        *_changes(edition),
        *_peers(edition),
        *_months(edition),
        *_places(edition),
        *_gaps(edition),
    ]
    return tuple(found[:MOST])


def _changes(edition: Edition) -> list[Known]:
    """What changed, or that nothing clearly did, or that it cannot be said."""
    changes = edition.of(Change)
    if not changes:
        return []
    key = sorted((c for c in changes if c.key), key=lambda c: -abs(number(c.percent.value) or 0))
    if key:
        return [_key_changes(key)]
    main = next((c for c in changes if c.about.issue == ALL_RECORDED_CRIME), changes[0])
    skipped = (Direction.NOT_COMPARED, Direction.WITHHELD)
    compared = [c for c in changes if c.direction not in skipped]
    if not compared:
        return [_not_compared(main)] if main.spoiled_by and number(main.before) is not None else []
    return [_nothing_clear(main, compared)]


def _key_changes(key: list[Change[Shown]]) -> Known:
    """The key changes together."""
    words = []
    for change in key[:3]:
        about = issue(change.about.issue)
        if neutral(about):
            more = "more" if change.direction is Direction.ROSE else "fewer"
            words.append(f"{more} {about.in_text} were recorded")
        else:
            words.append(f"{about.in_text} {change.direction.value}")
    text = change_sentence(key[0], issue(key[0].about.issue))
    for change in key[1:3]:
        text = text + change_sentence(change, issue(change.about.issue))
    text = text + phrase(f"Compared: {compared_words(key[0])}.")
    ids = tuple(c.about.id for c in key[:3])
    return Known(f"{capital(listed(words))}.", text, ids, "overview", "Compare every issue")


def _not_compared(main: Change[Shown]) -> Known:
    """No change can be judged."""
    about = issue(main.about.issue)
    reason = main.spoiled_by[0]
    text = phrase(
        f"{capital(about.in_text)}: ", counted(main.before, main.about.id),
        f" in {_the(main.earlier_months)} and ", counted(main.after, main.about.id),
        f" in {_the(main.months)}. The two are not compared, since {reason.reason}.",
    )  # fmt: skip
    return Known(
        f"Change cannot be judged this year: the two years are not alike ({reason.short}).",
        text,
        (main.about.id,),
        "overview",
        "See the counts of every issue",
    )


def _the(months: tuple) -> str:  # type: ignore[type-arg]
    """A period after the word the."""
    name = like_period(months)
    return f"the {name}" if name.startswith("year") else name


def _nothing_clear(main: Change[Shown], compared: list[Change[Shown]]) -> Known:
    """No change is a key finding."""
    text = change_sentence(main, issue(main.about.issue))
    alone = [c for c in compared if c.direction in (Direction.ROSE, Direction.FELL)]
    for change in alone[:2]:
        sentence = change_sentence(change, issue(change.about.issue))
        text = text + phrase("Taken alone,") + _lower(sentence)
    if alone:
        text = text + phrase(
            f"Among {len(compared)} issues one such result by chance is to be expected."
        )
    text = text + phrase(f"Compared: {compared_words(main)}.")
    ids = (main.about.id, *(c.about.id for c in alone[:2]))
    return Known(
        f"No change stands out once all {len(compared)} issues are counted together.",
        text,
        ids,
        "overview",
        "Compare every issue",
    )


def _lower(text: Phrase) -> Phrase:
    """A sentence that goes on from another begins with a small letter."""
    first, *rest = text.parts
    return Phrase((first[:1].lower() + first[1:] if isinstance(first, str) else first, *rest))


def _peers(edition: Edition) -> list[Known]:
    """How the area stands in its county, where that is a key finding."""
    key = [p for p in edition.of(Peers) if p.key and p.group is PeerGroup.COUNTY]
    if not key:
        return []
    main = next((p for p in key if p.about.issue == ALL_RECORDED_CRIME), key[0])
    about = issue(main.about.issue)
    alike = [p for p in key if p is not main and p.standing is main.standing]
    word = "higher" if main.standing is Standing.HIGHER else "lower"
    others = [issue(p.about.issue).in_text for p in alike][:3]
    text = phrase(*peers_sentence(main, about).parts, ".")
    if others:
        text = text + phrase(f"The same is true of {listed(others)}.")
    headline = (
        f"{capital(about.in_text)} is {word} than in the rest of the county."
        if not neutral(about)
        else f"{'More' if word == 'higher' else 'Fewer'} {about.in_text} are recorded than in the "
        "rest of the county."
    )
    ids = tuple(p.about.id for p in (main, *alike[:3]))
    return [Known(headline, text, ids, f"{main.about.issue}-q6", "See rates and ranks")]


def _months(edition: Edition) -> list[Known]:
    """The issue whose months stand out most, all recorded crime and disorder first."""
    found = [m for m in edition.of(Months) if m.exceptional]
    first = (ALL_RECORDED_CRIME, ANTI_SOCIAL_BEHAVIOUR)
    found.sort(key=lambda m: (m.about.issue not in first, -len(m.exceptional)))
    return [
        Known(
            f"{capital(issue(m.about.issue).in_text)} was exceptional in "
            f"{named(tuple(point.month for point in m.exceptional))}.",
            months_sentence(m, issue(m.about.issue)),
            (m.about.id,),
            f"{m.about.issue}-q1",
            "See the months",
        )
        for m in found[:1]
    ]


def _places(edition: Edition) -> list[Known]:
    """The small areas that stand out, for all crimes and incidents together."""
    places = edition.get(Places, f"places.{ALL_INCIDENTS.id}")
    if not isinstance(places, Places) or not places.top:
        return []
    n = sum(places.in_district(level) for level in HIGH_LEVELS)
    if not n:
        return []
    top = places.top[0]
    at = places.about.id
    text = phrase(*places_sentence(places).parts, ".") + phrase(
        f"The small area with most is in {top.local_name} ({top.name}): ",
        counted(top.count, at),
        " crimes and incidents.",
    )
    area = "small area stands" if n == 1 else "small areas stand"
    return [
        Known(
            f"{capital(number_in_words(n))} {area} out for crime and anti-social behaviour.",
            text,
            (at,),
            "places",
            "See the maps",
        )
    ]


def _gaps(edition: Edition) -> list[Known]:
    """What was not supplied, where it stops or spoils a comparison."""
    kinds = (GapKind.MONTHS, GapKind.UNDERCOUNT)
    gaps = [g for g in edition.of(Gap) if g.kind in kinds]
    known = []
    for gap in gaps[:1]:
        n = len(gap.months)
        were = "month was" if n == 1 else "months were"
        headline = (
            f"{capital(number_in_words(n))} {were} not supplied."
            if gap.kind is GapKind.MONTHS
            else f"The count of {gap.months[0].name} is too low to be true."
        )
        text = phrase(f"{gap.what}. {gap.effect}")
        known.append(Known(headline, text, (gap.about.id,), "gaps", "See all gaps"))
    return known


def plain_headline(known: Known) -> str:
    """The text of one thing to know, for a list."""
    return f"{known.headline} {plain(known.text)}"
