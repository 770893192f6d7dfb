"""Examples of the pages on which is kept what came out of a conversation."""

from playwright.sync_api import Page

from tests.browser.examples import READER, REDACTEUR, WRITER, Example


def fill_a_field_too_full(page: Page) -> None:
    """Send more lines than the sheet holds."""
    page.get_by_label("Wat moet erin?").fill("regel\n" * 101)
    page.get_by_role("button", name="Bewaar het canvas").click()
    page.get_by_role("alert").wait_for()  # the script saves first, is refused, and then sends the form


def add_somebody(page: Page) -> None:
    """Send the form of a picture with words by which somebody can be found."""
    page.get_by_label("Het verhaal erbij").fill("Bel 06-12345678 voor de brief.")
    page.get_by_role("button", name="Zet in het beeldverslag").click()


RECORD_PAGES: dict[str, tuple[Example, ...]] = {
    "conversations.canvas": (Example("canvas", "{recorded}/canvas", (WRITER,)),),
    "conversations.gallery": (Example("gallery", "{recorded}/beeldverslag", (WRITER,)),),
    "conversations.picture": (Example("one-picture", "/beeldverslag/1", (WRITER,)),),
    "conversations.shared_gallery": (Example("shared-gallery", "/beeldverslag", (READER, REDACTEUR)),),
    "conversations.model": (Example("model", "{recorded}/model", (READER, WRITER)),),
    "conversations.print_canvas": (Example("canvas-on-paper", "{recorded}/canvas/afdruk", (READER,)),),
    "conversations.print_model": (
        Example("model-on-paper", "{recorded}/model/afdruk?inhoud=leeg", (READER,)),
    ),
}
RECORD_ANSWERS = (
    Example("canvas-with-error", "{recorded}/canvas", (WRITER,), fill_a_field_too_full),
    Example("picture-with-error", "{recorded}/beeldverslag", (WRITER,), add_somebody),
)
RECORD_NOTHING_YET = (Example("empty-gallery", "/beeldverslag", (READER,), empty=True),)
RECORD_NOT_FOR_THE_EYE = {"conversations.canvas_file", "conversations.model_file"}
