"""Everything about bouwstenen answers under one name."""

from typing import Any

from flask import Blueprint, abort

bp = Blueprint("building_blocks", __name__)
LARGEST_NUMBER = 2**31 - 1


@bp.url_value_preprocessor
def refuse_impossible_numbers(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """A number that no row can have is of no bouwsteen; PostgreSQL would fail on it."""
    if values and any(isinstance(value, int) and value > LARGEST_NUMBER for value in values.values()):
        abort(404)
