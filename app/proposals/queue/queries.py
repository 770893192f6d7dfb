"""Reading the queue of the redactie: the chosen part of it, oldest first."""

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, cast, exists, func, literal, not_, select, union
from sqlalchemy.orm import aliased

from app.core.db import db
from app.proposals.kinds import ChangeKind, ProposalStep
from app.proposals.models import (
    ChangeRendering,
    Proposal,
    ProposalAuthor,
    ProposalChange,
    ProposalChangeTopic,
    ProposalEvent,
    ProposalVersion,
)
from app.proposals.presence.models import Presence
from app.proposals.presence.rules import PROPOSAL, gone_before
from app.proposals.queries import ProposalList, queue
from app.proposals.queue.kinds import QueueSize
from app.proposals.queue.rules import QueueChoice, bounds
from app.proposals.reviewing.models import Review
from app.text.change_size import ChangeSize
from app.topics.models import Topic

# The list itself joins these tables already.
_change, _rendering, _step = aliased(ProposalChange), aliased(ChangeRendering), aliased(ProposalEvent)


def chosen_queue(choice: QueueChoice, account_id: int, at: datetime) -> ProposalList:
    """What waits for the redactie and answers to this person's choice, oldest first."""
    waiting = queue()
    conditions: list[ColumnElement[bool]] = []
    if choice.topic:
        conditions.append(_has_topic(choice.topic))
    if choice.kind:
        conditions.append(_has_kind(choice.kind))
    if choice.size:
        conditions.append(_has_size(choice.size))
    if choice.unfollowed:
        conditions.append(_is_unfollowed(at))
    if choice.mine:
        conditions.append(Proposal.assignee_id == account_id)
    return replace(waiting, statement=waiting.statement.where(*conditions))


def sent_before(waiting: ProposalList, moment: datetime) -> ProposalList:
    """The part of a list that was sent in before this moment."""
    return replace(waiting, statement=waiting.statement.where(Proposal.created_at <= moment))


def written_by(account_id: int, proposal_ids: Collection[int]) -> frozenset[int]:
    """Which of these proposals hold words of this person."""
    wrote = select(ProposalAuthor.proposal_id).where(ProposalAuthor.account_id == account_id)
    sent = select(ProposalVersion.proposal_id).where(ProposalVersion.sent_by_id == account_id)
    both = union(
        wrote.where(ProposalAuthor.proposal_id.in_(proposal_ids)),
        sent.where(ProposalVersion.proposal_id.in_(proposal_ids)),
    )
    return frozenset(db.session.scalars(both))


def _has_kind(kind: ChangeKind) -> ColumnElement[bool]:
    """Whether any change of the newest version is of this kind."""
    return exists().where(_change.version_id == ProposalEvent.version_id, _change.kind == kind)


def _has_topic(slug: str) -> ColumnElement[bool]:
    """Whether any page of the newest version would be about this theme."""
    return exists().where(
        _change.version_id == ProposalEvent.version_id,
        ProposalChangeTopic.change_id == _change.id,
        Topic.id == ProposalChangeTopic.topic_id,
        Topic.slug == slug,
    )


def _has_size(size: QueueSize) -> ColumnElement[bool]:
    """Whether all changes of the newest version together count as many as belongs to this size."""
    counts = [func.coalesce(_rendering.change_size[part.name].as_integer(), 0) for part in fields(ChangeSize)]
    total = (
        select(func.sum(sum(counts, start=literal(0))))
        .join(_change, _change.id == _rendering.change_id)
        .where(_change.version_id == ProposalEvent.version_id)
        .correlate(ProposalEvent)
        .scalar_subquery()
    )
    least, most = bounds(size)
    return total >= least if most is None else total.between(least, most)


def _is_unfollowed(at: datetime) -> ColumnElement[bool]:
    """Whether nobody took it on or gave advice, ever, and nobody but its writers looks at it now."""
    wrote = exists().where(
        ProposalAuthor.proposal_id == Proposal.id, ProposalAuthor.account_id == Presence.account_id
    )
    looks = exists().where(
        Presence.subject == literal(PROPOSAL) + cast(Proposal.id, String),
        Presence.seen_at >= gone_before(at),
        not_(wrote),
    )
    taken = exists().where(_step.proposal_id == Proposal.id, _step.step == ProposalStep.TAKE)
    advised = exists().where(Review.proposal_id == Proposal.id)
    return and_(Proposal.assignee_id.is_(None), not_(taken), not_(advised), not_(looks))
