"""Reading the planning of a conversation."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, select

from app.conversations.kinds import PlanningStep
from app.conversations.models import PlannedTask
from app.conversations.planning.kinds import TaskState
from app.conversations.planning.rules import task_state
from app.core.db import db


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task of the planning as it stands on the day of asking; `days` is how far away its day is."""

    step: PlanningStep
    due_on: date
    done_at: datetime | None
    state: TaskState
    days: int


_ORDER = case({step: place for place, step in enumerate(PlanningStep)}, value=PlannedTask.step)


def tasks_of(number: int, on: date) -> tuple[ShownTask, ...]:
    """The planning of a conversation, first things first."""
    rows = select(PlannedTask.step, PlannedTask.due_on, PlannedTask.done_at)
    rows = rows.where(PlannedTask.conversation_id == number).order_by(_ORDER)
    return tuple(
        ShownTask(
            step, due_on, done_at, task_state(due_on, on, done=done_at is not None), abs(due_on - on).days
        )
        for step, due_on, done_at in db.session.execute(rows)
    )
