"""How moments and days are written in Dutch, on a clock in the Netherlands."""

from datetime import date, datetime, timedelta

from app.core.clock import local
from app.web.numbers import count_nl

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAYS_IN_WORDS = 14


def date_nl(value: date) -> str:
    """A day in full, as it was in the Netherlands: "3 november 2026"."""
    day = local(value) if isinstance(value, datetime) else value
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_nl(value: date) -> str:
    """A month on the calendar: "november 2026"."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def exact(value: datetime) -> str:
    """A moment in full: "3 november 2026 om 14.05 uur"."""
    return f"{date_nl(value)} om {clock_time(value)} uur"


def clock_time(value: datetime) -> str:
    """The time on a clock in the Netherlands: "14.05"."""
    return f"{local(value):%H.%M}"


def ago(value: datetime, at: datetime, *, to_the_minute: bool) -> str:
    """How long before `at` something was; from two weeks on, the date.

    By days unless asked for minutes: pages for visitors without an account are kept for the rest of the day.
    """
    days = (local(at).date() - local(value).date()).days
    if days <= 0:
        return _within_a_day(at - value) if to_the_minute else "vandaag"
    if days == 1:
        return "gisteren"
    return f"{days} dagen geleden" if days < DAYS_IN_WORDS else date_nl(value)


def _within_a_day(passed: timedelta) -> str:
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return "zojuist"
    if minutes < 60:
        return f"{count_nl(minutes, 'minuut', 'minuten')} geleden"
    return f"{minutes // 60} uur geleden"
