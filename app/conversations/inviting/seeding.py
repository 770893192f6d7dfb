"""Loading the invented statements that come with the example conversations; once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.conversations.inviting.models import Statement, StatementAnswer
from app.conversations.kinds import ConversationPart, Opinion
from app.conversations.models import Conversation, ConversationMember
from app.core.clock import now
from app.core.content_files import read_entries
from app.core.db import db, unit_of_work

FILE = Path("voorbeelden", "stellingen.yml")


def load_example_statements(content_dir: Path) -> None:
    """Load them when there is no statement at all; a host makes them, so only where the examples have one."""
    if db.session.scalar(select(Statement.id).limit(1)) is not None:
        return
    entries: list[Mapping[str, Any]] = read_entries(content_dir / FILE)
    with unit_of_work():
        for entry in entries:
            _load(entry)


def _load(entry: Mapping[str, Any]) -> None:
    host = (
        select(ConversationMember.account_id)
        .join(Conversation, Conversation.id == ConversationMember.conversation_id)
        .where(Conversation.id == entry["gesprek"], Conversation.is_example)
        .where(ConversationMember.part == ConversationPart.HOST)
    )
    host_id = db.session.scalar(host.limit(1))
    if host_id is None:
        return
    statement = Statement(
        conversation_id=entry["gesprek"],
        text=entry["stelling"],
        made_by_id=host_id,
        made_at=now(),
        closed_at=now() if entry.get("gesloten") else None,
    )
    db.session.add(statement)
    db.session.flush()  # its number, for the answers
    for place, (opinion, reason) in enumerate(entry["antwoorden"]):
        db.session.add(
            StatementAnswer(
                statement_id=statement.id,
                voter_key=f"voorbeeld:{place}",
                opinion=Opinion(opinion),
                reason=reason,
            )
        )
