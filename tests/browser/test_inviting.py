"""Inviting colleagues: a message to copy, a seat to take and to give up, and a statement to think about."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from app.conversations.kinds import Opinion
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import example
from tests.conversation_builders import make_conversation
from tests.inviting_builders import answer_statement, put_statement

TITLE = "Een gesprek om bij te zijn"


def plan(server: LiveServer) -> str:
    """A conversation of the example colleague with a single seat beside his."""
    with server.app.app_context():
        host = example("Medewerker").account_id or 0
        return f"/gesprekken/{make_conversation(host, title=TITLE, seats=2)}"


def sign_up(page: Page, work: str, button: str) -> None:
    page.get_by_label(work).check()
    page.get_by_role("button", name=button).click()


def test_a_host_copies_an_invitation_and_colleagues_take_the_seat_and_wait_for_it(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, javascript: bool
) -> None:
    address = plan(live_server)
    clipboard = {"permissions": ["clipboard-read", "clipboard-write"]}
    host, first, second = (
        new_context(java_script_enabled=javascript, **clipboard).new_page() for _ in range(3)
    )
    for page, who in ((host, "Medewerker"), (first, "Tweede medewerker"), (second, "Redacteur")):
        sign_in(page, who)
    host.goto(address)
    host.get_by_role("link", name="Berichten om uit te nodigen").click()
    message = host.get_by_role("region", name="Uitnodiging per e-mail")
    expect(message.get_by_role("button", name="Kopieer de tekst")).to_be_visible(visible=javascript)
    if javascript:
        message.get_by_role("button", name="Kopieer de tekst").click()
        expect(message.get_by_text("De tekst is gekopieerd.")).to_be_visible()
        assert f"{address}/aanmelden" in host.evaluate("navigator.clipboard.readText()")
    message.get_by_role("link", name="Pas aan").click()
    host.get_by_label("Onderwerp").fill("Kom je ook?")
    host.get_by_role("button", name="Bewaar het bericht").click()
    expect(message.get_by_label("Onderwerp")).to_have_value("Kom je ook?")

    first.goto("/")
    first.get_by_role("region", name="Praat mee").get_by_role("link", name=TITLE).click()
    sign_up(first, "toezicht", "Meld je aan")
    expect(first.get_by_text("je doet mee", exact=True)).to_be_visible()
    second.goto(f"{address}/aanmelden")
    sign_up(second, "beleid", "Zet me op de wachtlijst")
    expect(second.get_by_text("je staat op de wachtlijst, nummer 1")).to_be_visible()
    first.get_by_role("button", name="Meld je af").click()
    expect(first.get_by_text("Je bent afgemeld.")).to_be_visible()
    host.goto(f"{address}/aanmelden")
    expect(host.get_by_role("row", name="Roos Redacteur (voorbeeld) beleid doet mee")).to_be_visible()
    expect(host.get_by_text("Maryam Medewerker")).to_have_count(0)


def test_one_says_what_one_thinks_and_then_sees_what_colleagues_think(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    with live_server.app.app_context():
        number = put_statement(example("Redacteur"), text="Ik durf nee te zeggen.")
        for who in ("Redacteur", "Tweede redacteur"):
            answer_statement(example(who), number, Opinion.DISAGREE, "Het kost me te veel tijd.")
    sign_in(page, "Medewerker")
    page.goto("/gesprekken")
    page.get_by_role("link", name="Bekijk de stellingen").click()
    page.get_by_role("link", name="Ik durf nee te zeggen.").click()
    expect(page.get_by_text("Het kost me te veel tijd.")).to_have_count(0)
    page.get_by_role("radio", name="eens", exact=True).check()
    page.get_by_label("Waarom?").fill("Mijn team vraagt erom.")
    page.get_by_role("button", name="Geef antwoord").click()
    expect(page.get_by_role("img", name="1 eens, 0 daartussenin, 2 oneens")).to_be_visible()
    page.get_by_text("Hetzelfde als tabel").click()
    expect(page.get_by_role("row", name="oneens 2 67%")).to_be_visible()
    expect(page.get_by_text("Het kost me te veel tijd.").first).to_be_visible()
