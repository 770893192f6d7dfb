"""Everything about one's own drafts answers under one name."""

from typing import Any

from flask import Blueprint, abort

from app.proposals.drafts.queries import DraftText, own_draft
from app.web.forms import LARGEST_NUMBER
from app.web.guards import current_actor

bp = Blueprint("drafts", __name__, url_prefix="/mijn/concepten")


@bp.url_value_preprocessor
def refuse_impossible_numbers(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """A number that no row can have is of no draft; PostgreSQL would fail on it."""
    if values and any(number > LARGEST_NUMBER for number in values.values()):
        abort(404)


def draft_at(draft_id: int) -> DraftText:
    """The draft that a view is about; that of another person is not there."""
    draft = own_draft(current_actor().account_id, draft_id)
    if draft is None:
        abort(404)
    return draft
