"""Sending in a proposal, and sending it in again when the redactie asked for an adjustment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.outbox import FollowUp, enqueue
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.pages.care.queries import protections_of
from app.pages.care.rules import check_may_propose
from app.pages.rules import NOTE_LIMIT, REASON_LIMIT
from app.proposals import rules
from app.proposals.kinds import ProposalState, ProposalStep
from app.proposals.models import (
    ChangeRendering,
    Proposal,
    ProposalAuthor,
    ProposalChange,
    ProposalChangeTopic,
    ProposalEvent,
    ProposalVersion,
)
from app.proposals.preparing import PreparedChange
from app.proposals.reviewing.kinds import LapseCause
from app.proposals.reviewing.service import lapse_reviews
from app.proposals.timeline import Move, take_step

MOST_CHANGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Motivation:
    """What changes and why, in the proposer's own words."""

    change_note: str = ""
    reason: str
    minor: bool = False


def send(actor: Actor, changes: Sequence[PreparedChange], why: Motivation, *, key: str) -> str:
    """Send in a proposal, over one page or several; returns its address.

    The same key again gives the earlier address.
    """
    account_id = _account_of(actor)
    _check_motivation(why)
    _check_changes(changes)
    if earlier := claim(key, account_id):
        return _same_as_sent(earlier, changes)
    for protection in protections_of(change.base.page_id for change in changes if change.base).values():
        check_may_propose(actor, protection)
    moment = now()
    proposal = Proposal(assignee_id=None, last_event=1, created_at=moment)
    db.session.add(proposal)
    db.session.flush()  # what belongs to a proposal needs its id
    db.session.add(ProposalAuthor(proposal_id=proposal.id, account_id=account_id))
    version_id = add_version(proposal.id, 1, changes, why, account_id=account_id)
    db.session.add(
        ProposalEvent(
            proposal_id=proposal.id,
            seq=1,
            step=ProposalStep.SEND,
            state_after=ProposalState.SUBMITTED,
            actor_id=account_id,
            version_id=version_id,
            at=moment,
            reason="",
            data={},
        )
    )
    # The page may have moved on while the proposal was written.
    enqueue(FollowUp.REBASE_PROPOSAL, proposal=proposal.id)
    return _answered(key, account_id, proposal.id)


def resend(actor: Actor, move: Move, changes: Sequence[PreparedChange], why: Motivation, *, key: str) -> str:
    """Send in an adjusted text as a new version; the earlier words stay as they were."""
    account_id = _account_of(actor)
    _check_motivation(why)
    _check_changes(changes)
    if earlier := claim(key, account_id):
        return _same_as_sent(earlier, changes)
    event = take_step(actor, ProposalStep.RESEND, move)
    lapse_reviews(move.proposal_id, LapseCause.NEW_VERSION)
    latest = db.session.get_one(ProposalVersion, event.version_id)
    number = latest.number + 1
    event.version_id = add_version(move.proposal_id, number, changes, why, account_id=account_id)
    enqueue(FollowUp.REBASE_PROPOSAL, proposal=move.proposal_id)
    return _answered(key, account_id, move.proposal_id)


def _same_as_sent(url: str, changes: Sequence[PreparedChange]) -> str:
    """The earlier address; refused when the form was sent again with other words, which would be lost."""
    sent = (
        select(ProposalChange.title, ProposalChange.lead, ProposalChange.body)
        .join(ProposalVersion, ProposalVersion.id == ProposalChange.version_id)
        .where(ProposalVersion.proposal_id == rules.proposal_number(url))
    )
    known = set(map(tuple, db.session.execute(sent)))
    contents = [change.prepared.content for change in changes]
    if not {(content.title, content.lead, content.body) for content in contents} <= known:
        raise Conflict("already_sent")
    return url


def add_version(
    proposal_id: int,
    number: int,
    changes: Sequence[PreparedChange],
    why: Motivation,
    *,
    account_id: int,
    sent_at: datetime | None = None,
    rebased_from_id: int | None = None,
) -> int:
    """Add an immutable version with its changes in order; returns its id. The timeline is the caller's."""
    version = ProposalVersion(
        proposal_id=proposal_id,
        number=number,
        sent_by_id=account_id,
        sent_at=sent_at or now(),
        change_note=why.change_note.strip(),
        reason=why.reason.strip(),
        minor=why.minor,
        rebased_from_id=rebased_from_id,
    )
    db.session.add(version)
    db.session.flush()  # the changes need the version's id
    for position, change in enumerate(changes, start=1):
        _add_change(version.id, position, change)
    return version.id


def _add_change(version_id: int, position: int, change: PreparedChange) -> None:
    content = change.prepared.content
    base = change.base
    row = ProposalChange(
        version_id=version_id,
        position=position,
        kind=change.kind,
        page_id=base.page_id if base else None,
        base_revision_id=base.id if base else None,
        title=content.title,
        lead=content.lead,
        body=content.body,
        slug=change.slug,
        chapter_id=change.place.chapter_id,
        guide_position=change.place.position,
        section_anchor=change.section_anchor,
        restored_revision_id=change.restored_revision_id,
        replacement_page_id=change.replacement_page_id,
    )
    db.session.add(row)
    db.session.flush()  # themes and rendering need the change's id
    db.session.add(ChangeRendering(change_id=row.id, **change.prepared.rendering_values()))
    db.session.add_all(
        ProposalChangeTopic(change_id=row.id, topic_id=topic_id) for topic_id in sorted(content.topic_ids)
    )


def _check_changes(changes: Sequence[PreparedChange]) -> None:
    pages = [change.base.page_id for change in changes if change.base]
    if not changes:
        raise Invalid("no_changes", field="body")
    if len(changes) > MOST_CHANGES:
        raise Invalid("too_many_changes", field="body", limit=MOST_CHANGES)
    if len(pages) != len(set(pages)):
        raise Invalid("page_named_twice", field="body")


def _check_motivation(why: Motivation) -> None:
    if not why.reason.strip():
        raise Invalid("proposal_reason_missing", field="reason")
    for field, text, limit in (
        ("change_note", why.change_note, NOTE_LIMIT),
        ("reason", why.reason, REASON_LIMIT),
    ):
        if len(text) > limit:
            raise Invalid("text_too_long", field=field, limit=limit)


def _account_of(actor: Actor) -> int:
    rules.check_sender(actor)
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    return actor.account_id


def _answered(key: str, account_id: int, proposal_id: int) -> str:
    url = rules.proposal_path(proposal_id)
    answer(key, account_id, url)
    return url
