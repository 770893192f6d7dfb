"""Talking about a proposal: opening a discussion, replying, settling it and opening it again."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Forbidden, NotFound
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.discussions import rules
from app.discussions.kinds import DiscussionStep
from app.discussions.models import Comment, Discussion
from app.discussions.spots import Spot
from app.proposals.models import Proposal
from app.proposals.rules import proposal_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What somebody does in a discussion, having seen its comments up to `seen` (an id)."""

    discussion_id: int
    step: DiscussionStep
    body: str = ""
    seen: int = 0


def discussion_path(proposal_id: int, discussion_id: int) -> str:
    """The address of a discussion on the page of its proposal."""
    return f"{proposal_path(proposal_id)}#overleg-{discussion_id}"


def open_discussion(actor: Actor, proposal_id: int, spot: Spot, body: str, *, key: str) -> str:
    """Begin a discussion about a spot with a first comment; returns its address."""
    account_id = _commenter(actor)
    rules.check_comment(body)
    if earlier := claim(key, account_id):
        return _same_as_said(account_id, body, earlier)
    if db.session.get(Proposal, proposal_id, with_for_update=True) is None:
        raise NotFound("proposal_unknown")
    there = select(func.count()).select_from(Discussion).where(Discussion.proposal_id == proposal_id)
    rules.check_room(db.session.scalar(there) or 0)
    anchor = spot.anchor
    discussion = Discussion(
        proposal_id=proposal_id,
        version_id=spot.version_id,
        change_id=spot.change_id,
        quote=anchor.quote if anchor else "",
        prefix=anchor.prefix if anchor else "",
        suffix=anchor.suffix if anchor else "",
        position=anchor.position if anchor else None,
        created_at=now(),
    )
    db.session.add(discussion)
    db.session.flush()  # the comment needs its id
    return _commented(account_id, discussion, body, key)


def respond(actor: Actor, turn: Turn, *, key: str) -> str:
    """Reply, settle or reopen, with words where there are any; returns the address of the discussion."""
    account_id = _commenter(actor)
    rules.check_comment(turn.body, needed=turn.step is DiscussionStep.REPLY)
    if earlier := claim(key, account_id):
        return _same_as_said(account_id, turn.body, earlier)
    discussion = db.session.get(Discussion, turn.discussion_id, with_for_update=True, populate_existing=True)
    if discussion is None:
        raise NotFound("discussion_unknown")
    said = select(func.count(), func.max(Comment.id)).where(Comment.discussion_id == discussion.id)
    comments, newest = db.session.execute(said).one()
    settled = discussion.settled_at is not None
    rules.check_step(turn.step, settled=settled, seen=turn.seen, newest=newest)
    if turn.body.strip():
        rules.check_room_for_comment(comments)
    settles = turn.step is DiscussionStep.SETTLE
    discussion.settled_at = now() if settles else None
    discussion.settled_by_id = account_id if settles else None
    return _commented(account_id, discussion, turn.body, key)


def _commenter(actor: Actor) -> int:
    rules.check_commenter(actor)
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    return actor.account_id


def _commented(account_id: int, discussion: Discussion, body: str, key: str) -> str:
    """Add the words, if any, and remember the answer to the form."""
    if body.strip():
        words = Comment(discussion_id=discussion.id, author_id=account_id, body=body.strip(), at=now())
        db.session.add(words)
    url = discussion_path(discussion.proposal_id, discussion.id)
    answer(key, account_id, url)
    return url


def _same_as_said(account_id: int, body: str, url: str) -> str:
    """The earlier address; refused when the form was sent again with other words, which would be lost."""
    said = select(Comment.id).where(
        Comment.author_id == account_id,
        Comment.discussion_id == int(url.rpartition("-")[2]),
        Comment.body == body.strip(),
    )
    if body.strip() and db.session.scalar(said.limit(1)) is None:
        raise Conflict("already_sent")
    return url
