"""Examples of the screens on which a conversation is held and harvested."""

from playwright.sync_api import Page

from tests.browser.examples import WRITER, Example


def note_nothing(page: Page) -> None:
    """The harvest with an error at its field; a script would not send an empty line."""
    page.locator("#noteer").evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    page.get_by_role("alert").wait_for()


def join_nothing(page: Page) -> None:
    """The harvest with an error, its themes open and its last look."""
    page.locator("main summary").first.click()
    page.get_by_role("button", name="Voeg samen").click()
    page.get_by_role("alert").wait_for()


HOLD_PAGES: dict[str, tuple[Example, ...]] = {
    "building_blocks.harvest": (
        Example("harvest", "{held}/oogst", (WRITER,)),
        Example("nothing-noted", "{held_model}/oogst", (WRITER,)),
    ),
    "conversations.closing": (Example("closing", "{held}/rondje", (WRITER,)),),
    "conversations.closing_result": (
        Example("closing-result", "{held}/rondje/uitslag", (WRITER,)),
        Example("too-few-answers", "{held_model}/rondje/uitslag", (WRITER,)),
    ),
    "building_blocks.hold": (
        Example("hold", "{held}/voeren?vraag=1", (WRITER,)),
        Example("hold-model", "{held_model}/voeren", (WRITER,)),
    ),
}
HOLD_ANSWERS = (
    Example("note-nothing", "{held}/voeren", (WRITER,), act=note_nothing),
    Example("join-nothing", "{held}/oogst", (WRITER,), act=join_nothing),
)
