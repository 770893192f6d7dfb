"""What came out of a conversation, typed over from paper: kept while typing, on a bad connection too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from app.conversations.canvas.queries import entries_of, words_of
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import example
from tests.conversation_builders import make_conversation
from tests.gallery_builders import png

SIX_SECONDS = 6_000


@pytest.fixture
def conversation(live_server: LiveServer) -> str:
    """The address of a conversation that the colleague hosts."""
    with live_server.app.app_context():
        return f"/gesprekken/{make_conversation(example('Medewerker').account_id or 0)}"


def test_a_canvas_and_the_model_are_typed_over_with_the_keyboard(
    page: Page, sign_in: SignIn, conversation: str
) -> None:
    sign_in(page, "Medewerker")
    page.goto(f"{conversation}/canvas")
    page.get_by_label("Wat moet erin?").focus()
    page.keyboard.type("Tijd voor elkaar\nDurf te vragen")
    page.get_by_role("button", name="Bewaar het canvas").press("Enter")
    expect(page.get_by_text("Het canvas is bewaard.")).to_be_visible()
    expect(page.get_by_label("Wat moet erin?")).to_have_value("Tijd voor elkaar\nDurf te vragen")
    page.get_by_role("link", name="Model").click()
    page.get_by_role("textbox", name="Hart").fill("Trots op het vak")
    page.get_by_role("radio", name="Hart").check()
    page.get_by_role("button", name="Bewaar het model").click()
    picture = page.get_by_role("img", name="Het model van ‘de’ ambtenaar")
    expect(picture).to_contain_text("Hart★ hier zit de kern")
    expect(picture).to_contain_text("Trots op het vak")


def test_a_picture_with_its_story_is_added_described_and_taken_out(
    page: Page, sign_in: SignIn, conversation: str
) -> None:
    sign_in(page, "Medewerker")
    page.goto(f"{conversation}/beeldverslag")
    picture: FilePayload = {"name": "stoel.png", "mimeType": "image/png", "buffer": png()}
    page.get_by_label("Afbeelding", exact=False).first.set_input_files(picture)
    page.get_by_label("Bijschrift").fill("De lege stoel")
    page.get_by_role("button", name="Zet in het beeldverslag").click()
    expect(page.get_by_role("alert")).to_contain_text("Beschrijf wat er te zien is")
    page.get_by_label("Afbeelding", exact=False).first.set_input_files(picture)
    page.get_by_label("Wat is er te zien?").fill("Een stoel bij het raam")
    page.get_by_label("Het verhaal erbij").fill("Zo zit dat.")
    page.get_by_role("button", name="Zet in het beeldverslag").click()
    expect(page.get_by_role("img", name="Een stoel bij het raam")).to_be_visible()
    page.get_by_role("button", name="Zet ook in het gezamenlijke verslag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het gezamenlijke beeldverslag")
    mine = page.get_by_role("listitem").filter(has_text="De lege stoel")
    mine.get_by_text("Haal weg").click()
    mine.get_by_role("button", name="Ja, haal dit beeld weg").click()
    expect(page.get_by_text("Het beeld is uit dit verslag gehaald.")).to_be_visible()
    expect(page.get_by_role("img", name="Een stoel bij het raam")).to_have_count(0)


def test_what_is_typed_without_a_connection_is_saved_when_it_is_back(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, live_server: LiveServer, conversation: str
) -> None:
    page = new_context().new_page()
    sign_in(page, "Medewerker")
    page.clock.install()
    page.goto(f"{conversation}/canvas")
    page.get_by_label("Wat valt op?").fill("Veel lof")
    page.clock.run_for(SIX_SECONDS)
    expect(page.get_by_text("Bewaard om")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_label("Wat valt op?").fill("Veel lof voor de balie\nWeinig tijd")
    page.clock.run_for(SIX_SECONDS)
    expect(page.get_by_text("Niet bewaard: geen verbinding. Je tekst staat nog")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Bewaard om")).to_be_visible()
    with live_server.app.app_context():
        kept = words_of(entries_of(int(conversation.rpartition("/")[2])))
    assert list(kept.values()) == [["Veel lof voor de balie", "Weinig tijd"]]
