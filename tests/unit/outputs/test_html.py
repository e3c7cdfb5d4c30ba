"""The page holds every part of the document, says only what it may, and runs nothing."""

from __future__ import annotations

import base64
import re
import sys
from collections import Counter
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from frankpledge.document import blocks as b
from frankpledge.narrative.phrase import phrase
from frankpledge.outputs.html import render
from frankpledge.outputs.text import css_string


def _sibling(name: str) -> ModuleType:
    """Load a module that lies beside this one."""
    path = Path(__file__).with_name(f"{name}.py")
    spec = spec_from_file_location(f"outputs_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


made = _sibling("documents")


class Page(HTMLParser):
    """What a test asks of a page: its elements, ids, links, headings and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.classes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.words = ""
        self._style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self._style = tag == "style"
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            self.attributes.add(name)
            self.classes.update((value or "").split() if name == "class" else ())
            self.ids.extend([value or ""] if name == "id" else [])
            self.links.extend([value or ""] if name == "href" else [])

    def handle_data(self, data: str) -> None:
        self.words += "" if self._style else data


@pytest.fixture(scope="module")
def text() -> str:
    return render(made.document(), None)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_the_sample_holds_every_kind_of_block() -> None:
    kinds = {type(block) for block in made.every_block()}
    assert kinds == set(get_args(b.Block))
    assert {type(cell) for cell in made.CELLS} == set(get_args(b.Cell))


def test_every_block_is_on_the_page(page: Page) -> None:
    looks = {look.value for look in b.Look}
    parts = {"absence", "figure", "side", "people", "glossary", "bullets", "findings", "evidence"}
    cells = {"verdict", "bar", "disc", "fp-sw", "sparkline", "whisker", "notthere", "sub", "tag"}
    assert looks | parts | cells <= page.classes
    assert {"issue", "slot", "chips", "definition", "words", "duties"} <= page.classes
    for words in ("From 1,475 to [c]", "Nobody sent it.", "Words by the analyst", "Read on"):
        assert words in page.words.replace(" withheld so that nobody can be recognised", "")


def test_a_figure_is_drawn_twice_and_once_beside_another(page: Page) -> None:
    assert {"figure-0-wide", "figure-0-narrow", "figure-2-narrow"} <= set(page.ids)
    assert "figure-2-wide" not in page.ids
    assert page.tags["details"] == 4


def test_a_map_without_boundaries_says_so(page: Page) -> None:
    assert "Map not drawn." in page.words


def test_headings_run_in_order_under_one_title(page: Page) -> None:
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)


def test_ids_are_unique_and_every_link_lands(page: Page) -> None:
    assert [id for id, times in Counter(page.ids).items() if times > 1] == []
    assert {link for link in page.links if link[1:] not in page.ids} == set()
    assert all(link.startswith("#") for link in page.links)


def test_the_page_asks_for_nothing(text: str, page: Page) -> None:
    assert page.tags["script"] == page.tags["link"] == page.tags["img"] == 0
    assert not any(name.startswith("on") for name in page.attributes)
    assert "http://" not in text
    assert "https://" not in text
    assert set(re.findall(r"url\((?!#)([a-z:/0-9]+)", text)) == {"data:font/woff2"}


def test_the_same_document_gives_the_same_bytes(text: str) -> None:
    from frankpledge.outputs import fonts

    fonts._subset.cache_clear()
    assert render(made.document(), None) == text


def test_a_withheld_number_is_its_symbol(text: str) -> None:
    shown = render(made.document(b.Paragraph(phrase("Just ", made.hidden(), " here."))), None)
    assert "Just [c] withheld so that nobody can be recognised here." in Page(shown).words
    assert "below five" not in shown


def test_a_number_carries_its_finding(text: str) -> None:
    assert f'<span data-finding="{made.FINDING}">1,475</span>' in text
    assert f'<tr data-finding="{made.FINDING}">' in text


@pytest.mark.parametrize(
    "words",
    [
        '<script>alert("x")</script>',
        "\"'><img src=x onerror=alert(1)>",
        '"}</style><script>alert(1)</script>',
        '"; } body { display: none } @import "//evil.example"; \\',
        "{{ 7 * 7 }}{% raw %}",
        "line\nbreak\x00\\27 </title>",
    ],
)
def test_hostile_words_are_only_words(words: str) -> None:
    text = render(made.with_words(words), None)
    page = Page(text)
    assert page.tags["script"] == page.tags["img"] == 0
    assert page.tags["style"] == page.tags["title"] == text.count("</style>") == 1
    assert "onerror" not in page.attributes
    assert words.split("\n")[0] in page.words
    style = text[text.index("<style>") : text.index("</style>")]
    assert "evil" not in style.replace(css_string(words), "")


def test_a_string_of_a_style_sheet_cannot_end_it() -> None:
    assert css_string("OFFICIAL") == '"OFFICIAL"'
    assert css_string('a"\\\n</style>') == '"a\\22 \\5c  \\3c \\2f style\\3e "'


def test_a_draft_says_what_is_missing() -> None:
    draft = render(made.document(), None)
    assert "Draft: one of the two parts the law asks for is here" in draft
    assert '@top-right{content:"Draft"' in draft
    whole = render(made.document(present=True), None)
    assert "All two parts the law asks for are here" in whole
    assert "Draft" not in whole


def test_the_printed_page_bears_marking_and_number(text: str) -> None:
    assert '@top-center{content:"OFFICIAL"' in text
    assert 'content:"page " counter(page) " of " counter(pages)' in text


def test_fonts_are_cut_to_what_is_used(text: str) -> None:
    fonts = re.findall(r"base64,([A-Za-z0-9+/=]+)", text)
    assert len(fonts) == 4
    assert all(base64.b64decode(font)[:4] == b"wOF2" for font in fonts)
    assert sum(map(len, fonts)) < 80_000


def test_a_row_that_does_not_fit_its_table_is_refused() -> None:
    short = b.Table("t", "T", (b.Column("A"), b.Column("B")), (b.Row((phrase("a"),)),))
    with pytest.raises(ValueError, match="table t: a row of 1 cells under 2 columns"):
        render(made.document(short), None)
