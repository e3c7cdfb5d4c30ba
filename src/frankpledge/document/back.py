"""The back of the report: data and gaps, method, glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from frankpledge.document.blocks import (
    Bullets,
    Column,
    Definitions,
    Labelled,
    Look,
    Paragraph,
    Row,
    Section,
    Table,
    Term,
)
from frankpledge.document.issue_page import PageMaker
from frankpledge.findings.change import CHANGE_METHOD
from frankpledge.findings.communities import COMMUNITIES_METHOD
from frankpledge.findings.kinds import Gap, GapKind, Supply
from frankpledge.findings.months import MONTHS_METHOD
from frankpledge.findings.peers import PEERS_METHOD
from frankpledge.findings.places import PLACES_METHOD
from frankpledge.narrative.change import gap_amount
from frankpledge.narrative.lexicon import capital
from frankpledge.narrative.phrase import Number, Style, phrase
from frankpledge.vocabulary.quantity import Shown, number

METHODS = (
    ("Rates", "A count for every 1,000 residents, with a 95% interval by Byar’s method (exact for "
     "counts under 10). Residents are those of the nearest estimate, whose year is printed."),
    ("Change", capital(CHANGE_METHOD) + ". “Rose” and “fell” are written only when the interval "
     "leaves out no change and no break parts the two periods. A percentage is given only when the "
     "earlier count is at least 20."),
    ("Key findings", "A change or a difference is a key finding only when the Benjamini-Hochberg q "
     "over all such findings of the edition is below 0.05 and its size is at least 5%."),
    ("Order of the summary", "First what changed, largest first, or that nothing clearly did. Then "
     "how the area stands in its county, exceptional months, small areas that stand out, and what "
     "was not supplied. At most five are shown."),
    ("Months", capital(MONTHS_METHOD) + "."),
    ("Undercounts", "A month is taken for an undercount when it holds fewer than half of the "
     "median of the six months either side, and lies further below it than chance explains. It is "
     "marked, left out of what is usual and not compared."),
    ("Places", capital(PLACES_METHOD) + "."),
    ("Communities", capital(COMMUNITIES_METHOD) + "."),
    ("Other areas", capital(PEERS_METHOD) + ". Only counts of the same months and source are "
     "compared."),
    ("Editions", "Counts of crimes and incidents by small area are already public and are shown in "
     "both editions. Counts about people would be withheld where small. Every decision is in the "
     "manifest."),
)  # fmt: skip
GLOSSARY = (
    ("LSOA", "Lower layer Super Output Area: a small area of about 1,000 to 3,000 residents, drawn "
     "by the Office for National Statistics so that neighbourhoods can be compared."),
    ("small area", "In this report, an LSOA."),
    ("interval", "The range in which the true value lies, at the certainty named. A wide one means "
     "that the count is too small to be sure."),
    ("no clear change", "The difference is no larger than chance alone would make it one time in "
     "twenty or more often."),
    ("exceptional", "Of a month: outside the range in which all but about one month in 250 of an "
     "unchanged issue fall."),
    ("undercount", "A month in which so few rows were supplied that records must be missing."),
    ("not supplied", "Nobody sent the data. It is never shown as zero."),
    ("index", "Counted for every hundred that the county’s rate would lead one to expect."),
    ("smoothed ratio", "How many times the expected count, drawn towards the county’s average "
     "where the count is small."),
    ("recorded crime", "Crime that the police were told of or found and wrote down. Not all crime "
     "is reported."),
    ("anti-social behaviour", "Nuisance and disorder that the police record as incidents, not as "
     "crimes."),
    ("statistical neighbours", "Partnerships chosen because their residents and places are most "
     "alike in the census and in deprivation."),
    ("most similar group", "The Home Office’s list of the partnerships most like this one."),
    ("income deprivation", "The share of residents on low incomes, as the Indices of Deprivation "
     "measure it."),
    ("key finding", "A finding that holds even when all findings of its kind are counted "
     "together."),
    ("centre", "The middle of the other areas’ rates, weighted by how sure each is, without the "
     "area itself."),
)  # fmt: skip


def gaps_section(maker: PageMaker) -> Section:
    """Data sources and gaps: what was supplied, what was not, what could not be used."""
    gaps = maker.edition.of(Gap)
    rows = tuple(_gap_row(maker, gap) for gap in gaps)
    columns = (Column("Missing or wrong"), Column("Where"), Column("What that means"))
    table = Table(
        "gaps-table", "What was not supplied or could not be used", columns, rows, Look.GAPS
    )
    missing = table if rows else Paragraph(phrase("Nothing is missing."))
    blocks = (missing, _sources_table(maker))
    return Section(
        "gaps", "", "Data sources and gaps: what was not supplied, and what that stops us saying",
        "Rows that could not be used are kept, with the reason and the line, and reported to the "
        "partner who sent them.",
        blocks,
    )  # fmt: skip


def _sources_table(maker: PageMaker) -> Table:
    """What was supplied, by whom, under which licence, and how much of it could be used."""
    rows = []
    for supply in maker.edition.of(Supply):
        at = supply.about.id
        shapes = not number(supply.rows)
        used = phrase("shapes") if shapes else phrase(Number(supply.accepted, Style.COUNT, at))
        files = ", ".join(supply.files)
        rows.append(
            Row(
                (
                    Labelled(phrase(supply.title), phrase(files), maker.tags.of(at)),
                    phrase(supply.publisher),
                    phrase(supply.licence),
                    phrase("") if shapes else phrase(Number(supply.rows, Style.COUNT, at)),
                    used,
                )
            )
        )
    columns = (
        Column("Source and files"),
        Column("Publisher"),
        Column("Licence"),
        Column("Rows", numeric=True),
        Column("Used", numeric=True),
    )
    return Table("sources-table", "What was supplied", columns, tuple(rows))


def _gap_row(maker: PageMaker, gap: Gap[Shown]) -> Row:
    """One gap, with its number and its evidence."""
    at = gap.about.id
    tags = () if gap.kind is GapKind.SOURCE else maker.tags.of(at)
    return Row((Labelled(phrase(gap.what), gap_amount(gap), tags), phrase(capital(gap.where)),
                phrase(gap.effect)))  # fmt: skip


def method_section(maker: PageMaker) -> Section:
    """How each verdict is reached."""
    terms = tuple(Term(word, meaning) for word, meaning in METHODS)
    breaks = [b for b in maker.plan.breaks if _near(maker, b.period.last.year)]
    items = tuple(Paragraph(phrase(f"{b.period.name}: {b.reason}.")) for b in breaks)
    known = (
        Section(
            "breaks", "", "Breaks that the program knows in or near these years",
            "A comparison across a break is given no verdict.", (Bullets(items),),
        ),
    )  # fmt: skip
    return Section(
        "method", "", "Method", "How counts become verdicts.", (Definitions(terms),),
        known if items else (),
    )  # fmt: skip


def _near(maker: PageMaker, year: int) -> bool:
    """Say whether a year is within five years of the period."""
    return maker.plan.period.last.year - year <= 5


def glossary_section(chapters: Sequence[Section]) -> Section:
    """The glossary, of the terms that the report uses."""
    text = " ".join(_texts(chapters)).lower()
    used = tuple(
        Term(capital(word), meaning)
        for word, meaning in sorted(GLOSSARY, key=lambda item: item[0].lower())
        if word.lower() in text
    )
    return Section("glossary", "", "Glossary", "Words as this report uses them.",
                   (Definitions(used),))  # fmt: skip


def _texts(value: Any) -> Iterator[str]:
    """Every text in a part of the report, however deep it lies."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
