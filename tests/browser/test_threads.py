"""What conversations bring forth together: a rode draad laid and seen on the plaat, and a dilemma."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SignIn


def test_a_redacteur_lays_a_rode_draad_and_a_lezer_finds_it_on_the_plaat(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, javascript: bool
) -> None:
    redacteur, lezer = (new_context(java_script_enabled=javascript).new_page() for _ in range(2))
    sign_in(redacteur, "Redacteur")
    sign_in(lezer, "Lezer")
    redacteur.goto("/rode-draden")
    redacteur.get_by_role("link", name="Leg een rode draad").click()
    redacteur.get_by_label("Nummers van bouwstenen").fill("26, 28 en 32")
    redacteur.get_by_role("button", name="Leg deze rode draad").click()
    expect(redacteur.get_by_label("Nummers van bouwstenen")).to_have_value("26, 28 en 32")
    redacteur.get_by_label("Naam").fill("Bel wie het weet")
    redacteur.get_by_role("button", name="Leg deze rode draad").click()
    expect(redacteur.get_by_text("3 bouwstenen uit 1 gesprek")).to_be_visible()
    redacteur.get_by_role("button", name="Haal eraf (bouwsteen 28)").click()
    expect(redacteur.get_by_text("2 bouwstenen uit 1 gesprek")).to_be_visible()
    look_at_the_plaat(lezer, javascript=javascript)


def look_at_the_plaat(lezer: Page, *, javascript: bool) -> None:
    """From the front page; by keyboard to the line, and back to the plaat of the first month."""
    lezer.goto("/")
    lezer.get_by_role("link", name="De plaat").click()
    place = lezer.get_by_role("link", name="Bel wie het weet: 2 bouwstenen")
    place.focus()
    lezer.keyboard.press("Enter")
    expect(lezer.get_by_role("heading", name="Bel wie het weet")).to_be_visible()
    lezer.go_back()
    if javascript:
        lezer.get_by_label("Maand", exact=True).press("Home")
    else:
        lezer.get_by_text("Kies een maand").click()
        lezer.get_by_role("region", name="Zie de plaat groeien").get_by_role("link").last.click()
    expect(lezer.get_by_role("status").filter(has_text="tot en met")).to_be_visible()
    lezer.get_by_text("Dezelfde plaat als tabel").click()
    expect(lezer.get_by_role("rowheader", name="Tegenspraak", exact=True)).to_be_visible()


def test_a_colleague_chooses_about_a_dilemma_before_she_sees_what_others_chose(
    page: Page, sign_in: SignIn
) -> None:
    sign_in(page, "Medewerker")
    page.goto("/dilemmas")
    page.get_by_role("link", name="Zeg je je bezwaar waar iedereen bij zit").click()
    expect(page.get_by_role("heading", name="Wat collega's kozen")).to_have_count(0)
    page.get_by_role("button", name="Leg mijn keuze vast").click()
    expect(page.get_by_role("link", name="Kies wat jij zou doen.")).to_be_visible()
    page.get_by_label("Zeg het eerst onder vier ogen").check()
    page.get_by_label("Waarom?").fill("Dan luistert iemand beter.")
    page.get_by_role("button", name="Leg mijn keuze vast").click()
    expect(page.get_by_text("Je keuze is vastgelegd, zonder je naam.")).to_be_visible()
    expect(page.get_by_text("3 keer gekozen, 60%")).to_be_visible()
    expect(page.get_by_text("Dan luistert iemand beter.").first).to_be_visible()
