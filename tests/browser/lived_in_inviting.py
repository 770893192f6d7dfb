"""Conversations to join in a guide that is in use, one of them full."""

from app.conversations.inviting.messages.service import MessageEdit, change_message
from app.conversations.inviting.signing_up.service import sign_up
from app.conversations.kinds import MessageKind, Opinion, WorkKind
from app.core.db import unit_of_work
from app.core.submissions import new_key
from tests.browser.steps import example
from tests.conversation_builders import make_conversation
from tests.inviting_builders import answer_statement, put_statement


def invited() -> dict[str, str]:
    """A conversation with seats, and one in which a redacteur waits behind a colleague."""
    host = example("Redacteur").account_id or 0
    joinable = make_conversation(host, title="Wie praat er mee?")
    joined = make_conversation(host, title="Een vol gesprek", seats=2)
    for who in ("Medewerker", "Tweede redacteur"):
        with unit_of_work():
            sign_up(example(who), joined, WorkKind.POLICY, key=new_key())
    return {
        "told": f"/gesprekken/{_told()}",
        "joinable": f"/gesprekken/{joinable}",
        "joined": f"/gesprekken/{joined}",
        "unanswered": f"/stellingen/{put_statement(example('Redacteur'), conversation_id=joinable)}",
        "answered": f"/stellingen/{_answered()}",
    }


def _told() -> int:
    """A conversation of the colleague, with an invitation that was changed."""
    host = example("Medewerker")
    number = make_conversation(host.account_id or 0, title="Een gesprek met berichten")
    edit = MessageEdit(number=number, kind=MessageKind.INVITATION, seen="", key=new_key())
    with unit_of_work():
        change_message(host, edit, "Kom je ook?", "Beste collega,\n\nKom je ook?")
    return number


def _answered() -> int:
    """A statement on which the colleague and two others said what they think."""
    number = put_statement(example("Medewerker"), text="Ik durf nee te zeggen.")
    for who, opinion, reason in (
        ("Medewerker", Opinion.AGREE, "Mijn team vraagt erom."),
        ("Redacteur", Opinion.AGREE, ""),
        ("Tweede redacteur", Opinion.DISAGREE, "Het kost me te veel tijd."),
    ):
        answer_statement(example(who), number, opinion, reason)
    return number
