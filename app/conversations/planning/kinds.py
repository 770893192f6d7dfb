"""How a task of the planning stands."""

from enum import StrEnum


class TaskState(StrEnum):
    """A task on a certain day."""

    DONE = "done"
    LATE = "late"
    TODAY = "today"
    COMING = "coming"
