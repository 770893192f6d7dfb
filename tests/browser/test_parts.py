"""The redactie takes over a part of a proposal; the rest goes back to who wrote it, with the reason."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, SECOND, build_page, build_proposal, send, text_of

CHANGED = BODY.replace(SECOND, BETTER).replace("Het slot.", "Het slot is langer.")


def test_a_part_is_taken_over_edited_and_the_rest_sent_in_again(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, CHANGED, taken_by="Redacteur")
    sign_in(page, "Redacteur")
    page.goto(address)
    page.get_by_role("link", name="Kies wat je overneemt").click()
    page.get_by_role("checkbox", name="Neem wijziging 2 over").uncheck()
    page.get_by_text("Geef een eigen reden voor wijziging 2").click()
    page.get_by_label("Waarom neem je wijziging 2 niet over?").fill("Het slot is lang genoeg.")
    page.get_by_label("Waarom beslis je dit?").fill("De tweede zin is echt beter.")
    page.get_by_role("button", name="Bewerk het resultaat").click()
    text = page.get_by_label("Tekst", exact=True)
    text.fill(text.input_value().replace("nu kort", "nu kort en goed"))
    page.get_by_role("button", name="Publiceer dit").click()
    expect(page.get_by_text("Een deel hiervan staat in de gids")).to_be_visible()
    assert (
        text_of(live_server, built).rstrip()
        == BODY.replace(SECOND, "De tweede zin is nu kort en goed.").rstrip()
    )
    page.get_by_role("button", name="Afmelden").click()
    sign_in(page, "Medewerker")
    page.goto(address)
    expect(page.get_by_role("region", name="Dit is niet overgenomen")).to_contain_text(
        "Het slot is lang genoeg."
    )
    page.get_by_role("link", name="Stuur de rest opnieuw in").click()
    expect(page.get_by_label("Tekst", exact=True)).to_have_value(
        text_of(live_server, built).replace("Het slot.", "Het slot is langer.")
    )
    send(page)
