"""A page moved on while its proposal waited: merged and confirmed, or settled place by place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import SignIn, guide_in
from tests.browser.serving import LiveServer, serve
from tests.browser.steps import (
    BETTER,
    BODY,
    SECOND,
    build_page,
    build_proposal,
    change_page,
    decide,
    text_of,
)

MEANWHILE = "De tweede zin is intussen anders."
OVERLAPS = "De pagina en het voorstel raken elkaar"
THE_END = "Het slot."
NEW_END = "Het slot is nu langer."
TWO_PLACES = BODY.replace(SECOND, BETTER).replace(THE_END, NEW_END)
TWO_PLACES_MEANWHILE = BODY.replace(SECOND, MEANWHILE).replace(THE_END, "Het slot is weg.")


@pytest.fixture
def live_server(prepared_data: Path, tmp_path: Path) -> Iterator[LiveServer]:
    """A guide in which proposals do not follow their pages yet: the moment in which a decision is made."""
    with serve(guide_in(tmp_path, prepared_data), outbox_works=False) as served:
        yield served


def test_what_does_not_overlap_is_merged_shown_and_published(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER), taken_by="Redacteur")
    change_page(live_server, built, BODY.replace(THE_END, NEW_END))
    sign_in(page, "Redacteur")
    page.goto(address)
    decide(page, "Neem over", "Helder, dank je wel.")
    expect(page.get_by_role("heading", name="Kijk het samengevoegde resultaat na")).to_be_visible()
    assert BETTER not in text_of(live_server, built)
    page.get_by_role("button", name="Publiceer dit").click()
    expect(page.get_by_text("Dit staat in de gids")).to_be_visible()
    page.goto(built.url)
    expect(page.get_by_role("article")).to_contain_text(BETTER)
    expect(page.get_by_role("article")).to_contain_text(NEW_END)


def open_overlap(
    page: Page, sign_in: SignIn, server: LiveServer, proposed: str, meanwhile: str, *, before: str = BODY
) -> str:
    """Press “Neem over” on a proposal that touches what was changed meanwhile."""
    built = build_page(server, body=before)
    address = build_proposal(server, built, proposed, taken_by="Redacteur")
    change_page(server, built, meanwhile)
    sign_in(page, "Redacteur")
    page.goto(address)
    with page.expect_response(lambda answer: answer.url.endswith("/besluit")) as posted:
        decide(page, "Neem over", "Helder, dank je wel.")
    assert posted.value.status == 409
    expect(page.get_by_role("heading", name=OVERLAPS)).to_be_visible()
    return built.url


def test_each_place_is_settled_apart_with_own_words_if_need_be(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    sentences = [f"Alinea {number} zegt iets over oefenen." for number in range(1, 5)]
    before, proposed, meanwhile = (
        "\n\n## Kop\n\n".join(sentence.replace("iets", word) for sentence in sentences) + "\n"
        for word in ("iets", "veel", "weinig")
    )
    address = open_overlap(page, sign_in, live_server, proposed, meanwhile, before=before)
    assert page.get_by_role("radio", checked=True).count() == 0
    places = page.get_by_role("group").all()
    choices = (
        "Zet terug wat er eerst stond",
        "Houd wat er nu staat",
        "Neem het voorstel",
        "Schrijf het zelf",
    )
    for place, choice in zip(places, choices, strict=True):
        place.get_by_role("radio", name=choice).check()
    places[-1].get_by_role("textbox").fill("Alinea 4 is van de redactie.")
    page.get_by_role("button", name="Publiceer dit").click()
    expect(page.get_by_text("Dit staat in de gids")).to_be_visible()
    page.goto(address)
    for words in ("1 zegt iets", "2 zegt weinig", "3 zegt veel", "4 is van de redactie"):
        expect(page.get_by_role("article")).to_contain_text(f"Alinea {words}")


def test_a_place_without_a_choice_is_asked_for_and_the_rest_is_kept(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    open_overlap(page, sign_in, live_server, TWO_PLACES, TWO_PLACES_MEANWHILE)
    first, last = page.get_by_role("group").all()
    first.get_by_role("radio", name="Schrijf het zelf").check()
    first.get_by_role("textbox").fill("Half af.")
    page.get_by_role("button", name="Publiceer dit").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies op elke plek")
    expect(first.get_by_role("radio", name="Schrijf het zelf")).to_be_checked()
    expect(first.get_by_role("textbox")).to_have_value("Half af.")
    expect(last.get_by_role("radio", checked=True)).to_have_count(0)


def test_leaving_the_overlap_loses_none_of_the_three_texts(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    def leave(dialog: Dialog) -> None:
        dialog.accept()

    page.on("dialog", leave)
    address = open_overlap(page, sign_in, live_server, TWO_PLACES, TWO_PLACES_MEANWHILE)
    page.get_by_role("link", name="Terug naar het voorstel").click()
    expect(page.get_by_role("insertion").filter(has_text="kort").first).to_be_visible()
    page.goto(address)
    expect(page.get_by_role("article")).to_contain_text(MEANWHILE)
    page.goto(f"{address}/versies/1")
    expect(page.get_by_role("article")).to_contain_text(SECOND)


def test_a_page_that_moves_on_again_while_it_is_being_settled_is_merged_again(
    page: Page, sign_in: SignIn, live_server: LiveServer
) -> None:
    built = build_page(live_server)
    address = build_proposal(live_server, built, BODY.replace(SECOND, BETTER), taken_by="Redacteur")
    change_page(live_server, built, BODY.replace(THE_END, NEW_END))
    sign_in(page, "Redacteur")
    page.goto(address)
    decide(page, "Neem over", "Helder, dank je wel.")
    change_page(live_server, built, BODY.replace(THE_END, "Het slot is weer anders."))
    page.get_by_role("button", name="Publiceer dit").click()
    expect(page.get_by_role("alert")).to_contain_text("De pagina is net weer veranderd")
    assert BETTER not in text_of(live_server, built)
    page.get_by_role("button", name="Publiceer dit").click()
    expect(page.get_by_text("Dit staat in de gids")).to_be_visible()
    assert "Het slot is weer anders." in text_of(live_server, built)
