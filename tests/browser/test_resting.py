"""From sentence to bouwsteen and back: opened beside the line, and named while writing."""

from playwright.sync_api import Page, expect

from app.core.outbox import run_due
from app.subscribers import HANDLERS
from tests.browser.conftest import SignIn
from tests.browser.serving import LiveServer
from tests.browser.steps import FIRST, REASON, build_page, example
from tests.builders import revise_page
from tests.conversation_builders import make_building_block, make_conversation
from tests.proposal_builders import accept, take

SAID, OTHER = "Ik wist het al maanden.", "Wie vraagt, hoort meer."


def follow_up(live_server: LiveServer) -> None:
    with live_server.app.app_context():
        while run_due(HANDLERS):
            pass


def test_a_reader_opens_a_bouwsteen_without_losing_the_line(page: Page, live_server: LiveServer) -> None:
    built = build_page(live_server)
    with live_server.app.app_context():
        host = example("Medewerker").account_id or 0
        block = make_building_block(
            SAID, conversation_id=make_conversation(host, title="Gesprek over stilte")
        )
        revise_page(built, f"{FIRST} [[bouwsteen:{block}]]\n\n" + "Nog een alinea.\n\n" * 40)
    page.goto(built.url)
    expect(page.get_by_role("link", name="rust op 1 bouwsteen uit 1 gesprek")).to_be_visible()
    mark = page.get_by_role("button", name=f"bouwsteen {block}", exact=True)
    before = mark.bounding_box()
    mark.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("group", name=f"Bouwsteen {block} · inzicht")
    expect(card).to_contain_text(SAID)
    expect(card).not_to_contain_text("stilte")
    assert mark.bounding_box() == before
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()
    foot = page.get_by_role("region", name="Waar rust deze pagina op")
    foot.get_by_role("link", name="Naar de zin").click()
    expect(mark).to_be_in_viewport()


def test_a_colleague_names_a_bouwsteen_and_it_is_used_once_the_redactie_agrees(
    page: Page, sign_in: SignIn, live_server: LiveServer, javascript: bool
) -> None:
    built = build_page(live_server)
    with live_server.app.app_context():
        block = make_building_block(OTHER)
    sign_in(page, "Medewerker")
    page.goto(f"{built.url}/voorstel")
    area = page.get_by_role("textbox", name="Tekst", exact=True)
    if javascript:
        area.press("Control+End")
        area.press_sequentially(" Zo is het. [[b vragen")
        page.get_by_role("option", name=OTHER).wait_for()
        page.keyboard.press("Enter")
    else:
        page.get_by_text("Bouwstenen bij deze tekst").click()
        page.get_by_label("Zoek een bouwsteen").fill("vragen")
        page.get_by_role("button", name="Zoek bouwstenen").click()
        page.get_by_label("Achter welke zin?").select_option(f"1. {FIRST}")
        page.get_by_role("button", name=f"Zet erbij bouwsteen {block}", exact=True).click()
    before = area.input_value().partition(f" [[bouwsteen:{block}]]")[0]
    assert before.endswith("Zo is het." if javascript else FIRST)
    page.get_by_label("Waarom is dit beter?").fill(REASON)
    page.get_by_role("button", name="Stuur voorstel in").click()
    named = page.get_by_role("region", name="Bouwstenen", exact=True)
    expect(named).to_contain_text(OTHER)
    expect(named.get_by_role("heading", name="Komen erbij")).to_be_visible()
    number = int(page.url.rpartition("/")[2])
    with live_server.app.app_context():
        take(example("Redacteur"), number)
        accept(example("Redacteur"), number)
    follow_up(live_server)
    page.goto(f"/bouwstenen/{block}")
    expect(page.get_by_role("main")).to_contain_text("verwerkt")
    expect(page.get_by_role("main").get_by_role("link", name=built.title).first).to_be_visible()
