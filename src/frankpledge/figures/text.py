"""How wide words are when drawn, and how to break them into lines. Nothing is ever shortened."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import combinations, pairwise

from frankpledge.figures.metrics import BOLD, REGULAR

CHART = 14.0
"""Size of the words of a chart, in px."""
PLACE = 13.0
"""Size of the names on a map."""
SMALL = 12.5
"""The smallest size there is."""
TITLE = 16.0
"""Size of the name over one of two maps."""
LEADING = 16.0
"""From one line of a chart's words to the next."""

_WIDE = 1000
_UNKNOWN = 700


def _advance(character: str, widths: dict[str, int]) -> int:
    """Give the width of one character, of its plain letter, or a safe guess."""
    if character in widths:
        return widths[character]
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    plain = unicodedata.normalize("NFD", character)[0]
    if plain in widths:
        return widths[plain]
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN


@lru_cache(maxsize=8192)
def measure(words: str, size: float = CHART, bold: bool = False) -> float:
    """Estimate how wide words are in px; kerning is left out, so the estimate is a little wide.

    >>> measure("Blaby") < measure("Blaby", bold=True)
    True
    """
    widths = BOLD if bold else REGULAR
    return sum(_advance(character, widths) for character in words) * size / 1000


def widest(lines: tuple[str, ...], size: float = CHART, bold: bool = False) -> float:
    """Give the width of the widest line."""
    return max((measure(line, size, bold) for line in lines), default=0.0)


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """Break a word that is too long for a line, keeping every letter."""
    pieces = [""]
    for character in word:
        if pieces[-1] and measure(pieces[-1] + character + "-", size, bold) > room:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += character
    return pieces


def wrap(words: str, room: float, size: float = CHART, bold: bool = False) -> tuple[str, ...]:
    """Break words into as few lines of at most `room` px as will do, and even them out.

    >>> wrap("Not supplied, 14 months", 70)
    ('Not', 'supplied,', '14 months')
    """
    lines: list[str] = []
    broken = False
    for word in words.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if measure(joined, size, bold) <= room:
            lines[-1:] = [joined]
        elif measure(word, size, bold) <= room:
            lines.append(word)
        else:
            lines.extend(_pieces(word, room, size, bold))
            broken = True
    even = () if broken else balance(words, len(lines), size, bold)
    return even if even and widest(even, size, bold) <= room else tuple(lines)


def balance(words: str, count: int, size: float = CHART, bold: bool = False) -> tuple[str, ...]:
    """Break words into exactly `count` lines as even as can be; () where there are too few words.

    >>> balance("North West Leicestershire", 2)
    ('North West', 'Leicestershire')
    """
    parts = words.split()
    if not 1 <= count <= len(parts) or len(parts) > 14:
        return ()
    breaks = combinations(range(1, len(parts)), count - 1)
    options = (_cut(parts, (0, *at, len(parts))) for at in breaks)
    return min(options, key=lambda lines: (widest(lines, size, bold), lines))


def _cut(parts: list[str], at: tuple[int, ...]) -> tuple[str, ...]:
    """Join the words between each two breaks."""
    return tuple(" ".join(parts[start:stop]) for start, stop in pairwise(at))


@lru_cache(maxsize=1024)
def wrappings(
    words: str, size: float = CHART, bold: bool = False, most: int = 4
) -> tuple[tuple[str, ...], ...]:
    """Give the even ways of breaking words into one, two, three or more lines."""
    options = (balance(words, count, size, bold) for count in range(1, most + 1))
    return tuple(lines for lines in options if lines) or (wrap(words, 240, size, bold),)


def opening(words: str) -> str:
    """Begin words with a capital.

    >>> opening("per 1,000 residents")
    'Per 1,000 residents'
    """
    return words[:1].upper() + words[1:]


def figure(value: float, decimals: int) -> str:
    """Write a number with its thousands comma and true minus.

    >>> figure(1234.0, 0), figure(-0.04, 1), figure(9.65, 1)
    ('1,234', '0.0', '9.7')
    """
    rounded = float(f"{value + (1e-9 if value >= 0 else -1e-9):.{decimals}f}")
    return f"{abs(rounded) if rounded == 0 else rounded:,.{decimals}f}".replace("-", "−")
