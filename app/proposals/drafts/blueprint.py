"""Everything about one's own drafts answers under one name."""

from flask import Blueprint, abort, request

from app.proposals.drafts.queries import DraftedChange, DraftText, own_draft
from app.web.guards import current_actor

bp = Blueprint("drafts", __name__, url_prefix="/mijn/concepten")
PART = "deel"
"""The part of a draft that a view is about, in the address or the form."""


def draft_at(draft_id: int) -> DraftText:
    """The draft that a view is about; that of another person is not there."""
    draft = own_draft(current_actor().account_id, draft_id)
    if draft is None:
        abort(404)
    return draft


def part_of(draft: DraftText) -> DraftedChange:
    """The page of a draft that is asked for; the first when none is."""
    asked = request.values.get(PART)
    found = [change for change in draft.changes if not asked or asked == str(change.id)]
    if not found:
        abort(404)
    return found[0]
