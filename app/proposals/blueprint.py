"""Everything about proposals answers under one name."""

from typing import Any

from flask import Blueprint, abort

from app.pages.queries import PageHead, page_head
from app.proposals.detail_queries import ProposalHead, proposal_head

bp = Blueprint("proposals", __name__)
LARGEST_NUMBER = 2**31 - 1


@bp.url_value_preprocessor
def refuse_impossible_numbers(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """A number that no row can have is of no proposal; PostgreSQL would fail on it."""
    if values and values.get("proposal_id", 0) > LARGEST_NUMBER:
        abort(404)


def page_at(slug: str) -> PageHead:
    """The page that a proposal is about; a former address will do, so that a form sent there is not lost."""
    head = page_head(slug)
    if head is None:
        abort(404)
    return head


def proposal_at(proposal_id: int) -> ProposalHead:
    """The proposal that a view is about."""
    head = proposal_head(proposal_id)
    if head is None:
        abort(404)
    return head
