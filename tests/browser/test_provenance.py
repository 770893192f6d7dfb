"""Who wrote which sentence: seen on pointing, on tabbing, and in a list."""

import re

from playwright.sync_api import Page, expect

from app.proposals.sending import Motivation
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, FIRST, REASON, SECOND, build_page, example
from tests.proposal_builders import accept, send_edit, take


def test_a_reader_sees_of_each_sentence_where_it_came_from(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    with live_server.app.app_context():
        number = send_edit(
            example("Medewerker"), built, BODY.replace(SECOND, BETTER), why=Motivation(reason=REASON)
        )
        take(example("Redacteur"), number)
        accept(example("Redacteur"), number)
    sign_in(page, "Lezer")
    page.goto(f"{built.url}/versies")
    page.get_by_role("link", name="herkomst van elke zin").click()
    text = page.get_by_role("article")
    first, better = (text.locator(".traced", has_text=words) for words in (FIRST, BETTER))
    tip = better.get_by_text(REASON)
    expect(tip).to_be_hidden()
    better.hover()
    expect(tip).to_be_visible()
    first.get_by_role("link").focus()
    page.keyboard.press("Tab")
    expect(better.get_by_role("link", name=re.compile("uit versie 2.*Mees"))).to_be_focused()
    expect(tip).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_contain_text("1 zin in deze tekst")
    page.get_by_role("link", name="Als lijst").click()
    run = page.get_by_role("listitem").filter(has_text=BETTER).filter(has_text=REASON)
    run.get_by_role("link", name="Lees het voorstel").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(built.title)
