"""Draw any figure: a spec becomes SVG, once for each width."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from frankpledge.figures.atlas import Atlas
from frankpledge.figures.index import draw_index
from frankpledge.figures.maps import draw_maps
from frankpledge.figures.months import draw_months
from frankpledge.figures.rates import draw_rates
from frankpledge.figures.specs import FigureSpec, IndexChart, MapPair, MonthsChart, RatesChart
from frankpledge.figures.svg import Width


@lru_cache(maxsize=1024)
def draw(spec: FigureSpec, atlas: Atlas | None, id: str, alternative: str, width: Width) -> str:
    """Draw a figure as `<svg>…</svg>`, at its true size, with its sentence as its label.

    `id` is the figure's own; the drawing's id adds the width to it. A map pair needs the atlas,
    whose `maps.defs` must stand once on the page; without one ValueError is raised. A figure that
    stands alike in both editions is drawn once.
    """
    match spec:
        case MonthsChart():
            return draw_months(spec, width, id, alternative)
        case RatesChart():
            return draw_rates(spec, width, id, alternative)
        case IndexChart():
            return draw_index(spec, width, id, alternative)
        case MapPair():
            if atlas is None:
                raise ValueError(f"the map pair {id} needs an atlas")
            return draw_maps(spec, atlas, width, id, alternative)
        case _:
            assert_never(spec)
