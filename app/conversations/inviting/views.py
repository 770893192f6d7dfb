"""Inviting to a conversation: its messages, sign-ups and statements, and the file for a calendar."""

from flask import Response

from app.conversations.blueprint import bp
from app.conversations.inviting import calendar as calendar_file
from app.conversations.inviting.messages import views as messages
from app.conversations.inviting.signing_up import views as signing_up
from app.conversations.inviting.statements import views as statements
from app.conversations.inviting.telling import told
from app.conversations.kinds import ConversationStatus
from app.conversations.queries import conversation_at, members_of
from app.core.clock import now
from app.core.permissions import Permission
from app.web.guards import requires

__all__ = ["bp", "messages", "signing_up", "statements"]


@bp.get("/gesprekken/<int:number>/agenda.ics")
@requires(Permission.READ_CONVERSATIONS)
def calendar(number: int) -> Response:
    """The conversation for one's own calendar."""
    conversation = conversation_at(number)
    event = calendar_file.as_ics(
        told(conversation, members_of(number)),
        version=conversation.version,
        created_at=conversation.created_at,
        cancelled=conversation.status is ConversationStatus.CANCELLED,
        at=now(),
    )
    answer = Response(event, mimetype=calendar_file.MEDIA_TYPE)
    answer.headers["Content-Disposition"] = f'attachment; filename="gesprek-{number}.ics"'
    return answer
