"""Who can be asked for a part, and when somebody of the pool can."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.conversations.facilitating.rules import (
    LONGEST_PERIOD,
    MOST_MEMBERS,
    MOST_PERIODS,
    POOL_PARTS,
    Availability,
    check_asking,
    check_availability,
    check_leaving,
)
from app.conversations.kinds import ConversationPart, ConversationStatus
from app.core.errors import Conflict, Invalid

TODAY = date(2026, 11, 25)
WISH = Availability(part=ConversationPart.REPORTER, begins_on=TODAY, ends_on=TODAY)
REFUSED = {
    "ends_before_it_begins": replace(WISH, begins_on=TODAY + timedelta(days=1)),
    "day_has_passed": replace(WISH, begins_on=TODAY - timedelta(days=2), ends_on=TODAY - timedelta(days=1)),
    "period_too_long": replace(WISH, ends_on=TODAY + LONGEST_PERIOD + timedelta(days=1)),
    "unknown_choice": replace(WISH, part=ConversationPart.HOST),
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_period_in_which_nobody_can_come_is_refused(code: str) -> None:
    with pytest.raises(Invalid, match=code):
        check_availability(REFUSED[code], on=TODAY, known=0)


def test_a_period_of_one_day_for_each_part_of_the_pool_is_fine_until_there_are_too_many() -> None:
    for part in POOL_PARTS:
        check_availability(replace(WISH, part=part), on=TODAY, known=MOST_PERIODS - 1)
    with pytest.raises(Invalid, match="too_many_periods"):
        check_availability(WISH, on=TODAY, known=MOST_PERIODS)


def test_nobody_is_asked_for_what_is_off_nor_too_many() -> None:
    check_asking(ConversationStatus.PLANNED, range(MOST_MEMBERS - 1))
    with pytest.raises(Conflict):
        check_asking(ConversationStatus.CANCELLED, ())
    with pytest.raises(Invalid):
        check_asking(ConversationStatus.PLANNED, range(MOST_MEMBERS))


@pytest.mark.parametrize("part", ConversationPart)
def test_only_the_last_host_stays(part: ConversationPart) -> None:
    check_leaving(part, 2)
    if part is not ConversationPart.HOST:
        check_leaving(part, 1)
        return
    with pytest.raises(Conflict, match="last_host"):
        check_leaving(part, 1)
