"""A small document that holds every kind of block, cell and figure."""

from __future__ import annotations

from dataclasses import replace

from frankpledge.document import blocks as b
from frankpledge.figures import specs as s
from frankpledge.narrative.phrase import Number, Phrase, Style, phrase
from frankpledge.vocabulary.evidence import Evidence, FindingId, SourceRows
from frankpledge.vocabulary.period import Month, Period
from frankpledge.vocabulary.quantity import Released, Symbol, Withheld

FINDING = FindingId("change/burglary")
TAG = b.Tag(3, FINDING)


def number(value: float, style: Style = Style.COUNT) -> Number:
    """Make a number that may be printed."""
    return Number(Released(value), style, FINDING)


def hidden() -> Number:
    """Make a number that may not be printed."""
    return Number(Withheld(Symbol.CONFIDENTIAL, "below five"), Style.COUNT, FINDING)


CELLS: tuple[b.Cell, ...] = (
    phrase("words"),
    b.Labelled(phrase(number(122)), phrase("to ", number(194)), (TAG,), "burglary"),
    b.Verdict(b.Icon.ALIKE, "No clear change", False, phrase(number(7))),
    b.Bar(0.378),
    b.Swatch(s.PlaceClass.VERY_HIGH),
    b.DiscMark(1),
    s.Sparkline((1.0, None, 3.0)),
    s.Whisker(1.59, 0.98, 2.57, False),
    b.NotThere("not supplied"),
)


def table(id: str, look: b.Look = b.Look.PLAIN, width: int = len(CELLS)) -> b.Table:
    """Make a table with every kind of cell, or the first few."""
    columns = tuple(b.Column(f"Column {i}", i == 1) for i in range(width))
    rows = (b.Row(CELLS[:width]), b.Row(CELLS[:width], own=True, total=True))
    return b.Table(id, f"Caption of {id}", columns, rows, look)


def figures() -> tuple[b.Figure, ...]:
    """Make a figure of every kind."""
    month = Month.of(2025, 1)
    point = s.MonthPoint(month, 5.0, s.MonthState.SUPPLIED)
    other = s.MonthPoint(month + 1, 7.0, s.MonthState.SUPPLIED)
    period = (Period(month, month),)
    drawn: tuple[s.FigureSpec, ...] = (
        s.MonthsChart("Crimes a month", (point, other), None, (), (), period, "compared"),
        s.RatesChart("per 1,000", (s.RateRow("Melton", 9.1, 8.4, 10.0, True),), 9.7, "Centre"),
        s.IndexChart("Deprivation", "100", (s.IndexRow("Fifth", "3", 120, 100, 140, False),)),
        s.MapPair((), ()),
    )
    return tuple(
        b.Figure(f"figure-{i}", spec, "What it shows.", table(f"figure-{i}-table", width=2))
        for i, spec in enumerate(drawn)
    )


def every_block() -> tuple[b.Block, ...]:
    """Make one block of every kind."""
    months, rates, index, maps = figures()
    source = SourceRows("a.csv", "f" * 64, "", 12)
    evidence = Evidence("Crimes", "months", "change", (source,), "seed")
    paragraph = b.Paragraph(phrase("From ", number(1475), " to ", hidden(), "."), (TAG,))
    return (
        paragraph,
        b.Absence("Not supplied.", phrase("Nobody sent it."), b.Icon.HATCH),
        *(table(f"table-{look.value}", look) for look in b.Look),
        months,
        rates,
        maps,
        b.Side((index,)),
        b.PeoplesWords("Why", "the analyst", (phrase("Because of the ", number(7), "."),), (TAG,)),
        b.Definitions((b.Term("Word", "Meaning", "term-word"),)),
        b.Bullets((paragraph,)),
        b.KeyFindings((b.KeyFinding("Nothing rose.", paragraph, "burglary", "Read on"),)),
        b.EvidenceList((b.EvidenceEntry(TAG, "Title", "2025", evidence, "122 to 194"),)),
    )


def issue_page() -> b.IssuePage:
    """Make an issue's page."""
    slot = b.Slot("burglary-1", 1, "How has it changed?", "No clear change", "Crimes, 2025", ())
    words = (b.PeoplesWords("Why it changed", "the analyst", (phrase("Locks."),)),)
    chips = (b.Chip("Target", b.Icon.RING, "No target set", True),)
    standfirst = b.Paragraph(phrase("No clear change."), (TAG,))
    terms = (b.Term("Period", "2025"),)
    return b.IssuePage("burglary", "A.1", "Burglary", standfirst, chips, terms, (slot,), words)


def document(*added: b.Block, present: bool = False) -> b.Document:
    """Make a whole document, with any blocks added."""
    part = b.Section("part", "1.1", "A part", "", (b.KeyFindings(()),))
    first = b.Section("one", "1", "Introduction", "What it is", (*every_block(), *added), (part,))
    issues = b.Section("two", "A", "Issues", "", (), (), (issue_page(),))
    duties = (b.Duty("Levels", True), b.Duty("What to prioritise", present))
    facts = (b.Term("Edition", "Public"),)
    front = b.FrontMatter("OFFICIAL", "Org", "Assessment", "Lede", facts, duties, "Use it.")
    return b.Document("en-GB", "Org: assessment 2025", front, (first, issues), ("Licence.",))


def with_words(words: str) -> b.Document:
    """Make a document in which every place for free words holds these."""
    made = document(b.Paragraph(phrase(words)), b.Absence(words, phrase(words), b.Icon.PEN))
    people = b.PeoplesWords(words, words, (phrase(words),))
    cells = (phrase(words), b.NotThere(words), b.Labelled(Phrase((words,)), None, (), words))
    grid = b.Table(
        "hostile", words, tuple(b.Column(words, False, words) for _ in cells), (b.Row(cells),),
        b.Look.PLACES,
    )  # fmt: skip
    page = replace(issue_page(), title=words, chips=(b.Chip(words, b.Icon.PIN, words),))
    section = b.Section("hostile-part", words, words, words, (people, grid), (), (page,))
    front = replace(made.front, marking=words, organisation=words, title=words, lede=words)
    return replace(
        made, running_title=words, front=front, sections=(made.sections[0], section),
        licence=(words,),
    )  # fmt: skip
