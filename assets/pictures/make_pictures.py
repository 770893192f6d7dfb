"""Makes the example pictures of the beeldverslag from their drawings; run it from the top of the checkout."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import ARGUMENTS, CHROMIUM

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "content" / "voorbeelden" / "beelden"


def main() -> None:
    """One PNG for each drawing: a picture that people send in is no SVG either."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 960, "height": 640})
        for drawing in sorted(HERE.glob("*.svg")):
            page.set_content(f"<body style='margin:0'>{drawing.read_text(encoding='utf-8')}")
            page.screenshot(path=TARGET / f"{drawing.stem}.png")
        browser.close()


if __name__ == "__main__":
    main()
