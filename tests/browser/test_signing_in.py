"""Signing in with one click, and signing out for good."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import update

from app.accounts.models import LoginSession
from app.core.clock import now
from app.core.db import db, unit_of_work
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, REASON, SECOND, build_page, fill_in, number_of_proposals, send

ROLES = ("Lezer", "Medewerker", "Tweede medewerker", "Redacteur", "Tweede redacteur", "Beheerder")


def test_one_click_signs_in_as_somebody_with_that_role(page: Page) -> None:
    page.goto("/")
    for role in ROLES:
        page.get_by_role("link", name="Aanmelden").click()
        page.get_by_role("button", name=role, exact=True).click()
        name = role.rsplit(maxsplit=1)[-1].capitalize()
        expect(page.get_by_role("banner")).to_contain_text(f"{name} (voorbeeld)")
        place = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Redactie")
        expect(place).to_have_count(1 if name == "Redacteur" else 0)
        page.get_by_role("button", name="Afmelden").click()
        expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()


def test_a_session_is_worthless_after_signing_out(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    sign_in(page, "Redacteur")
    page.goto("/redactie/wachtrij")
    stolen = page.context.cookies()
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()
    page.context.add_cookies(
        [{"name": c["name"], "value": c["value"], "url": live_server.address} for c in stolen]
    )
    page.goto("/redactie/wachtrij")
    expect(page.get_by_role("heading", name="Aanmelden", exact=True)).to_be_visible()


def test_the_back_button_shows_nothing_private_after_signing_out(page: Page, sign_in: SignIn) -> None:
    sign_in(page, "Redacteur")
    answer = page.goto("/redactie/wachtrij")
    # Keeps the page out of what a browser brings back unasked; the browser of these tests has no such memory.
    assert answer is not None
    assert answer.headers["cache-control"] == "private, no-store"
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Wachtrij van de redactie")).to_have_count(0)
    expect(page.get_by_role("heading", name="Aanmelden", exact=True)).to_be_visible()


def test_a_wrong_password_is_said_and_the_address_is_kept(page: Page) -> None:
    page.goto("/aanmelden")
    page.get_by_label("E-mailadres").fill("noor@voorbeeld.test")
    page.get_by_label("Wachtwoord").fill("niet het goede wachtwoord")
    page.get_by_role("button", name="Meld je aan").click()
    expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
    expect(page.get_by_label("E-mailadres")).to_have_value("noor@voorbeeld.test")
    expect(page.get_by_label("Wachtwoord")).to_have_value("")


def test_who_is_sent_to_sign_in_comes_back_to_where_she_was_going(
    page: Page, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    page.goto(built.url)
    page.get_by_role("link", name="Stel een wijziging voor").click()
    page.get_by_role("button", name="Medewerker", exact=True).click()
    expect(page).to_have_url(f"{live_server.address}{built.url}/voorstel")
    expect(page.get_by_label("Titel")).to_have_value(built.title)


def test_after_an_expired_session_the_form_comes_back_filled_and_nothing_is_sent(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    better = BODY.replace(SECOND, BETTER)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    fill_in(page, better)
    page.get_by_label("Dit is een kleine wijziging").check()
    end_all_sessions(live_server)
    page.get_by_role("button", name="Stuur voorstel in").click()
    expect(page.get_by_text("Wat je had getypt, is bewaard.")).to_be_visible()
    page.get_by_role("button", name="Medewerker", exact=True).click()
    expect(page.get_by_text("Er is nog niets verstuurd.")).to_be_visible()
    expect(page.get_by_label("Tekst", exact=True)).to_have_value(better)
    expect(page.get_by_label("Waarom is dit beter?")).to_have_value(REASON)
    expect(page.get_by_label("Dit is een kleine wijziging")).to_be_checked()
    assert number_of_proposals(live_server) == 0
    send(page)


def test_reading_without_an_account_needs_no_cookie(
    new_context: Callable[..., BrowserContext], javascript: bool
) -> None:
    context = new_context(java_script_enabled=javascript)
    page = context.new_page()
    for address in (
        "/",
        "/pagina/tegenspraak",
        "/themas",
        "/paginas",
        "/zoeken?q=vertrouwen",
        "/wijzigingen",
    ):
        answer = page.goto(address)
        assert answer is not None
        assert answer.ok
        assert "set-cookie" not in answer.headers
    assert context.cookies() == []


def end_all_sessions(server: LiveServer) -> None:
    """As when everybody's session came to its end."""
    with server.app.app_context(), unit_of_work():
        db.session.execute(update(LoginSession).values(revoked_at=now()))
