"""Everything about rode draden, the plaat and dilemmas answers under one name."""

from typing import Any

from flask import Blueprint, abort

bp = Blueprint("threads", __name__)
LARGEST_NUMBER = 2**31 - 1


@bp.url_value_preprocessor
def refuse_impossible_numbers(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """A number that no row can have is of nothing; PostgreSQL would fail on it."""
    if values and values.get("number", 0) > LARGEST_NUMBER:
        abort(404)
