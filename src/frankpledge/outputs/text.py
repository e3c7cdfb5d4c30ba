"""Phrases and evidence tags as markup. Every number keeps the name of its finding."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from frankpledge.document.blocks import Tag
from frankpledge.narrative.numbers import say
from frankpledge.narrative.phrase import Number, Phrase
from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.quantity import Symbol, Withheld

SYMBOL_WORDS: Mapping[Symbol, str] = {
    Symbol.CONFIDENTIAL: "withheld so that nobody can be recognised",
    Symbol.NOT_APPLICABLE: "does not apply",
    Symbol.NOT_AVAILABLE: "not supplied",
    Symbol.LOW: "too low to show",
}
_NUMBER = Markup('<span data-finding="{}">{}</span>')
_WORDS = Markup('<span class="unseen"> {}</span>')
_TAG = Markup(
    '\N{NO-BREAK SPACE}<a class="tag" href="#evidence-{n}">'
    '<span class="unseen">evidence </span>E{n}</a>'
)


def written(words: Phrase, carried: FindingId | None = None) -> Markup:
    """Write a phrase; a number says its finding unless what it stands in carries that already."""
    return Markup("").join(
        escape(part) if isinstance(part, str) else _number(part, carried) for part in words
    )


def tags(of: tuple[Tag, ...]) -> Markup:
    """Write evidence tags, held to the word before them so that none stands alone on a line."""
    return Markup("").join(_TAG.format(n=tag.number) for tag in of)


def css_string(text: str) -> str:
    """Quote any text as a string of a style sheet, with nothing in it that could end either."""
    plain = " ".join(text.split())
    return '"' + re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", plain) + '"'


def _number(number: Number, carried: FindingId | None) -> Markup:
    """Write one number with its finding; a symbol with the words that it stands for."""
    text, quantity = escape(say(number)), number.quantity
    if isinstance(quantity, Withheld):
        text += _WORDS.format(SYMBOL_WORDS[quantity.symbol])
    return text if number.finding == carried else _NUMBER.format(number.finding, text)
