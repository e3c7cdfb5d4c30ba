"""The signs that stand beside words: drawn once in a page and used by name."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from frankpledge.document.blocks import Icon

_LINE = 'fill="none" stroke="currentColor" stroke-linecap="square"'
_SHAPES: Mapping[Icon, str] = {
    Icon.BARS: '<path d="M1.5 9h3.2v5.5H1.5zM6.4 5.5h3.2v9H6.4zM11.3 1.5h3.2v13h-3.2z"/>',
    Icon.UP: '<path d="M8 2.5 14.6 13.5H1.4z"/>',
    Icon.DOWN: '<path d="M8 13.5 1.4 2.5h13.2z"/>',
    Icon.ALIKE: f'<path {_LINE} stroke-width="1.9" '
    'd="M1.8 6.4C4 3.6 6 4 8 5.4s4 1.9 6.2-.9M1.8 11.4C4 8.6 6 9 8 10.4s4 1.9 6.2-.9"/>',
    Icon.HATCH: f'<path {_LINE} stroke-width="1.4" d="M2.2 2.2h11.6v11.6H2.2z'
    'M2.2 7.5 7.5 2.2M2.2 12.8 12.8 2.2M8.2 13.8l5.6-5.6"/>',
    Icon.DIAMOND: f'<path {_LINE} stroke-width="1.6" d="M8 1.3 14.7 8 8 14.7 1.3 8z'
    'M8 5.3v3.2M8 10.8v.2"/>',
    Icon.TICK: f'<path {_LINE} stroke-width="2.2" d="m2.6 8.4 3.7 3.7 7.1-8"/>',
    Icon.CROSS: f'<path {_LINE} stroke-width="2.2" d="m3.3 3.3 9.4 9.4M12.7 3.3l-9.4 9.4"/>',
    Icon.RING: '<circle cx="8" cy="8" r="5.7" fill="none" stroke="currentColor" '
    'stroke-width="1.9" stroke-dasharray="2.8 1.68"/>',
    Icon.PIN: '<path fill-rule="evenodd" d="M8 .8a5.3 5.3 0 0 1 5.3 5.3C13.3 10 8 15.4 8 15.4'
    'S2.7 10 2.7 6.1A5.3 5.3 0 0 1 8 .8zm0 3.3a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"/>',
    Icon.STEPS: '<path d="M1.5 2h13v2.4h-13zM1.5 6.8h9v2.4h-9zM1.5 11.6h5V14h-5z"/>',
    Icon.PEN: f'<path {_LINE} stroke-width="1.5" '
    'd="M2.2 13.8 3.1 10.3 11 2.4l2.6 2.6-7.9 7.9zM9.2 4.2l2.6 2.6"/>',
}
_ARROW = f'<path {_LINE} stroke-width="1.7" d="M2.5 8h10M8.8 4 12.8 8 8.8 12"/>'


def sheet() -> Markup:
    """Draw every sign once, out of sight, for the page to use."""
    shapes = {icon.value: shape for icon, shape in _SHAPES.items()} | {"arrow": _ARROW}
    symbols = "".join(
        f'<symbol id="icon-{name}" viewBox="0 0 16 16">{shape}</symbol>'
        for name, shape in shapes.items()
    )
    return Markup(f'<svg class="sheet" width="0" height="0" aria-hidden="true">{symbols}</svg>')


def icon(sign: Icon | str) -> Markup:
    """Show a sign; assistive technology is told nothing, since the words say it."""
    name = sign.value if isinstance(sign, Icon) else sign
    return Markup(
        f'<svg class="icon" width="16" height="16" aria-hidden="true">'
        f'<use href="#icon-{name}"/></svg>'
    )
