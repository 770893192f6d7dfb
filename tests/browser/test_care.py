"""Taking care of a page, hiding a version and undoing a change, as people do it on the screen."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, REASON, SECOND, build_page, change_page, send, text_of

SignIn = Callable[[Page, str], None]


def test_a_page_is_protected_and_its_owner_says_that_it_holds(
    page: Page, live_server: LiveServer, sign_in: SignIn
) -> None:
    built = build_page(live_server)
    sign_in(page, "Redacteur")
    page.goto(built.url)
    page.get_by_role("link", name="Beheer van deze pagina").click()
    page.get_by_role("link", name="Bescherm deze pagina").click()
    page.get_by_label("Alleen de redactie").check()
    page.get_by_label("Waarom?").fill("Er is rust nodig.")
    page.get_by_role("button", name="Bescherm deze pagina").click()
    expect(page.get_by_text("De bescherming geldt vanaf nu.")).to_be_visible()
    page.get_by_role("link", name="Regel eigenaar en nakijkdag").click()
    page.get_by_label("Eigenaar").fill("medewerker@voorbeeld.invalid")
    page.get_by_label("Uiterlijk nakijken op").fill("2026-01-01")
    page.get_by_role("button", name="Leg dit vast").click()
    sign_in(page, "Medewerker")
    page.goto("/")
    page.get_by_role("link", name="beheer van Samen oefenen").click()
    page.get_by_role("button", name="Klopt nog").click()
    expect(page.get_by_text("deze pagina klopt nog")).to_be_visible()
    page.goto(built.url)
    expect(page.get_by_text("Alleen de redactie stelt hier wijzigingen voor.")).to_be_visible()
    expect(page.get_by_role("link", name="Stel een wijziging voor")).to_have_count(0)


def test_two_redacteuren_hide_a_version(page: Page, live_server: LiveServer, sign_in: SignIn) -> None:
    built = build_page(live_server, body="Dit is het verhaal van een buurman.\n")
    change_page(live_server, built, BODY)
    sign_in(page, "Redacteur")
    page.goto(f"{built.url}/versies/1")
    page.get_by_role("link", name="Verberg deze versie of een naam erbij").click()
    page.get_by_label("De tekst van deze versie").check()
    page.get_by_label("Waarom?").fill("Iemand is herkenbaar.")
    page.get_by_role("button", name="Vraag een collega om te bevestigen").click()
    expect(page.get_by_text("Jij vroeg dit.")).to_be_visible()
    expect(page.get_by_role("button", name="Verberg dit")).to_have_count(0)
    sign_in(page, "Tweede redacteur")
    page.goto("/redactie/verbergen")
    page.get_by_role("button", name="Verberg dit").click()
    expect(page.get_by_text("Niemand kan het nog lezen.")).to_be_visible()
    page.goto(f"{built.url}/versies/1")
    expect(page.get_by_text("Deze versie is verborgen om iemands privacy te beschermen")).to_be_visible()
    expect(page.get_by_text("buurman")).to_have_count(0)


def test_an_old_change_is_undone_by_a_proposal(page: Page, live_server: LiveServer, sign_in: SignIn) -> None:
    built = build_page(live_server)
    for body in (
        BODY.replace(SECOND, BETTER),
        BODY.replace(SECOND, BETTER).replace("Het slot.", "Het einde."),
    ):
        change_page(live_server, built, body)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/versies/2")
    page.get_by_role("link", name="Maak deze wijziging ongedaan").click()
    typed = page.get_by_label("Tekst", exact=True).input_value()
    assert (SECOND in typed, "Het einde." in typed) == (True, True)
    page.get_by_label("Waarom is dit beter?").fill(REASON)
    send(page)
    expect(page.get_by_text("De wijziging van versie 2 ongedaan gemaakt")).to_be_visible()
    page.goto(f"{built.url}/versies/1")
    page.get_by_role("link", name="Zet deze versie terug").click()
    page.get_by_label("Waarom is dit beter?").fill(REASON)
    send(page)
    expect(page.get_by_text("De tekst van versie 1 komt terug.")).to_be_visible()
    assert BETTER in text_of(live_server, built)
