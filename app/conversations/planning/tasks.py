"""The tasks of a conversation: laid out when it is planned, moved when its day moves, ticked when done."""

from datetime import datetime

from sqlalchemy import Select, select

from app.conversations.kinds import PlanningStep
from app.conversations.models import Conversation, PlannedTask
from app.conversations.planning.rules import due_days
from app.core.clock import local, now
from app.core.db import db


def lay_tasks(conversation: Conversation, planned_at: datetime) -> None:
    """Give a new conversation its planning; its format was chosen by planning it."""
    for step, day in due_days(local(conversation.starts_at).date(), local(planned_at).date()).items():
        done_at = planned_at if step is PlanningStep.CHOOSE_FORMAT else None
        task = PlannedTask(conversation_id=conversation.id, step=step, due_on=day, done_at=done_at)
        db.session.add(task)


def move_tasks(conversation: Conversation) -> None:
    """Give the tasks the days that go with the moment at which the conversation starts now."""
    days = due_days(local(conversation.starts_at).date(), local(conversation.created_at).date())
    for task in db.session.scalars(_tasks(conversation.id)):
        task.due_on = days[task.step]


def finish_task(number: int, step: PlanningStep) -> None:
    """Tick a task because what it asks was done; a task that was ticked keeps its moment."""
    set_task(number, step, done=True)


def set_task(number: int, step: PlanningStep, *, done: bool) -> None:
    """Tick a task, or take the tick away."""
    task = db.session.get(PlannedTask, (number, step))
    if task is not None and done != (task.done_at is not None):
        task.done_at = now() if done else None


def _tasks(number: int) -> Select[PlannedTask]:
    return select(PlannedTask).where(PlannedTask.conversation_id == number)
