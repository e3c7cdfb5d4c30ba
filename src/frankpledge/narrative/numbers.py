"""Numbers in words and figures: the one place where a number is rounded and written.

Rounding is half away from zero on the decimal that a person would read: 0.145 is a tie although
its float lies just above or below. Percentages are in per cent already (13.1 is 13.1%), ratios
become signed percentages with `change`. A withheld number is its symbol and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from frankpledge.narrative.phrase import Number, Phrase, Style
from frankpledge.vocabulary.area import ordinal
from frankpledge.vocabulary.quantity import Withheld

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MINUS = "\N{MINUS SIGN}"
_ONE = Decimal(1)
_SMALLEST_RATE = Decimal("0.005")
_SMALLEST_PERCENT = Decimal("0.05")
_SMALLEST_P = Decimal("0.001")
_LARGEST_P = Decimal("0.995")
_LEVEL = Decimal("0.05")


def say(number: Number) -> str:
    """Write a number in its style; a withheld one is written as its symbol."""
    if isinstance(number.quantity, Withheld):
        return number.quantity.symbol.value
    return _WRITERS[number.style](_decimal(number.quantity.number))


def plain(phrase: Phrase) -> str:
    """Write a whole phrase as text."""
    return "".join(part if isinstance(part, str) else say(part) for part in phrase)


def count(number: float) -> str:
    """Write a count that has no finding of its own, such as rows of a file or a month in a bar."""
    return _count(_decimal(number))


def change(ratio: float) -> str:
    """Write a ratio as a signed percentage: 1.59 is +59%."""
    return _signed_percent((_decimal(ratio) - 1) * 100)


def in_words(number: int) -> str:
    """Write a count in words up to nine, and in figures above."""
    return _words(Decimal(number))


def _decimal(number: float) -> Decimal:
    """Give the decimal a person would read for a float; refuse what cannot be written."""
    exact = Decimal(repr(float(number))) if isinstance(number, float) else Decimal(int(number))
    if not exact.is_finite():
        raise ValueError(f"{number} cannot be written in a report")
    return exact


def _rounded(number: Decimal, places: int) -> Decimal:
    """Round half away from zero to so many places."""
    return number.quantize(_ONE.scaleb(-places), rounding=ROUND_HALF_UP)


def _figures(number: Decimal, places: int = 0) -> str:
    """Write in figures with a thousands comma and a true minus, and never minus zero."""
    rounded = _rounded(number, places)
    return (_MINUS if rounded < 0 else "") + f"{abs(rounded):,.{places}f}"


def _count(number: Decimal) -> str:
    """Write 4545 as 4,545."""
    return _figures(number)


def _rate(number: Decimal) -> str:
    """Write one decimal, two under 1, and words where two would show nothing."""
    if number == 0:
        return "0"
    if 0 < number < _SMALLEST_RATE:
        return "less than 0.01"
    return _figures(number, 1 if abs(_rounded(number, 2)) >= 1 else 2)


def _percent(number: Decimal) -> str:
    """Write two significant digits: whole numbers from ten up, one decimal below."""
    if number == 0:
        return "0%"
    if 0 < number < _SMALLEST_PERCENT:
        return "less than 0.1%"
    return _figures(number, 0 if abs(_rounded(number, 1)) >= 10 else 1) + "%"


def _signed_percent(number: Decimal) -> str:
    """Write a whole percentage with its sign: +18%, −8%, 0%."""
    sign = "+" if _rounded(number, 0) > 0 else ""
    return f"{sign}{_figures(number)}%"


def _rank(number: Decimal) -> str:
    """Write 3 as 3rd and 1204 as 1,204th."""
    position = int(_rounded(number, 0))
    return f"{position:,}{ordinal(position).removeprefix(str(position))}"


def _p_value(number: Decimal) -> str:
    """Write a p-value so that rounding never carries it over 0.05, nor to none or all."""
    if number < _SMALLEST_P:
        return "less than 0.001"
    if number >= _LARGEST_P:
        return "more than 0.99"
    places = 3 if _rounded(number, 3) < Decimal("0.1") else 2
    if number < _LEVEL <= _rounded(number, places):
        return "less than 0.05"
    text = _figures(number, places)
    return text.rstrip("0") if places == 3 else text


def _words(number: Decimal) -> str:
    """Write zero to nine in words and anything else in figures."""
    whole = int(_rounded(number, 0))
    return _WORDS[whole] if 0 <= whole < len(_WORDS) else _count(number)


_WRITERS: Mapping[Style, Callable[[Decimal], str]] = {
    Style.COUNT: _count,
    Style.RATE: _rate,
    Style.PERCENT: _percent,
    Style.SIGNED_PERCENT: _signed_percent,
    Style.INDEX: _count,
    Style.RANK: _rank,
    Style.P_VALUE: _p_value,
    Style.WORDS: _words,
}
