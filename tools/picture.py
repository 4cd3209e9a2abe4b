"""Take the picture of the sample's page that README.md shows; `make picture` calls this.

Needs Chromium, and Playwright from the development tools.
"""

import argparse
import base64
import shutil
import struct
import tempfile
import zlib
from collections import defaultdict
from pathlib import Path

import numpy as np
import pyoxigraph as ox
from numpy.typing import NDArray
from playwright.sync_api import ViewportSize, sync_playwright

from relgraph.resources import folder
from relgraph.store import GraphName, open_store
from relgraph.view import build, page

SCREEN: ViewportSize = {"width": 1440, "height": 900}
COLOURS = 256
DECODE = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const ink = canvas.getContext("2d");
  ink.drawImage(image, 0, 0);
  const { data } = ink.getImageData(0, 0, image.width, image.height);
  let bytes = "";
  for (let i = 0; i < data.length; i += 8192) {
    bytes += String.fromCharCode(...data.subarray(i, i + 8192));
  }
  return btoa(bytes);
}"""
TITLE = "India and Morocco: defence, industry and trade"


def sample_page() -> str:
    """Return the page of the sample that ships with relgraph."""
    graphs: defaultdict[GraphName, list[ox.Quad]] = defaultdict(list)
    for quad in ox.parse(path=folder("graph") / "sample" / "sample.trig"):
        graphs[quad.graph_name].append(quad)
    store = open_store("memory:", create=True)
    store.replace(graphs)
    written = page(build(store, title=TITLE))
    store.close()
    return written


def take(html: str, out: Path, *, choose: str, dark: bool) -> None:
    """Open *html* in Chromium, choose an entity if asked, and write a PNG to *out*."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        file = Path(home) / "page.html"
        file.write_text(html, "utf-8", newline="\n")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        context = browser.new_context(
            viewport=SCREEN,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        tab = context.new_page()
        tab.goto(file.as_uri())
        tab.wait_for_selector("html[data-labels]")
        if choose:
            tab.fill("#search", choose)
            tab.keyboard.press("Enter")
            tab.wait_for_timeout(200)
        shot = base64.b64encode(tab.screenshot()).decode()
        blank = browser.new_page()
        pixels = base64.b64decode(blank.evaluate(DECODE, shot))
        browser.close()
    image = np.frombuffer(pixels, np.uint8).reshape(SCREEN["height"], SCREEN["width"], 4)
    out.write_bytes(png(image[:, :, :3]))


def png(image: NDArray[np.uint8]) -> bytes:
    """Write *image* as a PNG of its 256 most common colours: a third of what Chromium writes."""
    height, width, _ = image.shape
    wide = image.astype(np.int64)
    codes = wide[..., 0] << 16 | wide[..., 1] << 8 | wide[..., 2]
    colours, where, counts = np.unique(codes, return_inverse=True, return_counts=True)
    parts = np.stack([colours >> shift & 255 for shift in (16, 8, 0)], axis=1)
    palette = parts[np.argsort(-counts, kind="stable")[:COLOURS]]
    nearest = ((parts[:, None] - palette[None]) ** 2).sum(axis=2).argmin(axis=1)
    rows = np.zeros((height, width + 1), np.uint8)  # each begins with a filter, which is none
    rows[:, 1:] = nearest[where].reshape(height, width)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette.astype(np.uint8).tobytes()),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def main() -> None:
    """Read the command line and take the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/page.png"))
    parser.add_argument("--choose", default="", help="an entity to open, by name")
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    take(sample_page(), options.out, choose=options.choose, dark=options.dark)


if __name__ == "__main__":
    main()
