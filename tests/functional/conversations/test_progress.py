"""How far a conversation has come, its code, and what came from it."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select

from app.conversations.holding.service import mark_handed_in
from app.conversations.inviting.models import SignUp
from app.conversations.inviting.signing_up.queries import signed_up
from app.conversations.inviting.signing_up.service import sign_up
from app.conversations.kinds import ConversationStatus, SignUpState, WorkKind
from app.conversations.progress.queries import host_progress
from app.conversations.queries import conversation_at
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_building_block, make_conversation
from tests.proposal_builders import make_actor
from tests.statements import counted_statements


def test_a_conversation_goes_on_step_by_step_and_forgets_who_signed_up_in_the_end(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        number = make_conversation(host, starts_at=now())
        make_building_block(conversation_id=number)
        with unit_of_work():
            state = {"work_kind": WorkKind.POLICY, "state": SignUpState.SEATED, "at": now()}
            db.session.add(SignUp(conversation_id=number, account_id=host, **state))
    visitor, url = Visitor(app).sign_in(host), f"/gesprekken/{number}/stap"
    for step in ("gevoerd", "geoogst", "teruggekoppeld"):
        answer = visitor.post(url, {"stap": step, "deelnemers": "7", "sleutel": step})
        assert answer.status_code == 303, answer.text
    with app.app_context():
        found = conversation_at(number)
        assert (found.status, found.participants) == (ConversationStatus.REPORTED, 7)
        assert found.held_at and found.harvested_at and found.reported_at
        assert db.session.scalar(select(func.count()).select_from(SignUp)) == 0
        assert host_progress(host).conversations == 1 and host_progress(host).colleagues == 6
    assert "1 van 3 gesprekken gevoerd, met 6 van 21" in visitor.get("/gesprekken?lijst=mijn").text


def test_a_step_that_cannot_be_taken_is_explained_on_the_page_itself(app: Flask) -> None:
    with app.app_context():
        host, other = make_account(), make_account("Sam Voorbeeld")
        number = make_conversation(host, starts_at=now())
        coming = make_conversation(host)
    visitor, url = Visitor(app).sign_in(host), f"/gesprekken/{number}/stap"
    early = visitor.post(f"/gesprekken/{coming}/stap", {"stap": "gevoerd", "deelnemers": "8", "sleutel": "e"})
    assert early.status_code == 409 and "nog niet geweest" in early.text
    missing = visitor.post(url, {"stap": "gevoerd", "deelnemers": "1", "sleutel": "a"})
    assert missing.status_code == 422 and "van 2 tot en met 200" in missing.text
    assert visitor.post(url, {"stap": "geoogst", "sleutel": "b"}).status_code == 409
    assert Visitor(app).sign_in(other).post(url, {"stap": "afzeggen"}).status_code == 403
    for step in ("afzeggen", "toch-doorgaan"):
        assert visitor.post(url, {"stap": step, "sleutel": step}).status_code == 303
    assert "gepland" in visitor.get(f"/gesprekken/{number}").text


def test_a_conversation_that_is_off_forgets_who_signed_up(app: Flask) -> None:
    with app.app_context():
        host, other = make_account(), make_actor("Sam Voorbeeld", Role.MEMBER)
        number = make_conversation(host)
        with unit_of_work():
            sign_up(other, number, WorkKind.POLICY, key="a")
    step = {"stap": "afzeggen", "sleutel": "b"}
    assert Visitor(app).sign_in(host).post(f"/gesprekken/{number}/stap", step).status_code == 303
    with app.app_context():
        assert signed_up(number) == ()


def test_a_new_code_takes_the_place_of_the_old_one_once(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        number = make_conversation(host)
        old = conversation_at(number).code
    visitor, url = Visitor(app).sign_in(host), f"/gesprekken/{number}/code"
    assert visitor.post(url, {"gezien": old}).status_code == 303
    assert visitor.post(url, {"gezien": old}).status_code == 409
    with app.app_context():
        assert conversation_at(number).code != old


def test_the_chain_shows_what_came_from_what_in_a_bounded_number_of_statements(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        for root in range(12):
            number = make_conversation(host, title=f"Wortel {root}", starts_at=now() + timedelta(days=root))
            child = make_conversation(host, title=f"Kind {root}", follows_id=number)
            make_conversation(host, title=f"Kleinkind {root}", follows_id=child)
    visitor = Visitor(app).sign_in(host)
    with counted_statements(app) as statements:
        shown = visitor.get("/kettingreactie").text
    assert len(statements) <= 8
    assert "Wortel 11" in shown and "Kleinkind 11" in shown and "Bladzijde 1 van 2" in shown
    assert "Wortel 0: 3 gesprekken" in visitor.get("/kettingreactie?bladzijde=2").text
    below = visitor.get(f"/gesprekken/{number}/vervolg").text
    assert "Kleinkind 11" in below and "Kleinkind 10" not in below


def test_what_was_harvested_at_once_is_asked_for_its_participants_before_the_report_back(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        number = make_conversation(host, starts_at=now())
        coming = make_conversation(host)
        with unit_of_work():
            mark_handed_in(number, whole=True)
            mark_handed_in(coming, whole=True)
        assert conversation_at(coming).status is ConversationStatus.PLANNED
    visitor, url = Visitor(app).sign_in(host), f"/gesprekken/{number}/stap"
    form = {"stap": "teruggekoppeld", "sleutel": "a"}
    assert "Met hoeveel waren jullie?" in visitor.post(url, form).text
    assert visitor.post(url, {**form, "deelnemers": "8"}).status_code == 303
    with app.app_context():
        assert conversation_at(number).participants == 8


def test_a_conversation_cannot_follow_what_came_from_it(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        root = make_conversation(host)
        child = make_conversation(host, follows_id=make_conversation(host, follows_id=root))
    form = {"titel": "Rond", "vorm": "questions", "dag": "2026-12-10", "tijd": "9.30", "plek": "online"}
    rest = {"stoelen": "8", "volgt": str(child), "basis": "1", "sleutel": "a"}
    answer = Visitor(app).sign_in(host).post(f"/gesprekken/{root}/bewerken", {**form, **rest})
    assert answer.status_code == 422 and "op wat eruit voortkwam" in answer.text
