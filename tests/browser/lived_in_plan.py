"""Conversations in a guide that is in use."""

from app.conversations.kinds import WorkKind
from tests.browser.steps import example
from tests.conversation_builders import make_conversation

UNITS = (("Directie Voorbeeld", WorkKind.POLICY), ("Dienst Voorbeeld", WorkKind.EXECUTION))


def planned() -> dict[str, str]:
    """A conversation that is to come."""
    host = example("Medewerker").account_id or 0
    return {"planned": f"/gesprekken/{make_conversation(host, units=UNITS)}"}
