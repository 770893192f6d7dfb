"""Planning a conversation and changing the plan."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from app.conversations.formats.seeding import load_formats
from app.conversations.queries import conversation_at, members_of, units_of
from app.core.clock import local, today
from app.core.permissions import Role
from app.preparation import CONTENT
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation

FORM = {
    "titel": "Tegenspraak aan de voorkant",
    "vorm": "questions",
    "dag": "2026-12-10",
    "tijd": "9.30",
    "plek": "hybrid",
    "waar": "zaal 4",
    "onderdeel-1": "Dienst Voorbeeld",
    "werk-1": "execution",
    "stoelen": "8",
    "openbaar": "1",
    "sleutel": "een-sleutel",
}


@pytest.fixture
def host(app: Flask) -> Visitor:
    with app.app_context():
        load_formats(CONTENT)
        account = make_account("Noor Voorbeeld")
    return Visitor(app).sign_in(account)


def plan(host: Visitor, **fields: Any) -> int:
    answer = host.post("/gesprekken/nieuw", {**FORM, **fields})
    assert answer.status_code == 303, answer.text
    return int(answer.location.rpartition("/")[2])


def test_a_planned_conversation_is_what_was_typed_with_its_host_and_its_tasks(
    app: Flask, host: Visitor
) -> None:
    number = plan(host)
    with app.app_context():
        found = conversation_at(number)
        assert f"{local(found.starts_at):%Y-%m-%d %H:%M}" == "2026-12-10 09:30"
        assert (found.minutes, len(found.questions) > 20, len(found.code)) == (75, True, 10)
        assert [unit.name for unit in units_of(number)] == ["Dienst Voorbeeld"]
        assert [member.part for member in members_of(number)] == ["host"]
    shown = host.get(f"/gesprekken/{number}").text
    assert "Verstuur de uitnodiging" in shown and "Gedaan op" in shown


def test_the_same_form_sent_twice_plans_one_conversation(host: Visitor) -> None:
    assert plan(host) == plan(host)


def test_a_facilitator_of_the_pool_and_a_reporter_by_name_are_asked_with_the_plan(
    app: Flask, host: Visitor
) -> None:
    with app.app_context():
        able, other = make_account("Sam Voorbeeld"), make_account("Robin Voorbeeld")
    begins, ends = ((today() + timedelta(days=days)).isoformat() for days in (10, 20))
    period = {"deel": "facilitator", "van": begins, "tot": ends, "sleutel": "a"}
    assert Visitor(app).sign_in(able).post("/begeleiders", period).status_code == 303
    wishes = {"begeleider": str(able), "reporter": "collega", "reporter-wie": "Robin Voorbeeld"}
    assert "Sam Voorbeeld, kan " in host.get("/gesprekken/nieuw").text
    too_early = {**FORM, **wishes, "dag": today().isoformat(), "sleutel": "b"}
    assert "volgens de pool niet op deze dag" in host.post("/gesprekken/nieuw", too_early).text
    number = plan(host, **wishes, dag=ends)
    assert plan(host, **wishes, dag=ends) == number
    with app.app_context():
        asked = {(one.account_id, one.part.value) for one in members_of(number) if one.answer == "asked"}
    assert asked == {(able, "facilitator"), (other, "reporter")}


def test_a_part_of_the_organisation_that_names_somebody_is_asked_about(host: Visitor) -> None:
    unit = {**FORM, "onderdeel-1": "Team van Noor Voorbeeld", "sleutel": "c"}
    answer = host.post("/gesprekken/nieuw", unit)
    assert answer.status_code == 422 and "Ik heb gekeken" in answer.text
    assert host.post("/gesprekken/nieuw", {**unit, "bevestigd": "1"}).status_code == 303


def test_every_error_is_said_at_once_with_a_number_that_is_unknown_among_them(host: Visitor) -> None:
    wrong = {"titel": "a" * 121, "stoelen": "900", "volgt": "9999", "reporter": "collega"}
    answer = host.post("/gesprekken/nieuw", {**FORM, **wrong})
    assert answer.status_code == 422 and "a" * 121 in answer.text
    assert answer.text.count('class="field__error"') >= 3


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(host: Visitor) -> None:
    wrong = {
        "waar": "",
        "vorm": "own",
        "agenda": "5 Welkom\nPraten",
        "opgave": "Wat ik typte",
        "tijd": "25:00",
    }
    answer = host.post("/gesprekken/nieuw", {**FORM, **wrong})
    assert answer.status_code == 422
    for words in ("Regel 2 van de agenda", "Schrijf een tijd als 14:30", "Wat ik typte", "Praten"):
        assert words in answer.text
    assert "Schrijf op waar jullie" in host.post("/gesprekken/nieuw", {**FORM, "waar": ""}).text


def test_an_own_agenda_is_kept_and_can_be_changed(app: Flask, host: Visitor) -> None:
    number = plan(host, vorm="own", agenda="5 Welkom\n60 Praten | Eén voor één")
    change = {**FORM, "vorm": "own", "agenda": "90 Lopen", "dag": "2026-12-17", "basis": "1", "sleutel": "b"}
    assert host.post(f"/gesprekken/{number}/bewerken", change).status_code == 303
    with app.app_context():
        assert [part.title for part in conversation_at(number).agenda] == ["Lopen"]
    assert "17 december 2026" in host.get(f"/gesprekken/{number}").text


def test_who_edits_what_changed_meanwhile_sees_both_and_overwrites_nothing(app: Flask, host: Visitor) -> None:
    number = plan(host)
    for title in ("Andere titel", "Mijn titel"):  # one form: it may have come back with the back button
        form = {**FORM, "titel": title, "basis": "1", "sleutel": "b"}
        answer = host.post(f"/gesprekken/{number}/bewerken", form)
    assert answer.status_code == 409
    assert (
        "Andere titel" in answer.text
        and "Mijn titel" in answer.text
        and 'name="basis" value="2"' in answer.text
    )
    with app.app_context():
        assert conversation_at(number).title == "Andere titel"


def test_somebody_else_may_not_change_it_but_the_redactie_may(app: Flask, host: Visitor) -> None:
    number = plan(host)
    with app.app_context():
        other, redacteur = make_account("Sam Voorbeeld"), make_account("Fenna Voorbeeld", [Role.EDITOR])
    url, form = f"/gesprekken/{number}/bewerken", {**FORM, "basis": "1"}
    assert Visitor(app).sign_in(other).get(url).status_code == 403
    assert Visitor(app).sign_in(other).post(url, form).status_code == 403
    assert (
        Visitor(app).sign_in(other).post(f"/gesprekken/{number}/taken", {"taak": "hold"}).status_code == 403
    )
    assert Visitor(app).sign_in(redacteur).post(url, form).status_code == 303


def test_a_task_is_ticked_and_unticked_and_late_is_said_in_words(app: Flask, host: Visitor) -> None:
    number = plan(host, dag="2026-01-05")
    url = f"/gesprekken/{number}/taken"
    assert "klaar moeten zijn" in host.get(f"/gesprekken/{number}").text
    for done, times in (("1", 2), ("1", 2), ("0", 1)):
        assert host.post(url, {"taak": "hold", "gedaan": done}).status_code == 303
        assert host.get(f"/gesprekken/{number}").text.count("Gedaan op") == times


def test_a_follow_up_begins_as_what_it_follows(app: Flask, host: Visitor) -> None:
    number = plan(host)
    form = host.get(f"/gesprekken/nieuw?vervolg={number}").text
    assert host.get("/gesprekken/nieuw?vervolg=" + "1" * 5_000).status_code == 200
    assert "Dienst Voorbeeld" in form and f'value="{number}"' in form
    second = plan(host, volgt=str(number), sleutel="b")
    with app.app_context():
        assert conversation_at(second).follows == number
        make_conversation(make_account("Ander Voorbeeld"))
    for wrong in ("99999", "x", str(second)):
        wrong_form = {**FORM, "volgt": wrong, "basis": "1", "sleutel": f"k{wrong}"}
        assert host.post(f"/gesprekken/{second}/bewerken", wrong_form).status_code == 422
