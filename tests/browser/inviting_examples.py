"""Examples of the pages with which people are invited, sign up and say what they think."""

from tests.browser.examples import REDACTEUR, SECOND_REDACTEUR, WRITER, Example

INVITING_PAGES: dict[str, tuple[Example, ...]] = {
    "conversations.sign_up": (
        Example("sign-up", "{joinable}/aanmelden", (WRITER,)),
        Example("sign-up-names", "{joined}/aanmelden", (REDACTEUR, SECOND_REDACTEUR)),
    ),
}
INVITING_NOT_FOR_THE_EYE = {"conversations.calendar"}
