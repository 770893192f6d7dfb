"""A conversation from nothing: entered with the keyboard alone, prepared by two, and said to be held."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from app.core.clock import today
from tests.browser.conftest import SignIn

SECONDS_PER_KEY = 0.5
"""Of somebody who types slowly and reads along: 120 keys a minute."""
THREE_MINUTES = 180
MOST_TABS = 80
STEPS = {"Voeren": "/voeren", "Vastleggen": "/oogst"}
SAID = {
    "d: Snel of zorgvuldig #teg @buik": ("Snel of zorgvuldig", "dilemma", "Tegenspraak", "buik"),
    "v: Ik belde terug #mens @hart": ("Ik belde terug", "voorbeeld", "Menselijke maat", "hart"),
    "t: Vraag het eerst na #vert @hoofd": ("Vraag het eerst na", "tip", "Vertrouwen", "hoofd"),
}
"""What is typed in the line, and what the list then shows: text, kind, theme, part of the model."""


class Keyboard:
    """Somebody without a mouse; counts every key."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0

    def press(self, key: str) -> None:
        self.keys += len(key.split("+"))
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.page.keyboard.type(text)

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Press Tab until what is meant has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.press(key)
        raise AssertionError(f"{key} does not reach {selector}")

    def skip_to_content(self) -> None:
        """Leave out what is the same on every page."""
        self.tab_to(".skip-link")
        self.press("Enter")

    def follow_step(self, name: str, key: str = "Tab") -> None:
        """Go to where one of the four steps of a conversation is done."""
        self.tab_to(f".conversation-steps__link[href$='{STEPS[name]}']", key)
        self.press("Enter")
        expect(self.page).to_have_url(re.compile(f"{STEPS[name]}$"))


def test_a_conversation_is_entered_from_nothing_by_keyboard_within_three_minutes(
    page: Page, sign_in: SignIn
) -> None:
    sign_in(page, "Medewerker")
    page.goto("/gesprekken")
    keyboard, began = Keyboard(page), time.monotonic()
    plan(keyboard)
    hold(keyboard)
    hand_in(keyboard)
    took = time.monotonic() - began
    assert keyboard.keys * SECONDS_PER_KEY + took < THREE_MINUTES


def plan(keyboard: Keyboard) -> None:
    """From the list of conversations to the page of a new one."""
    page = keyboard.page
    keyboard.skip_to_content()
    keyboard.tab_to("a[href='/gesprekken/nieuw']")
    keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Plan een gesprek")).to_be_visible()
    keyboard.skip_to_content()
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
    for words in ("Verhalen en beelden uit de praktijk", "hybride, meldkamer", "Meldkamer Oost (uitvoering)"):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_text("Verstuur de uitnodiging", exact=True)).to_be_visible()


def hold(keyboard: Keyboard) -> None:
    """Begin it now, and note what was said with its kind, theme and part of the model."""
    page = keyboard.page
    keyboard.skip_to_content()
    keyboard.follow_step("Voeren")
    keyboard.skip_to_content()
    keyboard.tab_to("button[value='volgende']")
    keyboard.press("Enter")
    expect(page.get_by_text("nu bezig")).to_be_visible()
    for line, told in SAID.items():
        keyboard.tab_to("#veld-tekst")
        keyboard.type(line)
        keyboard.press("Enter")
        noted = page.locator("#genoteerd > li").filter(has_text=told[0])
        for words in told:
            expect(noted).to_contain_text(words)


def hand_in(keyboard: Keyboard) -> None:
    """Give the redactie what was noted, as it is."""
    page = keyboard.page
    keyboard.follow_step("Vastleggen", "Shift+Tab")
    keyboard.skip_to_content()
    keyboard.tab_to("a[href='#aanleveren']")
    keyboard.press("Enter")
    keyboard.tab_to("form[action$='/aanleveren'] button")
    keyboard.press("Enter")
    expect(page.get_by_text(f"Aangeleverd: {len(SAID)}.")).to_be_visible()


def test_two_colleagues_prepare_a_conversation_and_say_that_it_was_held(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, javascript: bool
) -> None:
    host, helper = (new_context(java_script_enabled=javascript).new_page() for _ in range(2))
    sign_in(host, "Medewerker")
    sign_in(helper, "Tweede medewerker")
    host.goto("/gesprekken/nieuw?vervolg=1")
    host.get_by_label("Waar gaat het gesprek over?").fill("Hoe het verder ging")
    host.get_by_label("Dag").fill(today().isoformat())
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
