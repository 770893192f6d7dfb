"""Statements: think first, then see what colleagues think, and nobody is named."""

import pytest
from flask import Flask
from sqlalchemy import select

from app.conversations.formats.seeding import load_formats
from app.conversations.inviting.models import StatementAnswer
from app.conversations.inviting.seeding import load_example_statements
from app.conversations.inviting.statements.queries import (
    count_statements,
    reasons_of,
    spread_of,
    statement_at,
    statements,
)
from app.conversations.inviting.statements.service import close_statement
from app.conversations.kinds import ConversationPart, Opinion, PartAnswer
from app.conversations.models import ConversationMember
from app.conversations.seeding import load_example_conversations
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.errors import Conflict, Forbidden
from app.core.permissions import Actor, Role
from app.core.submissions import Submission
from app.preparation import CONTENT
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation
from tests.inviting_builders import answer_statement, put_statement
from tests.proposal_builders import make_actor
from tests.statements import counted_statements


def colleagues(count: int) -> list[Actor]:
    return [make_actor(f"Collega {number} Voorbeeld", Role.MEMBER) for number in range(count)]


def test_an_answer_counts_once_can_be_changed_and_names_nobody(context: Flask) -> None:
    maker, other = colleagues(2)
    number = put_statement(maker)
    answer_statement(other, number, Opinion.AGREE, "Ja.")
    answer_statement(other, number, Opinion.DISAGREE, "Toch niet.")
    assert spread_of(number).counts == {Opinion.AGREE: 0, Opinion.NEUTRAL: 0, Opinion.DISAGREE: 1}
    assert [given.reason for given in reasons_of(number)] == ["Toch niet."]
    assert str(other.account_id) not in db.session.scalars(select(StatementAnswer.voter_key)).all()
    traces = select(Submission.key).where(Submission.account_id == other.account_id)
    assert db.session.scalars(traces).all() == []


def test_only_its_maker_and_the_redactie_close_a_statement_and_then_it_is_closed(context: Flask) -> None:
    maker, other = colleagues(2)
    redacteur = make_actor("Roos Voorbeeld", Role.EDITOR)
    number = put_statement(maker)
    with pytest.raises(Forbidden, match="not_your_statement"), unit_of_work():
        close_statement(other, number)
    with unit_of_work():
        close_statement(redacteur, number)
    assert statement_at(number).closed
    with pytest.raises(Conflict, match="statement_closed"):
        answer_statement(other, number, Opinion.AGREE)


def test_only_who_prepares_a_conversation_makes_its_statements(context: Flask) -> None:
    host, other = colleagues(2)
    conversation = make_conversation(host.account_id or 0)
    assert statement_at(put_statement(host, conversation_id=conversation)).conversation_number == conversation
    with pytest.raises(Forbidden, match="not_your_conversation"):
        put_statement(other, conversation_id=conversation)


def test_one_answers_first_and_sees_more_than_a_number_from_three_answers_on(app: Flask) -> None:
    with app.app_context():
        maker, other, third = colleagues(3)
        number = put_statement(maker)
        answer_statement(maker, number, Opinion.AGREE, "Een reden die nog niemand ziet.")
        reader = make_account("Lezer Voorbeeld", [Role.READER])
    address, visitor = f"/stellingen/{number}", Visitor(app).sign_in(other.account_id or 0)
    assert "Wat collega&#39;s vinden</h2>" not in visitor.get(address).text
    assert "Kies wat je vindt." in visitor.post(address, {"reden": "Zomaar."}).text
    assert visitor.post(address, {"mening": "disagree", "reden": "Geen tijd."}).status_code == 303
    few = visitor.get(address).text
    assert "2 antwoorden tot nu toe" in few
    assert "Een reden die nog niemand ziet." not in few
    with app.app_context():
        answer_statement(third, number, Opinion.AGREE)
    with counted_statements(app) as asked:
        many = visitor.get(address).text
    assert len(asked) <= 12
    assert 'aria-label="2 eens, 0 daartussenin, 1 oneens"' in many
    assert "Een reden die nog niemand ziet." in many
    seen = Visitor(app).sign_in(reader).get(address).text
    assert "Een reden die nog niemand ziet." not in seen
    assert "zie je als de stelling gesloten is" in seen


def test_a_text_that_may_point_at_a_person_is_sent_only_after_a_warning(app: Flask) -> None:
    with app.app_context():
        (maker,) = colleagues(1)
        make_account("Fenna Zonnebloem")
        number = put_statement(maker)
    visitor = Visitor(app).sign_in(maker.account_id or 0)
    answer = {"mening": "agree", "reden": "Dat zei Fenna Zonnebloem ook."}
    for address, form in (
        (f"/stellingen/{number}", answer),
        ("/stellingen/nieuw", {"tekst": answer["reden"]}),
    ):
        warned = visitor.post(address, form)
        assert warned.status_code == 422
        assert "een naam (“Fenna Zonnebloem”)" in warned.text
        assert visitor.post(address, {**form, "bevestigd": "1"}).status_code == 303


def test_a_statement_is_made_found_and_closed_on_the_screen(app: Flask) -> None:
    with app.app_context():
        (maker,) = colleagues(1)
    visitor = Visitor(app).sign_in(maker.account_id or 0)
    assert "Schrijf een stelling" in visitor.post("/stellingen/nieuw", {"tekst": " "}).text
    made = visitor.post("/stellingen/nieuw", {"tekst": "Ik durf nee te zeggen.", "sleutel": "a"})
    again = visitor.post("/stellingen/nieuw", {"tekst": "Ik durf nee te zeggen.", "sleutel": "a"})
    assert made.location == again.location
    assert visitor.get("/stellingen").text.count("Ik durf nee te zeggen.</a>") == 1
    assert visitor.post(f"{made.location}/sluiten").status_code == 303
    assert "gesloten" in visitor.get("/stellingen").text
    late = visitor.post(made.location or "", {"mening": "agree", "reden": "Mijn reden."})
    assert (late.status_code, "Mijn reden." in late.text) == (409, True)
    unchosen = visitor.post(made.location or "", {"reden": "Mijn reden."})
    assert (unchosen.status_code, "Mijn reden." in unchosen.text) == (422, True)


def test_the_examples_have_statements_once_and_only_where_somebody_hosts_them(context: Flask) -> None:
    for _ in range(2):
        load_formats(CONTENT)
        load_example_conversations(CONTENT)
        load_example_statements(CONTENT)
    assert count_statements() == 0
    host = make_account()
    with unit_of_work():
        for number in (1, 6, 7):
            part = ConversationMember(
                conversation_id=number,
                part=ConversationPart.HOST,
                account_id=host,
                answer=PartAnswer.ACCEPTED,
                asked_at=now(),
            )
            db.session.add(part)
    for _ in range(2):
        load_example_statements(CONTENT)
    assert [(one.is_example, one.answers) for one in statements(limit=9)] == [(True, 1), (True, 5), (True, 4)]
