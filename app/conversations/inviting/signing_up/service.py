"""Signing up for a conversation and withdrawing: who is first has a seat, who comes later moves up.

Everything happens behind a lock on the conversation, so that one seat is never given to two people.
"""

from sqlalchemy import delete, exists, func, select

from app.conversations.inviting.models import SignUp
from app.conversations.inviting.signing_up import rules
from app.conversations.kinds import PartAnswer, SignUpState, WorkKind
from app.conversations.models import Conversation, ConversationMember
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, NotFound
from app.core.permissions import Actor, Permission, account_with
from app.core.submissions import answer, claim

LIST = "/gesprekken"
"""What is kept as the answer to a form: naming the conversation there would outlive the sign-up itself."""


def sign_up(actor: Actor, number: int, work_kind: WorkKind, *, key: str) -> SignUpState | None:
    """Take a seat, or a place on the waiting list; who is there already stays where she is.

    None when this form was sent before and its sender withdrew since.
    """
    account_id = account_with(actor, Permission.CONVERSE)
    conversation = _locked(number)
    fresh = claim(key, account_id) is None
    mine = db.session.get(SignUp, (number, account_id))
    if mine is None and fresh:
        mine = _add(conversation, account_id, work_kind)
    answer(key, account_id, LIST)
    return mine.state if mine else None


def withdraw(actor: Actor, number: int, *, key: str) -> None:
    """Give up one's place; the first who waits moves up."""
    account_id = account_with(actor, Permission.CONVERSE)
    conversation = _locked(number)
    if claim(key, account_id) is not None:
        return
    db.session.execute(
        delete(SignUp).where(SignUp.conversation_id == number, SignUp.account_id == account_id)
    )
    _fill(conversation)
    answer(key, account_id, LIST)


def fill_seats(number: int) -> None:
    """Let who waits move up as far as there are seats: there may be more of them than before.

    Who has a seat keeps it, also when there are fewer.
    """
    _fill(_locked(number))


def forget_sign_ups(number: int) -> None:
    """Remove every name: the conversation was reported back or is off."""
    db.session.execute(delete(SignUp).where(SignUp.conversation_id == number))


def _locked(number: int) -> Conversation:
    found = db.session.get(Conversation, number, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("conversation_unknown")
    return found


def _add(conversation: Conversation, account_id: int, work_kind: WorkKind) -> SignUp:
    part = exists().where(
        ConversationMember.conversation_id == conversation.id,
        ConversationMember.account_id == account_id,
        ConversationMember.answer == PartAnswer.ACCEPTED,
    )
    rules.check_can_sign_up(is_open=_is_open(conversation), has_part=db.session.scalar(select(part)) or False)
    state = rules.place_for(conversation.seats, _count(conversation.id, SignUpState.SEATED))
    if state is SignUpState.WAITING and _count(conversation.id, state) >= rules.MOST_WAITING:
        raise Conflict("waiting_list_full")
    added = SignUp(
        conversation_id=conversation.id, account_id=account_id, work_kind=work_kind, state=state, at=now()
    )
    db.session.add(added)
    return added


def _fill(conversation: Conversation) -> None:
    if not _is_open(conversation):
        return
    left = rules.seats_left(conversation.seats, _count(conversation.id, SignUpState.SEATED))
    waiting = select(SignUp).where(
        SignUp.conversation_id == conversation.id, SignUp.state == SignUpState.WAITING
    )
    for first in db.session.scalars(waiting.order_by(SignUp.at, SignUp.account_id).limit(left)):
        first.state = SignUpState.SEATED


def _is_open(conversation: Conversation) -> bool:
    return rules.is_open(
        conversation.status, public=conversation.public, starts_at=conversation.starts_at, at=now()
    )


def _count(number: int, state: SignUpState) -> int:
    there = select(func.count()).where(SignUp.conversation_id == number, SignUp.state == state)
    return db.session.scalar(there) or 0
