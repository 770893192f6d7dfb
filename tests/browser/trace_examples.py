"""Examples of pages that name bouwstenen, with what opens in them."""

from playwright.sync_api import Page

from tests.browser.examples import ANONYMOUS, REDACTEUR, WRITER, Example


def open_source(page: Page) -> None:
    """The card of the first mark, over the page."""
    page.get_by_role("button", name="bouwsteen").first.click()
    page.locator(".source-card:popover-open").wait_for()


def offer_blocks(page: Page) -> None:
    """The panel of the form, and what typing offers."""
    page.get_by_text("Bouwstenen bij deze tekst").click()
    area = page.get_by_role("textbox", name="Tekst", exact=True)
    area.press("Control+End")
    area.press_sequentially("[[b maanden")
    page.get_by_role("option").first.wait_for()


TRACE_NOT_FOR_THE_EYE = {"building_blocks.pick"}
TRACE_ANSWERS = (
    Example("source-opened", "{resting}", (ANONYMOUS, WRITER), open_source),
    Example("sources-by-sentence", "{resting}/herkomst", (WRITER,), open_source),
    Example("sources-as-list", "{resting}/herkomst?weergave=lijst", (ANONYMOUS,)),
    Example("blocks-offered", "{resting}/voorstel", (WRITER,), offer_blocks),
    Example("blocks-in-proposal", "{naming}", (REDACTEUR,)),
)
