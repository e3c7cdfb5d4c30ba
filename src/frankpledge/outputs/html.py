"""A document as one HTML file that asks for nothing: no script, no request, its fonts inside."""

from __future__ import annotations

from importlib.resources import files

from frankpledge.document.blocks import Document
from frankpledge.figures.atlas import Atlas
from frankpledge.figures.style import FIGURE_CSS, VARIABLES_CSS
from frankpledge.outputs.fonts import font_faces
from frankpledge.outputs.parts import Writer, is_draft
from frankpledge.outputs.text import css_string

_SHEETS = ("screen.css", "narrow.css", "print.css")


def render(document: Document, atlas: Atlas | None) -> str:
    """Write a document as a self-contained page; without an atlas its maps say that they are not.

    The same document and atlas always give the same text.
    """
    writer = Writer(atlas)
    body = writer.body(document)
    return writer.page(document, body, _style(document, body))


def _style(document: Document, body: str) -> str:
    """Gather the styles: fonts cut to the body's characters, colours, figures, page, paper."""
    templates = files("frankpledge.outputs") / "templates"
    sheets = [(templates / name).read_text(encoding="utf-8") for name in _SHEETS]
    words = body + document.running_title
    return "\n".join([font_faces(words), VARIABLES_CSS, FIGURE_CSS, *sheets, _paper(document)])


def _paper(document: Document) -> str:
    """Write the margins of a printed page: marking, running title, and page n of N."""
    mark = css_string(document.front.marking)
    title = css_string(document.running_title)
    draft = '@top-right{content:"Draft";font:600 8pt var(--sans)}' if is_draft(document) else ""
    return (
        "@page{size:A4;margin:15mm;"
        f"@top-center{{content:{mark};font:650 9pt var(--sans);letter-spacing:.06em}}{draft}"
        f"@bottom-left{{content:{title};font:400 8pt var(--sans)}}"
        '@bottom-right{content:"page " counter(page) " of " counter(pages);'
        "font:400 8pt var(--sans)}}\n"
    )
