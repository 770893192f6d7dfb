"""Seats at a conversation: first come, first served, and nobody's name stays longer than needed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select

from app.conversations.inviting.signing_up.queries import next_conversations, signed_up, turnout
from app.conversations.inviting.signing_up.service import fill_seats, forget_sign_ups, sign_up, withdraw
from app.conversations.kinds import ConversationStatus, SignUpState, WorkKind
from app.conversations.list_queries import listed, to_join
from app.conversations.models import Conversation
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.errors import Conflict
from app.core.permissions import Actor, Role
from app.core.submissions import Submission, new_key
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation
from tests.proposal_builders import make_actor
from tests.statements import counted_statements

SEATED, WAITING = SignUpState.SEATED, SignUpState.WAITING


def people(count: int) -> list[Actor]:
    return [make_actor(f"Collega {number} Voorbeeld", Role.MEMBER) for number in range(count)]


def join(actor: Actor, number: int, work: WorkKind = WorkKind.POLICY) -> SignUpState | None:
    with unit_of_work():
        return sign_up(actor, number, work, key=new_key())


def leave(actor: Actor, number: int) -> None:
    with unit_of_work():
        withdraw(actor, number, key=new_key())


def states(number: int) -> list[SignUpState]:
    return [person.state for person in signed_up(number)]


def test_of_twenty_who_want_the_last_seat_at_once_exactly_one_has_it(app: Flask) -> None:
    with app.app_context():
        number = make_conversation(make_account(), seats=2)
        colleagues = people(20)
    barrier = Barrier(len(colleagues))

    def at_once(actor: Actor) -> SignUpState | None:
        with app.app_context():
            barrier.wait()
            return join(actor, number)

    with ThreadPoolExecutor(len(colleagues)) as threads:
        given = list(threads.map(at_once, colleagues))
    assert sorted(map(str, given)) == [SEATED] + 19 * [WAITING]
    with app.app_context():
        assert [(one.number, one.left) for one in listed(to_join(now()), limit=9)] == [(number, 0)]
        assert turnout(number, 2, None).left == 0
        assert states(number) == [SEATED] + 19 * [WAITING]


def test_who_waits_longest_moves_up_when_somebody_leaves_or_seats_are_added(context: Flask) -> None:
    number = make_conversation(make_account(), seats=2)
    first, second, third, fourth = people(4)
    assert [join(who, number) for who in (first, second, third, fourth)] == [
        SEATED,
        WAITING,
        WAITING,
        WAITING,
    ]
    assert turnout(number, 2, third.account_id).line == 2
    leave(first, number)
    assert turnout(number, 2, second.account_id).mine is SEATED
    leave(third, number)
    assert states(number) == [SEATED, WAITING]
    with unit_of_work():
        db.session.get_one(Conversation, number).seats = 3
        fill_seats(number)
    assert states(number) == [SEATED, SEATED]
    assert join(fourth, number, WorkKind.OTHER) is SEATED
    assert len(signed_up(number)) == 2


def test_one_signs_up_only_for_what_is_open_and_not_for_what_one_prepares(context: Flask) -> None:
    host, colleague = make_actor("Noor Voorbeeld", Role.MEMBER), make_actor("Sam Voorbeeld", Role.MEMBER)
    own = make_conversation(host.account_id or 0)
    closed = [
        make_conversation(host.account_id or 0, public=False),
        make_conversation(host.account_id or 0, status=ConversationStatus.CANCELLED),
        make_conversation(host.account_id or 0, starts_at=now() - timedelta(minutes=1)),
    ]
    with pytest.raises(Conflict, match="takes_part_already"):
        join(host, own)
    for number in closed:
        with pytest.raises(Conflict, match="sign_up_closed"):
            join(colleague, number)
    leave(colleague, own)
    assert [one.number for one in next_conversations(colleague.account_id or 0, now(), limit=3)] == [own]
    assert next_conversations(host.account_id or 0, now(), limit=3) == ()


def test_after_the_report_back_nothing_tells_who_signed_up(context: Flask) -> None:
    number = make_conversation(make_account(), seats=2)
    for who in people(3):
        join(who, number)
    with unit_of_work():
        forget_sign_ups(number)
    assert signed_up(number) == ()
    assert set(db.session.scalars(select(Submission.result_url))) == {"/gesprekken"}


def test_the_page_gives_a_seat_and_shows_names_only_to_who_prepares_it(app: Flask) -> None:
    with app.app_context():
        host, colleague = make_account("Noor Voorbeeld"), make_account("Fenna Voorbeeld")
        number = make_conversation(host, units=[("Dienst Voorbeeld", WorkKind.EXECUTION)])
        redacteur = make_account("Rachid Voorbeeld", [Role.EDITOR])
    address = f"/gesprekken/{number}/aanmelden"
    visitor = Visitor(app).sign_in(colleague)
    assert "7 van de 7 plekken zijn nog vrij" in visitor.get(address).text
    missing = visitor.post(address, {"stap": "aanmelden", "sleutel": "a"})
    assert (missing.status_code, "Kies wat voor werk je doet" in missing.text) == (422, True)
    joined = visitor.post(address, {"stap": "aanmelden", "werk": "policy", "sleutel": "b"})
    assert (joined.status_code, joined.location) == (303, address)
    with counted_statements(app) as statements:
        page = visitor.get(address).text
    assert len(statements) <= 12
    assert "je doet mee" in page
    assert "toezicht en bedrijfsvoering" in page
    assert "Fenna Voorbeeld</th>" not in page
    for who in (host, redacteur):
        assert "Fenna Voorbeeld</th>" in Visitor(app).sign_in(who).get(address).text
    refused = (
        Visitor(app).sign_in(host).post(address, {"stap": "aanmelden", "werk": "policy", "sleutel": "c"})
    )
    assert refused.status_code == 409


def test_a_conversation_goes_into_ones_calendar(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        number = make_conversation(host, title="Tegenspraak, hoe dan?")
    answer = Visitor(app).sign_in(host).get(f"/gesprekken/{number}/agenda.ics")
    assert answer.mimetype == "text/calendar"
    assert "SUMMARY:Tegenspraak\\, hoe dan?" in answer.text
    assert f"/gesprekken/{number}" in answer.text.replace("\r\n ", "")
