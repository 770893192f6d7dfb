"""Beeldverslagen: pictures of a conversation for colleagues alone, and one that grows for all."""

import re
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import delete
from werkzeug.test import TestResponse

from app.accounts.service import ensure_example_accounts
from app.attachments.models import AttachmentUse
from app.conversations.gallery.queries import pictures_of, reactions
from app.conversations.gallery.seeding import load_example_pictures
from app.conversations.models import GalleryPicture
from app.core.db import db, unit_of_work
from app.core.permissions import Actor, Role
from app.preparation import CONTENT
from tests.browsing import Visitor
from tests.builders import make_page
from tests.conversation_builders import make_conversation
from tests.gallery_builders import add_picture, add_reaction, png
from tests.proposal_builders import make_actor
from tests.statements import counted_statements

OWN, SHARED = "/gesprekken/1/beeldverslag", "/beeldverslag"
WORDS = {"bijschrift": "De lege stoel", "beschrijving": "Een stoel bij het raam", "verhaal": "Zo zit dat."}


@pytest.fixture
def host(app: Flask) -> Actor:
    """The host of conversation 1."""
    with app.app_context():
        actor = make_actor("Noor Voorbeeld", Role.MEMBER)
        make_conversation(actor.account_id or 0)
    return actor


def visitor(app: Flask, actor: Actor) -> Visitor:
    return Visitor(app).sign_in(actor.account_id or 0)


def another(app: Flask, *roles: Role) -> Visitor:
    with app.app_context():
        return visitor(app, make_actor(f"Vera {roles[0]}", *roles))


def send(who: Visitor, address: str, data: bytes | None, **words: str) -> TestResponse:
    file = {"bestand": (BytesIO(data), "stoel.png")} if data is not None else {}
    fields = {**WORDS, **words, "csrf_token": who.token()}
    return who.client.post(address, data={**fields, **file}, content_type="multipart/form-data")


def image(who: Visitor, address: str = OWN) -> str:
    """The address of the first picture."""
    return str(re.findall(r'src="(/bijlage/[^"]+)"', who.get(address).text)[0])


def test_a_picture_is_for_colleagues_until_it_is_taken_out(app: Flask, host: Actor) -> None:
    mine, reader = visitor(app, host), another(app, Role.READER)
    with_remark = png()[:-12] + b"\0\0\0\6tEXtgeheim\0\0\0\0" + png()[-12:]
    assert send(mine, OWN, with_remark).status_code == 303
    page = reader.get(OWN).text
    assert 'alt="Een stoel bij het raam"' in page and "Zo zit dat." in page and "Haal weg" not in page
    file = image(reader)
    assert (reader.get(file).data, Visitor(app).get(file).status_code) == (png(), 404)
    assert mine.post(f"{SHARED}/1/weghalen").status_code == 303
    assert (reader.get(file).status_code, "De lege stoel" in mine.get(OWN).text) == (404, False)


def test_what_a_page_shows_stays_public_in_a_beeldverslag_too(app: Flask, host: Actor) -> None:
    mine = visitor(app, host)
    send(mine, OWN, png())
    file = image(mine)
    with app.app_context():
        page = make_page()
        with unit_of_work():
            db.session.add(AttachmentUse(page_id=page.id, sha256=file.split("/")[2], alt=""))
    assert Visitor(app).get(file).status_code == 200


REFUSED: tuple[tuple[bytes | None, dict[str, str], str], ...] = (
    (png(), {"beschrijving": ""}, "Beschrijf wat er te zien is"),
    (b"<svg/>", {}, "Dit soort bestand kan hier niet"),
    (b"", {}, "Dit bestand is leeg"),
    (None, {"verhaal": "", "beschrijving": ""}, "schrijf het verhaal bij het voorwerp op"),
)


def test_what_cannot_be_shown_is_refused_with_the_words_still_there(app: Flask, host: Actor) -> None:
    mine = visitor(app, host)
    for data, words, told in REFUSED:
        answer = send(mine, OWN, data, **words)
        assert answer.status_code == 422
        assert told in answer.text and 'value="De lege stoel"' in answer.text


def test_words_and_order_change_and_two_people_do_not_write_over_each_other(app: Flask, host: Actor) -> None:
    mine = visitor(app, host)
    for name in ("een", "twee"):
        send(mine, OWN, png(), bijschrift=name)
    mine.post(f"{SHARED}/2/verplaatsen", {"kant": "op"})
    assert re.findall(r'picture__caption">(\w+)', mine.get(OWN).text) == ["twee", "een"]
    seen = re.findall(r'name="gezien" value="(\w+)"', mine.get(f"{SHARED}/1").text)[0]
    changed = WORDS | {"gezien": seen, "beschrijving": "", "decoratief": "1"}
    assert mine.post(f"{SHARED}/1", changed).status_code == 303
    late = mine.post(f"{SHARED}/1", WORDS | {"gezien": seen, "verhaal": "Te laat."})
    assert late.status_code == 409 and "Te laat." in late.text
    assert 'alt=""' in mine.get(OWN).text


