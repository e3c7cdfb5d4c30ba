"""Notes in lanes above a plot, each with a stem down to what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from frankpledge.figures.svg import Anchor, Markup, join, line, lines
from frankpledge.figures.text import LEADING, widest

_GAP = 12.0
_CLEAR = 4.0
_TRIES = 1500


@dataclass(frozen=True, slots=True)
class Note:
    """Words about a stretch of the axis; a flag's stem runs on down through the whole plot.

    A loose note speaks of the whole plot and needs no stem.
    """

    left: float
    right: float
    words: tuple[str, ...]
    flag: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A note with its stem, the lane of its lowest line, and where its words begin and end."""

    note: Note
    stem: float
    lane: int
    left: float
    right: float

    @property
    def top_lane(self) -> int:
        """The lane of its highest line."""
        return self.lane + len(self.note.words) - 1

    @property
    def has_stem(self) -> bool:
        """Say whether a stem is drawn: for a flag always, else where words are not just above."""
        if self.note.loose:
            return False
        return self.note.flag or self.lane > 0 or not self.left <= self.stem <= self.right


def _places(note: Note, room: float) -> list[tuple[float, float]]:
    """Give the stems and the beginnings of the words to try, best first."""
    wide = widest(note.words)
    if note.flag:
        starts = [(note.left, note.left + 5), (note.left, note.left - 5 - wide)]
    else:
        stems = (0.5, 0.75, 0.25) if note.right > note.left else (0.5,)
        shifts = (0.5, 0.0, 1.0, 0.25, 0.75) if not note.loose else (0.0,)
        starts = [
            (at := note.left + (note.right - note.left) * stem, at - wide * shift)
            for stem in stems
            for shift in shifts
        ]
        starts = [(at, min(max(start, 0.0), max(room - wide, 0.0))) for at, start in starts]
    fitting = [s for s in starts if s[1] >= -0.01 and s[1] + wide <= room + 0.01]
    return list(dict.fromkeys(fitting)) or [(note.left, 0.0)]


def _cut(placed: Placed, other: Placed) -> bool:
    """Say whether the stem of one runs through the words of another that stand lower."""
    reach = placed.lane > other.top_lane and placed.has_stem
    return reach and other.left - _CLEAR < placed.stem < other.right + _CLEAR


def _free(new: Placed, others: Iterable[Placed], strict: bool) -> bool:
    """Say whether words meet no others in their lanes and, if strict, no stem runs through any."""
    return not any(
        (strict and (_cut(new, old) or _cut(old, new)))
        or (
            new.lane <= old.top_lane
            and old.lane <= new.top_lane
            and new.left < old.right + _GAP
            and old.left < new.right + _GAP
        )
        for old in others
    )


@dataclass(slots=True)
class _Search:
    """A search for places for all notes in so many lanes, which gives up after many tries."""

    room: float
    lanes: int
    strict: bool
    tries: int = field(default=_TRIES)

    def settle(self, notes: list[Note], placed: tuple[Placed, ...]) -> tuple[Placed, ...] | None:
        """Place the first of the notes, then the rest; go back where that cannot be done."""
        if not notes:
            return placed
        for new in self._options(notes[0]):
            self.tries -= 1
            if self.tries < 0:
                return None
            if _free(new, placed, self.strict):
                found = self.settle(notes[1:], (*placed, new))
                if found:
                    return found
        return None

    def _options(self, note: Note) -> Iterator[Placed]:
        """Give all places for one note, the lowest lane first."""
        wide = widest(note.words)
        for lane in range(self.lanes - len(note.words) + 1):
            for stem, start in _places(note, self.room):
                yield Placed(note, stem, lane, start, start + wide)


def arrange(notes: Iterable[Note], room: float) -> tuple[Placed, ...]:
    """Put notes in as few lanes as will do, so that no words meet and no stem crosses words.

    Where the last cannot be had, stems may cross words, and each note has a lane of its own.
    """
    ordered = sorted(notes, key=lambda n: (n.loose, -n.left, n.words))
    total = sum(len(note.words) for note in ordered)
    for strict, most in ((True, total + 1), (False, total)):
        for lanes in range(1, most + 1):
            found = _Search(room, lanes, strict).settle(ordered, ())
            if found is not None:
                return found
    return ()


def height(placed: Iterable[Placed]) -> float:
    """Give the height that the lanes take."""
    lanes = max((p.top_lane + 1 for p in placed), default=0)
    return lanes * LEADING + (6 if lanes else 0)


def draw_lanes(placed: Sequence[Placed], top: float, bottom: float) -> Markup:
    """Draw notes above a plot whose upper edge is at `top` and whose line of nought is `bottom`."""
    stems = (_stem(one, top, bottom) for one in placed if one.has_stem)
    return join((*stems, *(_words(one, top) for one in placed)))


def _stem(one: Placed, top: float, bottom: float) -> Markup:
    """Draw the stem of a note: a flag's from beside its words, another's from below them."""
    if one.note.flag:
        first = top - 8 - one.top_lane * LEADING
        return line(one.stem, first - 10, one.stem, bottom, "fp-flag")
    return line(one.stem, top - 4 - one.lane * LEADING, one.stem, top, "fp-stem")


def _words(one: Placed, top: float) -> Markup:
    """Write the words of a note."""
    first = top - 8 - one.top_lane * LEADING
    anchor, x = Anchor.START, one.left
    middle = (one.left + one.right) / 2
    if abs(middle - one.stem) < 1 and not one.note.flag:
        anchor, x = Anchor.MIDDLE, middle
    elif one.right < one.stem:
        anchor, x = Anchor.END, one.right
    return lines(x, first, one.note.words, "fp-soft fp-halo", anchor)
