"""Labels for points: each beside its point, or led to it by a line, covering nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from frankpledge.figures.boxes import Box, Point, crossing, round_words
from frankpledge.figures.svg import Anchor, Markup, line, lines
from frankpledge.figures.text import CHART, LEADING, widest

_NEAR = 13.0
_REACHES = (26, 38, 52, 68, 88, 110, 136)
_TURNS = 24


@dataclass(frozen=True, slots=True)
class Callout:
    """Words for the points inside `around`; `size` and `bold` must be those of the class `look`."""

    around: Box
    words: tuple[str, ...]
    look: str
    size: float = CHART
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A callout with the place of its words and, where they are not beside it, its leader."""

    callout: Callout
    x: float
    y: float
    anchor: Anchor
    box: Box
    leader: tuple[Point, Point] | None


def _beside(callout: Callout) -> Iterator[Settled]:
    """Give the places right at the points: right, left, above, below, and aslant."""
    box, more = callout.around, (len(callout.words) - 1) * LEADING
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    right, left = (box.right + _NEAR, Anchor.START), (box.left - _NEAR, Anchor.END)
    level = y + 5 - more / 2
    yield _at(callout, right[0], level, right[1])
    yield _at(callout, left[0], level, left[1])
    yield _at(callout, x, box.top - _NEAR - more, Anchor.MIDDLE)
    yield _at(callout, x, box.bottom + _NEAR + 10, Anchor.MIDDLE)
    slant = box.top - 9 - more if not more else box.top + 5
    yield _at(callout, right[0] - (0 if more else 5), slant, right[1])
    yield _at(callout, left[0] + (0 if more else 5), slant, left[1])


def _further(callout: Callout) -> Iterator[Settled]:
    """Give places further off, in rings, each with a leader."""
    box, more = callout.around, (len(callout.words) - 1) * LEADING
    y = (box.top + box.bottom) / 2 + 5 - more / 2
    for reach in _REACHES:
        for turn in range(_TURNS):
            dx, dy = (reach * f(2 * math.pi * turn / _TURNS) for f in (math.cos, math.sin))
            x, anchor = (box.right, Anchor.START) if dx >= 0 else (box.left, Anchor.END)
            yield _at(callout, x + dx, y + dy, anchor, led=True)


def _under(callout: Callout, field: Box) -> Iterator[Settled]:
    """Give places above and below points that reach too far for words to stand beside them."""
    box, half = callout.around, widest(callout.words, callout.size, callout.bold) / 2
    if box.right - box.left < half:
        return
    for part in (0.5, 0.3, 0.7, 0.1, 0.9):
        x = box.left + (box.right - box.left) * part
        for i in range(int((field.bottom - field.top) / 8)):
            yield _at(callout, x, field.top + 12 + i * 8, Anchor.MIDDLE)


def _at(callout: Callout, x: float, y: float, anchor: Anchor, led: bool = False) -> Settled:
    """Put the words at one place."""
    box = round_words(x, y, callout.words, anchor, callout.size, callout.bold)
    if not led:
        return Settled(callout, x, y, anchor, box, None)
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    start = callout.around.nearest(middle)
    return Settled(callout, x, y, anchor, box, (start, box.grown(2).nearest(start)))


def _cost(one: Settled, soft: Sequence[Box], settled: Sequence[Settled]) -> float:
    """Weigh a place: how far off, how much it covers, whose leaders it crosses."""
    middle = (one.callout.around.left + one.callout.around.right) / 2
    height = (one.callout.around.top + one.callout.around.bottom) / 2
    covered = sum(one.box.overlaps(box) for box in soft)
    cost = math.dist((middle, height), one.box.nearest((middle, height))) + 16 * min(covered, 6)
    if one.leader is None:
        return cost
    leaders = [other.leader for other in settled if other.leader]
    cost += 14 + 90 * sum(crossing(*one.leader, *leader) for leader in leaders)
    return cost + 80 * sum(other.box.crossed(*one.leader) for other in settled)


def _allowed(one: Settled, field: Box, hard: Sequence[Box], settled: Sequence[Settled]) -> bool:
    """Say whether words lie in the field, off other words and off other words' leaders."""
    if not one.box.within(field) or any(one.box.overlaps(box) for box in hard):
        return False
    return not any(
        one.box.grown(2).overlaps(other.box)
        or (other.leader is not None and one.box.crossed(*other.leader))
        for other in settled
    )


def settle(
    callouts: Iterable[Callout], field: Box, hard: Sequence[Box], soft: Sequence[Box]
) -> list[Settled]:
    """Place labels one after another; `hard` boxes are never covered, `soft` ones rather not."""
    settled: list[Settled] = []
    for callout in callouts:
        places = [*_beside(callout), *_further(callout), *_under(callout, field)]
        allowed = [p for p in places if _allowed(p, field, hard, settled)]
        if allowed:
            settled.append(min(allowed, key=lambda p: _cost(p, soft, settled)))
        else:
            taken = [*hard, *(other.box for other in settled)]
            settled.append(_least_bad(places, field, taken))
    return settled


def _least_bad(places: Iterable[Settled], field: Box, taken: Sequence[Box]) -> Settled:
    """Where every place covers something, give the one in the field that covers least."""
    return min(
        places,
        key=lambda p: (
            not p.box.within(field),
            sum(p.box.overlaps(box) for box in taken),
            math.dist(p.callout.around.nearest((p.x, p.y)), (p.x, p.y)),
        ),
    )


def draw_callout(one: Settled) -> Markup:
    """Draw the words and their leader."""
    look = f"{one.callout.look} fp-halo"
    words = lines(one.x, one.y, one.callout.words, look, one.anchor)
    return Markup((line(*one.leader[0], *one.leader[1], "fp-stem") if one.leader else "") + words)
