"""How pressing a check of what was published at once becomes."""

from datetime import UTC, datetime, timedelta

import pytest

from app.pages.checking.kinds import Urgency
from app.pages.checking.rules import urgency

DUE = datetime(2026, 11, 3, 12, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("past_due", "expected"),
    [
        (-MOMENT, Urgency.CALM),
        (timedelta(0), Urgency.CALM),
        (MOMENT, Urgency.LATE),
        (timedelta(days=3), Urgency.LATE),
        (timedelta(days=3) + MOMENT, Urgency.PRESSING),
    ],
)
def test_a_check_is_late_after_its_last_day_and_pressing_three_days_later(
    past_due: timedelta, expected: Urgency
) -> None:
    assert urgency(DUE, DUE + past_due) is expected


def test_nothing_to_check_is_not_pressing() -> None:
    assert urgency(None, DUE) is Urgency.CALM
