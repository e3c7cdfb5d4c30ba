"""A small writer of SVG: everything escaped, every coordinate rounded, no colour but by class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NewType

Markup = NewType("Markup", str)
"""Finished markup, so that words can never be mistaken for it."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


class Width(Enum):
    """The two widths that every figure is drawn in, in px."""

    WIDE = 820
    NARROW = 342


class Anchor(Enum):
    """Which part of the words stands at the point given."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def escape(words: str) -> str:
    """Make words safe inside an element or an attribute, whatever they hold.

    >>> escape("<script>")
    '&lt;script&gt;'
    """
    clean = _FORBIDDEN.sub("\ufffd", words)
    return "".join(_ESCAPES.get(character, character) for character in clean)


def coordinate(value: float) -> str:
    """Write a length to one decimal, as short as it goes.

    >>> coordinate(12.04), coordinate(-0.01), coordinate(3.26)
    ('12', '0', '3.3')
    """
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def element(name: str, attributes: Mapping[str, str | float], *children: Markup) -> Markup:
    """Write one element; an attribute that is an empty string is left out."""
    written = "".join(
        f' {key}="{escape(value) if isinstance(value, str) else coordinate(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    if not children:
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{''.join(children)}</{name}>")


def text(x: float, y: float, words: str, look: str = "", anchor: Anchor = Anchor.START) -> Markup:
    """Write words with their baseline at `y`."""
    side = "" if anchor is Anchor.START else anchor.value
    attributes = {"x": x, "y": y, "class": look, "text-anchor": side}
    return element("text", attributes, Markup(escape(words)))


def lines(
    x: float,
    y: float,
    words: Iterable[str],
    look: str = "",
    anchor: Anchor = Anchor.START,
    leading: float = 16.0,
) -> Markup:
    """Write lines of words one below another, the first with its baseline at `y`."""
    return join(text(x, y + i * leading, line, look, anchor) for i, line in enumerate(words))


def path(d: str, look: str) -> Markup:
    """Draw a path."""
    return element("path", {"class": look, "d": d})


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> Markup:
    """Draw a straight line."""
    start = f"M{coordinate(x1)} {coordinate(y1)}"
    if coordinate(y1) == coordinate(y2):
        return path(f"{start}H{coordinate(x2)}", look)
    if coordinate(x1) == coordinate(x2):
        return path(f"{start}V{coordinate(y2)}", look)
    return path(f"{start}L{coordinate(x2)} {coordinate(y2)}", look)


def leader(x1: float, y1: float, x2: float, y2: float) -> Markup:
    """Draw the line that leads from a place on a map to its name, clear of any ground."""
    return join((line(x1, y1, x2, y2, "fp-under"), line(x1, y1, x2, y2, "fp-leader")))


def polyline(points: Iterable[tuple[float, float]], look: str) -> Markup:
    """Draw one unbroken line through points."""
    written = "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points)
    return path(f"M{written}", look)


def rect(left: float, top: float, width: float, height: float, look: str) -> Markup:
    """Draw a rectangle."""
    return element("rect", {"class": look, "x": left, "y": top, "width": width, "height": height})


def circle(x: float, y: float, radius: float, look: str) -> Markup:
    """Draw a circle."""
    return element("circle", {"class": look, "cx": x, "cy": y, "r": radius})


def group(attributes: Mapping[str, str | float], *children: Markup) -> Markup:
    """Put elements in a group; nothing at all where there are none."""
    content = [child for child in children if child]
    return element("g", attributes, *content) if content else Markup("")


def join(parts: Iterable[Markup]) -> Markup:
    """Put elements one after another."""
    return Markup("".join(parts))


def hatch(left: float, top: float, width: float, height: float, gap: float = 10.0) -> Markup:
    """Fill a rectangle with diagonal lines, cut at its edges: the form of what is not supplied."""
    right, bottom = left + width, top + height
    strokes = []
    total = gap / 2
    while total < width + height:
        x1, y1 = (left + total, top) if total <= width else (right, top + total - width)
        x2, y2 = (left, top + total) if total <= height else (left + total - height, bottom)
        run, rise = coordinate(x2 - x1), coordinate(y2 - y1)
        strokes.append(f"M{coordinate(x1)} {coordinate(y1)}l{run} {rise}")
        total += gap
    return path("".join(strokes), "fp-hatch")


def picture(
    width: float, height: float, body: Iterable[Markup], identity: str, alternative: str, look: str
) -> str:
    """Write a whole figure at its true size, with the sentence for those who cannot see it."""
    attributes: dict[str, str | float] = {
        "id": identity,
        "class": f"fp {look}".strip(),
        "viewBox": f"0 0 {coordinate(width)} {coordinate(height)}",
        "width": width,
        "height": height,
        "role": "img",
        "aria-label": alternative,
    }
    return element("svg", attributes, join(body))


def identity(figure: str, width: Width) -> str:
    """Give the id of one drawing of a figure, unlike that of its other width."""
    return f"{figure}-{width.name.lower()}"
