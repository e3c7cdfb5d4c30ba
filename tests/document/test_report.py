"""The report as a tree: nothing that belongs there vanishes, and every tag resolves."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.document.conftest import Report
from tests.release import every_kind as made

from frankpledge.document.back import GLOSSARY
from frankpledge.document.blocks import (
    Absence,
    Definitions,
    Document,
    EvidenceList,
    Figure,
    IssuePage,
    KeyFinding,
    Labelled,
    Paragraph,
    PeoplesWords,
    Section,
    Slot,
    Table,
    Tag,
)
from frankpledge.document.chapters import compose
from frankpledge.errors import CommentaryFault, ManyFaults
from frankpledge.findings.kinds import Question
from frankpledge.narrative.phrase import Phrase
from frankpledge.outputs.html import render
from frankpledge.plan.assessment import EditionPlan
from frankpledge.plan.commentary import read_commentary
from frankpledge.release import door
from frankpledge.vocabulary.issue import ISSUES, issue
from frankpledge.vocabulary.quantity import Exact

T = TypeVar("T")
PUBLIC = EditionPlan("public", 5, False)


def inside(value: Any) -> Iterator[Any]:
    """A value and all that lies in it, in reading order."""
    yield value
    if isinstance(value, tuple | list):
        for item in value:
            yield from inside(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from inside(getattr(value, field.name))


def every(kind: type[T], value: Any) -> list[T]:
    return [found for found in inside(value) if isinstance(found, kind)]


def text(value: Any) -> str:
    """All the words in a part of the report."""
    return " ".join(found for found in inside(value) if isinstance(found, str))


def pages(document: Document) -> list[IssuePage]:
    return every(IssuePage, document)


def part_ids(document: Document) -> list[str]:
    """The ids of chapters, pages and questions."""
    return [found.id for found in inside(document) if isinstance(found, Section | IssuePage | Slot)]


def chapter(document: Document, name: str) -> Section:
    return next(section for section in document.sections if section.id == name)


def test_every_issue_has_its_page_in_the_order_of_the_issues(report: Report) -> None:
    found = pages(report.document)
    assert [page.id for page in found] == [issue.id for issue in ISSUES]
    assert [page.number for page in found] == [f"A.{i}" for i in range(1, 16)]


def test_every_page_asks_the_same_six_questions_and_when(report: Report) -> None:
    questions = [q.value for q in Question if q is not Question.DATA]
    for page in pages(report.document):
        assert [slot.question for slot in page.slots[:6]] == questions
        assert [slot.number for slot in page.slots] == list(range(1, 8))
        assert len(page.chips) == 6
        assert [block.title for block in page.words] == [  # type: ignore[union-attr]
            "Why it changed", "What partners did", "What is recommended",
        ]  # fmt: skip


def test_every_slot_answers_or_says_why_not(report: Report) -> None:
    for page in pages(report.document):
        for slot in page.slots:
            assert slot.headline, (page.id, slot.number)
            assert not slot.headline.endswith("."), slot.headline
            assert slot.blocks, (page.id, slot.number)
            shown = (every(kind, slot.blocks) for kind in (Figure, Table, Absence, Paragraph))
            assert any(shown)
        for absence in every(Absence, page):
            assert text(absence.reason).strip().endswith(".")


def test_a_question_without_an_answer_is_not_shown_as_nought(empty: Report) -> None:
    for page in pages(empty.document):
        for slot in page.slots:
            assert not re.search(r"\b0\b", text(slot)), (page.id, slot.number)
        for chip in page.chips:
            assert chip.quiet
            assert not re.search(r"\d", chip.words)


def test_absences_of_a_tiny_county_say_what_is_missing(tiny: Report) -> None:
    page = next(page for page in pages(tiny.document) if page.id == "burglary")
    slots: dict[int, Slot] = {slot.number: slot for slot in page.slots}
    assert slots[3].headline == "No target set"
    assert "The partnership set no target for burglary" in text(slots[3])
    assert "Nothing that sorts small areas by income deprivation was supplied" in text(slots[5])
    assert "at least four are needed" in text(slots[6])
    assert "The Home Office list was not supplied" in text(slots[6])
    assert "harm" in text(slots[2])


def test_tags_are_numbered_by_first_mention_from_one_without_a_gap(report: Report) -> None:
    *chapters, evidence = report.document.sections
    seen = dict.fromkeys(tag.number for tag in every(Tag, chapters))
    assert list(seen) == sorted(seen) == list(range(1, len(seen) + 1))
    (entries,) = every(EvidenceList, evidence)
    assert [entry.tag.number for entry in entries.entries] == list(seen)


def test_every_tag_leads_to_one_finding_that_the_edition_holds(report: Report) -> None:
    by_number: dict[int, str] = {}
    for tag in every(Tag, report.document):
        assert by_number.setdefault(tag.number, tag.finding) == tag.finding
        assert report.edition.finding(tag.finding) is not None
    (entries,) = every(EvidenceList, report.document)
    for entry in entries.entries:
        assert entry.seen == entry.tag.finding
        assert entry.evidence.method
        assert entry.title
        assert entry.period


def test_every_number_in_running_text_is_tagged_with_its_finding(tiny: Report) -> None:
    for paragraph in every(Paragraph, tiny.document):
        tagged = {tag.finding for tag in paragraph.tags}
        assert set(paragraph.text.findings) <= tagged, text(paragraph.text)


def test_ids_and_headings_are_there_and_stand_once(report: Report) -> None:
    sections = every(Section, report.document)
    ids = part_ids(report.document) + [table.id for table in every(Table, report.document)]
    assert len(ids) == len(set(ids))
    for section in sections:
        assert section.title
        assert section.blocks or section.sections or section.pages or section.subtitle
    order = ["summary", "overview", "places", "issues", "gaps", "method", "glossary", "evidence"]
    assert [section.id for section in report.document.sections] == order


def test_links_lead_to_parts_of_the_report(report: Report) -> None:
    links = [cell.link for cell in every(Labelled, report.document) if cell.link]
    links += [item.link for item in every(KeyFinding, report.document)]
    assert set(links) <= set(part_ids(report.document))


def test_links_lead_to_parts_of_a_report_with_chapters_left_out(tiny: Report) -> None:
    plan = replace(tiny.plan, chapters=("summary", "overview"))
    html = render(compose(plan, tiny.edition, ()), None)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'\sid="([^"]+)"', html))


def test_every_figure_has_words_and_a_table_behind_it(tiny: Report) -> None:
    figures = every(Figure, tiny.document)
    assert len(figures) > len(ISSUES)
    for figure in figures:
        assert len(figure.alternative) > 20
        assert figure.table.rows
        for row in figure.table.rows:
            assert len(row.cells) == len(figure.table.columns)


def test_every_row_has_a_cell_for_every_column(report: Report) -> None:
    for table in every(Table, report.document):
        for row in table.rows:
            assert len(row.cells) == len(table.columns), table.id


def test_the_glossary_holds_the_terms_that_are_used_and_no_others(report: Report) -> None:
    *before, glossary, _ = report.document.sections
    words = text(tuple(before)).lower()
    (listed,) = every(Definitions, glossary)
    there = {term.word.lower() for term in listed.terms}
    assert there == {word.lower() for word, _ in GLOSSARY if word.lower() in words}
    assert there
    assert [t.word.lower() for t in listed.terms] == sorted(there)


def test_a_term_that_nothing_uses_is_not_explained(tiny: Report) -> None:
    plan = replace(tiny.plan, chapters=("glossary",))
    (listed,) = every(Definitions, compose(plan, tiny.edition, ()).sections[0])
    assert listed.terms == ()


def test_the_six_duties_are_listed_and_absent_until_somebody_writes(
    tiny: Report, tmp_path: Path
) -> None:
    duties = tiny.document.front.duties
    assert len(duties) == 6
    assert [duty.present for duty in duties] == [True, True, False, False, False, False]
    for name in ("why", "priorities", "people", "last-year"):
        (tmp_path / f"{name}.md").write_text("By: the board\n\nWords.\n")
    written = compose(tiny.plan, tiny.edition, read_commentary(tmp_path))
    assert all(duty.present for duty in written.front.duties)


def test_the_why_of_one_issue_is_not_the_why_of_the_assessment(
    tiny: Report, tmp_path: Path
) -> None:
    (tmp_path / "burglary.why.md").write_text("By: the board\n\nWords.\n")
    written = compose(tiny.plan, tiny.edition, read_commentary(tmp_path))
    assert not written.front.duties[2].present


def test_people_s_words_are_marked_as_theirs_and_their_citations_are_tags(
    tiny: Report, tmp_path: Path
) -> None:
    (tmp_path / "why.md").write_text(
        "By: the manager\n\nIt fell. [[change.burglary]]\n\nAnd more.\n"
    )
    document = compose(tiny.plan, tiny.edition, read_commentary(tmp_path))
    (words,) = every(PeoplesWords, document)
    assert words.by == "the manager"
    assert [text(p) for p in words.paragraphs] == ["It fell.", "And more."]
    assert [tag.finding for tag in words.cited] == ["change.burglary"]
    assert not every(PeoplesWords, tiny.document)
    assert "Nobody has written why" in text(chapter(tiny.document, "summary"))


def test_a_citation_of_nothing_is_a_fault_of_its_line(tiny: Report, tmp_path: Path) -> None:
    (tmp_path / "why.md").write_text("By: me\n\n[[change.burglry]] and [[nothing at all]]\n")
    with pytest.raises(ManyFaults) as caught:
        compose(tiny.plan, tiny.edition, read_commentary(tmp_path))
    assert all(isinstance(fault, CommentaryFault) for fault in caught.value.faults)
    assert [fault.where for fault in caught.value.faults] == ["commentary/why.md, line 3"] * 2
    assert "change.burglary" in caught.value.faults[0].remedy


def test_a_place_of_the_top_five_is_cited_by_its_finding(tiny: Report, tmp_path: Path) -> None:
    (tmp_path / "why.md").write_text("By: me\n\nHere. [[places.burglary.E01000001]]\n")
    with pytest.raises(CommentaryFault):
        compose(tiny.plan, tiny.edition, read_commentary(tmp_path))


def test_front_matter_names_edition_period_and_owner(report: Report) -> None:
    facts = {term.word: term.meaning for term in report.document.front.facts}
    assert facts["Edition"] == "Restricted"
    assert facts["Period"] == "2022"
    assert facts["Compared with"] == "2021"
    assert facts["Owner"] == "Partnership manager"
    assert facts["Published"] == "1 March 2023"


def test_nothing_exact_is_in_any_report(report: Report) -> None:
    assert not every(Exact, report.document)
    assert every(Phrase, report.document)


def test_a_report_of_people_is_the_same_bytes_whatever_the_small_counts_were(
    tiny: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No digit of a withheld count is anywhere on the page: 2, 3 or 4 leave no trace."""
    monkeypatch.setattr(door, "issue", lambda i: replace(issue(i), counts_people=True))

    def page(count: float) -> str:
        public = made.edition(*made.every_kind(count), policy=PUBLIC)
        return render(compose(tiny.plan, public, ()), None)

    assert page(2) == page(3) == page(4)
    assert page(3) != page(300)
    assert "[c]" in page(3)
