"""Saying that a conversation was held, harvested, reported back or cancelled; and giving it another code."""

from dataclasses import dataclass

from app.conversations.codes import new_code
from app.conversations.inviting.signing_up.service import forget_sign_ups
from app.conversations.kinds import ConversationStatus, PlanningStep
from app.conversations.models import Conversation
from app.conversations.planning.service import locked
from app.conversations.planning.tasks import set_task
from app.conversations.progress import rules
from app.conversations.progress.kinds import ConversationStep
from app.conversations.queries import check_may_edit
from app.conversations.rules import conversation_path
from app.core.clock import now, today
from app.core.db import db
from app.core.errors import Conflict
from app.core.permissions import Actor
from app.core.submissions import answer, claim

ASKS_PARTICIPANTS = (ConversationStep.HOLD, ConversationStep.REPORT)
TASK_OF = {
    ConversationStatus.HELD: PlanningStep.HOLD,
    ConversationStatus.HARVESTED: PlanningStep.SUBMIT_BLOCKS,
    ConversationStatus.REPORTED: PlanningStep.REPORT_BACK,
}
"""The task of the planning that is done once a conversation has come so far."""
DONE_WITH_SIGN_UPS = frozenset({ConversationStatus.REPORTED, ConversationStatus.CANCELLED})
"""When nobody needs to know any more who signed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What is said about which conversation.

    `participants` counts everybody, when it was held; `handed_in`: whether any bouwsteen of it was.
    """

    number: int
    step: ConversationStep
    participants: int | None = None
    handed_in: bool = False


def take_step(actor: Actor, move: Move, *, key: str) -> str:
    """Bring a conversation where it is by now; returns its address.

    Once it was reported back or is off, who had signed up is forgotten. Raises `Conflict` when the step is
    not possible (any more).
    """
    account_id = check_may_edit(move.number, actor)
    if earlier := claim(key, account_id):
        return earlier
    conversation = locked(move.number)
    before = conversation.status
    known = conversation.participants if move.step is ConversationStep.REPORT else None
    participants = move.participants if known is None else known
    to_come = rules.is_to_come(conversation.starts_at, today())
    known_now = rules.Known(participants=participants, to_come=to_come, handed_in=move.handed_in)
    after = rules.check_step(before, move.step, known_now)
    conversation.status = after
    conversation.version += 1
    if move.step in ASKS_PARTICIPANTS:
        conversation.participants = participants
    _note_moment(conversation, before if move.step is ConversationStep.UNDO else None)
    if after in DONE_WITH_SIGN_UPS:
        forget_sign_ups(move.number)
    url = conversation_path(move.number)
    answer(key, account_id, url)
    return url


def renew_code(actor: Actor, number: int, *, seen: str) -> None:
    """Give a conversation another code: whoever has the old one learns nothing with it any more.

    Raises `Conflict` when `seen` is not its code any more, so that no code is lost by pressing twice.
    """
    check_may_edit(number, actor)
    conversation = locked(number)
    if conversation.code != seen:
        raise Conflict("code_renewed_before")
    conversation.code = new_code()
    db.session.flush()


def _note_moment(conversation: Conversation, left: ConversationStatus | None) -> None:
    """Note when it came so far, or forget that of the state that it `left`; its task goes along."""
    status = left or conversation.status
    moment = None if left else now()
    if status is ConversationStatus.HELD:
        conversation.held_at = moment
    elif status is ConversationStatus.HARVESTED:
        conversation.harvested_at = moment
    elif status is ConversationStatus.REPORTED:
        conversation.reported_at = moment
    if status in TASK_OF:
        set_task(conversation.id, TASK_OF[status], done=left is None)
