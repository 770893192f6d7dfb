"""Rode draden with a database: laid, changed, suggested, and what becomes of them when bouwstenen change."""

from collections.abc import Iterator

import pytest
from flask import Flask

from app.building_blocks import service as blocks
from app.building_blocks.kinds import BuildingBlockStatus
from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor, Role
from app.threads import service
from app.threads.beside_queries import beside_block
from app.threads.queries import block_ids_on, suggestions, thread_at, threads
from app.threads.service import ThreadText
from tests.block_builders import move
from tests.browsing import Visitor
from tests.conversation_builders import make_building_block, make_conversation
from tests.proposal_builders import make_actor
from tests.thread_builders import SAID, lay_thread, seen, suggest


@pytest.fixture
def redacteur(app: Flask) -> Iterator[Actor]:
    with app.app_context():
        yield make_actor("redacteur voorbeeld", Role.EDITOR)


def said(actor: Actor, *texts: str) -> list[int]:
    """Bouwstenen, each from a conversation of its own."""
    conversations = [make_conversation(actor.account_id or 0) for _ in texts]
    return [
        make_building_block(text, conversation_id=c) for text, c in zip(texts, conversations, strict=True)
    ]


def test_what_shares_words_is_suggested_named_and_then_suggested_no_more(redacteur: Actor) -> None:
    numbers = said(redacteur, *SAID)
    suggest()
    (proposed,) = suggestions(None)
    assert set(proposed.block_ids) == set(numbers)
    assert {"brief", "burger"} <= set(proposed.words)
    with unit_of_work():
        text = ThreadText(title="Schrijf zodat het begrepen wordt")
        service.name_thread(redacteur, text, proposed.block_ids, from_suggestion=proposed.id, key="a")
    suggest()
    assert suggestions(None) == []
    (thread,) = threads()
    assert (thread.blocks, thread.conversations) == (4, 4)


def test_a_dismissed_line_does_not_come_back(redacteur: Actor) -> None:
    said(redacteur, *SAID)
    suggest()
    with unit_of_work():
        service.dismiss(redacteur, suggestions(None)[0].id)
    said(redacteur, "Nog een brief aan de burger.")
    suggest()
    assert suggestions(None) == []


def test_a_new_bouwsteen_is_suggested_for_a_line_until_somebody_says_it_does_not_fit(
    redacteur: Actor,
) -> None:
    first, second, third, fourth = said(redacteur, *SAID)
    thread = lay_thread(redacteur, block_ids=[first, second])
    suggest()
    (addition,) = suggestions(thread.id)
    assert set(addition.block_ids) == {third, fourth}
    with unit_of_work():
        service.take_off(redacteur, seen(thread), [third])
    with unit_of_work():
        service.put_on(redacteur, seen(thread), [fourth])
    suggest()
    assert suggestions(thread.id) == []
    assert block_ids_on(thread.id) == [first, second, fourth]


def test_suggestions_that_come_out_the_same_keep_their_number(redacteur: Actor) -> None:
    said(redacteur, *SAID)
    suggest()
    before = suggestions(None)
    suggest()
    assert suggestions(None) == before


def test_of_two_who_change_a_line_at_once_the_second_is_told(redacteur: Actor) -> None:
    thread = lay_thread(redacteur)
    first = seen(thread)
    with unit_of_work():
        service.rewrite(redacteur, first, ThreadText(title="Een andere naam"))
    with pytest.raises(Conflict), unit_of_work():
        service.rewrite(redacteur, first, ThreadText(title="Weer een andere"))
    with unit_of_work():  # the same form, sent twice
        assert service.rewrite(redacteur, first, ThreadText(title="Een andere naam")) == thread.url
    assert threads()[0].title == "Een andere naam"


def test_a_merged_bouwsteen_is_on_the_line_by_the_one_that_speaks_for_it(redacteur: Actor) -> None:
    old, new = said(redacteur, *SAID[:2])
    thread = lay_thread(redacteur, block_ids=[old])
    with unit_of_work():
        blocks.merge(redacteur, move(old, "Dubbel."), new)
    assert block_ids_on(thread.id) == [new]
    assert beside_block(new).lines == ((thread.title, thread.url),)
    with unit_of_work():
        service.take_off(redacteur, seen(thread), [new])
    assert block_ids_on(thread.id) == []


def test_what_was_not_taken_in_is_on_no_line(redacteur: Actor) -> None:
    waiting = make_building_block(status=BuildingBlockStatus.SUBMITTED)
    with pytest.raises(Invalid), unit_of_work():
        service.name_thread(redacteur, ThreadText(title="Te vroeg"), [waiting], key="a")
    assert threads() == []


def test_a_line_in_the_archive_changes_no_more_until_it_is_back(redacteur: Actor) -> None:
    thread = lay_thread(redacteur)
    with unit_of_work():
        service.archive(redacteur, seen(thread))
    assert (threads(), len(threads(archived=True))) == ([], 1)
    with pytest.raises(Conflict), unit_of_work():
        service.rewrite(redacteur, seen(thread), ThreadText(title="Toch anders"))
    with unit_of_work():
        service.archive(redacteur, seen(thread), back=True)
    assert len(threads()) == 1


def test_the_screens_show_lines_the_plaat_and_what_is_missing(app: Flask) -> None:
    with app.app_context():
        redacteur = make_actor("redacteur voorbeeld", Role.EDITOR)
        numbers = said(redacteur, *SAID)
        lay_thread(redacteur, "Gewone taal", numbers[:2])
        suggest()
        db.session.rollback()
    visitor = Visitor(app).sign_in(redacteur.account_id or 0)
    page = visitor.get("/rode-draden/gewone-taal").text
    assert "Past dit er ook bij?" in page
    assert SAID[3] in page
    answer = visitor.post(
        "/rode-draden/gewone-taal/bouwstenen", {"nummers": "3 en 4", "stap": "erop", "basis": "1"}
    )
    assert answer.status_code == 303
    with app.app_context():
        thread = thread_at("gewone-taal")
        assert thread is not None
        assert thread.blocks == 4
    assert "2 bouwstenen uit 2 gesprekken" not in visitor.get("/rode-draden").text
    assert (
        visitor.post("/rode-draden/gewone-taal/bouwstenen", {"nummers": "vier", "basis": "2"}).status_code
        == 303
    )
    assert visitor.get("/rode-draden/nieuw").status_code == 200
    named = visitor.post("/rode-draden/nieuw", {"titel": "Wat redacteur voorbeeld belde naar 06-12345678"})
    assert named.status_code == 422 and "Ik heb gekeken" in named.text
    refused = visitor.post("/rode-draden/nieuw", {"titel": "", "samenvatting": "Wat ik typte."})
    assert refused.status_code == 422
    assert "Wat ik typte." in refused.text
