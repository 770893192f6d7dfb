"""The start kit's planning in days, and what a plan must say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.conversations.formats.rules import AgendaPart
from app.conversations.kinds import ConversationFormat, MeetingPlace, PlanningStep, WorkKind
from app.conversations.planning.kinds import TaskState
from app.core.errors import Invalid

TITLE_LIMIT = 120
LOCATION_LIMIT = 200
TASK_LIMIT = 200
UNIT_LIMIT = 120
FEWEST_SEATS, USUAL_SEATS, MOST_SEATS = 2, 8, 100
MOST_UNITS = 12
USUAL_LEAD = timedelta(days=14)
"""The kit invites in week 1 and meets in week 3."""
DAYS_FROM_CONVERSATION = {
    PlanningStep.CHOOSE_FORMAT: -14,
    PlanningStep.ASK_FACILITATOR: -14,
    PlanningStep.CHOOSE_PARTICIPANTS: -14,
    PlanningStep.SEND_INVITATION: -14,
    PlanningStep.HOLD: 0,
    PlanningStep.REPORT_BACK: 14,
    PlanningStep.SUBMIT_BLOCKS: 21,
}
"""Weeks 1, 3, 5 and 6 of the start kit (step 1, planning), counted from the conversation in week 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedUnit:
    """A part of the organisation to invite, and the kind of work it does."""

    name: str
    work_kind: WorkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a host wants of a conversation; `own_agenda` counts in one's own format alone."""

    title: str
    format: ConversationFormat
    starts_at: datetime
    place: MeetingPlace
    location: str = ""
    own_agenda: tuple[AgendaPart, ...] = ()
    topic_id: int | None = None
    social_task: str = ""
    units: tuple[PlannedUnit, ...] = ()
    seats: int = USUAL_SEATS
    public: bool = True
    names_units: bool = False
    follows: int | None = None


def due_days(conversation_on: date, planned_on: date) -> dict[PlanningStep, date]:
    """By which day each task should be done; who plans late has today for what should have been done."""
    days = {step: conversation_on + timedelta(days=offset) for step, offset in DAYS_FROM_CONVERSATION.items()}
    latest_start = min(planned_on, conversation_on)
    return {step: max(day, latest_start) for step, day in days.items()}


def usual_day(on: date) -> date:
    """The day to begin with in the form: two weeks from now, on a working day."""
    day = on + USUAL_LEAD
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def problems_of(plan: Plan) -> Iterator[Invalid]:
    """Why nobody could come, each at its field: no title, place or agenda, or seats for too many."""
    if not plan.title.strip():
        yield Invalid("title_missing", field="title")
    if plan.place is not MeetingPlace.ONLINE and not plan.location.strip():
        yield Invalid("location_missing", field="location")
    if not FEWEST_SEATS <= plan.seats <= MOST_SEATS:
        yield Invalid("seats_out_of_range", field="seats", fewest=FEWEST_SEATS, most=MOST_SEATS)
    if plan.format is ConversationFormat.OWN and not plan.own_agenda:
        yield Invalid("agenda_missing", field="agenda")
    names = [unit.name.casefold() for unit in plan.units]
    if len(set(names)) < len(names):
        yield Invalid("unit_twice", field="units")


def check_plan(plan: Plan) -> None:
    """Refuse a plan with a problem."""
    for problem in problems_of(plan):
        raise problem


def task_state(due_on: date, on: date, *, done: bool) -> TaskState:
    """How a task stands on a day."""
    if done:
        return TaskState.DONE
    if due_on == on:
        return TaskState.TODAY
    return TaskState.LATE if due_on < on else TaskState.COMING
