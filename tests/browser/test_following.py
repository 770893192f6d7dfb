"""A page moves on while a proposal waits: the proposal follows, or its writer settles where they clash."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import (
    BETTER,
    BODY,
    SECOND,
    build_page,
    build_proposal,
    change_page,
    decide,
    reload_until,
    text_of,
)

MEANWHILE = "De tweede zin is intussen anders."


def test_a_proposal_follows_its_page_and_is_taken_over(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER), taken_by="Redacteur")
    change_page(live_server, built, BODY.replace("Het slot.", "Het slot is nu langer."))
    sign_in(page, "Redacteur")
    reload_until(page, address, "Bijgewerkt naar de nieuwe tekst van de pagina")
    decide(page, "Neem over", "Helder, dank je wel.")
    expect(page.get_by_text("Dit staat in de gids")).to_be_visible()
    assert BETTER in text_of(live_server, built)
    assert "Het slot is nu langer." in text_of(live_server, built)


def test_a_writer_settles_a_clash_with_the_keyboard(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER), taken_by="Redacteur")
    change_page(live_server, built, BODY.replace(SECOND, MEANWHILE))
    sign_in(page, "Medewerker")
    reload_until(page, address, "Dit voorstel botst met versie 2 van de pagina")
    page.get_by_role("link", name="Los de botsing op").press("Enter")
    page.get_by_role("button", name="Stuur mijn keuzes in").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Kies op elke plek")
    page.get_by_role("radio", name="Neem allebei").press("Space")
    page.get_by_role("button", name="Stuur mijn keuzes in").press("Enter")
    expect(page.get_by_text("De botsing is opgelost.")).to_be_visible()
    page.get_by_text("1 plek: wat er te kiezen was").press("Enter")
    expect(page.get_by_role("definition").filter(has_text=MEANWHILE)).to_be_visible()
