"""What a new discussion would be about, read from what is stored and never from a form."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select

from app.core.db import db
from app.core.errors import NotFound
from app.discussions.kinds import TextSide
from app.discussions.places import Place
from app.discussions.placing import BlockText
from app.pages.preparation import renderings_to_show
from app.pages.texts import revision_texts
from app.proposals.change_queries import proposed_renderings
from app.proposals.hidden import CHANGE_IS_HIDDEN
from app.proposals.models import Proposal, ProposalChange, ProposalEvent, ProposalVersion
from app.text.anchors import Anchor
from app.text.rendered import Segment


@dataclass(frozen=True, slots=True)
class Spot:
    """The version, the change and the passage of a place; without an anchor it is about the whole of it."""

    version_id: int
    change_id: int | None
    anchor: Anchor | None


def spot_at(proposal_id: int, place: Place) -> Spot:
    """The spot of a place in a proposal. Raises `NotFound` when the proposal has no such place."""
    if place.change_id is None:
        return Spot(_newest_version(proposal_id), None, None)
    change = db.session.scalar(_change(proposal_id, place.change_id))
    if change is None:
        raise NotFound("place_unknown")
    if place.block is None:
        return Spot(change.version_id, change.id, None)
    anchor = BlockText(_segments(change, place.side)).anchor(place.block)
    if anchor is None:
        raise NotFound("place_unknown")
    return Spot(change.version_id, change.id, anchor)


def _newest_version(proposal_id: int) -> int:
    newest = (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event)
    version = select(ProposalEvent.version_id).join(Proposal, newest).where(Proposal.id == proposal_id)
    version_id = db.session.scalar(version)
    if version_id is None:
        raise NotFound("proposal_unknown")
    return version_id


def _change(proposal_id: int, change_id: int) -> Select[ProposalChange]:
    """The change, unless its words are hidden."""
    changes = select(ProposalChange).join(ProposalVersion, ProposalVersion.id == ProposalChange.version_id)
    changes = changes.join(Proposal, Proposal.id == ProposalVersion.proposal_id)
    return changes.where(
        Proposal.id == proposal_id, ProposalChange.id == change_id, CHANGE_IS_HIDDEN.is_not(True)
    )


def _segments(change: ProposalChange, side: TextSide) -> Sequence[Segment]:
    if side is TextSide.NEW:
        return proposed_renderings([change.id])[change.id].rendered.segments
    bases = revision_texts([change.base_revision_id])
    return next((rendered.segments for rendered in renderings_to_show(bases.values()).values()), ())
