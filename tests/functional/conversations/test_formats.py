"""Formats are improved from experience, and a conversation keeps the version it was planned with."""

import pytest
from flask import Flask

from app.conversations.formats.queries import current_formats, versions_of
from app.conversations.formats.seeding import load_formats
from app.conversations.kinds import ConversationFormat
from app.conversations.queries import conversation_at
from app.core.permissions import Role
from app.preparation import CONTENT
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation

URL = "/gespreksvormen/model-van-de-ambtenaar"
FORM = {
    "inleiding": "Een betere inleiding.",
    "agenda": "90 Alles",
    "vragen": "# Hoofd\nWat weet je?\n# Tot slot\nEn nu?",
    "reden": "In de praktijk liep het uit.",
    "basis": "1",
}


@pytest.fixture
def redacteur(app: Flask) -> Visitor:
    with app.app_context():
        load_formats(CONTENT)
        account = make_account("Fenna Voorbeeld", [Role.EDITOR])
    return Visitor(app).sign_in(account)


def test_a_new_version_is_for_what_is_planned_from_now_on(app: Flask, redacteur: Visitor) -> None:
    with app.app_context():
        planned = make_conversation(make_account(), format=ConversationFormat.MODEL)
    warned = redacteur.post(f"{URL}/verbeteren", {**FORM, "reden": "Fenna Voorbeeld vond het kort."})
    assert (warned.status_code, 'name="bevestigd"' in warned.text) == (422, True)
    for key in ("a", "a"):
        assert redacteur.post(f"{URL}/verbeteren", {**FORM, "sleutel": key}).status_code == 303
    with app.app_context():
        assert (conversation_at(planned).format_number, conversation_at(planned).minutes) == (1, 80)
        newest = current_formats()[ConversationFormat.MODEL]
        assert (newest.number, newest.minutes, newest.made_by) == (2, 90, "Fenna Voorbeeld")
        assert [question.group for question in newest.questions] == ["head", ""]
        assert len(versions_of(ConversationFormat.MODEL)) == 2
    assert "Een eerdere versie".lower() in redacteur.get(f"{URL}?versie=1").text.lower()


def test_two_who_improve_at_once_overwrite_nothing(redacteur: Visitor) -> None:
    answers = [redacteur.post(f"{URL}/verbeteren", {**FORM, "sleutel": key}) for key in ("a", "b")]
    assert [answer.status_code for answer in answers] == [303, 409]
    assert "In de praktijk liep het uit." in answers[1].text


def test_a_suggestion_is_answered_once_where_everybody_reads_it(app: Flask, redacteur: Visitor) -> None:
    with app.app_context():
        account = make_account("Noor Voorbeeld")
    colleague = Visitor(app).sign_in(account)
    for _ in range(2):
        sent = colleague.post(f"{URL}/suggesties", {"woorden": "Begin met buik.", "sleutel": "a"})
        assert sent.status_code == 303
    assert colleague.post(f"{URL}/suggesties", {"woorden": " "}).status_code == 422
    warned = colleague.post(f"{URL}/suggesties", {"woorden": "Vraag Noor Voorbeeld.", "sleutel": "b"})
    assert (warned.status_code, 'name="bevestigd"' in warned.text) == (422, True)
    assert "1 suggestie wacht" in redacteur.get("/gespreksvormen").text
    answer = "/gespreksvormen/suggesties/1"
    assert colleague.post(answer, {"antwoord": "Ja."}).status_code == 403
    warned = redacteur.post(answer, {"antwoord": "Noor Voorbeeld ziet het goed."})
    assert (warned.status_code, 'name="bevestigd"' in warned.text) == (422, True)
    assert "Noor Voorbeeld ziet het goed.</textarea>" in warned.text
    assert redacteur.post(answer, {"antwoord": " "}).status_code == 422
    assert redacteur.post(answer, {"antwoord": "Dat doen we."}).status_code == 303
    assert redacteur.post(answer, {"antwoord": "Toch niet."}).status_code == 409
    assert "Dat doen we." in colleague.get(URL).text
