"""The report, chapter by chapter, from one edition's findings."""

from __future__ import annotations

from collections.abc import Sequence

from frankpledge.document.back import gaps_section, glossary_section, method_section
from frankpledge.document.blocks import (
    Document,
    Duty,
    FrontMatter,
    KeyFinding,
    KeyFindings,
    Paragraph,
    Section,
    Term,
)
from frankpledge.document.issue_page import PageMaker
from frankpledge.document.notes import places_subtitle
from frankpledge.document.overview import overview_section
from frankpledge.document.tags import Tags
from frankpledge.document.words import check_citations, find_words, panel
from frankpledge.findings.kinds import Level, Places
from frankpledge.narrative.lexicon import capital
from frankpledge.narrative.numbers import plain, say
from frankpledge.narrative.others import places_sentence
from frankpledge.narrative.phrase import Number, Style, phrase
from frankpledge.narrative.summary import things_to_know
from frankpledge.plan.assessment import Assessment
from frankpledge.plan.commentary import Words
from frankpledge.plan.layout import CHAPTERS
from frankpledge.release.door import Edition
from frankpledge.vocabulary.issue import (
    ALL_INCIDENTS,
    ALL_RECORDED_CRIME,
    ISSUES,
    Issue,
    issue,
)

HOT_SPOTS = (
    "violence-and-sexual-offences",
    "burglary",
    "vehicle-crime",
    "criminal-damage-and-arson",
    "anti-social-behaviour",
)
"""The issues whose map pairs stand together in chapter 3, beside those of all together."""

LICENCE = (
    "Contains public sector information licensed under the Open Government Licence v3.0.",
    "Boundaries: contains OS data, Crown copyright and database right.",
)


def compose(plan: Assessment, edition: Edition, commentary: Sequence[Words]) -> Document:
    """Compose the report; raise a fault where people's words cite what is not there."""
    check_citations(commentary, edition)
    maker = PageMaker(plan, edition, commentary, Tags(edition))
    makers = {
        "summary": lambda: _summary(maker),
        "overview": lambda: overview_section(maker),
        "places": lambda: _places(maker),
        "issues": lambda: _issues(maker),
        "gaps": lambda: gaps_section(maker),
        "method": lambda: method_section(maker),
    }
    chapters = [makers[name]() for name in plan.chapters if name in makers]
    if "glossary" in plan.chapters:
        chapters.append(glossary_section(chapters))
    evidence = Section(
        "evidence",
        "",
        "Where every number comes from",
        "Each entry names the finding, what was counted, how, and the rows of each file behind it.",
        (maker.tags.entries(),),
    )
    running = (
        f"{plan.partnership}: {plan.title}, {edition.policy.name} edition, version {plan.version}"
    )
    licence = LICENCE if not plan.invented else ("Invented data: no place or person here exists.",)
    return Document("en-GB", running, _front(maker), (*chapters, evidence), licence)


def _front(maker: PageMaker) -> FrontMatter:
    """What stands before the text."""
    plan = maker.plan
    level = maker.edition.get(Level, f"level.{ALL_RECORDED_CRIME}")
    residents = "not supplied"
    if level is not None:
        count = say(Number(level.residents, Style.COUNT, level.about.id))
        residents = f"{count} (mid-{level.residents_year})"
    facts = [
        Term("Edition", capital(maker.edition.policy.name)),
        Term("Version", plan.version),
        Term("Period", capital(plan.period.name)),
        Term("Compared with", capital(plan.compared_with.name)),
        Term("Area", f"{plan.area.name} district, {plan.county.name}"),
        Term("Residents", residents),
        Term("Owner", plan.owner),
        Term("Published", f"{plan.published.day} {plan.published:%B %Y}"),
    ]
    lede = (
        f"What crime and anti-social behaviour there is in {plan.area.name}, how it changed, where "
        "it happens, and what the counts cannot say."
    )
    return FrontMatter(
        plan.marking, plan.partnership, plan.title, lede, tuple(facts), _duties(maker), plan.usage
    )


