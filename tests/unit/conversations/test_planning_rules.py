"""The start kit's planning in days, and what a plan must say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.formats.rules import AgendaPart
from app.conversations.kinds import ConversationFormat, MeetingPlace, PlanningStep, WorkKind
from app.conversations.planning.kinds import TaskState
from app.conversations.planning.rules import (
    MOST_SEATS,
    Plan,
    PlannedUnit,
    check_plan,
    due_days,
    problems_of,
    task_state,
    usual_day,
)
from app.core.errors import Invalid

DAY = date(2026, 12, 10)
PLAN = Plan(
    title="Tegenspraak",
    format=ConversationFormat.QUESTIONS,
    starts_at=datetime(2026, 12, 10, 9, tzinfo=UTC),
    place=MeetingPlace.ONLINE,
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_a_conversation_planned_in_time_follows_the_weeks_of_the_start_kit() -> None:
    days = due_days(DAY, DAY - timedelta(days=30))
    weeks = {step: 3 + (day - DAY).days // 7 for step, day in days.items()}
    assert weeks == {
        PlanningStep.CHOOSE_FORMAT: 1,
        PlanningStep.ASK_FACILITATOR: 1,
        PlanningStep.CHOOSE_PARTICIPANTS: 1,
        PlanningStep.SEND_INVITATION: 1,
        PlanningStep.HOLD: 3,
        PlanningStep.REPORT_BACK: 5,
        PlanningStep.SUBMIT_BLOCKS: 6,
    }


@given(DAYS, DAYS)
def test_no_task_is_late_when_it_is_planned_and_the_order_of_the_kit_stands(day: date, planned: date) -> None:
    days = list(due_days(day, planned).values())
    assert days == sorted(days) and len(days) == len(PlanningStep)
    assert all(one >= min(planned, day) for one in days)


@given(DAYS)
def test_the_usual_day_is_a_working_day_two_weeks_ahead(on: date) -> None:
    assert usual_day(on).weekday() < 5
    assert 14 <= (usual_day(on) - on).days <= 16


@pytest.mark.parametrize(
    ("days", "done", "state"),
    [
        (-1, False, TaskState.LATE),
        (0, False, TaskState.TODAY),
        (1, False, TaskState.COMING),
        (-1, True, TaskState.DONE),
        (0, True, TaskState.DONE),
        (1, True, TaskState.DONE),
    ],
)
def test_a_task_is_late_the_day_after(days: int, done: bool, state: TaskState) -> None:
    assert task_state(DAY + timedelta(days=days), DAY, done=done) is state


UNIT = PlannedUnit(name="Dienst", work_kind=WorkKind.EXECUTION)
REFUSED = {
    "title": replace(PLAN, title=" "),
    "location": replace(PLAN, place=MeetingPlace.HYBRID),
    "seats": replace(PLAN, seats=MOST_SEATS + 1),
    "agenda": replace(PLAN, format=ConversationFormat.OWN),
    "units": replace(PLAN, units=(UNIT, replace(UNIT, name="DIENST"))),
}


@pytest.mark.parametrize("field", REFUSED)
def test_a_plan_on_which_nobody_could_come_is_refused_at_its_field(field: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_plan(REFUSED[field])
    assert refused.value.field == field


def test_everything_that_is_wrong_with_a_plan_is_said_at_once() -> None:
    plan = replace(PLAN, title="", place=MeetingPlace.ON_SITE, seats=0)
    assert [problem.field for problem in problems_of(plan)] == ["title", "location", "seats"]


def test_a_plan_that_says_enough_is_not_refused() -> None:
    check_plan(PLAN)
    check_plan(replace(PLAN, place=MeetingPlace.ON_SITE, location="zaal 4", units=(UNIT,), seats=2))
    check_plan(replace(PLAN, format=ConversationFormat.OWN, own_agenda=(AgendaPart("Welkom", 5),)))
