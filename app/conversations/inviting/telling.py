"""What a conversation tells to who is not on this site: its facts with whole addresses."""

from collections.abc import Sequence

from app.conversations.inviting.facts import ConversationFacts
from app.conversations.inviting.signing_up.rules import open_seats
from app.conversations.kinds import ConversationPart, ConversationStatus, PartAnswer
from app.conversations.queries import Member, ShownConversation
from app.web.numbers import and_nl
from app.web.settings import site_address


def told(
    conversation: ShownConversation,
    members: Sequence[Member],
    *,
    statement: tuple[str, str] = ("", ""),
    blocks: Sequence[str] = (),
) -> ConversationFacts:
    """The facts of a conversation; `statement` is a text with its path here."""
    site = site_address()
    hosts = [m.name for m in members if m.part is ConversationPart.HOST and m.answer is PartAnswer.ACCEPTED]
    text, path = statement
    return ConversationFacts(
        number=conversation.number,
        title=conversation.title,
        format=conversation.format,
        starts_at=conversation.starts_at,
        agenda_minutes=conversation.minutes,
        place=conversation.place,
        location=conversation.location,
        topic=conversation.topic or "",
        social_task=conversation.social_task,
        host=and_nl(hosts),
        colleagues=open_seats(conversation.seats),
        public=conversation.public,
        code=conversation.code,
        address=f"{site}{conversation.url}",
        sign_up_address=f"{site}{conversation.url}/aanmelden",
        follow_address=f"{site}/volg/{conversation.code}",
        follow_up_address=f"{site}/gesprekken/nieuw?vervolg={conversation.number}",
        to_come=conversation.status is ConversationStatus.PLANNED,
        statement=text,
        statement_address=f"{site}{path}" if path else "",
        blocks=tuple(blocks),
    )
