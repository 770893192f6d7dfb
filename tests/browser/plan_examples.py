"""Examples of the pages with which a conversation is planned."""

from tests.browser.examples import READER, WRITER, Example

PLAN_PAGES: dict[str, tuple[Example, ...]] = {
    "conversations.index": (
        Example("conversations", "/gesprekken", (READER,)),
        Example("conversations-of-mine", "/gesprekken?lijst=mijn", (WRITER,)),
    ),
    "conversations.show": (Example("conversation", "{planned}", (READER, WRITER)),),
}
PLAN_NOTHING_YET = (Example("empty-conversations", "/gesprekken", (READER,), empty=True),)
