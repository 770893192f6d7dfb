"""Reading the guide as it is delivered: from the front page on, back in time, and on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.serving import LiveServer
from tests.browser.steps import BETTER, BODY, SECOND, build_page, change_page


def test_a_reader_walks_from_the_front_page_through_the_guide(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Samen werken aan ambtelijk vakmanschap")
    page.get_by_role("region", name="Hoofdstukken").get_by_role("link", name="Tegenspraak").click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Tegenspraak")
    page.get_by_role("link", name=re.compile("^Volgende")).click()
    expect(title).to_have_text("Menselijke maat")
    page.get_by_role("link", name=re.compile("^Vorige")).click()
    expect(title).to_have_text("Tegenspraak")
    page.get_by_role("list", name="Thema's").get_by_role("link", name="Tegenspraak").click()
    expect(page).to_have_url(re.compile("/themas/tegenspraak$"))
    expect(page.get_by_role("heading", name=re.compile("^Alles over dit thema"))).to_be_visible()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Thema's").click()
    page.get_by_role("link", name="Menselijke maat").first.click()
    expect(title).to_have_text("Menselijke maat")


@pytest.mark.parametrize("width", [1280, 375], ids=["wide", "phone"])
def test_a_page_has_a_list_of_its_headings_and_its_place_in_the_guide(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/pagina/tegenspraak")
    if width < 960:
        page.get_by_text("Op deze pagina").last.click()
        page.get_by_text("Hoofdstukken van de gids").click()
    heading = page.get_by_role("article").get_by_role("heading", level=2).last
    contents = page.get_by_role("navigation", name="Op deze pagina")
    contents.get_by_role("link", name=heading.inner_text()).click()
    expect(heading).to_be_in_viewport()
    chapters = page.get_by_role("navigation", name="Hoofdstukken")
    expect(chapters.locator('[aria-current="page"]')).to_have_text("Tegenspraak")


def test_a_reader_follows_a_link_in_the_text_and_sees_what_links_back(page: Page) -> None:
    page.goto("/pagina/tegenspraak")
    page.get_by_role("article").get_by_role("link", name="Vertrouwen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vertrouwen")
    back = page.get_by_role("region", name="Pagina's die hierheen verwijzen")
    expect(back.get_by_role("link", name="Tegenspraak")).to_be_visible()


def test_history_leads_to_an_old_version_that_says_so(page: Page, live_server: LiveServer) -> None:
    built = build_page(live_server)
    change_page(live_server, built, BODY.replace(SECOND, BETTER))
    page.goto(built.url)
    if not page.get_by_role("link", name="2 versies bekijken").is_visible():
        page.get_by_text("Over deze pagina").last.click()
    page.get_by_role("link", name="2 versies bekijken").click()
    expect(page.get_by_role("heading", name="Versie 2")).to_contain_text("deze staat nu in de gids")
    page.get_by_role("link", name="Versie 1", exact=True).click()
    expect(page.get_by_role("heading", name="Dit is een oude versie")).to_be_visible()
    expect(page.get_by_role("article")).to_contain_text(SECOND)
    page.get_by_role("link", name="Lees de nieuwste versie (2)").click()
    expect(page.get_by_role("article")).to_contain_text(BETTER)


def test_two_versions_are_compared_in_three_ways(page: Page, live_server: LiveServer) -> None:
    built = build_page(live_server)
    change_page(live_server, built, BODY.replace("een voorbeeld", "een **goed** voorbeeld"))
    page.goto(f"{built.url}/versies")
    page.get_by_role("button", name="Vergelijk de gekozen versies").click()
    main = page.get_by_role("main")
    expect(main.get_by_role("insertion").first).to_contain_text("goed")
    expect(main).not_to_contain_text("**")
    page.get_by_role("link", name="Naast elkaar").click()
    expect(page.get_by_role("table")).to_be_visible()
    expect(main.get_by_role("insertion").first).to_contain_text("goed")
    expect(main).not_to_contain_text("**")
    page.get_by_role("link", name="Brontekst").click()
    expect(main).to_contain_text("**goed**")
    expect(page.get_by_role("link", name="Brontekst")).to_have_attribute("aria-current", "page")


def test_a_difference_is_heard_and_not_only_seen(page: Page, live_server: LiveServer) -> None:
    built = build_page(live_server)
    change_page(live_server, built, BODY.replace(SECOND, BETTER))
    page.goto(f"{built.url}/vergelijk?van=1&tot=2")
    heard = page.get_by_role("main").aria_snapshot()
    assert "ingevoegd" in heard
    assert "verwijderd" in heard


def test_all_pages_and_all_changes_can_be_found(page: Page, live_server: LiveServer) -> None:
    built = build_page(live_server, "Zelden gelezen")
    page.goto("/")
    page.get_by_role("link", name="Alle pagina's").first.click()
    page.get_by_role("navigation", name="Kies een beginletter").get_by_role(
        "link", name=re.compile("^Z")
    ).click()
    page.get_by_role("link", name="Zelden gelezen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zelden gelezen")
    page.get_by_role("link", name="Alle wijzigingen").click()
    expect(page.get_by_role("main").get_by_role("link", name=built.title).first).to_be_visible()
    expect(page.get_by_role("link", name="Volg de wijzigingen in je nieuwslezer")).to_be_visible()


def test_an_address_without_a_page_says_so_and_leads_on(page: Page) -> None:
    page.goto("/pagina/bestaat-niet")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er nog niet")
    page.get_by_role("main").get_by_role("link", name="Alle pagina's").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alle pagina's")


def test_on_paper_there_is_the_text_with_its_version_and_no_menu(page: Page) -> None:
    page.goto("/pagina/tegenspraak")
    page.emulate_media(media="print")
    for name in ("Hoofdmenu", "Op deze pagina", "Hoofdstukken"):
        expect(page.locator("nav").and_(page.get_by_label(name))).to_be_hidden()
    expect(page.get_by_role("link", name="Stel een wijziging voor")).to_be_hidden()
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("article")).to_be_visible()
    expect(page.get_by_text(re.compile("^Versie 1$"))).to_be_visible()


def test_a_reader_who_refuses_cookies_reads_and_searches(
    new_context: Callable[..., BrowserContext], javascript: bool
) -> None:
    context = new_context(java_script_enabled=javascript)
    context.route("**/*", lambda route: route.continue_(headers=without_cookies(route.request.headers)))
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox", name="Zoek in de gids").fill("vertrouwen")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("main").get_by_role("link", name="Vertrouwen", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vertrouwen")
    assert context.cookies() == []


def without_cookies(headers: dict[str, str]) -> dict[str, str]:
    """What a browser sends that keeps no cookies."""
    return {name: value for name, value in headers.items() if name != "cookie"}
