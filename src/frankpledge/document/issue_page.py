"""The standard page: the same six questions about every issue, each with an answer or a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from frankpledge.document import tables
from frankpledge.document.blocks import (
    Absence,
    Block,
    Figure,
    Icon,
    IssuePage,
    Paragraph,
    Side,
    Slot,
    Tag,
    Term,
)
from frankpledge.document.notes import (
    change_headline,
    peers_note,
    places_subtitle,
    target_facts,
    trend_note,
    whole_note,
)
from frankpledge.document.tags import Tags
from frankpledge.document.verdicts import chips
from frankpledge.document.words import find_words, panel
from frankpledge.figures.describe import index_chart, map_pair, months_chart, rates_chart
from frankpledge.findings.kinds import (
    Change,
    Communities,
    Context,
    Level,
    Months,
    Peers,
    Places,
    Question,
    Share,
    Silence,
    TargetResult,
)
from frankpledge.narrative import change as change_words
from frankpledge.narrative import others
from frankpledge.narrative.lexicon import capital
from frankpledge.narrative.numbers import plain
from frankpledge.narrative.phrase import phrase
from frankpledge.plan.assessment import Assessment
from frankpledge.plan.commentary import Words
from frankpledge.release.door import Edition
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.quantity import Shown

NOT_HARM = "The partnership has given no table of harm weights."
NO_TIMES = (
    "The open files hold no dates, times or identifiers of people. An extract from the force with "
    "them would fill this slot."
)


@dataclass(frozen=True)
class PageMaker:
    """Makes the pages of one edition, handing out evidence tags as it goes."""

    plan: Assessment
    edition: Edition
    commentary: Sequence[Words]
    tags: Tags

    def page(self, issue: Issue, number: str) -> IssuePage:
        """The standard page of one issue."""
        get = self.edition.get
        level, change = get(Level, f"level.{issue.id}"), get(Change, f"change.{issue.id}")
        months, places = get(Months, f"months.{issue.id}"), get(Places, f"places.{issue.id}")
        target = get(TargetResult, f"target.{issue.id}")
        peers = get(Peers, f"peers.{issue.id}")
        standfirst = self._standfirst(issue, level, change)
        slots = (
            self._change(issue, change, months),
            self._share(issue),
            self._target(issue),
            self._places(issue),
            self._communities(issue),
            self._peers(issue),
            self._times(issue),
        )
        return IssuePage(
            issue.id,
            number,
            issue.name,
            standfirst,
            chips(issue, level, change, months, target, places, peers),
            self._definition(issue, change),
            slots,
            self._words(issue),
        )

    def _standfirst(
        self, issue: Issue, level: Level[Shown] | None, change: Change[Shown] | None
    ) -> Paragraph:
        """The headline of the issue: how many, and how that changed."""
        text, found = phrase(), list[Tag]()
        if level is not None:
            text = change_words.level_phrase(level, issue)
            found += self.tags.of(level.about.id)
        if change is not None:
            text = text + change_words.change_sentence(change, issue)
            found += self.tags.of(change.about.id)
        return Paragraph(text, tuple(found))

    def _definition(self, issue: Issue, change: Change[Shown] | None) -> tuple[Term, ...]:
        """What is counted, when, from where."""
        period = self.plan.period.name
        words = change_words.compared_words(change) if change else period
        if change and change.left_out:
            words = f"{period}; {words}"
        when = self.plan.extracted
        taken = f", extracted {when.day} {when:%B %Y}" if when else ""
        return (
            Term("What is counted", issue.definition),
            Term("Period", capital(words)),
            Term("Source", f"Street-level files of data.police.uk{taken}"),
        )

    def _slot(
        self, issue: Issue, question: Question, answer: str, under: str, *blocks: Block
    ) -> Slot:
        """One question with its answer as the headline."""
        number = question.number
        headline = answer.rstrip(".")
        return Slot(f"{issue.id}-q{number}", number, question.value, headline, under, blocks)

    def _silent(self, issue: Issue, question: Question, silence: Silence[Shown] | None) -> Slot:
        """A question without an answer, and why."""
        title = silence.title if silence else "Not supplied"
        reason = silence.reason if silence else "Nothing was supplied that answers this."
        icon = Icon.RING if question is Question.TARGETS else Icon.HATCH
        absence = Absence("", phrase(reason), icon)
        return self._slot(issue, question, title, "", absence)

    def _change(
        self, issue: Issue, change: Change[Shown] | None, months: Months[Shown] | None
    ) -> Slot:
        """Question 1."""
        if months is None:
            return self._silent(issue, Question.CHANGE, None)
        blocks: list[Block] = [self._months_figure(issue, change, months)]
        answer = change_words.months_sentence(months, issue)
        if change is not None:
            blocks.append(tables.change_table(change, issue))
            note = change_words.change_note(change, issue)
            if note is not None:
                blocks.append(Paragraph(note, self.tags.of(change.about.id)))
            answer = change_words.change_sentence(change, issue)
            blocks.insert(1, Paragraph(change_words.months_sentence(months, issue),
                                       self.tags.of(months.about.id)))  # fmt: skip
        else:
            silence = self.edition.get(Silence, f"change.{issue.id}")
            if silence is not None:
                blocks.append(Absence(silence.title, phrase(silence.reason), Icon.HATCH))
        blocks += [tables.years_table(months, issue), Paragraph(trend_note(months), small=True)]
        under = (
            f"{capital(issue.unit)} a month, {self.plan.area.name}, "
            f"{months.series[0].month.name} to {months.series[-1].month.name}"
        )
        if months.usual is not None:
            under += f". Band: usual range from {len(months.usual.baseline)} earlier months"
        return self._slot(
            issue, Question.CHANGE, change_headline(change, answer), under + ".", *blocks
        )

    def _months_figure(
        self, issue: Issue, change: Change[Shown] | None, months: Months[Shown]
    ) -> Figure:
        """The chart of the months."""
        spec = months_chart(months, change, capital(issue.unit) + " a month")
        words = plain(change_words.months_sentence(months, issue))
        alternative = f"Chart of {issue.in_text} by month in {self.plan.area.name}. {words}"
        table = tables.months_table(months, issue)
        return Figure(f"{issue.id}-months-chart", spec, alternative, table)

    def _share(self, issue: Issue) -> Slot:
        """Question 2."""
        share = self.edition.get(Share, f"share.{issue.id}")
        if share is None:
            return self._silent(issue, Question.SHARE, None)
        harm = Absence("Share of harm: not supplied.", phrase(NOT_HARM), Icon.HATCH)
        where = f"{self.plan.area.name}, {self.plan.period.name}"
        under = f"Share of all crimes and incidents recorded in {where}."
        answer = plain(others.share_sentence(share, issue))
        return self._slot(
            issue, Question.SHARE, answer, under, tables.share_table(share, issue),
            Paragraph(whole_note(share), self.tags.of(share.about.id), small=True), harm,
        )  # fmt: skip

    def _target(self, issue: Issue) -> Slot:
        """Question 3."""
        target = self.edition.get(TargetResult, f"target.{issue.id}")
        if target is None:
            silence = self.edition.get(Silence, f"target.{issue.id}")
            return self._silent(issue, Question.TARGETS, silence)
        sentence = others.target_sentence(target, issue)
        return self._slot(
            issue, Question.TARGETS, plain(sentence), "",
            Paragraph(target_facts(target), self.tags.of(target.about.id)),
        )  # fmt: skip

    def _places(self, issue: Issue) -> Slot:
        """Question 4."""
        places = self.edition.get(Places, f"places.{issue.id}")
        if places is None:
            return self._silent(
                issue, Question.PLACES, self.edition.get(Silence, f"places.{issue.id}")
            )
        answer = plain(others.places_sentence(places))
        return self._slot(
            issue, Question.PLACES, answer, places_subtitle(self.plan, places),
            *self.places_blocks(places, issue),
        )  # fmt: skip

    def places_blocks(self, places: Places[Shown], issue: Issue) -> tuple[Block, ...]:
        """The map pair, the top five, and how concentrated it is."""
        note = Paragraph(
            others.places_note(places, issue), self.tags.of(places.about.id), small=True
        )
        figure = self.map_figure(places, issue, f"{issue.id}-map")
        return (figure, tables.places_table(places, issue), note)

    def map_figure(self, places: Places[Shown], issue: Issue, name: str) -> Figure:
        """The map pair of an issue under a name, since it may stand in two chapters."""
        alternative = (
            f"Two maps of small areas for {issue.in_text}: the county of {self.plan.county.name} "
            f"and the district of {self.plan.area.name}. {plain(others.places_sentence(places))}."
        )
        table = tables.classes_table(places, issue, f"{name}-classes")
        return Figure(name, map_pair(places), alternative, table)

    def _communities(self, issue: Issue) -> Slot:
        """Question 5."""
        kinds = (("deprivation", "Income deprivation"), ("types", "Area type (census)"))
        figures, blocks, answers, found = list[Figure](), list[Block](), list[str](), list[Tag]()
        for kind, title in kinds:
            group = self.edition.get(Communities, f"{kind}.{issue.id}")
            silence = self.edition.get(Silence, f"{kind}.{issue.id}")
            if group is not None:
                figures.append(self._index_figure(issue, kind, title, group))
                answers.append(plain(others.communities_sentence(group, issue)))
                found += self.tags.of(group.about.id)
            elif silence is not None:
                blocks.append(
                    Absence(f"{title}: not supplied.", phrase(silence.reason), Icon.HATCH)
                )
        if not figures:
            return self._silent(
                issue, Question.COMMUNITIES, self.edition.get(Silence, f"deprivation.{issue.id}")
            )
        note = (
            "This says where it happened, not who was hurt. Pale bars are not clearly different "
            "from the county."
        )
        more = f"{answers[1]}. " if len(answers) > 1 else ""
        under = (
            f"Index of {issue.unit} against residents, small areas of {self.plan.county.name}; "
            "the county is 100. Lines are 95% intervals."
        )
        return self._slot(
            issue, Question.COMMUNITIES, answers[0], under, Side(tuple(figures)),
            Paragraph(phrase(more + note), tuple(found)), *blocks,
        )  # fmt: skip

    def _index_figure(
        self, issue: Issue, kind: str, title: str, group: Communities[Shown]
    ) -> Figure:
        """The chart of one kind of group."""
        words = plain(others.communities_sentence(group, issue))
        return Figure(
            f"{issue.id}-{kind}-chart",
            index_chart(group, title, "County"),
            f"Bar chart of the index of {issue.in_text} by {group.by}. {words}.",
            tables.index_table(group, issue, kind),
        )

    def _peers(self, issue: Issue) -> Slot:
        """Question 6."""
        blocks, answers = list[Block](), list[str]()
        for kind in ("peers", "similar"):
            peers = self.edition.get(Peers, f"{kind}.{issue.id}")
            silence = self.edition.get(Silence, f"{kind}.{issue.id}")
            if peers is not None:
                blocks += self._peers_blocks(issue, kind, peers, first=not answers)
                answers.append(plain(others.peers_sentence(peers, issue)))
            elif silence is not None:
                blocks.append(Absence(f"{silence.title}.", phrase(silence.reason), Icon.HATCH))
        context = self.edition.get(Context, f"national.{issue.id}")
        if context is not None:
            blocks.append(
                Paragraph(others.context_sentence(context), self.tags.of(context.about.id))
            )
        under = (
            f"{capital(issue.unit)} per 1,000 residents with 95% interval, {self.plan.period.name}."
        )
        if not blocks:
            return self._silent(issue, Question.PEERS, None)
        headline = answers[0] if answers else "Not supplied"
        return self._slot(issue, Question.PEERS, headline, under, *blocks)

    def _peers_blocks(
        self, issue: Issue, kind: str, peers: Peers[Shown], first: bool
    ) -> list[Block]:
        """A comparison's chart, and in words what its headline does not say."""
        sentence = others.peers_sentence(peers, issue)
        figure = Figure(
            f"{issue.id}-{kind}-chart",
            rates_chart(peers),
            f"Chart of rates of {issue.in_text}. {plain(sentence)}.",
            tables.peers_table(peers, issue, kind),
        )
        words = (
            phrase(*sentence.parts, ". ", peers_note(peers))
            if not first
            else phrase(peers_note(peers))
        )
        return [figure, Paragraph(words, self.tags.of(peers.about.id))]

    def _times(self, issue: Issue) -> Slot:
        """The seventh slot: when it happens and to whom again."""
        absence = Absence("", phrase(NO_TIMES), Icon.HATCH)
        question = "When does it happen, and to whom again?"
        return Slot(f"{issue.id}-q7", 7, question, "Not supplied", "", (absence,))

    def _words(self, issue: Issue) -> tuple[Block, ...]:
        """What people wrote about the issue."""
        slots = (
            ("why", "Why it changed", "Nobody has written why this changed."),
            ("partners", "What partners did", "Nobody has written what partners did."),
            ("recommended", "What is recommended", "Nobody has written a recommendation."),
        )
        return tuple(
            panel(find_words(self.commentary, slot, issue.id), title, absent, self.tags)
            for slot, title, absent in slots
        )
