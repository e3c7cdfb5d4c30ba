"""The typefaces of a page: cut down to the characters it uses and put inside it.

Source Sans and Source Serif (SIL Open Font Licence) come with two packages of their own, so that a
build needs no network. The same characters always give the same bytes: the subset keeps the
typeface's own date.
"""

from __future__ import annotations

import base64
import html
import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

from fontTools.subset import Options, Subsetter, load_font, save_font

_ALWAYS = frozenset(range(0x20, 0x7F))
_FEATURES = ["kern", "liga", "tnum", "lnum", "ccmp", "locl", "mark", "mkmk"]


@dataclass(frozen=True, slots=True)
class Face:
    """One typeface file and the weights of the style sheet that it serves."""

    family: str
    weights: str
    package: str
    file: str


FACES = (
    Face("Source Sans 3", "400", "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    Face("Source Sans 3", "600 650", "font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    Face("Source Sans 3", "700", "font_source_sans_pro", "SourceSansPro-Bold.ttf"),
    Face("Source Serif 4", "400", "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
)


def font_faces(markup: str) -> str:
    """Give the `@font-face` rules for the characters of a piece of markup."""
    characters = _ALWAYS | frozenset(map(ord, html.unescape(markup)))
    return "".join(_rule(face, characters) for face in FACES)


def _rule(face: Face, characters: frozenset[int]) -> str:
    """Write one face as a rule that carries its font."""
    data = base64.b64encode(_subset(face, characters)).decode("ascii")
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weights};font-style:normal;'
        f'font-display:swap;src:url(data:font/woff2;base64,{data})format("woff2")}}\n'
    )


@lru_cache(maxsize=32)
def _subset(face: Face, characters: frozenset[int]) -> bytes:
    """Cut a font file down to some characters, as woff2."""
    options = Options(flavor="woff2", layout_features=_FEATURES, hinting=False, name_IDs=[0, 1, 2])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(characters))
    out = io.BytesIO()
    with as_file(files(face.package) / "files" / face.file) as path:
        font = load_font(str(path), options)
        subsetter.subset(font)
        save_font(font, out, options)
        font.close()
    return out.getvalue()
