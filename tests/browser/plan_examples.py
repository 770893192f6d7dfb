"""Examples of the pages with which a conversation is planned."""

from tests.browser.examples import READER, REDACTEUR, SECOND_REDACTEUR, WRITER, Example

PLAN_PAGES: dict[str, tuple[Example, ...]] = {
    "conversations.index": (
        Example("conversations", "/gesprekken", (READER,)),
        Example("conversations-of-mine", "/gesprekken?lijst=mijn", (WRITER,)),
    ),
    "conversations.chain_reaction": (Example("chain-reaction", "/kettingreactie", (READER,)),),
    "conversations.formats": (Example("formats", "/gespreksvormen", (READER, REDACTEUR)),),
    "conversations.show_format": (
        Example("format", "/gespreksvormen/model-van-de-ambtenaar", (READER, REDACTEUR)),
    ),
    "conversations.improve": (
        Example("improve-format", "/gespreksvormen/model-van-de-ambtenaar/verbeteren", (REDACTEUR,)),
    ),
    "conversations.follow_up": (Example("follow-up", "{followed}/vervolg", (READER, WRITER)),),
    "conversations.people": (Example("people", "{planned}/wie", (WRITER,)),),
    "conversations.pool": (Example("pool", "/begeleiders", (READER, WRITER)),),
    "conversations.edit": (Example("change-conversation", "{planned}/bewerken", (WRITER,)),),
    "conversations.new": (
        Example("plan-conversation", "/gesprekken/nieuw", (WRITER,)),
        Example("plan-follow-up", "/gesprekken/nieuw?vervolg=1", (WRITER,)),
    ),
    "conversations.show": (
        Example("conversation", "{planned}", (READER, WRITER)),
        Example("conversation-asked", "{planned}", (SECOND_REDACTEUR,)),
        Example("conversation-held", "{held}", (WRITER,)),
        Example("conversation-reported", "{followed}", (WRITER,)),
    ),
}
PLAN_NOTHING_YET = (
    Example("empty-conversations", "/gesprekken", (READER,), empty=True),
    Example("empty-chain", "/kettingreactie", (READER,), empty=True),
    Example("empty-formats", "/gespreksvormen", (READER,), empty=True),
    Example("empty-pool", "/begeleiders", (READER,), empty=True),
)
