"""From a filled canvas to the redactie, and back to who said it."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.block_builders import hand_in
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import example
from tests.conversation_builders import make_conversation

CANVAS = """## Wat moet erin?
- Vraag in de spreekkamer om tegenspraak.
- Koop een andere koffiemachine.
- (soort: grap)
"""
CODE = "7Z1KQ0X9WM"


def harvest(server: LiveServer) -> int:
    """A conversation of the example colleague that was held, with a code; its number."""
    with server.app.app_context():
        return make_conversation(example("Medewerker").account_id or 0, title="Aan de koffie", code=CODE)


def take_over(page: Page, number: int) -> None:
    """Paste the canvas; one row is not right."""
    page.goto(f"/bouwstenen/importeren?gesprek={number}")
    page.get_by_label("Of plak hier de inhoud").fill(CANVAS)
    page.get_by_role("button", name="Neem over").click()
    expect(page.get_by_text("2 bouwstenen zijn overgenomen")).to_be_visible()
    expect(page.get_by_text("Regel 4, soort: We kennen “grap” niet.")).to_be_visible()


def test_words_go_to_the_redactie_and_their_fate_comes_back(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, javascript: bool
) -> None:
    host, redacteur, participant = (new_context(java_script_enabled=javascript).new_page() for _ in range(3))
    number = harvest(live_server)
    sign_in(host, "Medewerker")
    take_over(host, number)
    with live_server.app.app_context():
        hand_in(example("Medewerker"), number)
    sign_in(redacteur, "Redacteur")
    redacteur.goto(f"/redactie/bouwstenen?gesprek={number}")
    redacteur.get_by_role("button", name="Neem op").first.click()
    expect(redacteur.get_by_text("is opgenomen.")).to_be_visible()
    redacteur.get_by_text("Parkeer", exact=True).first.click()
    redacteur.get_by_label("Waarom parkeer je deze bouwsteen?").fill("Dit is voor de facilitaire dienst.")
    redacteur.get_by_role("button", name="Parkeer").click()
    expect(redacteur.get_by_text("Er wacht niets.")).to_be_visible()
    participant.goto("/volg")
    participant.get_by_label("Code").fill("7zikq-ox9wm")
    participant.get_by_role("button", name="Toon wat ermee gebeurde").click()
    expect(participant.get_by_text("Hij is opgenomen.")).to_be_visible()
    expect(participant.get_by_text("Dit is voor de facilitaire dienst.")).to_be_visible()
