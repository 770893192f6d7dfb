"""Conversations to join in a guide that is in use, one of them full."""

from app.conversations.inviting.signing_up.service import sign_up
from app.conversations.kinds import WorkKind
from app.core.db import unit_of_work
from app.core.submissions import new_key
from tests.browser.steps import example
from tests.conversation_builders import make_conversation


def invited() -> dict[str, str]:
    """A conversation with seats, and one in which a redacteur waits behind a colleague."""
    host = example("Redacteur").account_id or 0
    joinable = make_conversation(host, title="Wie praat er mee?")
    joined = make_conversation(host, title="Een vol gesprek", seats=2)
    for who in ("Medewerker", "Tweede redacteur"):
        with unit_of_work():
            sign_up(example(who), joined, WorkKind.POLICY, key=new_key())
    return {"joinable": f"/gesprekken/{joinable}", "joined": f"/gesprekken/{joined}"}
