"""How figures look: colours as variables, looks as classes. Nothing else sets a colour."""

from __future__ import annotations

from collections.abc import Mapping

from frankpledge.figures.specs import PlaceClass
from frankpledge.figures.text import CHART, PLACE, SMALL, TITLE

LIGHT: Mapping[str, str] = {
    "paper": "#fff",
    "ink": "#1b1f27",
    "ink2": "#4a505c",
    "rule": "#dde1e7",
    "rule2": "#868e9b",
    "wash": "#f3f5f8",
    "own": "#12436d",
    "ownwash": "#e8eff6",
    "peer": "#6c7480",
    "event": "#f46a25",
    "c0": "#eceef1",
    "c1": "#6bace6",
    "c2": "#2073bc",
    "c3": "#12436d",
    "cx": "#fafafb",
    "dl": "#5d6572",
    "hatch": "#a9b0bb",
    "lim": "#eaf1f7",
    "barq": "#7795b5",
}
DARK: Mapping[str, str] = {
    "paper": "#14181f",
    "ink": "#e9ecf1",
    "ink2": "#b7becb",
    "rule": "#2f3743",
    "rule2": "#7d8796",
    "wash": "#1c222b",
    "own": "#8dc0f2",
    "ownwash": "#1d2f42",
    "peer": "#97a1af",
    "event": "#ff8a4c",
    "c0": "#29303a",
    "c1": "#2f6396",
    "c2": "#5d9edb",
    "c3": "#c3e0fb",
    "cx": "#181d25",
    "dl": "#a8b1bf",
    "hatch": "#55606f",
    "lim": "#1a2836",
    "barq": "#56799d",
}


def _variables(colours: Mapping[str, str]) -> str:
    """Write colours as CSS variables."""
    return ";".join(f"--{name}:{value}" for name, value in colours.items())


VARIABLES_CSS = (
    f":root{{color-scheme:light dark;{_variables(LIGHT)}}}\n"
    f"@media (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}\n"
    f"@media print{{:root{{color-scheme:light;{_variables(LIGHT)}}}}}\n"
)
"""The colours: light, dark by the reader's choice, and light again in print."""

LOOKS: Mapping[PlaceClass, str] = {
    PlaceClass.SIGNIFICANTLY_HIGH: "fp-c3",
    PlaceClass.VERY_HIGH: "fp-c2",
    PlaceClass.ABOVE_AVERAGE: "fp-c1",
    PlaceClass.NOT_ABOVE: "fp-c0",
    PlaceClass.TOO_FEW: "fp-few",
    PlaceClass.NOT_AVAILABLE: "fp-none",
}
"""The class of each map class, on the map and (with `fp-sw`) as a swatch in a key or table."""
OUTSIDE_LOOK = "fp-cx"
"""The class of what lies outside the comparison, on the map and as a swatch."""

SIZES: Mapping[str, float] = {
    "fp-small": SMALL,
    "fp-place": PLACE,
    "fp-number": PLACE,
    "fp-title": TITLE,
}
"""The type size in px that a class sets; words in no such class have the size of a chart."""
BOLD_LOOKS = frozenset({"fp-strong", "fp-number", "fp-title"})
"""The classes that make words bold."""

