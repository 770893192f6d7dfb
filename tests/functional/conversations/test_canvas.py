"""The canvas and the model: typed by several people, read by all colleagues, taken along on paper."""

import re
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import select

from app.building_blocks.models import BuildingBlock
from app.conversations.canvas.queries import entries_of, words_of
from app.conversations.kinds import CanvasField, ModelPart
from app.conversations.models import CanvasEntry, Conversation
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_building_block, make_conversation
from tests.statements import counted_statements

CANVAS, MODEL = "/gesprekken/1/canvas", "/gesprekken/1/model"
MOST_STATEMENTS = 12


@pytest.fixture
def host(app: Flask) -> Visitor:
    """The host of a conversation with number 1."""
    with app.app_context():
        account = make_account("Noor Voorbeeld")
        make_conversation(account)
    return Visitor(app).sign_in(account)


def form(visitor: Visitor, address: str = CANVAS) -> dict[str, str]:
    """The form as it opens: what it knows, and what stands in its fields."""
    page = visitor.get(address).text
    hidden = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page)
    typed = re.findall(r'<textarea[^>]* name="([\w-]+)"[^>]*>\n([^<]*)</textarea>', page)
    return {name: unescape(value) for name, value in (*hidden, *typed)}


def texts(app: Flask) -> dict[str, list[str]]:
    with app.app_context():
        return {target.value: words for target, words in words_of(entries_of(1)).items()}


def test_what_is_typed_field_by_field_is_kept_in_its_field(app: Flask, host: Visitor) -> None:
    filled = form(host) | {"moet-erin": "Tijd\n\nDurf", "voor-collegas": "Vraag door"}
    assert host.post(CANVAS, filled | {"aantekeningen": "Het was <b>druk</b>."}).status_code == 303
    kept = host.post(
        MODEL, form(host, MODEL) | {"hart": "Trots", "kern": "heart", "kern-waarom": "Zo is het."}
    )
    assert kept.status_code == 303
    assert texts(app) == {
        "must_be_in": ["Tijd", "Durf"],
        "for_colleagues": ["Vraag door"],
        "heart": ["Trots"],
    }
    assert form(host)["aantekeningen"] == "Het was <b>druk</b>."
    assert "hier zit de kern" in host.get(MODEL).text


def test_a_line_in_which_somebody_may_be_recognised_is_told_to_the_host_and_shown_to_nobody_else(
    app: Flask, host: Visitor
) -> None:
    host.post(
        CANVAS,
        form(host) | {"moet-erin": "Bel 06-12345678\nDurf", "aantekeningen": "Noor Voorbeeld zei het."},
    )
    with app.app_context():
        colleague = Visitor(app).sign_in(make_account("Ali Lezer"))
    mine = host.get(CANVAS).text
    assert "Herken je hier iemand aan?" in mine
    assert "06-12345678" in mine
    for address in (CANVAS, f"{CANVAS}/afdruk", f"{CANVAS}.svg"):
        theirs = colleague.get(address).text
        assert "Durf" in theirs
        assert "06-12345678" not in theirs
        assert "Noor Voorbeeld zei" not in theirs
    for address in (f"{CANVAS}/afdruk", f"{CANVAS}.svg"):
        seen = host.get(address).text
        assert "06-12345678" not in seen and "Noor Voorbeeld zei" not in seen
    assert "aantekeningen staan er niet op" in host.get(f"{CANVAS}/afdruk").text
    assert "aantekeningen staan er niet op" not in host.get(f"{CANVAS}/afdruk?inhoud=leeg").text
    assert "1 regel staat er niet op, omdat" in host.get(f"{CANVAS}/afdruk").text
    assert "er niet op, omdat" not in host.get(f"{CANVAS}/afdruk?inhoud=leeg").text
    assert "2 regels staan hier nog niet" in colleague.get(CANVAS).text


