"""The redactie decides: takes on, asks, takes over, rejects; never over her own words."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import (
    BETTER,
    BODY,
    SECOND,
    build_page,
    build_proposal,
    decide,
    fill_in,
    find,
    send,
    text_of,
)

NEW_WORD = "springlevendig"
CHANGED = BODY.replace(SECOND, f"De tweede zin is nu {NEW_WORD}.")


def test_from_the_queue_to_the_page_and_the_search(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    build_proposal(live_server, built, CHANGED)
    sign_in(page, "Redacteur")
    page.goto("/")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Redactie").click()
    page.get_by_role("link", name=built.title).click()
    page.get_by_role("button", name="Neem in behandeling").click()
    expect(page.get_by_text("Jij behandelt dit voorstel nu.")).to_be_visible()
    decide(page, "Neem over", "Helder, dank je wel.")
    expect(page.get_by_text("Dit staat in de gids")).to_be_visible()
    page.goto(built.url)
    expect(page.get_by_role("article")).to_contain_text(NEW_WORD)
    expect(page.get_by_role("main")).to_contain_text("Versie 2")
    find(page, NEW_WORD, built.title)
    expect(page.locator("mark").first).to_contain_text(NEW_WORD)


def test_a_question_reaches_the_writer_who_adjusts_and_sends_again(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER), taken_by="Redacteur")
    sign_in(page, "Redacteur")
    page.goto(address)
    decide(page, "Vraag om aanpassing", "Kun je een voorbeeld geven?")
    expect(page.get_by_text("Je vraag is verstuurd.")).to_be_visible()
    page.get_by_role("button", name="Afmelden").click()
    sign_in(page, "Medewerker")
    page.goto("/")
    waiting = page.get_by_role("region", name="Dit wacht op jou")
    waiting.get_by_role("link", name=built.title).click()
    page.get_by_role("link", name="Pas je voorstel aan").click()
    expect(page.get_by_text("Kun je een voorbeeld geven?")).to_be_visible()
    fill_in(page, CHANGED)
    send(page)
    page.goto("/")
    expect(page.get_by_role("region", name="Dit wacht op jou")).to_have_count(0)
    page.goto(address)
    expect(page.get_by_role("insertion").filter(has_text=NEW_WORD).first).to_be_visible()
    page.get_by_role("link", name=re.compile("^Versie 1, ")).click()
    expect(page.get_by_role("insertion").filter(has_text=NEW_WORD)).to_have_count(0)


def test_a_rejection_needs_a_reason_that_the_writer_reads(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, CHANGED, taken_by="Redacteur")
    sign_in(page, "Redacteur")
    page.goto(address)
    decide(page, "Wijs af", "")
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom.")
    decide(page, "Wijs af", "Dit staat al op de pagina over vertrouwen.")
    expect(page.get_by_text("Het voorstel is niet overgenomen.")).to_be_visible()
    page.get_by_role("button", name="Afmelden").click()
    sign_in(page, "Medewerker")
    page.goto(address)
    expect(page.get_by_text("Dit staat al op de pagina over vertrouwen.").first).to_be_visible()
    assert text_of(live_server, built) == BODY


def test_nobody_decides_on_her_own_proposal(page: Page, sign_in: SignIn, live_server: LiveServer) -> None:
    built = build_page(live_server)
    sign_in(page, "Redacteur")
    page.goto(f"{built.url}/voorstel")
    fill_in(page, CHANGED)
    send(page)
    expect(page.get_by_text("Niemand beslist over eigen woorden.")).to_be_visible()
    for button in ("Neem in behandeling", "Neem over", "Wijs af"):
        expect(page.get_by_role("button", name=button)).to_have_count(0)


def test_of_two_redacteuren_at_once_one_wins_and_the_other_is_told(
    page: Page,
    sign_in: SignIn,
    live_server: LiveServer,
    new_context: Callable[..., BrowserContext],
    javascript: bool,
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, CHANGED, taken_by="Redacteur")
    other = new_context(java_script_enabled=javascript).new_page()
    for tab, role in ((page, "Redacteur"), (other, "Tweede redacteur")):
        sign_in(tab, role)
        tab.goto(address)
    decide(page, "Neem over", "Helder, dank je wel.")
    expect(page.get_by_text("Dit staat in de gids")).to_be_visible()
    decide(other, "Wijs af", "Dit past hier niet.")
    expect(other.get_by_role("alert")).to_contain_text("Iemand was je net voor")
    expect(other.get_by_text("Dit past hier niet.")).to_be_visible()
    assert text_of(live_server, built) == CHANGED
