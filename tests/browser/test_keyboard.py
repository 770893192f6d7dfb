"""With the keyboard alone: the order, what can be seen of it, and the shortcuts."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, SECOND, build_page, build_proposal

MOST_STOPS = 150
# What has the focus: its place among everything that can get it, whether it is seen, and its outline.
STOP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const can = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const all = [...document.querySelectorAll(can)];
  const style = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  return {
    place: all.indexOf(here),
    name: here.outerHTML.slice(0, 120),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 0 && box.height > 0,
  };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((item) => item.checkVisibility({ visibilityProperty: true }) && item.tabIndex >= 0)
  .filter((item) => item.type !== "hidden" && item.type !== "radio")
  .map((item) => item.outerHTML.slice(0, 120))"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the beginning of the page until it leaves the page; every stop on the way."""
    stops: list[dict[str, Any]] = []
    page.evaluate("document.activeElement.blur()")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        stops.append(stop)
    return stops


def assert_walkable(page: Page) -> None:
    """Tab reaches everything, in the order of the page, with an outline that nobody can miss."""
    stops = walk(page)
    reached = {stop["name"] for stop in stops}
    assert [name for name in page.evaluate(REACHABLE) if name not in reached] == []
    places = [stop["place"] for stop in stops]
    assert places == sorted(places)
    assert [stop for stop in stops if not stop["seen"] or stop["outline"] < 3] == []


def test_tab_reaches_everything_on_a_page_of_the_guide(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/pagina/openheid")
    assert_walkable(page)


def test_tab_reaches_everything_in_a_proposal_and_its_decision(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER), taken_by="Redacteur")
    page = new_context().new_page()
    sign_in(page, "Redacteur")
    for path in (address, f"{built.url}/voorstel"):
        page.goto(path)
        assert_walkable(page)


def test_the_first_stop_leads_past_the_menus(page: Page) -> None:
    page.goto("/pagina/openheid")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_slash_goes_to_the_search_field_but_not_while_typing(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context().new_page()
    page.goto("/pagina/openheid")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.type("en/of")
    expect(field).to_have_value("en/of")


def test_a_proposal_is_made_without_a_mouse(page: Page, sign_in: SignIn, live_server: LiveServer) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    page.get_by_label("Tekst", exact=True).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("Met de toetsen alleen.")
    page.get_by_label("Waarom is dit beter?").focus()
    page.keyboard.type("Zo kan het ook.")
    page.get_by_role("button", name="Stuur voorstel in").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Je voorstel is verstuurd.")).to_be_visible()


@pytest.fixture
def redacteur(new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer) -> Page:
    """The queue with two proposals that nobody took on, before a redacteur with a keyboard."""
    for title in ("Eerste proef", "Tweede proef"):
        build_proposal(live_server, build_page(live_server, title), BODY.replace(SECOND, BETTER))
    page = new_context().new_page()
    sign_in(page, "Redacteur")
    page.goto("/redactie/wachtrij")
    return page


def test_keys_walk_the_queue_take_a_proposal_on_and_go_to_the_decision(redacteur: Page) -> None:
    for key, title in (("j", "Eerste proef"), ("j", "Tweede proef"), ("k", "Eerste proef")):
        redacteur.keyboard.press(key)
        expect(redacteur.get_by_role("link", name=title)).to_be_focused()
    redacteur.keyboard.press("o")
    expect(redacteur.get_by_role("heading", level=1)).to_have_text("Voorstel voor “Eerste proef”")
    redacteur.keyboard.press("n")
    expect(redacteur.get_by_text("Jij behandelt dit voorstel nu.")).to_be_visible()
    redacteur.keyboard.press("b")
    expect(redacteur.get_by_label("Waarom beslis je dit?")).to_be_focused()


def test_a_key_takes_a_proposal_on_from_the_chosen_part_of_the_queue(redacteur: Page) -> None:
    redacteur.get_by_label("Grootte").select_option("klein")
    redacteur.get_by_label("Niemand volgt dit").check()
    redacteur.get_by_role("button", name="Toon", exact=True).click()
    expect(redacteur).to_have_url(re.compile("grootte=klein&soort=&niemand=1$"))
    for key in ("j", "j", "n"):
        redacteur.keyboard.press(key)
    expect(redacteur.get_by_text("Jij behandelt dit voorstel nu.")).to_be_visible()
    expect(redacteur.get_by_role("heading", level=1)).to_have_text("Voorstel voor “Tweede proef”")
    redacteur.go_back()
    expect(redacteur.get_by_role("link", name="Tweede proef")).to_have_count(0)


def test_from_the_queue_a_key_leads_to_the_decision_on_that_proposal(redacteur: Page) -> None:
    redacteur.keyboard.press("j")
    redacteur.keyboard.press("b")
    expect(redacteur).to_have_url(re.compile(r"/voorstellen/1#verder$"))


def test_a_question_mark_shows_the_keys_and_they_can_be_switched_off(redacteur: Page) -> None:
    redacteur.keyboard.press("?")
    overview = redacteur.get_by_role("dialog", name="Sneltoetsen")
    expect(overview).to_contain_text("Neem dat voorstel in behandeling.")
    overview.get_by_label("Sneltoetsen staan aan").uncheck()
    redacteur.keyboard.press("Escape")
    expect(overview).to_be_hidden()
    redacteur.reload()
    redacteur.keyboard.press("j")
    redacteur.keyboard.press("?")
    expect(overview).to_be_hidden()
    expect(redacteur.get_by_role("link", name="Eerste proef")).not_to_be_focused()
    redacteur.get_by_role("button", name="Sneltoetsen").click()
    expect(overview.get_by_label("Sneltoetsen staan aan")).not_to_be_checked()
