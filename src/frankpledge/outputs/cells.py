"""What stands in a table's cell, as markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup, escape

from frankpledge.document.blocks import (
    Bar,
    Cell,
    DiscMark,
    Labelled,
    NotThere,
    Swatch,
    Verdict,
)
from frankpledge.figures.small import WhiskerAxis
from frankpledge.figures.specs import PlaceClass, Sparkline, Whisker
from frankpledge.figures.style import LOOKS
from frankpledge.narrative.phrase import Phrase
from frankpledge.outputs.icons import icon
from frankpledge.outputs.smalls import sparkline, whisker
from frankpledge.outputs.text import tags, written
from frankpledge.vocabulary.evidence import FindingId

MARKS = {"not supplied": "[x]", "does not apply": "[z]"}
"""The marks that stand in a dense table for words too long for it."""

_SUB = Markup('<span class="sub">{}</span>')
_LINK = Markup('<a href="#{}">{}</a>')
_VERDICT = Markup('<span class="verdict{}">{}<span>{}</span></span>')
_BAR = Markup('<span class="bar" style="width:{}%"></span>')
_DISC = Markup('<span class="disc">{}</span>')
_SWATCH = Markup('<span class="fp-sw {}" aria-hidden="true"></span>')
_MARK = Markup('<span aria-hidden="true">{}</span><span class="unseen">{}</span>')


def filled(cell: Cell, axis: WhiskerAxis, finding: FindingId | None, dense: bool) -> Markup:
    """Write what a cell holds; `finding` is the one its row carries, `dense` asks for marks."""
    match cell:
        case Phrase():
            return written(cell, finding)
        case Labelled():
            return _labelled(cell, finding)
        case Verdict():
            return _verdict(cell, finding)
        case Bar():
            return _BAR.format(f"{100 * min(max(cell.part, 0.0), 1.0):.1f}")
        case Swatch():
            return swatch(cell.level) + escape(cell.level.value)
        case DiscMark():
            return _DISC.format(cell.number)
        case Sparkline():
            return sparkline(cell)
        case Whisker():
            return whisker(cell, axis)
        case NotThere():
            return _not_there(cell, dense)
        case _:
            assert_never(cell)


def swatch(level: PlaceClass) -> Markup:
    """Show the colour of a map class; its words stand beside it."""
    return _SWATCH.format(LOOKS[level])


def one_finding(cells: Iterable[Cell]) -> FindingId | None:
    """Give the finding that every number of some cells comes from, if there is only one."""
    found = {finding for cell in cells for words in _phrases(cell) for finding in words.findings}
    return found.pop() if len(found) == 1 else None


def _phrases(cell: Cell) -> tuple[Phrase, ...]:
    """Give the phrases in a cell."""
    if isinstance(cell, Phrase):
        return (cell,)
    words = (cell.text,) if isinstance(cell, Labelled) else ()
    below = cell.below if isinstance(cell, Labelled | Verdict) else None
    return words if below is None else (*words, below)


def _labelled(cell: Labelled, finding: FindingId | None) -> Markup:
    """Write a phrase, its evidence and the second fact below it."""
    words = written(cell.text, finding)
    linked = _LINK.format(cell.link, words) if cell.link else words
    return linked + tags(cell.tags) + _below(cell.below, finding)


def _verdict(cell: Verdict, finding: FindingId | None) -> Markup:
    """Write a verdict with its sign and the second fact below it."""
    words = _VERDICT.format(" strong" if cell.strong else "", icon(cell.icon), cell.words)
    return words + _below(cell.below, finding)


def _below(words: Phrase | None, finding: FindingId | None) -> Markup:
    """Write a second fact on a line of its own."""
    return Markup("") if words is None else _SUB.format(written(words, finding))


def _not_there(cell: NotThere, dense: bool) -> Markup:
    """Write the words for what is not there, or in a dense table their mark."""
    if dense and cell.words in MARKS:
        return _MARK.format(MARKS[cell.words], cell.words)
    return escape(cell.words)
