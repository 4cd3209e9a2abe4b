"""Take the picture of the sample's page that README.md shows; `make picture` calls this.

Needs Chromium, and Playwright from the development tools.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright
from sample import sample_store

from relgraph.view import build, page

SCREEN: ViewportSize = {"width": 1440, "height": 900}
TITLE = "India and Morocco: defence, industry and trade"


def sample_page() -> str:
    """Return the page of the sample that ships with relgraph."""
    store = sample_store()
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
        tab.screenshot(path=out)
        browser.close()


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