def test_the_shared_one_grows_and_the_redactie_arranges_it(app: Flask, host: Actor) -> None:
    mine, other, redacteur = visitor(app, host), another(app, Role.MEMBER), another(app, Role.EDITOR)
    send(mine, OWN, png())
    assert mine.post(f"{SHARED}/1/delen").status_code == 303
    assert mine.post(f"{SHARED}/1/delen").status_code == 409
    shown = mine.get("/gesprekken/1/beeldverslag").text
    assert "Staat ook in het" in shown and "/1/delen" not in shown
    send(other, SHARED, None, beschrijving="", bijschrift="Een krantenknipsel")
    assert other.post(f"{SHARED}/2/weghalen").status_code == 403
    assert other.post(f"{SHARED}/3/verplaatsen", {"kant": "op"}).status_code == 403
    redacteur.post(f"{SHARED}/3/verplaatsen", {"kant": "op"})
    page = other.get(SHARED).text
    assert re.findall(r'picture__caption">([\w ]+)', page) == ["Een krantenknipsel", "De lege stoel"]
    assert "1 beeld" in page and "Gesprek over tegenspraak" in page


def test_what_somebody_misses_is_answered_once_by_the_redactie(app: Flask, host: Actor) -> None:
    mine, redacteur = visitor(app, host), another(app, Role.EDITOR)
    assert mine.post(f"{SHARED}/reacties", {"reactie": " "}).status_code == 422
    mine.post(f"{SHARED}/reacties", {"reactie": "Ik mis de balie."})
    assert mine.post(f"{SHARED}/reacties/1", {"reactie": "Ik ook."}).status_code == 403
    assert redacteur.post(f"{SHARED}/reacties/1", {"reactie": ""}).status_code == 422
    assert redacteur.post(f"{SHARED}/reacties/1", {"reactie": "Die komt erbij."}).status_code == 303
    assert redacteur.post(f"{SHARED}/reacties/1", {"reactie": "Nog iets."}).status_code == 409
    page = mine.get(SHARED).text
    assert "Ik mis de balie." in page and "Die komt erbij." in page


def test_a_picture_that_may_point_at_a_person_is_kept_only_after_a_warning(app: Flask, host: Actor) -> None:
    mine, words = visitor(app, host), {"beschrijving": "Noor Voorbeeld", "verhaal": "Bel 06-12345678."}
    for address in (OWN, SHARED):
        warned = send(mine, address, png(), **words)
        assert warned.status_code == 422 and 'name="bevestigd"' in warned.text
        assert "een naam (“Noor Voorbeeld”)" in warned.text and "(“06-12345678”)" in warned.text
        assert "\nBel 06-12345678.</textarea>" in warned.text and "kies het opnieuw" in warned.text
        assert send(mine, address, png(), **words, bevestigd="1").status_code == 303
    seen = re.findall(r'name="gezien" value="(\w+)"', mine.get(f"{SHARED}/1").text)[0]
    changed = WORDS | words | {"gezien": seen, "bijschrift": "Een raam"}
    assert 'name="bevestigd"' in mine.post(f"{SHARED}/1", changed).text
    assert mine.post(f"{SHARED}/1", changed | {"bevestigd": "1"}).status_code == 303


def test_words_that_may_point_at_a_person_are_shared_only_after_a_warning(app: Flask, host: Actor) -> None:
    mine = visitor(app, host)
    send(mine, OWN, png(), verhaal="Bel 06-12345678.", bevestigd="1")
    warned = mine.post(f"{SHARED}/1/delen")
    assert warned.status_code == 422 and "(“06-12345678”)" in warned.text
    seen = re.findall(r'name="gezien" value="(\w+)"', warned.text)[0]
    assert mine.post(f"{SHARED}/1/delen", {"gezien": "anders", "bevestigd": "1"}).status_code == 422
    assert "De lege stoel" not in mine.get(SHARED).text
    assert mine.post(f"{SHARED}/1/delen", {"gezien": seen, "bevestigd": "1"}).status_code == 303


def test_a_reaction_that_may_point_at_a_person_is_kept_only_after_a_warning(app: Flask, host: Actor) -> None:
    mine, redacteur = visitor(app, host), another(app, Role.EDITOR)
    text = {"reactie": "Vraag het Noor Voorbeeld."}
    for who, address in ((mine, f"{SHARED}/reacties"), (redacteur, f"{SHARED}/reacties/1")):
        warned = who.post(address, text)
        assert warned.status_code == 422 and "een naam (“Noor Voorbeeld”)" in warned.text
        assert warned.text.count('name="bevestigd"') == 1
        assert warned.text.count("\nVraag het Noor Voorbeeld.</textarea>") == 1
        assert who.post(address, text | {"bevestigd": "1"}).status_code == 303
    late = redacteur.post(f"{SHARED}/reacties/1", text)
    assert late.status_code == 409 and "Vraag het Noor Voorbeeld." in late.text.split("<main")[1]


def test_a_beeldverslag_asks_as_much_of_the_database_with_many_pictures(app: Flask, host: Actor) -> None:
    with app.app_context():
        for grey in range(12):
            add_picture(host, 1, grey=grey)
            add_picture(host, None, grey=grey)
            add_reaction(host)
    mine = visitor(app, host)
    for address in (OWN, SHARED):
        with counted_statements(app) as statements:
            mine.get(address)
        assert len(statements) <= 12


def test_the_example_pictures_are_loaded_once_and_what_is_taken_out_stays_out(
    app: Flask, host: Actor
) -> None:
    with app.app_context():
        load_example_pictures(CONTENT)
        assert pictures_of(None) == (), "nobody is there to have added them"
        with unit_of_work():
            ensure_example_accounts()
        make_conversation(host.account_id or 0, is_example=True)
        load_example_pictures(CONTENT)
        assert (len(pictures_of(2)), len(pictures_of(None)), len(reactions())) == (4, 2, 1)
        with unit_of_work():
            db.session.execute(delete(GalleryPicture))
        load_example_pictures(CONTENT)
        assert pictures_of(None) == ()
