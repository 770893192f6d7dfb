"""A colleague proposes: on a page, on one section, a new page; nothing typed is lost."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import (
    BETTER,
    BODY,
    SECOND,
    build_page,
    build_proposal,
    fill_in,
    number_of_proposals,
    send,
    text_of,
)


def test_a_colleague_proposes_a_change_of_a_page(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(built.url)
    page.get_by_role("link", name="Stel een wijziging voor").click()
    fill_in(page, BODY.replace(SECOND, BETTER))
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Voorstel voor “{built.title}”")
    expect(page.get_by_role("deletion").first).to_be_visible()
    expect(page.get_by_role("insertion").first).to_be_visible()
    page.goto(built.url)
    expect(page.get_by_role("main")).to_contain_text("1 open voorstel")
    assert text_of(live_server, built) == BODY


def test_a_pencil_at_a_heading_changes_that_section_alone(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(built.url)
    page.get_by_role("link", name="Wijzig het deel Een kop").click()
    field = page.get_by_label("Tekst", exact=True)
    expect(field).to_have_value(re.compile("^## Een kop\n"))
    expect(field).not_to_have_value(re.compile("Nog een kop"))
    fill_in(page, "## Een kop\n\nOnder de kop staat een beter voorbeeld.\n")
    send(page)
    page.get_by_role("link", name="De hele tekst").click()
    whole = page.get_by_role("article")
    expect(whole).to_contain_text("een beter voorbeeld")
    expect(whole).to_contain_text(SECOND)
    expect(whole).to_contain_text("Het slot.")


def test_a_colleague_proposes_a_new_page(page: Page, sign_in: SignIn, live_server: LiveServer) -> None:
    sign_in(page, "Medewerker")
    page.goto("/voorstellen")
    page.get_by_role("link", name="Nieuwe pagina").click()
    page.get_by_label("Titel").fill("Samen beslissen")
    page.get_by_label("Samenvatting").fill("Hoe je samen tot een besluit komt.")
    page.get_by_label("Tegenspraak", exact=True).check()
    page.get_by_label("Tekst", exact=True).fill("Een **nieuwe** tekst.")
    page.get_by_label("Waarom is deze pagina nodig?").fill("Hij ontbreekt nog.")
    expect(page.get_by_label("Dit is een kleine wijziging")).to_have_count(0)
    send(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Samen beslissen")
    expect(page.get_by_role("article").get_by_text("nieuwe", exact=True)).to_be_visible()
    page.goto("/voorstellen")
    expect(page.get_by_role("link", name="Samen beslissen")).to_be_visible()


def test_a_preview_shows_the_page_and_keeps_what_was_typed(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    typed = "Een *voorbeeld* met een [[Tegenspraak|verwijzing]].\n\n| Kolom |\n|---|\n| cel |\n"
    fill_in(page, typed)
    page.get_by_role("button", name="Voorbeeld", exact=True).click()
    preview = page.get_by_role("region", name="Zo komt het op de pagina")
    expect(preview.get_by_role("emphasis")).to_have_text("voorbeeld")
    expect(preview.get_by_role("cell", name="cel")).to_be_visible()
    expect(page.get_by_label("Tekst", exact=True)).to_have_value(typed)
    assert number_of_proposals(live_server) == 0
    send(page)


def test_an_error_is_said_at_its_field_and_keeps_what_was_typed(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    better = BODY.replace(SECOND, BETTER)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    fill_in(page, better, reason="")
    page.get_by_role("button", name="Stuur voorstel in").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarom.")
    reason = page.get_by_label("Waarom is dit beter?")
    expect(reason).to_have_attribute("aria-invalid", "true")
    expect(reason).to_have_accessible_description(re.compile("Schrijf op waarom."))
    expect(page.get_by_label("Tekst", exact=True)).to_have_value(better)
    page.get_by_role("alert").get_by_role("link", name="Schrijf op waarom.").click()
    expect(reason).to_be_focused()
    reason.fill("Zo is het beter te begrijpen.")
    send(page)


def test_sending_without_a_change_is_refused_with_a_sentence(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    fill_in(page, BODY)
    page.get_by_role("button", name="Stuur voorstel in").click()
    expect(page.get_by_role("alert")).to_contain_text("Je hebt nog niets veranderd")
    assert number_of_proposals(live_server) == 0


def test_a_double_click_sends_once(page: Page, sign_in: SignIn, live_server: LiveServer) -> None:
    built = build_page(live_server)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    fill_in(page, BODY.replace(SECOND, BETTER))
    page.get_by_role("button", name="Stuur voorstel in").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Voorstel voor “{built.title}”")
    assert number_of_proposals(live_server) == 1


def test_a_second_click_while_the_answer_is_slow_gets_the_same_answer(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer
) -> None:
    def lose_first_answer(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort("aborted")

    built = build_page(live_server)
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    fill_in(page, BODY.replace(SECOND, BETTER))
    page.route("**/voorstel", lose_first_answer, times=1)
    button = page.get_by_role("button", name="Stuur voorstel in")
    button.click(no_wait_after=True)
    button.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Voorstel voor “{built.title}”")
    assert number_of_proposals(live_server) == 1


def test_a_writer_withdraws_her_proposal_and_her_text_stays(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER))
    sign_in(page, "Medewerker")
    page.goto(address)
    page.get_by_text("Trek je voorstel in").click()
    page.get_by_label("Waarom trek je het in?").fill("Een collega had een beter idee.")
    page.get_by_role("button", name="Ja, trek mijn voorstel in").click()
    expect(page.get_by_text("Je hebt je voorstel ingetrokken.")).to_be_visible()
    expect(page.get_by_text("Een collega had een beter idee.")).to_be_visible()
    expect(page.get_by_role("insertion").first).to_be_visible()
    assert text_of(live_server, built) == BODY