def _duties(maker: PageMaker) -> tuple[Duty, ...]:
    """The six parts the law asks for, and which are there."""

    def written(slot: str) -> bool:
        return find_words(maker.commentary, slot) is not None

    return (
        Duty("Levels and patterns", True),
        Duty("Changes since last time", True),
        Duty("Why they changed", written("why")),
        Duty("What to prioritise", written("priorities")),
        Duty("What local people want", written("people")),
        Duty("How far last year’s plan was carried out", written("last-year")),
    )


def _summary(maker: PageMaker) -> Section:
    """The executive summary."""
    known = things_to_know(maker.edition)
    items = tuple(
        KeyFinding(
            k.headline,
            Paragraph(k.text, maker.tags.of(*k.findings)),
            k.leads_to if _there(maker.plan, k.leads_to) else "",
            k.words,
        )
        for k in known
    )
    words = tuple(
        panel(find_words(maker.commentary, slot), title, absent, maker.tags)
        for slot, title, absent in (
            ("why", "Why it changed", "Nobody has written why it changed. The law asks for it."),
            ("priorities", "What to put first",
             "Nobody has written what should be put first. The law asks for it."),
            ("people", "What people living and working here want",
             "Nobody has written what people want put first. The law asks for it."),
            ("last-year", "How far last year’s plan was carried out",
             "Nobody has written how last year’s plan went. The law asks for it."),
            ("recommendations", "Recommendations", "Nobody has written recommendations."),
        )
    )  # fmt: skip
    return Section(
        "summary", "2", "Executive summary",
        "The findings that lead, ranked by a rule that the method states.",
        (KeyFindings(items), *words),
    )  # fmt: skip


def _there(plan: Assessment, part: str) -> bool:
    """Say whether a part of the report is in it: a chapter, or a page of the chapter of issues."""
    return part in plan.chapters or (part not in CHAPTERS and "issues" in plan.chapters)


def _places(maker: PageMaker) -> Section:
    """Hot-spot locations: all crimes and incidents together, as a map pair."""
    found = maker.edition.get(Places, f"places.{ALL_INCIDENTS.id}")
    if found is None:
        return Section("places", "3.2", "Hot-spot locations", "Not supplied.")
    top = found.top[:1]
    text = phrase(*places_sentence(found).parts, ".")
    if top:
        text = text + phrase(
            f"The small area with most is in {top[0].local_name} ({top[0].name}): ",
            Number(top[0].count, Style.COUNT, found.about.id), " crimes and incidents.",
        )  # fmt: skip
    return Section(
        "places", "3.2", f"Hot-spot locations: {plain(places_sentence(found))}",
        places_subtitle(maker.plan, found),
        (Paragraph(text, maker.tags.of(found.about.id)),
         *maker.places_blocks(found, ALL_INCIDENTS)),
        tuple(part for name in HOT_SPOTS if (part := _hot_spots(maker, issue(name)))),
    )  # fmt: skip


def _hot_spots(maker: PageMaker, about: Issue) -> Section | None:
    """The map pair of one issue, which leads to its page."""
    found = maker.edition.get(Places, f"places.{about.id}")
    if found is None or not found.top:
        return None
    name = f"hot-spots-{about.id}"
    sentence = Paragraph(phrase(*places_sentence(found).parts, "."), maker.tags.of(found.about.id))
    return Section(
        name, "", about.name, "", (sentence, maker.map_figure(found, about, f"{name}-map"))
    )


def _issues(maker: PageMaker) -> Section:
    """Appendix A: the standard page of every issue."""
    pages = tuple(maker.page(about, f"A.{i}") for i, about in enumerate(ISSUES, 1))
    return Section(
        "issues", "Appendix A", "Every issue", "The same questions of every issue.", (), (), pages
    )