@pytest.mark.parametrize(
    ("sheet", "field"), [(CANVAS, "moet-erin"), (CANVAS, "aantekeningen"), (MODEL, "hart")]
)
def test_a_line_that_went_is_shown_to_who_edits_and_can_be_put_back_unless_it_points_at_somebody(
    app: Flask, host: Visitor, sheet: str, field: str
) -> None:
    host.post(sheet, form(host, sheet) | {field: "Tijd voor elkaar\nDurf\nBel 06-12345678"})
    host.post(sheet, form(host, sheet) | {field: "Neem tijd voor elkaar"})
    with app.app_context():
        colleague = Visitor(app).sign_in(make_account("Ali Lezer"))
    assert "eerdere regel" not in colleague.get(sheet).text
    offered = dict(
        re.findall(r'name="zet-terug" value="(\d+)".*?<label[^>]*>([^<]*)', host.get(sheet).text, re.S)
    )
    assert sorted(offered.values()) == ["Durf", "Tijd voor elkaar"]
    courage = next(line for line, text in offered.items() if text == "Durf")
    typed = form(host, sheet) | {field: "Neem tijd voor elkaar\nRust", "zet-terug": courage}
    host.post(f"{sheet}/bewaren", typed)
    assert host.post(sheet, typed).status_code == 303
    assert form(host, sheet)[field] == "Neem tijd voor elkaar\nRust\nDurf"
    assert "1 eerdere regel<" in host.get(sheet).text
    host.post(sheet, form(host, sheet) | {field: "Rust"})
    assert "3 eerdere regels" in host.get(sheet).text


def test_two_people_at_one_canvas_lose_nothing(app: Flask, host: Visitor) -> None:
    host.post(CANVAS, form(host) | {"moet-erin": "Tijd voor elkaar"})
    mine, theirs = form(host), form(host)
    host.post(CANVAS, theirs | {"moet-erin": "Tijd voor elkaar\nRust", "valt-op": "Veel lof"})
    assert host.post(CANVAS, mine | {"moet-erin": "Tijd voor elkaar\nDurf"}).status_code == 303
    assert texts(app) == {"must_be_in": ["Tijd voor elkaar", "Rust", "Durf"], "stands_out": ["Veel lof"]}


def test_a_line_that_two_people_change_is_shown_with_both_texts(app: Flask, host: Visitor) -> None:
    host.post(CANVAS, form(host) | {"moet-erin": "Tijd voor elkaar\nRust"})
    mine, theirs = form(host), form(host)
    host.post(CANVAS, theirs | {"moet-erin": "Meer tijd voor elkaar\nRust"})
    clash = host.post(CANVAS, mine | {"moet-erin": "Tijd nemen voor elkaar\nRust"})
    assert "Jullie veranderden dezelfde regel" in clash.text
    assert texts(app)["must_be_in"] == ["Meer tijd voor elkaar", "Tijd nemen voor elkaar", "Rust"]


def test_an_entry_keeps_its_row_and_its_bouwsteen_keeps_its_conversation(app: Flask, host: Visitor) -> None:
    host.post(CANVAS, form(host) | {"moet-erin": "Tijd voor elkaar"})
    with app.app_context():
        block = make_building_block(conversation_id=1)
        with unit_of_work():
            entry = db.session.scalars(select(CanvasEntry.id)).one()
            db.session.get_one(BuildingBlock, block).entry_id = entry
    host.post(CANVAS, form(host) | {"moet-erin": "Neem tijd voor elkaar"})
    with app.app_context():
        assert db.session.get_one(BuildingBlock, block).entry_id == entry
    host.post(CANVAS, form(host) | {"moet-erin": ""})
    with app.app_context():
        row = db.session.get_one(BuildingBlock, block)
        assert (row.entry_id, row.conversation_id) == (None, 1)


