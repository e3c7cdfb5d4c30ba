"""Numbers are rounded half away from zero on what a person reads, and worded in one way."""

from __future__ import annotations

import pytest

from frankpledge.narrative import numbers
from frankpledge.narrative.numbers import plain, say
from frankpledge.narrative.phrase import Number, Style, phrase
from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.quantity import Released, Symbol, Withheld

FINDING = FindingId("f")


def written(value: float, style: Style) -> str:
    """Say one released value."""
    return say(Number(Released(value), style, FINDING))


@pytest.mark.parametrize(
    ("style", "value", "text"),
    [
        (Style.COUNT, 4545, "4,545"),
        (Style.COUNT, 0, "0"),
        (Style.COUNT, 2.5, "3"),
        (Style.COUNT, -1200, "−1,200"),
        (Style.COUNT, -0.4, "0"),
        (Style.COUNT, 1e22, "10,000,000,000,000,000,000,000"),
        (Style.RATE, 44.3, "44.3"),
        (Style.RATE, 44.25, "44.3"),
        (Style.RATE, 0.25, "0.25"),
        (Style.RATE, 0.145, "0.15"),
        (Style.RATE, 0.994, "0.99"),
        (Style.RATE, 0.995, "1.0"),
        (Style.RATE, 0, "0"),
        (Style.RATE, 0.004, "less than 0.01"),
        (Style.RATE, 1234.56, "1,234.6"),
        (Style.PERCENT, 13.1, "13%"),
        (Style.PERCENT, 34.5, "35%"),
        (Style.PERCENT, 0.4, "0.4%"),
        (Style.PERCENT, 0.382, "0.4%"),
        (Style.PERCENT, 8.84, "8.8%"),
        (Style.PERCENT, 8.0, "8.0%"),
        (Style.PERCENT, 9.94, "9.9%"),
        (Style.PERCENT, 9.96, "10%"),
        (Style.PERCENT, 0.02, "less than 0.1%"),
        (Style.PERCENT, 100, "100%"),
        (Style.PERCENT, 123.4, "123%"),
        (Style.PERCENT, 0, "0%"),
        (Style.SIGNED_PERCENT, 1000, "+1,000%"),
        (Style.SIGNED_PERCENT, -8.2, "−8%"),
        (Style.SIGNED_PERCENT, -0.3, "0%"),
        (Style.SIGNED_PERCENT, 0.3, "0%"),
        (Style.SIGNED_PERCENT, 0.5, "+1%"),
        (Style.SIGNED_PERCENT, -0.5, "−1%"),
        (Style.INDEX, 188.5, "189"),
        (Style.RANK, 3, "3rd"),
        (Style.RANK, 111, "111th"),
        (Style.RANK, 1202, "1,202nd"),
        (Style.P_VALUE, 0.0004, "less than 0.001"),
        (Style.P_VALUE, 0.03, "0.03"),
        (Style.P_VALUE, 0.056, "0.056"),
        (Style.P_VALUE, 0.0496, "less than 0.05"),
        (Style.P_VALUE, 0.05, "0.05"),
        (Style.P_VALUE, 0.17, "0.17"),
        (Style.P_VALUE, 0.0996, "0.10"),
        (Style.P_VALUE, 0.3, "0.30"),
        (Style.P_VALUE, 0.9999, "more than 0.99"),
        (Style.WORDS, 0, "zero"),
        (Style.WORDS, 9, "nine"),
        (Style.WORDS, 10, "10"),
        (Style.WORDS, 1204, "1,204"),
    ],
)
def test_each_style(style: Style, value: float, text: str) -> None:
    """Each style is worded as the house rules say."""
    assert written(value, style) == text


@pytest.mark.parametrize("style", list(Style))
def test_a_withheld_number_is_its_symbol_in_every_style(style: Style) -> None:
    """Nothing of a withheld number is printed but its symbol."""
    hidden = Number(Withheld(Symbol.CONFIDENTIAL, "below five"), style, FINDING)
    assert say(hidden) == "[c]"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    """A report never says nan or inf."""
    with pytest.raises(ValueError, match="cannot be written"):
        written(value, Style.COUNT)


def test_a_phrase_as_text() -> None:
    """A phrase is its words and numbers in order."""
    words = phrase("From ", Number(Released(1475.0), Style.COUNT, FINDING), " to [x].")
    assert plain(words) == "From 1,475 to [x]."


def test_numbers_without_a_finding() -> None:
    """Rows, ratios and small counts are worded by the same rules."""
    assert numbers.count(106149) == "106,149"
    assert numbers.change(1.59) == "+59%"
    assert numbers.change(0.515) == "−49%"
    assert numbers.in_words(4) == "four"
