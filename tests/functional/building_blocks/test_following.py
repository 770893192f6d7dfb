"""What a code tells, to whom, and what it keeps to itself."""

from dataclasses import dataclass

import pytest
from flask import Flask

from app.building_blocks import service
from app.building_blocks.following import rules
from app.building_blocks.following.models import CodeAttempt
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Actor, Role
from tests.block_builders import hand_in, move, note_block, rest_on
from tests.browsing import Visitor
from tests.builders import make_page
from tests.conversation_builders import make_conversation
from tests.proposal_builders import make_actor
from tests.statements import counted_statements

CODE = "7Z1KQ0X9WM"


@dataclass(frozen=True, slots=True)
class Followed:
    """A conversation with a code, five bouwstenen of it, and one of another conversation."""

    app: Flask
    redacteur: Actor
    numbers: tuple[int, ...]
    elsewhere: int


@pytest.fixture
def followed(app: Flask) -> Followed:
    with app.app_context():
        host = make_actor("Noor Voorbeeld", Role.MEMBER)
        here = make_conversation(host.account_id or 0, code=CODE)
        there = make_conversation(host.account_id or 0, title="Een ander gesprek")
        texts = ("wacht", "gebruikt", "geparkeerd", "ingetrokken", "samengevoegd")
        numbers = tuple(note_block(f"Dit wordt {text}.", here) for text in texts)
        elsewhere = note_block("Dit zei een ander gesprek.", there)
        hand_in(host, here)
        hand_in(host, there)
        note_block("Dit is alleen genoteerd.", here)
        return Followed(app, make_actor("Fenna Redactie", Role.EDITOR), numbers, elsewhere)


def decide(followed: Followed) -> None:
    """Every bouwsteen but the first comes to something."""
    _, used, parked, withdrawn, merged = followed.numbers
    page = make_page()
    rest_on(page, used)
    with unit_of_work():
        service.set_used([used])
        service.park(followed.redacteur, move(parked, "Dit hoort bij een ander onderwerp."))
        service.withdraw(followed.redacteur, move(withdrawn, "Hier stond een naam in."))
        service.merge(followed.redacteur, move(merged), followed.elsewhere)


def test_a_code_tells_what_became_of_every_bouwsteen_without_an_account(followed: Followed) -> None:
    with followed.app.app_context():
        decide(followed)
    page = Visitor(followed.app).get(f"/volg/{CODE}")
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert page.headers["Cache-Control"] == "private, no-store"
    for told in (
        "is aangeleverd en wacht op de redactie",
        "Dit is een voorbeeld.",
        "Tegenspraak organiseren</a>, versie 1",
        "Dit hoort bij een ander onderwerp.",
        "Hier stond een naam in.",
        "een bouwsteen uit een ander gesprek die hetzelfde zegt",
        "1 bouwsteen is genoteerd en nog niet aangeleverd",
    ):
        assert told in page.text, told


def test_a_code_shows_only_its_own_no_names_and_nothing_that_was_taken_back(followed: Followed) -> None:
    with followed.app.app_context():
        decide(followed)
    page = Visitor(followed.app).get(f"/volg/{CODE}").text
    for kept in (
        "Dit zei een ander",
        "alleen genoteerd",
        "Dit wordt ingetrokken",
        "Noor",
        "Fenna",
        "Een ander",
    ):
        assert kept not in page, kept


@pytest.mark.parametrize("typed", ["7z1kq-0x9wm", "7ZIKQ OX9WM", " 7zlkqox9wm "])
def test_a_code_is_understood_however_it_is_typed(followed: Followed, typed: str) -> None:
    visitor = Visitor(followed.app)
    assert (
        "Wat er met jullie" in visitor.get("/volg", query_string={"code": typed}, follow_redirects=True).text
    )
    assert visitor.get(f"/volg/{typed.strip()}").status_code == 200


def test_wrong_codes_are_counted_per_address_and_right_ones_are_not(followed: Followed) -> None:
    visitor = Visitor(followed.app)
    for _ in range(2):
        assert visitor.get(f"/volg/{CODE}").status_code == 200
        assert visitor.get("/volg/0000000000").status_code == 404
    assert visitor.get("/volg/geen-code").status_code == 404
    with followed.app.app_context(), unit_of_work():
        assert db.session.query(CodeAttempt).count() == 2
        for _ in range(rules.WRONG_PER_ADDRESS):
            db.session.add(CodeAttempt(address="127.0.0.1", at=now()))
    refused = visitor.get(f"/volg/{CODE}")
    assert refused.status_code == 429 and "te vaak een verkeerde code" in refused.text


def test_a_code_asks_little_of_the_database(followed: Followed) -> None:
    with counted_statements(followed.app) as statements:
        Visitor(followed.app).get(f"/volg/{CODE}")
    assert len(statements) <= 12
