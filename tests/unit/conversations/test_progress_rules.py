"""How a conversation goes on, state by state and step by step."""

from datetime import UTC, date, datetime

import pytest

from app.conversations.kinds import ConversationStatus as Status
from app.conversations.progress.kinds import ConversationStep as Step
from app.conversations.progress.rules import MOST_PARTICIPANTS, Known, check_step, is_to_come, steps_from
from app.core.errors import Conflict, Invalid

POSSIBLE = {
    Status.PLANNED: {Step.HOLD: Status.HELD, Step.CANCEL: Status.CANCELLED},
    Status.HELD: {Step.HARVEST: Status.HARVESTED, Step.UNDO: Status.PLANNED},
    Status.HARVESTED: {Step.REPORT: Status.REPORTED, Step.UNDO: Status.HELD},
    Status.REPORTED: {},
    Status.CANCELLED: {Step.RESUME: Status.PLANNED},
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("step", Step)
def test_each_step_leads_where_the_table_says_or_is_refused(status: Status, step: Step) -> None:
    after = POSSIBLE[status].get(step)
    if after is not None:
        assert check_step(status, step, Known(participants=8)) is after
        return
    with pytest.raises(Conflict, match="conversation_step_not_possible"):
        check_step(status, step, Known(participants=8))


@pytest.mark.parametrize("status", Status)
def test_what_is_offered_is_what_is_possible(status: Status) -> None:
    assert set(steps_from(status, to_come=False)) == set(POSSIBLE[status])
    assert set(steps_from(status, to_come=True)) == set(POSSIBLE[status]) - {Step.HOLD}


def test_a_conversation_is_to_come_until_its_own_day() -> None:
    starts_at = datetime(2026, 12, 9, 23, 30, tzinfo=UTC)  # half past midnight in the Netherlands
    assert is_to_come(starts_at, date(2026, 12, 9))
    assert not is_to_come(starts_at, date(2026, 12, 10))


@pytest.mark.parametrize("participants", [None, 0, 1, MOST_PARTICIPANTS + 1])
def test_a_conversation_is_held_by_somebody_and_at_the_latest_the_report_back_says_by_how_many(
    participants: int | None,
) -> None:
    for status, step in ((Status.PLANNED, Step.HOLD), (Status.HARVESTED, Step.REPORT)):
        with pytest.raises(Invalid, match="participants_out_of_range"):
            check_step(status, step, Known(participants=participants))


def test_what_is_still_to_come_was_not_held_and_without_a_bouwsteen_there_is_no_harvest() -> None:
    with pytest.raises(Conflict, match="conversation_to_come"):
        check_step(Status.PLANNED, Step.HOLD, Known(participants=8, to_come=True))
    assert check_step(Status.PLANNED, Step.CANCEL, Known(participants=None, to_come=True)) is Status.CANCELLED
    with pytest.raises(Conflict, match="nothing_handed_in"):
        check_step(Status.HELD, Step.HARVEST, Known(participants=8, handed_in=False))
