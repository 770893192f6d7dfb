"""What a message or a calendar tells about a conversation: data alone, so that texts need no database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.conversations.kinds import ConversationFormat, MeetingPlace

KIT_MINUTES = 90
"""How long a conversation takes by the start kit; its agendas leave some of that free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFacts:
    """One conversation in the words that go into a message; addresses are whole ones.

    `follow_up_address` is where one plans a conversation that goes on from this one; `to_come`: it was not
    held yet. `colleagues` are the seats besides that of the host. `blocks` are the handed-in bouwstenen.
    """

    number: int
    title: str
    format: ConversationFormat
    starts_at: datetime
    agenda_minutes: int
    place: MeetingPlace
    location: str = ""
    topic: str = ""
    social_task: str = ""
    host: str = ""
    colleagues: int = 7
    public: bool = True
    code: str = ""
    address: str
    sign_up_address: str
    follow_address: str
    follow_up_address: str
    to_come: bool = True
    statement: str = ""
    statement_address: str = ""
    blocks: tuple[str, ...] = ()

    @property
    def ends_at(self) -> datetime:
        """When people can go: the kit's ninety minutes, or the time that one's own agenda takes."""
        own = self.format is ConversationFormat.OWN and self.agenda_minutes > 0
        minutes = self.agenda_minutes if own else max(self.agenda_minutes, KIT_MINUTES)
        return self.starts_at + timedelta(minutes=minutes)
