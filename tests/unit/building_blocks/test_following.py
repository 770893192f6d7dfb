"""How often a wrong code may be tried."""

from datetime import timedelta

import pytest

from app.building_blocks.following.rules import (
    WINDOW,
    WRONG_IN_TOTAL,
    WRONG_PER_ADDRESS,
    TooManyCodes,
    check_wrong_codes,
)
from app.core.clock import now


@pytest.mark.parametrize(("mine", "total"), [(0, 0), (WRONG_PER_ADDRESS - 1, WRONG_IN_TOTAL - 1)])
def test_who_types_over_may_make_mistakes(mine: int, total: int) -> None:
    check_wrong_codes(from_address=mine, in_total=total, oldest=now(), moment=now())


@pytest.mark.parametrize(("mine", "total"), [(WRONG_PER_ADDRESS, 40), (0, WRONG_IN_TOTAL)])
def test_who_guesses_waits_until_the_first_guess_is_an_hour_old(mine: int, total: int) -> None:
    first = now() - timedelta(minutes=20)
    with pytest.raises(TooManyCodes) as refused:
        check_wrong_codes(from_address=mine, in_total=total, oldest=first, moment=now())
    assert refused.value.until == first + WINDOW
