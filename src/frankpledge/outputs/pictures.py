"""Figures on the page: drawn twice and switched by width, or once where they stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from frankpledge.document.blocks import Document, Figure, Icon, IssuePage, Section, Side
from frankpledge.figures.atlas import Atlas
from frankpledge.figures.draw import draw
from frankpledge.figures.maps import defs
from frankpledge.figures.maps import key as map_key
from frankpledge.figures.specs import IndexChart, MapPair
from frankpledge.figures.style import LOOKS, OUTSIDE_LOOK
from frankpledge.figures.svg import Width
from frankpledge.narrative.numbers import count
from frankpledge.outputs.icons import icon

_NO_MAP = Markup(
    '<p class="absence">{}<span><b>Map not drawn.</b> No boundaries were supplied; '
    "the table below holds what it would show.</span></p>"
)
_OUTSIDE = "Outside the county comparison"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One line of a map's key: its look, its words, and how many areas have it."""

    look: str
    words: str
    county: str = ""
    here: str = ""


def pictures(figure: Figure, atlas: Atlas | None, beside: bool) -> Markup:
    """Draw a figure, wide and narrow; side by side the narrow one serves both."""
    if isinstance(figure.spec, MapPair) and atlas is None:
        return _NO_MAP.format(icon(Icon.HATCH))
    widths = (Width.NARROW,) if beside else (Width.WIDE, Width.NARROW)
    drawn = [draw(figure.spec, atlas, figure.id, figure.alternative, width) for width in widths]
    return Markup("\n".join(drawn))


def title(figure: Figure) -> str:
    """Give the words above a figure that shares its slot with others; a lone one has none."""
    return figure.spec.title if isinstance(figure.spec, IndexChart) else ""


def key(figure: Figure, atlas: Atlas | None) -> tuple[Meaning, ...]:
    """Explain the classes of a map in words, each with its count; other figures have no key."""
    if not isinstance(figure.spec, MapPair) or atlas is None:
        return ()
    lines = tuple(
        Meaning(LOOKS[level], level.value, count(county), count(here))
        for level, county, here in map_key(figure.spec, atlas.own_codes)
    )
    return (*lines, Meaning(OUTSIDE_LOOK, _OUTSIDE)) if atlas.has_context else lines


def ground(document: Document, atlas: Atlas | None) -> Markup:
    """Write the shapes that all maps of a page share, if it has any."""
    mapped = any(isinstance(figure.spec, MapPair) for figure in _figures(document))
    return Markup(defs(atlas)) if atlas and mapped else Markup("")


def _figures(document: Document) -> Iterator[Figure]:
    """Find every figure of a document."""
    for part in document.sections:
        yield from _in_section(part)


def _in_section(part: Section) -> Iterator[Figure]:
    """Find every figure of a section, of those inside it and of its pages."""
    yield from _in_blocks(part.blocks)
    for child in part.sections:
        yield from _in_section(child)
    for page in part.pages:
        yield from _in_page(page)


def _in_page(page: IssuePage) -> Iterator[Figure]:
    """Find every figure of an issue's page."""
    for slot in page.slots:
        yield from _in_blocks(slot.blocks)


def _in_blocks(blocks: tuple[object, ...]) -> Iterator[Figure]:
    """Find the figures among blocks."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Side):
            yield from block.figures
