"""Take the pictures of the README from the demo, so that they show what the program makes.

    frankpledge demo
    python docs/make_pictures.py [--chromium /usr/bin/chromium]

It needs Chromium (or Chrome) and writes docs/pictures/*.png, each under 200 KB.
"""

from __future__ import annotations

import argparse
import shutil
import struct
import sys
import zlib
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent / "build" / "demo" / "output" / "restricted" / "assessment.html"
PICTURES = {
    "summary": "#summary ol",
    "overview": "#overview table",
    "months": "#shoplifting-q1 figure",
    "maps": "#shoplifting-q4 figure",
}
WIDTH, HEIGHT, MARGIN = 1120, 900, 16
LARGEST = 200 * 1024
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> int:
    """Take every picture."""
    parser = argparse.ArgumentParser(description="Take the pictures of the README.")
    parser.add_argument("--page", type=Path, default=DEMO, help="the demo's assessment.html")
    parser.add_argument("--chromium", default=next(filter(None, map(shutil.which, BROWSERS)), ""))
    said = parser.parse_args()
    if not said.page.is_file() or not said.chromium:
        sys.stdout.write("Build the demo first, and name a Chromium with --chromium.\n")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=said.chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(said.page.resolve().as_uri())
        page.evaluate("() => document.fonts.ready.then(() => true)")
        for name, selector in PICTURES.items():
            _write(name, _picture(page, selector))
        browser.close()
    return 0


def _picture(page: Page, selector: str) -> bytes:
    """One part of the page, with a margin."""
    box = page.locator(selector).first.bounding_box()
    if box is None:
        raise LookupError(f"the page has no {selector}")
    return page.screenshot(
        full_page=True,
        clip={
            "x": max(0.0, box["x"] - MARGIN),
            "y": box["y"] - MARGIN,
            "width": box["width"] + 2 * MARGIN,
            "height": box["height"] + 2 * MARGIN,
        },
    )


def _write(name: str, png: bytes) -> None:
    """Write a picture, packed as tightly as PNG can be; refuse one that is still too large."""
    packed = repacked(png)
    if len(packed) > LARGEST:
        raise ValueError(f"{name}.png has {len(packed):,} bytes; at most {LARGEST:,} are allowed")
    file = HERE / "pictures" / f"{name}.png"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(packed)
    sys.stdout.write(f"wrote docs/pictures/{name}.png, {len(packed) // 1024} KB\n")


def repacked(png: bytes) -> bytes:
    """The same picture with its data packed again at the highest level."""
    parts, data, at = [], b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IDAT":
            data += content
        else:
            parts.append((kind, content))
        at += length + 12
    parts.insert(-1, (b"IDAT", zlib.compress(zlib.decompress(data), 9)))
    return png[:8] + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk of a PNG."""
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


if __name__ == "__main__":
    sys.exit(main())
