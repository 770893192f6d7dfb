"""The messages of a conversation, as its host changes them and takes them along."""

from email import message_from_bytes, policy

import pytest
from flask import Flask

from app.conversations.inviting.messages.queries import changed_messages
from app.conversations.inviting.messages.service import MessageEdit, begin_again, change_message
from app.conversations.kinds import MessageKind
from app.core.db import unit_of_work
from app.core.errors import Conflict, Forbidden
from app.core.permissions import Actor, Role
from tests.block_builders import hand_in, note_block
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation
from tests.inviting_builders import put_statement
from tests.proposal_builders import make_actor
from tests.proposal_site import hidden, html
from tests.statements import counted_statements

SUBJECT, BODY = "Kom je ook?", "Beste collega,\n\nKom je ook?"


def edit(actor: Actor, number: int, *, seen: str = "", key: str = "a", body: str = BODY) -> None:
    which = MessageEdit(number=number, kind=MessageKind.INVITATION, seen=seen, key=key)
    with unit_of_work():
        change_message(actor, which, SUBJECT, body)


def test_a_changed_message_stays_until_one_begins_again(context: Flask) -> None:
    host = make_actor("Noor Voorbeeld", Role.MEMBER)
    number = make_conversation(host.account_id or 0)
    edit(host, number)
    mark = changed_messages(number)[MessageKind.INVITATION].mark
    with pytest.raises(Conflict, match="message_moved_on"):
        edit(host, number, key="b")
    edit(host, number, seen=mark, key="c", body="Anders.")
    again = MessageEdit(number=number, kind=MessageKind.INVITATION, seen="", key="d")
    with pytest.raises(Conflict, match="message_moved_on"), unit_of_work():
        begin_again(host, again)
    assert changed_messages(number)[MessageKind.INVITATION].body == "Anders."


def test_the_same_form_twice_is_kept_once_and_other_words_in_it_are_not_lost(context: Flask) -> None:
    host, other = make_actor("Noor Voorbeeld", Role.MEMBER), make_actor("Sam Voorbeeld", Role.MEMBER)
    number = make_conversation(host.account_id or 0)
    edit(host, number)
    edit(host, number)
    with pytest.raises(Conflict, match="already_sent"):
        edit(host, number, body="Iets anders.")
    with pytest.raises(Forbidden, match="not_your_conversation"):
        edit(other, number, key="b")


def test_the_host_changes_a_message_takes_it_along_and_begins_again(app: Flask) -> None:
    with app.app_context():
        host = make_actor("Noor Voorbeeld", Role.MEMBER)
        number = make_conversation(host.account_id or 0)
        put_statement(host, text="Ik durf nee te zeggen.", conversation_id=number)
        note_block("Bel eerst even.", number)
        note_block("Fenna Zonnebloem belt ook altijd.", number)
        hand_in(host, number)
        make_account("Fenna Zonnebloem")
    base, visitor = f"/gesprekken/{number}/berichten", Visitor(app).sign_in(host.account_id or 0)
    with counted_statements(app) as statements:
        made = visitor.get(base).text
    assert len(statements) <= 12
    assert "- Bel eerst even." in made
    assert made.count("een naam (“Fenna Zonnebloem”)") == 1
    assert "een naam (“Noor" not in made
    assert "“Ik durf nee te zeggen.”" in made
    form = {"soort": "uitnodiging", "onderwerp": "Kom", "tekst": "Kom je?", "basis": "", "sleutel": "a"}
    assert visitor.post(f"{base}/aanpassen", form).status_code == 303
    assert "Staat de dag er nog goed in?" in visitor.get(base).text
    answer = visitor.get(f"{base}/uitnodiging.eml")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="uitnodiging-gesprek-{number}.eml"'
    assert message_from_bytes(answer.data, policy=policy.default)["Subject"] == "Kom"
    late = html(visitor.post(f"{base}/aanpassen", {**form, "tekst": "Te laat.", "sleutel": "b"}), 409)
    assert "Te laat." in late
    assert "Kom je?" in late
    again = {"soort": "uitnodiging", "actie": "opnieuw", "basis": hidden(late, "basis"), "sleutel": "c"}
    assert visitor.post(f"{base}/aanpassen", again).status_code == 303
    assert "Kom je?" not in visitor.get(base).text


def test_only_who_prepares_a_conversation_sees_its_messages(app: Flask) -> None:
    with app.app_context():
        host, other = make_actor("Noor Voorbeeld", Role.MEMBER), make_actor("Sam Voorbeeld", Role.MEMBER)
        number = make_conversation(host.account_id or 0)
    visitor = Visitor(app).sign_in(other.account_id or 0)
    for page in ("", "/uitnodiging.eml", "/aanpassen"):
        assert visitor.get(f"/gesprekken/{number}/berichten{page}").status_code == 403
    assert (
        Visitor(app)
        .sign_in(host.account_id or 0)
        .get(f"/gesprekken/{number}/berichten/onzin.eml")
        .status_code
        == 404
    )
