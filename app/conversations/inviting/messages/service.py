"""Changing a message of a conversation, and beginning it again."""

from dataclasses import dataclass

from app.conversations.inviting.messages import rules
from app.conversations.kinds import MessageKind
from app.conversations.models import Conversation, ConversationMessage
from app.conversations.queries import check_may_edit
from app.conversations.rules import conversation_path
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, NotFound
from app.core.permissions import Actor
from app.core.submissions import answer, claim


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdit:
    """Which message is changed, and the mark of the text with which the form was opened."""

    number: int
    kind: MessageKind
    seen: str
    key: str


def change_message(actor: Actor, edit: MessageEdit, subject: str, body: str) -> None:
    """Keep a message in one's own words."""
    rules.check_message(subject, body)
    account_id = check_may_edit(edit.number, actor)
    subject, body = " ".join(subject.split()), body.strip()
    kept = _kept(edit)
    if claim(edit.key, account_id) is not None:
        _check_same(kept, subject, body)
        return
    rules.check_seen(edit.seen, rules.mark_of(kept.changed_at if kept else None))
    message = kept or ConversationMessage(conversation_id=edit.number, kind=edit.kind)
    message.subject, message.body = subject, body
    message.changed_by_id, message.changed_at = account_id, now()
    db.session.add(message)
    _answered(edit, account_id)


def begin_again(actor: Actor, edit: MessageEdit) -> None:
    """Drop one's own words: the message is made from the conversation again."""
    account_id = check_may_edit(edit.number, actor)
    kept = _kept(edit)
    if kept is None or claim(edit.key, account_id) is not None:
        return
    rules.check_seen(edit.seen, rules.mark_of(kept.changed_at))
    db.session.delete(kept)
    _answered(edit, account_id)


def _kept(edit: MessageEdit) -> ConversationMessage | None:
    """What somebody made of it; nobody else changes it within this transaction."""
    if db.session.get(Conversation, edit.number, with_for_update=True) is None:
        raise NotFound("conversation_unknown")
    return db.session.get(ConversationMessage, (edit.number, edit.kind), populate_existing=True)


def _check_same(kept: ConversationMessage | None, subject: str, body: str) -> None:
    """Refuse a form that is sent again with other words: those would be lost."""
    if kept is None or (kept.subject, kept.body) != (subject, body):
        raise Conflict("already_sent")


def _answered(edit: MessageEdit, account_id: int) -> None:
    answer(edit.key, account_id, f"{conversation_path(edit.number)}/berichten")
