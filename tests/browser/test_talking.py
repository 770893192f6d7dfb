"""Colleagues talk about a proposal and say what they think of it, on the page itself."""

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
    example,
    text_of,
)
from tests.care_builders import ask_for_two

CHANGED = BODY.replace(SECOND, BETTER)
ON_FIRST = re.compile("^Reageer op: De eerste zin")


def test_a_line_is_talked_about_answered_and_settled(
    page: Page,
    sign_in: SignIn,
    live_server: LiveServer,
    new_context: Callable[..., BrowserContext],
    javascript: bool,
) -> None:
    address = build_proposal(live_server, build_page(live_server), CHANGED)
    sign_in(page, "Tweede redacteur")
    page.goto(address)
    page.get_by_role("link", name=ON_FIRST).click()
    expect(page).to_have_url(re.compile(f"{address}$" if javascript else "/reageer"))
    page.get_by_label("Je reactie").fill("Is dit niet te kort?")
    page.get_by_role("button", name="Plaats reactie").press("Enter")
    expect(page.get_by_text("Je reactie staat erbij.")).to_be_visible()
    writer = new_context(java_script_enabled=javascript).new_page()
    sign_in(writer, "Medewerker")
    writer.goto(address)
    talk = writer.locator("details", has_text="Is dit niet te kort?")
    talk.get_by_role("link", name="Antwoord of handel af").click()
    writer.get_by_label("Je antwoord").fill("Nee, lezers vroegen erom.")
    writer.get_by_role("button", name="Handel af").click()
    expect(talk).to_contain_text("afgehandeld")
    talk.get_by_text("2 reacties").click()
    expect(talk.get_by_text("Nee, lezers vroegen erom.")).to_be_visible()


def test_a_colleague_advises_with_the_keyboard(page: Page, sign_in: SignIn, live_server: LiveServer) -> None:
    address = build_proposal(live_server, build_page(live_server), CHANGED)
    sign_in(page, "Tweede redacteur")
    page.goto(address)
    page.get_by_role("link", name="Zeg wat je ervan vindt").press("Enter")
    page.get_by_label("Vraag", exact=True).press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Geldt dit ook voor inhuur?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Je beoordeling staat erbij.")).to_be_visible()
    expect(page.get_by_role("region", name="Wat collega's ervan vinden")).to_contain_text("Geldt dit ook")


def test_where_two_decide_the_first_approves_and_another_publishes(
    page: Page, sign_in: SignIn, live_server: LiveServer, new_context: Callable[..., BrowserContext]
) -> None:
    built = build_page(live_server)
    with live_server.app.app_context():
        ask_for_two(example("Redacteur"), built)
    address = build_proposal(live_server, built, CHANGED, taken_by="Redacteur")
    sign_in(page, "Redacteur")
    page.goto(address)
    decide(page, "Keur goed", "Helder, dank je wel.")
    expect(page.get_by_text("Je akkoord staat erbij.")).to_be_visible()
    expect(page.get_by_text("Nog één redacteur moet dit goedkeuren.")).to_be_visible()
    expect(page.get_by_role("button", name="Neem over")).to_have_count(0)
    assert text_of(live_server, built) == BODY
    second = new_context().new_page()
    sign_in(second, "Tweede redacteur")
    second.goto(address)
    decide(second, "Neem over", "Ik vind dit ook beter.")
    expect(second.get_by_text("Dit staat in de gids")).to_be_visible()
    assert text_of(live_server, built) == CHANGED
