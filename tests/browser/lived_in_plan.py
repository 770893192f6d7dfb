"""Conversations in a guide that is in use."""

from datetime import timedelta

from app.conversations.facilitating import service
from app.conversations.facilitating.rules import Availability, Wanted
from app.conversations.formats.service import suggest
from app.conversations.kinds import ConversationFormat, ConversationPart, ConversationStatus, WorkKind
from app.conversations.models import Conversation
from app.conversations.planning.tasks import lay_tasks
from app.core.clock import now, today
from app.core.db import db, unit_of_work
from app.core.submissions import new_key
from tests.browser.steps import example
from tests.conversation_builders import make_conversation

UNITS = (("Directie Voorbeeld", WorkKind.POLICY), ("Dienst Voorbeeld", WorkKind.EXECUTION))


def planned() -> dict[str, str]:
    """One to come, for which somebody was asked; one that was held, and one with what came from it."""
    host = example("Medewerker")
    account_id = host.account_id or 0
    number = make_conversation(account_id, units=UNITS)
    held = make_conversation(account_id, status=ConversationStatus.HELD, participants=8)
    root = make_conversation(account_id, status=ConversationStatus.REPORTED, participants=8)
    child = make_conversation(account_id, follows_id=root, starts_at=now() - timedelta(days=1))
    make_conversation(account_id, follows_id=child)
    with unit_of_work():
        for one in (number, held):
            conversation = db.session.get_one(Conversation, one)
            lay_tasks(conversation, conversation.starts_at - timedelta(days=21))
        suggest(host, ConversationFormat.MODEL, "Begin met buik, dan komt de rest vanzelf.", key=new_key())
        asked = Wanted(part=ConversationPart.FACILITATOR, who=example("Tweede redacteur").name)
        service.ask(host, number, asked)
        service.offer(host, _always(ConversationPart.REPORTER), key=new_key())
        service.offer(example("Redacteur"), _always(ConversationPart.FACILITATOR), key=new_key())
    numbers = {"planned": number, "held": held, "followed": root}
    return {name: f"/gesprekken/{one}" for name, one in numbers.items()}


def _always(part: ConversationPart) -> Availability:
    return Availability(
        part=part, begins_on=today(), ends_on=today() + timedelta(days=90), note="Ook online."
    )
