"""How moments, numbers and enumerations are written in templates."""

from datetime import datetime

from flask import Flask

from app.core.clock import now
from app.web.change_sizes import size_nl
from app.web.dates import ago, clock_time, date_nl, exact, month_nl
from app.web.guards import current_actor
from app.web.labels import label
from app.web.numbers import and_nl, count_nl, number_nl
from app.web.settings import current_settings


def _ago(value: datetime) -> str:
    return ago(value, now(), to_the_minute=current_actor().signed_in)


def _escalation_days() -> int:
    return current_settings().escalation_days


def register(app: Flask) -> None:
    """Make the filters known to every template."""
    app.jinja_env.filters |= {
        "date_nl": date_nl,
        "exact": exact,
        "month_nl": month_nl,
        "ago": _ago,
        "clock": clock_time,
        "label": label,
        "number_nl": number_nl,
        "count_nl": count_nl,
        "and_nl": and_nl,
        "size_nl": size_nl,
    }
    # A global, because macros do not see what a page is given.
    app.jinja_env.globals["escalation_days"] = _escalation_days
