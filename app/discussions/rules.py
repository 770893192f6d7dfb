"""Who may take part in a discussion, and how much fits in it."""

from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor, Permission
from app.discussions.kinds import DiscussionStep

COMMENT_LIMIT = 2_000
MOST_DISCUSSIONS = 200
"""On one proposal."""
MOST_COMMENTS = 200
"""In one discussion."""


def check_commenter(actor: Actor) -> None:
    """Refuse words of somebody who may only read."""
    if not actor.may(Permission.COMMENT):
        raise Forbidden("not_allowed")


def check_comment(body: str, *, needed: bool = True) -> None:
    """Refuse a comment without words where these are needed, and one beyond the limit."""
    if needed and not body.strip():
        raise Invalid("comment_missing", field="body")
    if len(body) > COMMENT_LIMIT:
        raise Invalid("text_too_long", field="body", limit=COMMENT_LIMIT)


def check_room(discussions: int) -> None:
    """Refuse one discussion more on a proposal that has this many."""
    if discussions >= MOST_DISCUSSIONS:
        raise Invalid("too_many_discussions", field="body", limit=MOST_DISCUSSIONS)


def check_room_for_comment(comments: int) -> None:
    """Refuse one comment more in a discussion that has this many."""
    if comments >= MOST_COMMENTS:
        raise Invalid("too_many_comments", field="body", limit=MOST_COMMENTS)


def check_step(step: DiscussionStep, *, settled: bool, seen: int, newest: int) -> None:
    """Refuse to settle what has words that were not seen, or was settled already, and to reopen what is open.

    A reply is always welcome: in a settled discussion it opens it again.
    """
    if step is DiscussionStep.REPLY:
        return
    if settled == (step is DiscussionStep.SETTLE):
        raise Conflict("discussion_settled" if settled else "discussion_open")
    if step is DiscussionStep.SETTLE and seen != newest:
        raise Conflict("discussion_moved_on")
