"""Writing together: from the paragraph on which a proposal runs to one text of two people."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, SECOND, build_page, build_proposal, fill_in


def test_a_colleague_joins_a_proposal_and_sends_the_next_version(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, javascript: bool
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER))
    colleague, writer = (new_context(java_script_enabled=javascript).new_page() for _ in range(2))
    sign_in(colleague, "Tweede redacteur")
    sign_in(writer, "Medewerker")
    colleague.goto(f"{built.url}/voorstel")
    colleague.get_by_role("region", name="Hier wordt ook aan gewerkt").get_by_role("link").click()
    colleague.get_by_role("link", name="Schrijf mee").click()
    colleague.get_by_label("Wat wil je toevoegen of veranderen?").fill("Ik ken een voorbeeld.")
    colleague.get_by_role("button", name="Vraag om mee te schrijven").click()
    expect(colleague.get_by_text("De schrijver heeft nog niet geantwoord.")).to_be_visible()
    writer.goto("/")
    writer.get_by_role("region", name="Dit wacht op jou").get_by_role("link", name=built.title).click()
    writer.get_by_role("link", name="Antwoord Rachid Redacteur (voorbeeld)").click()
    writer.get_by_role("button", name="Ja, schrijf mee").click()
    expect(writer.get_by_text("Jullie schrijven nu samen.")).to_be_visible()
    colleague.goto(address)
    colleague.get_by_role("link", name="Pas je voorstel aan").click()
    fill_in(colleague, BODY.replace(SECOND, f"{BETTER} Dit is het voorbeeld."))
    colleague.get_by_role("button", name="Stuur voorstel in").click()
    expect(colleague.get_by_text("versie 2 van het voorstel")).to_be_visible()
    expect(colleague.get_by_text("Je hebt hieraan meegeschreven")).to_be_visible()
    expect(colleague.get_by_role("button", name="Neem in behandeling")).to_have_count(0)
