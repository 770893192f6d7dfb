"""What a visitor does to meet the answers of forms, and what opens in place."""

import re

from playwright.sync_api import Page

from tests.browser.steps import BETTER, decide, fill_in


def send_nothing(page: Page) -> None:
    """A form with errors."""
    fill_in(page, "", reason="")
    page.get_by_role("button", name="Stuur voorstel in").click()
    page.get_by_role("alert").wait_for()


def ask_preview(page: Page) -> None:
    """The form with a preview in it."""
    fill_in(page, BETTER)
    page.get_by_role("button", name="Voorbeeld", exact=True).click()
    page.get_by_role("heading", name="Zo komt het op de pagina").wait_for()


def protect_without_reason(page: Page) -> None:
    """The form of a protection with an error."""
    page.get_by_role("button", name="Bescherm deze pagina").click()
    page.get_by_role("alert").wait_for()


def catch_up_with_nothing(page: Page) -> None:
    """The overlap of a draft with an error at a place."""
    page.get_by_role("button", name="Werk mijn concept bij").click()
    page.get_by_role("alert").wait_for()


def send_half_a_draft(page: Page) -> None:
    """A draft over several pages of which one is not written yet."""
    page.get_by_role("button", name="Stuur voorstel in").click()
    page.get_by_role("alert").wait_for()


def look_for_pages(page: Page) -> None:
    """The pages that may replace one that is archived."""
    page.get_by_label("Zoek een pagina").fill("ver")
    page.get_by_role("button", name="Zoek pagina's").click()
    page.get_by_text("Kies hieronder").wait_for()


def come_back_to_typed_text(page: Page) -> None:
    """The form with text that is still in this browser."""
    page.route("**/bewaren", lambda route: route.abort())
    fill_in(page, BETTER)
    page.reload()
    page.get_by_role("button", name="Zet terug").wait_for()


def sign_in_wrongly(page: Page) -> None:
    """The sign-in form with an error."""
    page.get_by_label("E-mailadres").fill("noor@voorbeeld.test")
    page.get_by_label("Wachtwoord").fill("niet het goede")
    page.get_by_role("button", name="Meld je aan").click()
    page.get_by_role("alert").wait_for()


def send_without_session(page: Page) -> None:
    """Signing in, with a form that waits."""
    fill_in(page, BETTER)
    page.context.clear_cookies()
    page.get_by_role("button", name="Stuur voorstel in").click()
    page.get_by_text("Wat je had getypt, is bewaard.").wait_for()


def come_back_without_rights(page: Page) -> None:
    """What was typed, to be copied by somebody who may not send it."""
    send_without_session(page)
    page.get_by_role("button", name="Lezer", exact=True).click()
    page.get_by_role("heading", name="Niet verstuurd").wait_for()


def send_with_old_token(page: Page) -> None:
    """The question to go on, for somebody who is still signed in."""
    fill_in(page, BETTER)
    page.locator("main [name=csrf_token]").evaluate("field => { field.value = 'oud'; }")
    page.get_by_role("button", name="Stuur voorstel in").click()
    page.get_by_role("heading", name="Nog niet verstuurd").wait_for()


def join_without_words(page: Page) -> None:
    """The wish to write along with an error."""
    page.get_by_role("button", name="Vraag om mee te schrijven").click()
    page.get_by_role("alert").wait_for()


def decide_too_late(page: Page) -> None:
    """A decision on a proposal that moved on meanwhile."""
    page.locator("[name=gezien]").first.evaluate("field => { field.value = '1'; }")
    decide(page, "Wijs af", "Dit past hier niet.")
    page.get_by_text("Dit is niet gebeurd").wait_for()


def show_keys(page: Page) -> None:
    """The overview of the keys over the page."""
    page.get_by_role("button", name="Sneltoetsen").click()
    page.get_by_role("dialog").wait_for()


def take_over(page: Page) -> None:
    """The merged text, or the places where it overlaps."""
    decide(page, "Neem over", "Helder, dank je wel.")
    page.get_by_role("button", name="Publiceer dit").wait_for()


def settle_nothing(page: Page) -> None:
    """The overlap with an error at a place."""
    take_over(page)
    page.get_by_role("button", name="Publiceer dit").click()
    page.get_by_role("alert").wait_for()


def open_advice(page: Page) -> None:
    """The form for advice, under its link."""
    page.get_by_role("link", name="Zeg wat je ervan vindt").click()
    page.get_by_label("Oneens").wait_for()


def advise_nothing(page: Page) -> None:
    """The form for advice with an error."""
    page.get_by_role("button", name="Plaats je beoordeling").click()
    page.get_by_role("alert").wait_for()


def leave_all(page: Page) -> None:
    """The choice of a part with an error, and a reason of its own for one change."""
    page.get_by_text("Geef een eigen reden voor wijziging 1").click()
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_role("button", name="Neem over wat is aangevinkt").click()
    page.get_by_role("alert").wait_for()


def edit_result(page: Page) -> None:
    """The result of a part, to be edited, with a preview in it."""
    page.get_by_role("button", name="Bewerk het resultaat").click()
    page.get_by_role("button", name="Voorbeeld", exact=True).click()
    page.get_by_role("heading", name="Zo komt het op de pagina").wait_for()


def comment_nothing(page: Page) -> None:
    """A form for a comment with an error."""
    page.get_by_role("button", name="Plaats reactie").click()
    page.get_by_role("alert").wait_for()


def open_comment_form(page: Page) -> None:
    """The form for a comment, under the text that it is about."""
    page.get_by_role("link", name=re.compile("^Reageer op: Onder de kop")).click()
    page.get_by_label("Je reactie").wait_for()
