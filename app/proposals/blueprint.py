"""Everything about proposals answers under one name."""

from flask import Blueprint, abort

from app.pages.queries import PageHead, page_head
from app.proposals.detail_queries import ProposalHead, proposal_head

bp = Blueprint("proposals", __name__)


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
