"""Conversations as colleagues find and read them."""

from datetime import timedelta

from flask import Flask

from app.conversations.kinds import ConversationStatus, WorkKind
from app.core.clock import now
from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation
from tests.statements import counted_statements

MOST_STATEMENTS = 12


def test_a_conversation_shows_what_was_agreed_and_who_prepares_it(app: Flask) -> None:
    with app.app_context():
        host, reader = make_account("Noor Voorbeeld"), make_account("Lezer Voorbeeld", [Role.READER])
        number = make_conversation(host, units=[("Dienst Voorbeeld", WorkKind.EXECUTION)])
    shown = Visitor(app).sign_in(reader).get(f"/gesprekken/{number}").text
    for words in ("Gesprek over tegenspraak", "Noor Voorbeeld", "Dienst Voorbeeld (uitvoering)", "gepland"):
        assert words in shown


def test_the_steps_lead_to_where_they_are_done_for_who_may_edit_and_to_the_page_itself_for_others(
    app: Flask,
) -> None:
    with app.app_context():
        host, other = make_account("Noor Voorbeeld"), make_account("Sam Voorbeeld")
        url = f"/gesprekken/{make_conversation(host)}"
    for account, places in ((host, ("/voeren", "/oogst")), (other, ("#voeren", "#vastleggen"))):
        visitor = Visitor(app).sign_in(account)
        for screen in ("", "/canvas", "/aanmelden"):
            shown = visitor.get(url + screen).text
            for place in ("#voorbereiden", *places, "#vervolg"):
                assert f'class="conversation-steps__link" href="{url}{place}"' in shown, (screen, place)


def test_each_list_shows_its_own_conversations(app: Flask) -> None:
    with app.app_context():
        host, other = make_account("Noor Voorbeeld"), make_account("Sam Voorbeeld")
        make_conversation(host, title="Gesprek van Noor", public=False)
        make_conversation(other, title="Om mee te doen")
        make_conversation(other, title="Voorbij", starts_at=now() - timedelta(days=1))
        make_conversation(other, title="Gevoerd", status=ConversationStatus.REPORTED)
    visitor = Visitor(app).sign_in(host)
    found = {name: visitor.get(f"/gesprekken?lijst={name}").text for name in ("meedoen", "mijn", "gevoerd")}
    titles = ("Gesprek van Noor</a>", "Om mee te doen</a>", "Voorbij</a>", "Gevoerd</a></h2>")
    assert [[title in found[name] for title in titles] for name in found] == [
        [False, True, False, False],
        [True, False, False, False],
        [False, False, False, True],
    ]


def test_the_list_and_a_conversation_take_a_bounded_number_of_statements(app: Flask) -> None:
    with app.app_context():
        host = make_account()
        numbers = [make_conversation(host) for _ in range(25)]
    visitor = Visitor(app).sign_in(host)
    for url in ("/gesprekken", "/gesprekken?lijst=mijn", f"/gesprekken/{numbers[0]}"):
        with counted_statements(app) as statements:
            assert visitor.get(url).status_code == 200
        assert len(statements) <= MOST_STATEMENTS, url
