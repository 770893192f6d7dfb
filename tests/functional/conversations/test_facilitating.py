"""Asking for a part, answering, and the pool."""

from datetime import timedelta

from flask import Flask

from app.conversations.queries import members_of
from app.core.clock import today
from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation


def test_who_is_asked_sees_it_and_may_edit_from_the_yes_on(app: Flask) -> None:
    with app.app_context():
        host, helper = make_account(), make_account("Sam Voorbeeld")
        number = make_conversation(host)
    asker, asked, url = Visitor(app).sign_in(host), Visitor(app).sign_in(helper), f"/gesprekken/{number}"
    form = {"deel": "facilitator", "wie": "Sam Voorbeeld"}
    assert asker.post(f"{url}/wie", form).status_code == 303
    assert asker.post(f"{url}/wie", form).status_code == 422
    assert "Doe je mee als begeleider" in asked.get("/gesprekken").text
    assert asked.get(f"{url}/bewerken").status_code == 403
    assert asked.post(f"{url}/wie/antwoord", {"deel": "facilitator", "antwoord": "ja"}).status_code == 303
    assert asked.get(f"{url}/bewerken").status_code == 200
    assert asked.post(f"{url}/wie/antwoord", {"deel": "facilitator", "antwoord": "nee"}).status_code == 409
    assert "Doe je mee" not in asked.get("/gesprekken").text


def test_who_says_no_can_be_asked_again_and_be_taken_off_the_list(app: Flask) -> None:
    with app.app_context():
        host, helper = make_account(), make_account("Sam Voorbeeld")
        number = make_conversation(host)
    asker, asked, url = Visitor(app).sign_in(host), Visitor(app).sign_in(helper), f"/gesprekken/{number}"
    for answer in ("nee", "ja"):
        asker.post(f"{url}/wie", {"deel": "reporter", "wie": "Sam Voorbeeld"})
        assert asked.post(f"{url}/wie/antwoord", {"deel": "reporter", "antwoord": answer}).status_code == 303
    gone = {"deel": "reporter", "account": str(helper)}
    assert asker.post(f"{url}/wie/weg", gone).status_code == 303
    assert asker.post(f"{url}/wie/weg", gone).status_code == 404
    assert asker.post(f"{url}/wie/weg", {"deel": "host", "account": str(host)}).status_code == 409
    with app.app_context():
        assert [member.account_id for member in members_of(number)] == [host]


def test_somebody_unknown_or_without_rights_to_write_cannot_be_asked(app: Flask) -> None:
    with app.app_context():
        host, reader = make_account(), make_account("Lezer Voorbeeld", [Role.READER])
        number = make_conversation(host)
    visitor = Visitor(app).sign_in(host)
    for who in ("Niemand Voorbeeld", "Lezer Voorbeeld", ""):
        answer = visitor.post(f"/gesprekken/{number}/wie", {"deel": "reporter", "wie": who})
        assert answer.status_code == 422 and who in answer.text
    assert Visitor(app).sign_in(reader).get(f"/gesprekken/{number}/wie").status_code == 403


def test_a_part_of_a_name_is_answered_with_the_names_in_which_it_stands(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        make_account("Sam Voorbeeld"), make_account("Samira Voorbeeld"), make_account("Sa%ma Voorbeeld")
        number = make_conversation(host)
    visitor = Visitor(app).sign_in(host)
    for who, meant in (("sam", "Sam Voorbeeld, Samira Voorbeeld."), ("a%m", "Sa%ma Voorbeeld.")):
        answer = visitor.post(f"/gesprekken/{number}/wie", {"deel": "reporter", "wie": who})
        assert answer.status_code == 422 and f"een van deze mensen: {meant}" in answer.text


def test_the_pool_shows_who_can_on_the_day_and_everybody_takes_only_her_own_period_away(app: Flask) -> None:
    with app.app_context():
        host, helper = make_account(), make_account("Sam Voorbeeld")
        number = make_conversation(host)
    asker, asked = Visitor(app).sign_in(host), Visitor(app).sign_in(helper)
    days = {"van": today().isoformat(), "tot": (today() + timedelta(days=30)).isoformat()}
    form = {"deel": "facilitator", **days, "opmerking": "Ook in de avond", "sleutel": "a"}
    assert [asked.post("/begeleiders", form).status_code for _ in range(2)] == [303, 303]
    assert asker.get("/begeleiders").text.count("Ook in de avond") == 1
    assert "Vraag Sam Voorbeeld" in asker.get(f"/gesprekken/{number}/wie").text
    for account, part in ((host, "facilitator"), (helper, "reporter"), (2**31 - 1, "facilitator")):
        not_offered = asker.post(f"/gesprekken/{number}/wie", {"deel": part, "account": str(account)})
        assert not_offered.status_code == 422 and "volgens de pool niet" in not_offered.text
    chosen = {"deel": "facilitator", "account": str(helper)}
    assert asker.post(f"/gesprekken/{number}/wie", chosen).status_code == 303
    wrong = {**form, "van": form["tot"], "tot": form["van"], "sleutel": "b"}
    assert asked.post("/begeleiders", wrong).status_code == 422
    assert asker.post("/begeleiders/1/weg").status_code == 403
    assert [asked.post("/begeleiders/1/weg").status_code for _ in range(2)] == [303, 303]
    assert "Sam Voorbeeld" not in asker.get("/begeleiders").text
