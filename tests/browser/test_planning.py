"""A conversation from nothing: planned with the keyboard alone, prepared by two, and said to be held."""

import time
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SignIn

SECONDS_PER_KEY = 0.5
"""Of somebody who types slowly and reads along: 120 keys a minute."""
THREE_MINUTES = 180
MOST_TABS = 80


class Keyboard:
    """Somebody without a mouse; counts every key."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.page.keyboard.type(text)

    def tab_to(self, selector: str) -> None:
        """Press Tab until what is meant has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {selector}")


def test_a_conversation_is_planned_from_nothing_by_keyboard_within_three_minutes(
    page: Page, sign_in: SignIn
) -> None:
    sign_in(page, "Medewerker")
    page.goto("/gesprekken")
    keyboard, began = Keyboard(page), time.monotonic()
    keyboard.tab_to("a[href='/gesprekken/nieuw']")
    keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Plan een gesprek")).to_be_visible()
    keyboard.tab_to("#veld-titel")
    keyboard.type("Tegenspraak in de nachtdienst")
    keyboard.tab_to("#veld-vorm-questions")
    keyboard.press("ArrowDown")
    keyboard.tab_to("#veld-plek-online")
    keyboard.press("ArrowDown")
    keyboard.tab_to("#veld-waar")
    keyboard.type("meldkamer")
    keyboard.tab_to("#veld-thema")
    keyboard.type("Tegen")
    keyboard.tab_to("#veld-onderdeel-1")
    keyboard.type("Meldkamer Oost")
    keyboard.tab_to("#veld-werk-1")
    keyboard.type("uit")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Tegenspraak in de nachtdienst")).to_be_visible()
    took = time.monotonic() - began
    assert keyboard.keys * SECONDS_PER_KEY < THREE_MINUTES and took < THREE_MINUTES
    for words in ("Verhalen en beelden uit de praktijk", "hybride, meldkamer", "Meldkamer Oost (uitvoering)"):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_text("Verstuur de uitnodiging", exact=True)).to_be_visible()


def test_two_colleagues_prepare_a_conversation_and_say_that_it_was_held(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, javascript: bool
) -> None:
    host, helper = (new_context(java_script_enabled=javascript).new_page() for _ in range(2))
    sign_in(host, "Medewerker")
    sign_in(helper, "Tweede medewerker")
    host.goto("/gesprekken/nieuw?vervolg=1")
    host.get_by_label("Waar gaat het gesprek over?").fill("Hoe het verder ging")
    host.get_by_role("button", name="Plan dit gesprek").click()
    host.get_by_role("link", name="Vraag een begeleider of reporter").click()
    host.get_by_label("Wie vraag je?").fill("Maryam Medewerker (voorbeeld)")
    host.get_by_role("button", name="Vraag deze collega").click()
    helper.goto("/")
    asked = helper.get_by_role("region", name="Dit wacht op jou")
    asked.get_by_role("link", name="Hoe het verder ging").click()
    helper.get_by_role("button", name="Ja, ik doe het").click()
    helper.get_by_text("Het gesprek is gevoerd", exact=True).click()
    helper.get_by_role("button", name="Dit gesprek is gevoerd").click()
    expect(helper.get_by_role("alert")).to_contain_text("Schrijf op met hoeveel jullie waren")
    helper.get_by_label("Met hoeveel waren jullie?").fill("8")
    helper.get_by_role("button", name="Dit gesprek is gevoerd").click()
    expect(helper.get_by_text("Er deden 8 collega's mee.")).to_be_visible()
    helper.goto("/kettingreactie")
    expect(helper.get_by_role("link", name="Hoe het verder ging")).to_be_visible()
