"""Examples of the pages with which a conversation is planned."""

from tests.browser.examples import READER, WRITER, Example

PLAN_PAGES: dict[str, tuple[Example, ...]] = {
    "conversations.index": (
        Example("conversations", "/gesprekken", (READER,)),
        Example("conversations-of-mine", "/gesprekken?lijst=mijn", (WRITER,)),
    ),
    "conversations.edit": (Example("change-conversation", "{planned}/bewerken", (WRITER,)),),
    "conversations.new": (
        Example("plan-conversation", "/gesprekken/nieuw", (WRITER,)),
        Example("plan-follow-up", "/gesprekken/nieuw?vervolg=1", (WRITER,)),
    ),
    "conversations.show": (Example("conversation", "{planned}", (READER, WRITER)),),
}
PLAN_NOTHING_YET = (Example("empty-conversations", "/gesprekken", (READER,), empty=True),)
