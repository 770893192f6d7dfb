"""Finding: words, phrases, what must not be there, the beginning of a word, and nothing at all."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import LiveServer
from tests.browser.steps import build_page, find


def hits(page: Page) -> Locator:
    """The titles that were found."""
    return page.locator(".hit__title")


def search(page: Page, words: str) -> None:
    """Type words in the search field and press the button."""
    page.get_by_role("searchbox").first.fill(words)
    page.get_by_role("button", name="Zoek").first.click()
    expect(page.get_by_role("searchbox").first).to_have_value(words)


def test_a_search_from_any_page_shows_the_words_in_their_sentence(page: Page) -> None:
    page.goto("/pagina/openheid")
    search(page, "tegenspraak")
    expect(hits(page).first).to_have_text("Tegenspraak")
    expect(page.locator("mark").first).to_have_text(re.compile("tegenspraak", re.IGNORECASE))
    expect(page.get_by_role("heading", name=re.compile(r"\d+ pagina's gevonden"))).to_be_visible()


def test_a_theme_narrows_the_search_and_can_be_taken_off_again(page: Page) -> None:
    page.goto("/zoeken?q=gesprek")
    found = hits(page).count()
    facet = page.get_by_role("complementary").get_by_role("link", name=re.compile("^Vertrouwen"))
    number = int(facet.locator(".count").inner_text())
    assert 0 < number < found
    facet.click()
    expect(hits(page)).to_have_count(number)
    page.get_by_role("link", name="Toon alles").click()
    expect(hits(page)).to_have_count(found)


def test_quotes_a_minus_and_a_star_say_what_must_be_there(page: Page, live_server: LiveServer) -> None:
    build_page(live_server, "Eerste proef", "Een kalme blauwe olifant loopt een olifantenpaadje.\n")
    build_page(live_server, "Tweede proef", "Een blauwe en kalme olifant blijft staan.\n")
    find(page, "olifant", "Tweede proef")
    expect(hits(page)).to_have_count(2)
    for words, found in (
        ('"kalme blauwe olifant"', "Eerste proef"),
        ("olifant -loopt", "Tweede proef"),
        ("olifantenp*", "Eerste proef"),
    ):
        search(page, words)
        expect(hits(page)).to_have_text([found])


def test_a_wrong_spelling_gets_a_suggestion_that_works(page: Page) -> None:
    page.goto("/zoeken")
    search(page, "tegenspraaak")
    expect(page.get_by_role("heading", name="Niets gevonden")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="tegenspraak", exact=True).click()
    expect(hits(page).first).to_have_text("Tegenspraak")


def test_nothing_found_says_what_to_try_and_how_to_add_it(page: Page) -> None:
    page.goto("/zoeken?q=xqzxqzwv")
    expect(page.get_by_role("heading", name="Niets gevonden voor “xqzxqzwv”")).to_be_visible()
    expect(page.get_by_role("link", name="alle pagina's", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Stel een nieuwe pagina voor")).to_be_visible()


def test_hostile_words_are_only_words(page: Page) -> None:
    page.goto("/zoeken")
    typed = "<img src=x onerror=alert(1)> AND (title:* \"\\'"
    search(page, typed)
    expect(page.get_by_role("heading", level=1)).to_have_text("Zoeken")
    expect(page.locator("main img")).to_have_count(0)
