"""The parts of a document as markup, one template macro for each kind of block."""

from __future__ import annotations

from typing import assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from frankpledge.document.blocks import (
    Absence,
    Block,
    Bullets,
    Definitions,
    Document,
    EvidenceList,
    Figure,
    IssuePage,
    KeyFindings,
    Paragraph,
    PeoplesWords,
    Section,
    Side,
    Table,
)
from frankpledge.figures.atlas import Atlas
from frankpledge.narrative.numbers import count, in_words
from frankpledge.outputs import icons
from frankpledge.outputs.pictures import ground, key, pictures, title
from frankpledge.outputs.tables import lay
from frankpledge.outputs.text import tags, written


class Writer:
    """Writes the parts of one document. It holds the templates and the boundaries to draw on."""

    def __init__(self, atlas: Atlas | None) -> None:
        self._atlas = atlas
        self._templates = templates()
        self._templates.globals.update(
            blocks=self.blocks, count=count, icon=icons.icon, rows=_rows, tags=tags, written=written
        )
        self._parts = self._templates.get_template("parts.html.j2").module

    def body(self, document: Document) -> Markup:
        """Write everything a reader sees."""
        page = self._templates.get_template("body.html.j2")
        return Markup(
            page.render(
                document=document,
                contents=_contents(document),
                draft=is_draft(document),
                duties_words=duties_in_words(document),
                sheet=icons.sheet() + ground(document, self._atlas),
            )
        )

    def page(self, document: Document, body: Markup, style: str) -> str:
        """Put the body into a page with its styles."""
        page = self._templates.get_template("report.html.j2")
        return page.render(document=document, body=body, style=Markup(style))

    def blocks(self, parts: tuple[Block, ...], level: int) -> Markup:
        """Write blocks in order; `level` is that of a heading inside one."""
        return Markup("\n").join(self.block(part, level) for part in parts)

    def block(self, part: Block, level: int) -> Markup:
        """Write one block."""
        match part:
            case Paragraph():
                return self._fill("paragraph", part)
            case Absence():
                return self._fill("absence", part)
            case Table():
                return self._fill("laid_table", lay(part))
            case Figure():
                return self._figure(part, beside=False)
            case Side():
                drawn = [self._figure(figure, beside=True) for figure in part.figures]
                return self._fill("side", drawn)
            case PeoplesWords():
                return self._fill("people", part, level)
            case Definitions():
                return self._fill("definitions", part.terms, "glossary")
            case Bullets():
                return self._fill("bullets", part)
            case KeyFindings():
                return self._fill("key_findings", part, level)
            case EvidenceList():
                return self._fill("evidence_list", part)
            case _:
                assert_never(part)

    def _figure(self, figure: Figure, beside: bool) -> Markup:
        """Write a figure: its pictures, its key and the table behind it."""
        kind = type(figure.spec).__name__.lower()
        drawn = pictures(figure, self._atlas, beside)
        explained, table = key(figure, self._atlas), lay(figure.table)
        return self._fill("figure", kind, drawn, title(figure), explained, table, beside)

    def _fill(self, macro: str, *arguments: object) -> Markup:
        """Fill one macro."""
        return Markup(getattr(self._parts, macro)(*arguments))


def templates() -> Environment:
    """Give the templates of the report; whatever they place is escaped unless it is markup."""
    return Environment(
        loader=PackageLoader("frankpledge.outputs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
    )


def is_draft(document: Document) -> bool:
    """Say whether any part that the law asks for is still missing."""
    return not all(duty.present for duty in document.front.duties)


def duties_in_words(document: Document) -> str:
    """Say how many of the parts that the law asks for are there."""
    duties = document.front.duties
    there, all_of_them = sum(duty.present for duty in duties), in_words(len(duties))
    if is_draft(document):
        verb = "is" if there == 1 else "are"
        return f"Draft: {in_words(there)} of the {all_of_them} parts the law asks for {verb} here"
    return f"All {all_of_them} parts the law asks for are here"


def _rows(number: int) -> str:
    """Say how many rows."""
    return f"{count(number)} row" if number == 1 else f"{count(number)} rows"


def _contents(document: Document) -> list[dict[str, object]]:
    """List the chapters, each with every issue page in it."""
    return [
        {"id": part.id, "number": part.number, "title": part.title, "pages": _pages(part)}
        for part in document.sections
    ]


def _pages(part: Section) -> tuple[IssuePage, ...]:
    """Gather the issue pages of a section and of the sections inside it."""
    inner = tuple(page for child in part.sections for page in _pages(child))
    return inner + part.pages
