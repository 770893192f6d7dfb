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


def test_a_code_tells_everybody_what_became_of_its_own_bouwstenen_and_no_more(followed: Followed) -> None:
    with followed.app.app_context():
        decide(followed)
    with counted_statements(followed.app) as statements:
        page = Visitor(followed.app).get(f"/volg/{CODE}")
    assert len(statements) <= 12
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
    # Only its own, no names, and nothing that was taken back or is not handed in.
    for kept in (
        "Dit zei een ander",
        "alleen genoteerd",
        "Dit wordt ingetrokken",
        "Noor",
        "Fenna",
        "Een ander",
    ):
        assert kept not in page.text, kept


def test_wrong_codes_are_counted_and_right_ones_in_any_spelling_are_not(followed: Followed) -> None:
    visitor = Visitor(followed.app)
    for typed in ("7z1kq-0x9wm", "7ZIKQ OX9WM"):
        asked = visitor.get("/volg", query_string={"code": typed})
        assert asked.location == f"/volg/{CODE}"
        assert visitor.get(f"/volg/{typed}").status_code == 200
        assert visitor.get("/volg/0000000000").status_code == 404
    assert visitor.get("/volg/geen-code").status_code == 404
    with followed.app.app_context(), unit_of_work():
        assert db.session.query(CodeAttempt).count() == 2
        for _ in range(rules.WRONG_PER_ADDRESS):
            db.session.add(CodeAttempt(address="127.0.0.1", at=now()))
    assert visitor.get(f"/volg/{CODE}").status_code == 200
    refused = visitor.get("/volg/0000000000")
    assert refused.status_code == 429 and "paar minuten" not in refused.text
    assert "te vaak een verkeerde" in refused.text
