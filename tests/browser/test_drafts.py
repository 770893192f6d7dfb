"""What somebody types stays: saved by itself, offered back by the browser, and brought up to the page."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, REASON, SECOND, build_page, change_page, fill_in, send
from tests.browser.test_signing_in import end_all_sessions

BETTER_BODY = BODY.replace(SECOND, BETTER)
LONG_REASON = "x" * 2_001
LAST_WORDS = "Dit zijn mijn laatste woorden."
SIX_SECONDS = 6_000


@pytest.fixture
def writer(new_context: Callable[..., BrowserContext], sign_in: SignIn) -> Page:
    """A colleague with JavaScript, whose clock is ours."""
    page = new_context().new_page()
    sign_in(page, "Medewerker")
    page.clock.install()
    return page


def text(page: Page) -> Locator:
    """The field that people type in."""
    return page.get_by_label("Tekst", exact=True)


def keep(page: Page) -> None:
    """Press the button, and see that it was kept."""
    page.get_by_role("button", name="Bewaar concept").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard om")).to_be_visible()


def test_a_concept_is_kept_gone_on_with_and_sent_in(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    text(page).fill(BETTER_BODY)
    keep(page)
    expect(page).to_have_url(re.compile("/mijn/concepten/1$"))
    page.goto(f"{built.url}/voorstel")
    page.get_by_role("link", name="Ga verder met je concept").click()
    expect(text(page)).to_have_value(BETTER_BODY)
    reason = page.get_by_label("Waarom is dit beter?")
    reason.fill(LONG_REASON)
    page.get_by_role("button", name="Stuur voorstel in").click()
    expect(page.get_by_text("er passen er 2.000").last).to_be_visible()
    expect(reason).to_have_value(LONG_REASON)
    reason.fill(REASON)
    send(page)
    page.goto("/mijn/concepten/1")
    expect(page.get_by_text("Dit concept is al ingestuurd.")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Concepten").click()
    expect(page.get_by_text("Je hebt nu geen concepten.")).to_be_visible()


def test_a_concept_is_brought_up_to_the_page_and_another_is_thrown_away(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    for body in (BETTER_BODY, BODY.replace("Het slot.", "Het slot is lang.")):
        page.goto(f"{built.url}/voorstel")
        text(page).fill(body)
        keep(page)
    change_page(live_server, built, BODY.replace(SECOND, "De tweede zin is intussen anders."))
    page.goto("/mijn/concepten")
    rows = page.get_by_role("main").get_by_role("listitem")
    first = rows.filter(has=page.get_by_role("heading")).first
    first.get_by_text("Gooi weg").click()
    first.get_by_role("button", name="Ja, gooi dit concept weg").click()
    page.get_by_role("button", name="Haal terug").click()
    expect(page.get_by_text("Je concept is er weer.")).to_be_visible()
    page.go_back()
    page.goto("/mijn/concepten")
    first.get_by_text("Gooi weg").click()
    first.get_by_role("button", name="Ja, gooi dit concept weg").click()
    page.get_by_role("main").get_by_role("link", name=built.title).click()
    expect(page.get_by_role("insertion").first).to_contain_text("intussen anders")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    page.get_by_role("button", name="Werk mijn concept bij").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies op elke plek")
    page.get_by_role("radio", name="Neem mijn tekst").check()
    page.get_by_role("button", name="Werk mijn concept bij").click()
    expect(page.get_by_text("Je concept is bijgewerkt.")).to_be_visible()
    expect(text(page)).to_have_value(BETTER_BODY)
    expect(page.get_by_role("heading", name="Wat je wegliet")).to_be_visible()


def test_it_saves_itself_five_seconds_after_the_last_key_and_on_leaving(
    writer: Page, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    writer.goto(f"{built.url}/voorstel")
    text(writer).fill(BETTER_BODY)
    writer.clock.run_for(SIX_SECONDS)
    expect(writer.get_by_text("Bewaard om")).to_be_visible()
    writer.get_by_label("Wat verandert er?").fill("Mijn notitie")
    writer.reload()
    expect(text(writer)).to_have_value(BETTER_BODY)
    writer.get_by_label("Wat verandert er?").fill("Mijn tweede notitie")
    writer.goto("/")
    writer.goto("/mijn/concepten")
    expect(writer.get_by_text("Mijn tweede notitie")).to_be_visible()


def test_without_a_connection_the_browser_keeps_it_and_offers_it_back(
    writer: Page, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    writer.goto(f"{built.url}/voorstel")
    writer.context.set_offline(True)
    fill_in(writer, BETTER_BODY)
    writer.clock.run_for(SIX_SECONDS)
    status = writer.get_by_text("Niet bewaard: geen verbinding. Je tekst staat nog in deze browser.")
    expect(status).to_be_visible()
    writer.get_by_role("button", name="Stuur voorstel in").click()
    expect(text(writer)).to_have_value(BETTER_BODY)
    again = writer.context.new_page()
    writer.close()
    again.context.set_offline(False)
    again.goto(f"{built.url}/voorstel")
    expect(text(again)).to_have_value(BODY)
    again.get_by_role("button", name="Zet terug").click()
    expect(text(again)).to_have_value(BETTER_BODY)
    expect(again.get_by_label("Waarom is dit beter?")).to_have_value(REASON)
    send(again)
    again.goto(f"{built.url}/voorstel")
    expect(again.get_by_role("button", name="Zet terug")).to_have_count(0)


def test_after_an_expired_session_it_is_offered_back_and_signing_out_clears_it(
    writer: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    writer.goto(f"{built.url}/voorstel")
    end_all_sessions(live_server)
    text(writer).fill(LAST_WORDS)
    writer.clock.run_for(SIX_SECONDS)
    expect(writer.get_by_text("Niet bewaard: je bent niet meer aangemeld.")).to_be_visible()
    writer.goto("/")  # signed in again, what is left behind would save itself
    sign_in(writer, "Medewerker")
    writer.goto(f"{built.url}/voorstel")
    writer.get_by_role("button", name="Zet terug").click()
    expect(text(writer)).to_have_value(LAST_WORDS)
    writer.get_by_role("button", name="Afmelden").click()
    expect(writer.get_by_text("Je bent afgemeld.")).to_be_visible()
    assert writer.evaluate("Object.keys(localStorage)") == []
    sign_in(writer, "Medewerker")
    writer.goto("/mijn/concepten/1")
    expect(text(writer)).to_have_value(LAST_WORDS)


def test_two_tabs_on_one_concept_overwrite_nothing(writer: Page, live_server: LiveServer) -> None:
    built = build_page(live_server)
    writer.goto(f"{built.url}/voorstel")
    text(writer).fill(BETTER_BODY)
    keep(writer)
    other = writer.context.new_page()
    other.goto("/mijn/concepten/1")
    text(other).fill(LAST_WORDS)
    keep(other)
    text(writer).fill(BODY)
    writer.get_by_role("button", name="Bewaar concept").click()
    expect(writer.get_by_text("je tekst van hier staat nu in een eigen concept")).to_be_visible()
    for number, kept in ((1, LAST_WORDS), (2, BODY)):
        other.goto(f"/mijn/concepten/{number}")
        expect(text(other)).to_have_value(kept)


def test_one_proposal_archives_a_page_and_changes_another(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    old, new = build_page(live_server, "Samen oefenen vroeger"), build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(old.url)
    page.get_by_text("Stel iets anders voor").click()
    page.get_by_role("link", name="Deze pagina archiveren").click()
    page.get_by_label("Waarom kan deze pagina weg?").fill("Dit staat er twee keer.")
    find_page(page, new.title)
    page.get_by_role("button", name="Voeg nog een pagina toe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Voeg nog een pagina toe")
    find_page(page, new.title)
    page.get_by_label("De tekst veranderen").check()
    page.get_by_role("button", name="Voeg deze pagina toe").click()
    text(page).fill(BETTER_BODY)
    page.get_by_role("button", name="Bewaar en ga naar het overzicht").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eén voorstel over 2 pagina's")
    parts = page.get_by_role("list", name="De pagina's in dit voorstel")
    expect(parts.get_by_role("link")).to_have_text([old.title, new.title])
    send(page)
    expect(page.get_by_text(f"In plaats daarvan komt {new.title}")).to_be_visible()
    expect(page.get_by_role("insertion").first).to_be_visible()


def find_page(page: Page, title: str) -> None:
    """Look for a page by a word, and choose it."""
    page.get_by_label("Zoek een pagina").fill("oefenen")
    page.get_by_role("button", name="Zoek pagina's").click()
    page.get_by_role("radio", name=title, exact=True).check()
