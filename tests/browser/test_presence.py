"""Who is at work where, as colleagues see it."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, SECOND, build_page, build_proposal

LOOK_AGAIN = "() => document.dispatchEvent(new Event('visibilitychange'))"
FETCHED = "**/aanwezig*"


def arrive(page: Page, address: str) -> None:
    """Open a page and be there: the browser has told so."""
    with page.expect_response(FETCHED):
        page.goto(address)


def look_again(page: Page) -> None:
    """What happens every 20 seconds, and on coming back to the tab."""
    with page.expect_response(FETCHED):
        page.evaluate(LOOK_AGAIN)


def test_two_redacteuren_see_that_they_look_at_the_same_proposal(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer
) -> None:
    address = build_proposal(live_server, build_page(live_server), BODY.replace(SECOND, BETTER))
    first, second, reader = (new_context(java_script_enabled=on).new_page() for on in (True, True, False))
    for page, role in ((first, "Redacteur"), (second, "Tweede redacteur"), (reader, "Lezer")):
        sign_in(page, role)
    arrive(first, address)
    expect(first.get_by_text("Wordt nu bekeken door")).to_be_hidden()
    arrive(second, address)
    expect(second.get_by_text("Wordt nu bekeken door Roos Redacteur (voorbeeld)")).to_be_visible()
    look_again(first)
    expect(first.get_by_text("Wordt nu bekeken door Rachid Redacteur (voorbeeld)")).to_be_visible()
    reader.goto(address)
    expect(reader.get_by_text("Wordt nu bekeken door Rachid Redacteur (voorbeeld) en Roos")).to_be_visible()
    first.goto("/mijn/instellingen")
    first.get_by_label("Collega's mogen zien waar ik aan werk").uncheck()
    first.get_by_role("button", name="Bewaar je instellingen").click()
    expect(first.get_by_text("Je instellingen zijn bewaard.")).to_be_visible()
    look_again(second)
    expect(second.get_by_text("Wordt nu bekeken door")).to_be_hidden()


def test_what_others_do_comes_forward_at_the_paragraph_of_the_cursor(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, javascript: bool
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER))
    page, reader = (new_context(java_script_enabled=on).new_page() for on in (javascript, True))
    sign_in(page, "Redacteur")
    sign_in(reader, "Lezer")
    page.goto(f"{built.url}/voorstel")
    others = page.get_by_role("region", name="Hier wordt ook aan gewerkt").get_by_role("listitem")
    expect(others).to_have_count(1)
    expect(others).to_contain_text("Op deze alinea loopt al een voorstel van Mees Medewerker (voorbeeld)")
    if javascript:
        text, here = page.get_by_label("Tekst", exact=True), page.locator("[data-work-here]")
        text.press("Control+Home")
        expect(here.get_by_role("link", name="sluit aan")).to_have_attribute(
            "href", f"{address}#meeschrijven"
        )
        text.press("Control+End")
        text.press_sequentially(" Meer.")
        expect(here).to_be_empty()
        look_again(page)
        arrive(reader, built.url)
        slot = reader.get_by_text("Roos Redacteur (voorbeeld) werkt hier nu")
        expect(slot).to_be_visible()
        slide = slot.evaluate("slot => slot.closest('.work').previousElementSibling.textContent")
        assert slide == "Het slot."
