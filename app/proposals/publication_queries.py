"""Reading which proposal a published text came from."""

from collections.abc import Collection

from sqlalchemy import select

from app.core.db import db
from app.proposals.models import ProposalChange, ProposalVersion, Publication
from app.proposals.rules import proposal_path


def proposals_behind(revision_ids: Collection[int]) -> dict[int, str]:
    """Where the proposal behind each of these revisions is read; one that came otherwise is not there."""
    pairs = (
        select(Publication.revision_id, ProposalVersion.proposal_id)
        .join(ProposalChange, ProposalChange.id == Publication.change_id)
        .join(ProposalVersion, ProposalVersion.id == ProposalChange.version_id)
        .where(Publication.revision_id.in_(revision_ids))
    )
    return {revision_id: proposal_path(proposal_id) for revision_id, proposal_id in db.session.execute(pairs)}
