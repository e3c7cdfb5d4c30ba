"""Every issue at a glance: one row each, with the same facts in the same order."""

from __future__ import annotations

from frankpledge.document.blocks import (
    Cell,
    Column,
    Labelled,
    Look,
    NotThere,
    Paragraph,
    Row,
    Section,
    Table,
    Tag,
)
from frankpledge.document.issue_page import PageMaker
from frankpledge.document.verdicts import change_verdict, peers_verdict
from frankpledge.figures.describe import sparkline, whisker
from frankpledge.findings.kinds import Change, Direction, Level, Peers
from frankpledge.narrative.change import compared_words
from frankpledge.narrative.numbers import in_words
from frankpledge.narrative.phrase import Number, Style, phrase
from frankpledge.vocabulary.issue import (
    ALL_RECORDED_CRIME,
    ANTI_SOCIAL_BEHAVIOUR,
    CRIMES,
    ISSUES,
    Issue,
)
from frankpledge.vocabulary.period import MONTH_NAMES

BIG = (ALL_RECORDED_CRIME, ANTI_SOCIAL_BEHAVIOUR)


def overview_section(maker: PageMaker) -> Section:
    """The overview table, with a headline made of its verdicts."""
    changes = [c for i in ISSUES if (c := maker.edition.get(Change, f"change.{i.id}"))]
    first = f"Police-recorded crime and incidents in {maker.plan.area.name}. "
    if changes:
        first += (
            f"Count, rate and months for {maker.plan.period.name}; change of "
            f"{compared_words(changes[0])}, with 95% interval on a ratio scale; rate against the "
            "county’s other districts."
        )
    note = Paragraph(
        phrase(
            "Each verdict stands alone at 95%. A key finding must also hold when all issues are "
            "counted together, and be a change of at least 5%."
        ),
        small=True,
    )
    return Section(
        "overview", "3.1", f"Every issue at a glance: {_headline(changes)}", first,
        (_table(maker), note),
    )  # fmt: skip


def _headline(changes: list) -> str:  # type: ignore[type-arg]
    """How many issues rose and how many fell."""
    rose = sum(c.direction is Direction.ROSE for c in changes)
    fell = sum(c.direction is Direction.FELL for c in changes)
    if changes and all(c.direction is Direction.NOT_COMPARED for c in changes):
        return "the two years cannot be compared"
    if not rose and not fell:
        return "no clear change in any"
    parts = [f"{in_words(n)} {word}" for n, word in ((rose, "rose"), (fell, "fell")) if n]
    return f"{' and '.join(parts)}, {in_words(len(changes) - rose - fell)} show no clear change"


def _table(maker: PageMaker) -> Table:
    """One row an issue: total first, then crimes by count, then anti-social behaviour."""
    plan = maker.plan
    rows = tuple(_row(maker, issue) for issue in _ordered(maker))
    first, last = plan.period.first, plan.period.last
    span = f"{MONTH_NAMES[first.in_year - 1][:3]} to {MONTH_NAMES[last.in_year - 1][:3]}, own scale"
    columns = (
        Column("Issue"),
        Column("Count", numeric=True, short="counted"),
        Column("Per 1,000 residents", numeric=True, short="per 1,000"),
        Column(span, short="months"),
        Column("Change and interval"),
        Column("In words"),
        Column("Other districts"),
    )
    caption = "Count, rate, monthly pattern, change and peer comparison for every issue"
    return Table("overview-table", caption, columns, rows, Look.OVERVIEW, show_caption=False)


def _ordered(maker: PageMaker) -> list[Issue]:
    """The issues in the order of the table."""

    def count(issue: Issue) -> float:
        level = maker.edition.get(Level, f"level.{issue.id}")
        shown = getattr(level.count, "number", 0.0) if level else 0.0
        return float(shown)

    crimes = sorted(CRIMES, key=lambda issue: (-count(issue), issue.name))
    return [ISSUES[0], *crimes, ISSUES[-1]]


def _row(maker: PageMaker, issue: Issue) -> Row:
    """One issue."""
    get = maker.edition.get
    level, change = get(Level, f"level.{issue.id}"), get(Change, f"change.{issue.id}")
    peers = get(Peers, f"peers.{issue.id}")
    below = {
        ALL_RECORDED_CRIME: phrase(f"the {len(CRIMES)} issues below"),
        ANTI_SOCIAL_BEHAVIOUR: phrase("incidents, not counted as crime"),
    }.get(issue.id)
    link = issue.id if "issues" in maker.plan.chapters else ""
    numbers: tuple[Cell, ...] = (NotThere("not supplied"),) * 3
    tags: tuple[Tag, ...] = ()
    if level is not None:
        at = level.about.id
        tags = maker.tags.of(at)
        numbers = (
            phrase(Number(level.count, Style.COUNT, at)),
            phrase(Number(level.rate.value, Style.RATE, at)),
            sparkline(level),
        )
    shown = whisker(change)
    interval: Cell = shown
    if shown.ratio is None:
        spoiled = change is None or change.direction is Direction.NOT_COMPARED
        interval = NotThere("not compared" if spoiled else "too few for a percentage")
    return Row(
        (
            Labelled(phrase(issue.name), below, tags, link), *numbers, interval,
            change_verdict(change, issue, below=True), peers_verdict(peers, issue),
        ),
        total=issue.id in BIG,
    )  # fmt: skip
