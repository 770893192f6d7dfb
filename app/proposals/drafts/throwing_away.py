"""Throwing drafts away, whole or one page of them, and having them back; for good after thirty days."""

from datetime import datetime

from sqlalchemy import select

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, NotFound
from app.core.permissions import Actor
from app.proposals.drafts import parts, service
from app.proposals.drafts.models import Draft
from app.proposals.drafts.rules import draft_path, gone_for_good


def throw_away(actor: Actor, draft_id: int) -> None:
    """Put one's own draft out of sight; one that is gone already is gone."""
    draft = service.find_own(actor, draft_id)
    if draft is None:
        return
    _put_away(draft, now())
    forget_thrown_away()


def bring_back(actor: Actor, draft_id: int, *, most: int) -> str:
    """Make a draft of what was thrown away; returns its address.

    It gets another number: a form of the old one that is still open may have sent it in meanwhile. Asking
    twice is asking once.
    """
    account_id = service.writer_of(actor)
    mine = select(Draft).where(Draft.author_id == account_id)
    back = f"terug-{draft_id}"
    if earlier := db.session.scalars(mine.where(Draft.form_key == back)).one_or_none():
        return draft_path(earlier.id)
    kept = mine.where(Draft.id == draft_id, Draft.thrown_away_at > gone_for_good(now()))
    old = db.session.scalars(kept.with_for_update()).one_or_none()
    if old is None:
        raise NotFound("draft_unknown")
    service.check_draft_fits(account_id, most)
    fresh = service.like(old, form_key=back)
    parts.move_all(old.id, fresh.id)
    parts.delete_draft(old.id)
    return draft_path(fresh.id)


def take_out(actor: Actor, draft_id: int, seen_version: int, change_id: int) -> None:
    """Take one page out of a draft, and keep it as something thrown away; the last one stays."""
    draft = service.own(actor, draft_id, seen_version=seen_version)
    if len(parts.page_ids(draft.id)) < 2:
        raise Conflict("draft_needs_a_page")
    apart = service.like(draft, form_key=f"deel-{change_id}")
    parts.move_out(draft.id, change_id, apart.id)
    _put_away(apart, now())
    service.touch(draft)


def forget_thrown_away() -> None:
    """Delete for good what was thrown away more than thirty days ago."""
    old = select(Draft.id).where(Draft.thrown_away_at <= gone_for_good(now()))
    for draft_id in db.session.scalars(old).all():
        parts.delete_draft(draft_id)


def _put_away(draft: Draft, moment: datetime) -> None:
    """Out of sight; a form that is still open saves beside it, in a draft of its own."""
    draft.form_key, draft.form_step = f"weg-{draft.id}", 0
    draft.thrown_away_at = moment
