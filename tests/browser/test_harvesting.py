"""Holding a conversation and harvesting it: also by keyboard alone and without a connection."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from app.building_blocks.harvesting.queries import harvest_of, noted_in
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import example
from tests.conversation_builders import make_conversation

LINE = "Een bouwsteen in één regel"


@pytest.fixture
def number(live_server: LiveServer) -> int:
    """A conversation that the example medewerker hosts."""
    with live_server.app.app_context():
        return make_conversation(example("Medewerker").account_id or 0)


def noted(server: LiveServer, number: int) -> list[str]:
    """What the database has, in the order in which it came."""
    with server.app.app_context():
        return [block.text for block in noted_in(number)]


def type_lines(page: Page, *lines: str) -> None:
    """Type each and press Enter, as somebody does who listens meanwhile."""
    for line in lines:
        page.get_by_label(LINE).fill(line)
        page.get_by_label(LINE).press("Enter")
        expect(page.get_by_label(LINE)).to_have_value("")


def test_lines_are_noted_mended_and_handed_in_by_keyboard_alone(
    page: Page, sign_in: SignIn, live_server: LiveServer, number: int
) -> None:
    sign_in(page, "Medewerker")
    page.goto(f"/gesprekken/{number}/voeren")
    page.get_by_role("button", name="Begin nu").press("Enter")
    expect(page.get_by_text("nu bezig")).to_be_visible()
    type_lines(page, "d: Snel of zorgvuldig #teg @buik", "Bel 06-12345678 voor de brief")
    expect(page.locator("#genoteerd")).to_contain_text("een telefoonnummer")
    expect(page.locator("#genoteerd")).to_contain_text("dilemma")
    page.get_by_role("link", name="Werk de oogst uit").press("Enter")
    page.get_by_role("button", name="Lever aan").press("Enter")
    expect(page.get_by_text("Nog niet aangeleverd: 1.")).to_be_visible()
    page.get_by_role("textbox", name=re.compile("^Bouwsteen")).fill("Vraag naar de brief")
    page.get_by_role("button", name="Bewaar").press("Enter")
    expect(page.get_by_text("mag zo blijven")).to_have_count(0)
    page.get_by_role("button", name="Lever aan").press("Enter")
    expect(page.get_by_text("Aangeleverd: 1.")).to_be_visible()
    with live_server.app.app_context():
        assert harvest_of(number).handed_in == 2


def test_what_is_noted_on_one_screen_comes_on_the_other_and_disturbs_nobody(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, number: int
) -> None:
    page = new_context().new_page()
    sign_in(page, "Medewerker")
    other = page.context.new_page()
    for screen in (page, other):
        screen.goto(f"/gesprekken/{number}/voeren")
    other.get_by_label(LINE).fill("Nog niet af")
    page.get_by_role("button", name="Begin nu").click()
    expect(page.get_by_role("button", name="Volgend onderdeel")).to_be_focused()
    type_lines(page, "De brief kwam laat")
    expect(page.locator("#genoteerd")).to_contain_text("De brief kwam laat")
    other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(other.locator("#genoteerd")).to_contain_text("De brief kwam laat")
    expect(other.get_by_role("button", name="Volgend onderdeel")).to_be_visible()
    expect(other.get_by_label(LINE)).to_be_focused()
    expect(other.get_by_label(LINE)).to_have_value("Nog niet af")


def test_without_a_connection_nothing_is_lost_and_nothing_comes_twice(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, number: int
) -> None:
    page = new_context().new_page()
    sign_in(page, "Medewerker")
    page.goto(f"/gesprekken/{number}/voeren")
    answers: list[int] = []

    def lose_the_first_answer(route: Route) -> None:
        answers.append(route.fetch().status)
        route.abort() if len(answers) == 1 else route.continue_()

    page.route("**/oogst/noteer", lose_the_first_answer)
    type_lines(page, "De eerste regel")
    expect(page.get_by_text("1 regel staat klaar")).to_be_visible()
    page.unroute("**/oogst/noteer")
    page.context.set_offline(True)
    type_lines(page, "De tweede regel")
    expect(page.get_by_text("2 regels staan klaar")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Alles is verstuurd.")).to_be_visible()
    assert (answers, noted(live_server, number)) == ([200], ["De eerste regel", "De tweede regel"])


def test_who_was_signed_out_sends_it_after_signing_in(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, number: int
) -> None:
    page = new_context().new_page()
    sign_in(page, "Medewerker")
    page.goto(f"/gesprekken/{number}/voeren")
    page.context.clear_cookies()
    type_lines(page, "Getypt zonder aangemeld te zijn")
    page.get_by_role("link", name="Meld je aan", exact=True).click()
    page.get_by_role("button", name="Medewerker", exact=True).click()
    expect(page.locator("#genoteerd")).to_contain_text("Getypt zonder aangemeld te zijn")
    assert noted(live_server, number) == ["Getypt zonder aangemeld te zijn"]


def test_a_harvest_saves_itself_while_it_is_mended(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, number: int
) -> None:
    page = new_context().new_page()
    sign_in(page, "Medewerker")
    page.goto(f"/gesprekken/{number}/voeren")
    type_lines(page, "De brief kwam laat")
    page.get_by_role("link", name="Werk de oogst uit").click()
    field = page.get_by_role("textbox", name=re.compile("^Bouwsteen"))
    page.context.set_offline(True)
    field.fill("De brief kwam te laat")
    expect(page.get_by_text("1 regel staat klaar")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Alles is verstuurd.")).to_be_visible()
    page.reload()
    expect(field).to_have_value("De brief kwam te laat")


def test_a_closing_round_is_one_tap_each_and_tells_nobodys_answer(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, number: int
) -> None:
    page = new_context().new_page()
    sign_in(page, "Medewerker")
    page.goto(f"/gesprekken/{number}/rondje")
    page.context.set_offline(True)
    for count, answer in enumerate(("Fijn", "Gaat wel"), start=1):
        page.get_by_role("button", name=answer, exact=True).press("Enter")
        expect(page.get_by_text(f"Antwoorden op dit scherm: {count}")).to_be_focused()
    page.context.set_offline(False)
    expect(page.get_by_text("Alles is verstuurd.")).to_be_visible()
    page.get_by_role("link", name="Bekijk hoe het was").click()
    here = page.get_by_role("region", name="Dit gesprek")
    expect(here.get_by_text("Nog te weinig antwoorden")).to_be_visible()
    page.get_by_role("link", name="Terug naar het rondje").click()
    page.get_by_label("Wil je er iets bij zeggen?").fill("Iedereen zei iets")
    with page.expect_response("**/rondje"):
        page.get_by_role("button", name="Fijn", exact=True).press("Enter")
    page.get_by_role("link", name="Bekijk hoe het was").click()
    expect(here.get_by_role("row", name=re.compile("Fijn 2 van 3"))).to_be_visible()
    expect(page.get_by_text("Iedereen zei iets")).to_be_visible()
