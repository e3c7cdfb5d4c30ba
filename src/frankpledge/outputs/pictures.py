"""Figures on the page: drawn twice and switched by width, or once where they stand side by side."""

from __future__ import annotations

from markupsafe import Markup

from frankpledge.document.blocks import Figure, Icon
from frankpledge.figures.draw import Width, draw
from frankpledge.figures.geometry import Atlas
from frankpledge.figures.specs import IndexChart, MapPair
from frankpledge.outputs.icons import icon

_NO_MAP = Markup(
    '<p class="absence">{}<span><b>Map not drawn.</b> No boundaries were supplied; '
    "the table below holds what it would show.</span></p>"
)


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


def key(figure: Figure, atlas: Atlas | None) -> Markup:
    """Explain the classes of a map in words."""
    return Markup("")
