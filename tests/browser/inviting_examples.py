"""Examples of the pages with which people are invited, sign up and say what they think."""

from tests.browser.examples import READER, REDACTEUR, SECOND_REDACTEUR, WRITER, Example

INVITING_PAGES: dict[str, tuple[Example, ...]] = {
    "conversations.change_message": (
        Example("change-message", "{told}/berichten/aanpassen?soort=uitnodiging", (WRITER,)),
    ),
    "conversations.messages": (Example("messages", "{told}/berichten", (WRITER,)),),
    "conversations.new_statement": (Example("new-statement", "/stellingen/nieuw", (WRITER,)),),
    "conversations.statement": (
        Example("statement", "{unanswered}", (READER, WRITER)),
        Example("statement-answered", "{answered}", (WRITER,)),
    ),
    "conversations.statements": (Example("statements", "/stellingen", (READER,)),),
    "conversations.sign_up": (
        Example("sign-up", "{joinable}/aanmelden", (WRITER,)),
        Example("sign-up-names", "{joined}/aanmelden", (REDACTEUR, SECOND_REDACTEUR)),
    ),
}
INVITING_NOTHING_YET = (Example("empty-statements", "/stellingen", (WRITER,), empty=True),)
INVITING_NOT_FOR_THE_EYE = {"conversations.calendar", "conversations.message_file"}
