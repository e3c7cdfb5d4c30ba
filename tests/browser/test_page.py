"""The page as a reader meets it: in Chromium, wide and narrow, light and dark, and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
EACH_KIND_OF_PART = [
    ["header"],
    ["#contents"],
    ["#summary"],
    ["#overview"],
    ["#places"],
    ["#shoplifting"],
    ["#gaps"],
    ["#method"],
    ["#glossary"],
]
"""One of each kind of part: axe takes long over a page of fifteen issues that are built alike."""


def opened(
    browser: Browser, file: Path, width: int, scheme: Literal["light", "dark"] = "light"
) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(file.as_uri())
    return page


def test_axe_finds_no_violation_on_the_whole_page(browser: Browser, page_file: Path) -> None:
    page = opened(browser, page_file, 1280)
    found = Axe().run(page, options=RULES)
    page.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "dark")])
def test_axe_finds_no_violation_narrow_or_dark(
    browser: Browser, page_file: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = opened(browser, page_file, width, scheme)
    found = Axe().run(page, context={"include": EACH_KIND_OF_PART}, options=RULES)
    page.close()
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_page_never_scrolls_sideways(browser: Browser, page_file: Path, width: int) -> None:
    page = opened(browser, page_file, width)
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()
    assert over <= 0


def test_the_page_asks_for_nothing_and_runs_no_script(browser: Browser, page_file: Path) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    page.wait_for_load_state("networkidle")
    scripts = page.locator("script").count()
    page.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert scripts == 0


def test_every_link_inside_the_page_leads_somewhere(browser: Browser, page_file: Path) -> None:
    page = opened(browser, page_file, 1280)
    broken = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    page.close()
    assert broken == []


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_of_a_picture_is_cut_off(browser: Browser, page_file: Path, width: int) -> None:
    page = opened(browser, page_file, width)
    outside = page.evaluate(
        """() => [...document.querySelectorAll('figure svg[role=img]')]
          .filter(svg => svg.getClientRects().length)
          .flatMap(svg => {
            const box = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('text')]
              .filter(text => {
                const t = text.getBoundingClientRect();
                return t.width && (t.left < box.left - 3 || t.right > box.right + 3
                  || t.top < box.top - 3 || t.bottom > box.bottom + 3);
              })
              .map(text => `${svg.getAttribute('aria-label').slice(0, 60)}: ${text.textContent}`);
          })"""
    )
    page.close()
    assert outside == []


def test_it_prints_on_a4_with_its_marking(browser: Browser, page_file: Path) -> None:
    page = opened(browser, page_file, 1280)
    paper = page.pdf(prefer_css_page_size=True)
    page.close()
    assert paper.startswith(b"%PDF")
    assert len(paper) > 100_000