def test_the_script_saves_what_is_being_typed_and_is_told_what_it_knows_now(
    app: Flask, host: Visitor
) -> None:
    fields = form(host) | {"formulier": "f", "moet-erin": "Du", "aantekeningen": "Een."}
    first = host.post(f"{CANVAS}/bewaren", fields).json or {}
    host.post(f"{CANVAS}/bewaren", fields | {"moet-erin": "Durf te vragen"})  # the first answer never arrived
    assert texts(app) == {"must_be_in": ["Durf te vragen"]}
    later = host.post(
        f"{CANVAS}/bewaren", fields | first["velden"] | {"moet-erin": "", "formulier": "g"}
    ).json
    assert later and "Durf te vragen" in str(texts(app)), "somebody else went on with that line"
    assert first["adres"] == CANVAS


def test_notes_that_two_people_change_in_one_sentence_are_not_written_over(app: Flask, host: Visitor) -> None:
    host.post(CANVAS, form(host) | {"aantekeningen": "Het was goed."})
    mine = form(host)
    host.post(CANVAS, mine | {"aantekeningen": "Het was heel goed."})
    refused = host.post(CANVAS, mine | {"aantekeningen": "Het was vrij goed.", "moet-erin": "Tijd"})
    assert refused.status_code == 409
    assert "Het was heel goed." in refused.text and "Het was vrij goed." in refused.text
    assert texts(app) == {}
    assert host.post(f"{CANVAS}/bewaren", mine | {"aantekeningen": "Anders."}).status_code == 409


def test_a_field_that_is_too_full_says_so_and_keeps_what_was_typed(host: Visitor) -> None:
    answer = host.post(CANVAS, form(host) | {"moet-erin": "w" * 301})
    assert answer.status_code == 422
    assert "langer dan 300 tekens" in answer.text and "w" * 301 in answer.text


def test_other_colleagues_read_it_and_change_nothing(app: Flask, host: Visitor) -> None:
    host.post(CANVAS, form(host) | {"moet-erin": "Tijd & rust"})
    with app.app_context():
        other = Visitor(app).sign_in(make_account("Sam Voorbeeld"))
        redacteur = Visitor(app).sign_in(make_account("Fenna Redactie", [Role.EDITOR]))
    assert "Tijd &amp; rust" in other.get(CANVAS).text and "<textarea" not in other.get(CANVAS).text
    assert other.post(CANVAS, {"moet-erin": "x"}).status_code == 403
    assert other.post(f"{MODEL}/bewaren", {"hoofd": "x"}).status_code == 403
    assert redacteur.post(CANVAS, form(redacteur) | {"valt-op": "Veel"}).status_code == 303
    assert other.get("/gesprekken/9/canvas").status_code == 404


def test_sheets_carry_the_code_and_the_filled_ones_the_words(app: Flask, host: Visitor) -> None:
    with app.app_context(), unit_of_work():
        db.session.get_one(Conversation, 1).code = "ABCDEFGHJK"
        common = {"conversation_id": 1, "text": "Naar <buiten>", "position": 1, "created_at": now()}
        db.session.add(CanvasEntry(field=CanvasField.STANDS_OUT, client_key="a", **common))
        db.session.add(CanvasEntry(model_part=ModelPart.FEET, client_key="b", **common))
    for sheet in (CANVAS, MODEL):
        empty, filled = (host.get(f"{sheet}/afdruk?papier=a3&inhoud={what}") for what in ("leeg", "ingevuld"))
        assert "http://localhost/volg/ABCDEFGHJK" in empty.text and "ABCDE-FGHJK" in empty.text
        assert ("Naar &lt;" in empty.text, "Naar &lt;buiten&gt;" in filled.text) == (False, True)
        picture = host.get(f"{sheet}.svg")
        assert picture.mimetype == "image/svg+xml" and "&lt;buiten&gt;" in picture.text


def test_a_sheet_asks_little_of_the_database(app: Flask, host: Visitor) -> None:
    for address in (CANVAS, MODEL, f"{CANVAS}/afdruk"):
        with counted_statements(app) as statements:
            host.get(address)
        assert len(statements) <= MOST_STATEMENTS
