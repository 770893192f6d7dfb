"""Seats and the waiting list, and which kinds of work are missing."""

from datetime import timedelta

import pytest

from app.conversations.inviting.signing_up import rules
from app.conversations.kinds import ConversationStatus, SignUpState, WorkKind
from app.core.clock import now
from app.core.errors import Conflict


@pytest.mark.parametrize(("seats", "taken", "left"), [(8, 0, 7), (8, 6, 1), (8, 7, 0), (8, 9, 0), (1, 0, 0)])
def test_the_host_has_a_seat_and_what_is_full_has_none_left(seats: int, taken: int, left: int) -> None:
    assert rules.seats_left(seats, taken) == left
    assert rules.place_for(seats, taken) is (SignUpState.SEATED if left else SignUpState.WAITING)


@pytest.mark.parametrize("status", list(ConversationStatus))
@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("days", [-1, 1])
def test_one_signs_up_for_what_is_public_planned_and_to_come(
    status: ConversationStatus, public: bool, days: int
) -> None:
    open_now = rules.is_open(status, public=public, starts_at=now() + timedelta(days=days), at=now())
    assert open_now == (status is ConversationStatus.PLANNED and public and days > 0)


def test_who_takes_part_already_and_who_is_too_late_are_told_so() -> None:
    rules.check_can_sign_up(is_open=True, has_part=False)
    with pytest.raises(Conflict, match="takes_part_already"):
        rules.check_can_sign_up(is_open=True, has_part=True)
    with pytest.raises(Conflict, match="sign_up_closed"):
        rules.check_can_sign_up(is_open=False, has_part=False)


def test_the_hint_names_the_kinds_of_work_that_nobody_brings() -> None:
    assert rules.missing_work([]) == rules.LOOKED_FOR
    present = [WorkKind.POLICY, WorkKind.OTHER, WorkKind.SUPPORT, WorkKind.POLICY]
    assert rules.missing_work(present) == (WorkKind.EXECUTION, WorkKind.SUPERVISION)
    assert rules.missing_work(WorkKind) == ()
