"""The one source of the present moment: always aware, always UTC."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment on a clock in the Netherlands, summer time included."""
    return moment.astimezone(AMSTERDAM)


def today() -> date:
    """The date in the Netherlands: what "vandaag" and "gisteren" are counted from."""
    return local(now()).date()


def end_of(day: date) -> datetime:
    """The midnight that ends a day in the Netherlands."""
    return datetime.combine(day + timedelta(days=1), time(), AMSTERDAM)
