"""When a page moves on, the proposals for it move along: by themselves where that is clear."""

from collections.abc import Mapping, Sequence

from app.core.db import unit_of_work
from app.core.outbox import FollowUp, enqueue
from app.pages.texts import revision_texts
from app.proposals.merging import service
from app.proposals.merging.queries import open_proposals_about, standing_of
from app.proposals.plans import Plan, plan_version
from app.proposals.preparing import PreparedChange
from app.proposals.rebasing import asks_the_same
from app.proposals.reviewing.kinds import LapseCause
from app.proposals.reviewing.service import lapse_reviews
from app.proposals.rules import OPEN


def follow_page(payload: Mapping[str, int]) -> None:
    """Have every open proposal for this page looked at, each as a follow-up of its own."""
    with unit_of_work():
        for proposal_id in open_proposals_about(payload["page"]):
            enqueue(FollowUp.REBASE_PROPOSAL, proposal=proposal_id)


def rebase_proposal(payload: Mapping[str, int]) -> None:
    """Bring a proposal up to its pages as they are now, or note where it clashes with them.

    Merging and rendering are done before the transaction; when somebody took a step meanwhile the follow-up
    fails and is tried again.
    """
    standing = standing_of(payload["proposal"])
    if standing is None or standing.state not in OPEN:
        return
    plan = plan_version(standing.version_id)
    if plan.overlaps:
        with unit_of_work():
            service.note_clash(standing, plan)
    elif plan.has_moved_on:
        changes = service.prepare_changes(plan, {})
        touched = _touches(plan, changes)
        with unit_of_work():
            service.rebase_version(standing, plan, changes)
            if touched:
                lapse_reviews(standing.proposal_id, LapseCause.REBASED)


def _touches(plan: Plan, changes: Sequence[PreparedChange]) -> bool:
    """Whether the proposal asks for something else than its readers gave their opinion about."""
    bases = revision_texts(change.change.base_revision_id for change in plan.changes)
    pairs = zip(plan.changes, changes, strict=True)
    return not all(
        asks_the_same(
            (bases[old.change.base_revision_id].content, old.change.content),
            (new.base.content, new.prepared.content),
        )
        for old, new in pairs
        if old.change.base_revision_id and new.base
    )
