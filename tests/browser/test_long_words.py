"""A word without end, as the address of a meeting is one, makes no page wider than a telephone."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from app.conversations.kinds import WorkKind
from tests.block_builders import note_block
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import example
from tests.conversation_builders import make_conversation

LONG = "Vergaderingovertegenspraakenvertrouwen" * 3


def test_a_word_without_end_is_broken_on_a_telephone(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer
) -> None:
    with live_server.app.app_context():
        host = example("Medewerker").account_id or 0
        number = make_conversation(host, title=LONG, location=LONG, units=[(LONG, WorkKind.POLICY)])
        block = note_block(LONG, number)
    page = new_context(viewport={"width": 375, "height": 800}).new_page()
    sign_in(page, "Medewerker")
    for address in (
        "/gesprekken",
        f"/gesprekken/{number}",
        f"/gesprekken/{number}/oogst",
        f"/bouwstenen/{block}",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 375, address
