"""People's words in the report: marked as theirs, with the findings they cite checked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from frankpledge.document.blocks import Absence, Block, Icon, PeoplesWords, Tag
from frankpledge.document.tags import Tags
from frankpledge.errors import CommentaryFault, FrankpledgeError, raise_all
from frankpledge.narrative.phrase import phrase
from frankpledge.plan.commentary import Words
from frankpledge.release.door import Edition
from frankpledge.vocabulary.evidence import FindingId

CITATION = re.compile(r"\s*\[\[([^\]]+)\]\]")


def check_citations(commentary: Sequence[Words], edition: Edition) -> None:
    """Raise a fault, with file and line, for each citation of a finding that is not there."""
    known = [finding.about.id for finding in edition.findings]
    faults: list[FrankpledgeError] = []
    for words in commentary:
        for line in words.paragraphs:
            for cited in CITATION.findall(line.text):
                if cited not in known:
                    near = difflib.get_close_matches(cited, known, 1)
                    faults.append(
                        CommentaryFault(
                            f'the words cite "{cited}", which is no finding of this assessment',
                            f"{words.file}, line {line.number}",
                            f'Did you mean "{near[0]}"?'
                            if near
                            else "Look up the id in findings.json.",
                        )
                    )
    raise_all(faults)


def find_words(commentary: Sequence[Words], slot: str, issue: str = "") -> Words | None:
    """The words of one slot, if anybody wrote them."""
    return next((w for w in commentary if w.slot == slot and w.issue == issue), None)


def panel(words: Words | None, title: str, absent: str, tags: Tags) -> Block:
    """People's words as a panel, or a slot that says nobody has written them."""
    if words is None:
        return Absence(title, phrase(absent), Icon.PEN)
    cited: list[Tag] = []
    paragraphs = []
    for line in words.paragraphs:
        cited += tags.of(*(FindingId(name) for name in CITATION.findall(line.text)))
        paragraphs.append(phrase(CITATION.sub("", line.text)))
    return PeoplesWords(title, words.by, tuple(paragraphs), tuple(dict.fromkeys(cited)))