_WORDS = f"""\
.fp{{display:block;max-width:100%;height:auto;overflow:visible;fill:var(--ink);\
font:400 {CHART:g}px var(--sans,"Source Sans 3","Segoe UI",Roboto,Arial,sans-serif);\
-webkit-print-color-adjust:exact;print-color-adjust:exact;forced-color-adjust:none}}
.fp text{{font-variant-numeric:tabular-nums lining-nums;unicode-bidi:isolate}}
.fp-soft,.fp-small{{fill:var(--ink2)}}.fp-small{{font-size:{SMALL:g}px}}
.fp-strong{{font-weight:650}}.fp-mine{{fill:var(--own)}}
.fp-title{{font-size:{TITLE:g}px;font-weight:600}}.fp-place{{font-size:{PLACE:g}px}}
.fp-halo,.fp-place{{paint-order:stroke;stroke:var(--paper);stroke-width:3.5px;stroke-linejoin:round}}
.fp-number{{fill:var(--paper);font-weight:700;font-size:{PLACE:g}px}}
"""
_LINES = """\
.fp-grid{stroke:var(--rule);stroke-width:1;fill:none}
.fp-axis,.fp-limit{stroke:var(--rule2);stroke-width:1;fill:none}
.fp-zero{stroke:var(--ink2);stroke-width:1;fill:none}
.fp-usual{stroke:var(--ink2);stroke-width:1.2;stroke-dasharray:5 4;fill:none}
.fp-flag,.fp-leader{stroke:var(--ink);stroke-width:1;fill:none}
.fp-under{stroke:var(--paper);stroke-width:3.4;fill:none}
.fp-stem{stroke:var(--rule2);stroke-width:1;fill:none}
.fp-line,.fp-bracket{stroke:var(--own);stroke-width:2;stroke-linejoin:round;fill:none}
.fp-iv{stroke:var(--peer);stroke-width:1.8;fill:none}
.fp-ivown{stroke:var(--own);stroke-width:3;fill:none}
.fp-cap{stroke:var(--ink);stroke-width:1.5;fill:none}
.fp-hatch{stroke:var(--hatch);stroke-width:1.2;fill:none}
.fp-scale{stroke:var(--ink2);stroke-width:2;fill:none}
.fp-ring{stroke:var(--ink);stroke-width:1.4;fill:none}
"""
_FILLS = """\
.fp-wash{fill:var(--wash)}.fp-plate{fill:var(--paper)}.fp-band{fill:var(--lim)}
.fp-event{fill:var(--event);stroke:var(--ink);stroke-width:1}
.fp-square{fill:var(--paper);stroke:var(--own);stroke-width:1.8}
.fp-point,.fp-own{fill:var(--own)}.fp-peer,.fp-spark{fill:var(--peer)}.fp-tint{fill:var(--ownwash)}
.fp-bar{fill:var(--c2)}.fp-pale{fill:var(--barq)}.fp-disc,.fp-spot{fill:var(--ink)}
.fp-spot{stroke:var(--paper);stroke-width:.8}
.fp-open{fill:var(--paper);stroke:var(--ink);stroke-width:1.8}
.fp-full{fill:var(--ink);stroke:var(--ink);stroke-width:1.8}
"""
_MAPS = """\
.fp-defs{position:absolute;width:0;height:0;overflow:hidden}
.fp-areas{stroke:var(--paper);stroke-linejoin:round;fill-rule:evenodd}
.fp-edge{fill:none;stroke:var(--dl);stroke-linejoin:round}
.fp-context{stroke:var(--rule)}
.fp-outline{stroke:var(--ink)}
.fp-c0{fill:var(--c0)}.fp-c1{fill:var(--c1)}.fp-c2{fill:var(--c2)}.fp-c3{fill:var(--c3)}
.fp-cx{fill:var(--cx);fill-rule:evenodd}.fp-few,.fp-none{fill:var(--paper);stroke:var(--rule)}
.fp-hatched,.fp-ruled{fill:none;stroke:var(--rule2);stroke-width:1;vector-effect:non-scaling-stroke}
.fp-ruled{stroke:var(--hatch);stroke-width:.8}
.fp-sw{display:inline-block;width:18px;height:14px;vertical-align:-1px;\
border:1px solid var(--rule2);-webkit-print-color-adjust:exact;print-color-adjust:exact;\
forced-color-adjust:none}
.fp-sw.fp-c0{background:var(--c0)}.fp-sw.fp-c1{background:var(--c1)}
.fp-sw.fp-c2{background:var(--c2)}.fp-sw.fp-c3{background:var(--c3)}
.fp-sw.fp-cx{background:var(--cx);border-color:var(--rule)}
.fp-sw.fp-few{background:repeating-linear-gradient(transparent 0 3px,var(--hatch) 3px 4px)}
.fp-sw.fp-none{background:repeating-linear-gradient(135deg,transparent 0 4px,var(--rule2) 4px 5px)}
"""
_WIDTHS = """\
.fp-narrow{display:none}
@media (max-width:760px){.fp-wide{display:none}.fp-narrow{display:block}}
@media print{.fp-wide{display:block}.fp-narrow{display:none}}
"""
FIGURE_CSS = _WORDS + _LINES + _FILLS + _MAPS + _WIDTHS
"""The looks of every figure; the page defines the variables, or takes `VARIABLES_CSS`."""
