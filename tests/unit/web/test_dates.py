"""Days and moments in Dutch, on a Dutch clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.web.dates import ago, clock_time, date_nl, exact
from app.web.numbers import count_nl, number_nl

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def test_a_day_is_written_in_full() -> None:
    assert date_nl(date(2026, 11, 3)) == "3 november 2026"


def test_a_moment_late_in_the_evening_utc_is_the_next_day_here() -> None:
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert (date_nl(moment), clock_time(moment)) == ("1 juli 2026", "00.30")


def test_the_exact_moment_has_a_time() -> None:
    assert exact(NOON) == "23 november 2026 om 12.00 uur"


@pytest.mark.parametrize(
    ("passed", "days", "minutes"),
    [
        (timedelta(seconds=-5), "vandaag", "zojuist"),
        (timedelta(seconds=50), "vandaag", "zojuist"),
        (timedelta(minutes=1), "vandaag", "1 minuut geleden"),
        (timedelta(minutes=59), "vandaag", "59 minuten geleden"),
        (timedelta(hours=3), "vandaag", "3 uur geleden"),
        (timedelta(hours=13), "gisteren", "gisteren"),
        (timedelta(days=3), "3 dagen geleden", "3 dagen geleden"),
        (timedelta(days=13), "13 dagen geleden", "13 dagen geleden"),
        (timedelta(days=14), "9 november 2026", "9 november 2026"),
    ],
)
def test_how_long_ago(passed: timedelta, days: str, minutes: str) -> None:
    assert ago(NOON - passed, NOON, to_the_minute=False) == days
    assert ago(NOON - passed, NOON, to_the_minute=True) == minutes


def test_numbers_have_points_between_thousands_and_the_right_word() -> None:
    assert number_nl(120_000) == "120.000"
    assert [count_nl(n, "zin", "zinnen") for n in (0, 1, 2)] == ["0 zinnen", "1 zin", "2 zinnen"]
