"""Planning a conversation, and changing the plan."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from app.conversations.chain.queries import chain_of
from app.conversations.codes import new_code
from app.conversations.formats.rules import to_keep
from app.conversations.inviting.signing_up.service import fill_seats
from app.conversations.kinds import (
    ConversationFormat,
    ConversationPart,
    ConversationStatus,
    PartAnswer,
    PlanningStep,
)
from app.conversations.models import Conversation, ConversationMember, ConversationUnit, FormatVersion
from app.conversations.planning import rules
from app.conversations.planning.rules import Plan
from app.conversations.planning.tasks import lay_tasks, move_tasks, set_task
from app.conversations.queries import check_may_edit
from app.conversations.rules import conversation_path
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Invalid, NotFound
from app.core.permissions import Actor, Permission, account_with
from app.core.site_state import bump_public_version
from app.core.submissions import answer, claim, worded
from app.topics.models import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Which conversation is changed, as it was when the form was opened."""

    number: int
    base: int
    key: str


def plan(actor: Actor, wish: Plan, *, key: str) -> str:
    """Plan a conversation with this person as its host; returns its address."""
    account_id = account_with(actor, Permission.CONVERSE)
    rules.check_plan(wish)
    key = worded(key, wish)
    if earlier := claim(key, account_id):
        return earlier
    moment = now()
    conversation = Conversation(
        format_version_id=_newest_version(wish.format),
        status=ConversationStatus.PLANNED,
        code=new_code(),
        created_at=moment,
    )
    _fill(conversation, wish)
    db.session.add(conversation)
    db.session.flush()  # units, tasks and the host need its number
    _write_units(conversation.id, wish)
    lay_tasks(conversation, moment)
    db.session.add(
        ConversationMember(
            conversation_id=conversation.id,
            part=ConversationPart.HOST,
            account_id=account_id,
            answer=PartAnswer.ACCEPTED,
            asked_at=moment,
            answered_at=moment,
        )
    )
    return _answered(key, account_id, conversation.id)


def change(actor: Actor, edit: Edit, wish: Plan) -> str:
    """Change the plan of a conversation; returns its address.

    It keeps the version of its format, unless it gets another format. Raises `Conflict` when somebody
    changed it since `edit.base`.
    """
    account_id = check_may_edit(edit.number, actor)
    rules.check_plan(wish)
    key = worded(edit.key, wish)
    if earlier := claim(key, account_id):
        return earlier
    conversation = locked(edit.number)
    if conversation.version != edit.base:
        raise Conflict("conversation_moved_on")
    _check_follows(edit.number, wish.follows)
    if _format_of(conversation) is not wish.format:
        conversation.format_version_id = _newest_version(wish.format)
    _fill(conversation, wish)
    conversation.version += 1
    db.session.execute(delete(ConversationUnit).where(ConversationUnit.conversation_id == edit.number))
    _write_units(edit.number, wish)
    move_tasks(conversation)
    db.session.flush()
    fill_seats(edit.number)
    bump_public_version()  # pages that rest on its bouwstenen may name its units
    return _answered(key, account_id, edit.number)


def tick(actor: Actor, number: int, step: PlanningStep, *, done: bool) -> None:
    """Say that a task of the planning is done, or is not after all."""
    check_may_edit(number, actor)
    set_task(number, step, done=done)


def locked(number: int) -> Conversation:
    """The conversation, for this transaction alone; raises `NotFound`."""
    conversation = db.session.get(Conversation, number, with_for_update=True, populate_existing=True)
    if conversation is None:
        raise NotFound("conversation_unknown")
    return conversation


def _fill(conversation: Conversation, wish: Plan) -> None:
    own = wish.format is ConversationFormat.OWN
    conversation.title = wish.title.strip()
    conversation.own_agenda = to_keep(wish.own_agenda) if own else None
    conversation.starts_at = wish.starts_at
    conversation.place, conversation.location = wish.place, wish.location.strip()
    conversation.topic_id = _known(Topic, wish.topic_id, "topic")
    conversation.social_task = wish.social_task.strip()
    conversation.seats = wish.seats
    conversation.public, conversation.names_units = wish.public, wish.names_units
    conversation.follows_id = _known(Conversation, wish.follows, "follows")


def _check_follows(number: int, follows: int | None) -> None:
    """Refuse a conversation that would follow itself, also by way of what came from it."""
    came_from_it = {one.number for link in chain_of(number) for one in link.all()} if follows else set()
    if follows in came_from_it:
        raise Invalid("follows_itself", field="follows")


def _known(model: type[Topic] | type[Conversation], number: int | None, field: str) -> int | None:
    if number is not None and db.session.scalar(select(model.id).where(model.id == number)) is None:
        raise Invalid("unknown_choice", field=field)
    return number


def _write_units(number: int, wish: Plan) -> None:
    for unit in wish.units:
        db.session.add(ConversationUnit(conversation_id=number, name=unit.name, work_kind=unit.work_kind))


def _newest_version(kind: ConversationFormat) -> int:
    newest = select(FormatVersion.id).where(FormatVersion.format == kind)
    found = db.session.scalar(newest.order_by(FormatVersion.number.desc()).limit(1))
    if found is None:
        raise Invalid("unknown_choice", field="format")
    return found


def _format_of(conversation: Conversation) -> ConversationFormat:
    return db.session.get_one(FormatVersion, conversation.format_version_id).format


def _answered(key: str, account_id: int, number: int) -> str:
    url = conversation_path(number)
    answer(key, account_id, url)
    return url
