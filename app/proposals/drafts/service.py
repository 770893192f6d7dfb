"""Keeping drafts: saving while somebody types, and clearing away what was sent in."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, func, select

from app.accounts.models import Account
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, NotFound
from app.core.permissions import Actor, Permission, account_with
from app.core.submissions import earlier_answer
from app.proposals.drafts import parts, settled
from app.proposals.drafts.models import Draft
from app.proposals.drafts.rules import FormStamp, Ticket, check_room, draft_path, is_repeated, may_save_over
from app.proposals.sending import Motivation
from app.proposals.timeline import author_ids
from app.proposals.written import WrittenChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a form holds; `change` or `why` is None in a form that does not ask for it."""

    change: WrittenChange | None
    why: Motivation | None
    cursor: int | None = None
    proposal_id: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a text is kept now. `news` is the code of what its author must be told, if anything."""

    draft_id: int
    version: int
    change_id: int | None
    at: datetime
    news: str | None = None

    @property
    def url(self) -> str:
        """Where its author goes on."""
        return draft_path(self.draft_id)


@dataclass(frozen=True, slots=True)
class Cleared:
    """Whether nothing is left of a draft that is sent in, and what its author gave up in it."""

    done: bool = True
    kept: tuple[settled.Kept, ...] = ()


def save(actor: Actor, ticket: Ticket, writing: Writing, *, most: int) -> Saved:
    """Keep what a form holds, in the draft it belongs to or in one of its own; `most` is how many may be had.

    Words of another form are never written over: then this text becomes a draft beside it. Refuses a form
    that was sent in meanwhile, so that what comes late does not bring its draft back.
    """
    account_id = writer_of(actor)
    if earlier_answer(ticket.send_key, account_id):
        raise Conflict("draft_sent")
    draft = _draft_of(account_id, ticket)
    if draft and is_repeated(_stamp(draft), ticket.stamp):
        return _saved(draft, ticket.change_id)
    if draft and may_save_over(_stamp(draft), draft.version, ticket):
        return _write(draft, ticket, writing)
    news = None if ticket.draft_id is None else "draft_apart" if draft else "draft_gone"
    fresh = _begin(account_id, ticket.stamp, writing, most=most)
    copied = parts.copy_all(draft.id, fresh.id) if draft else {}
    return _write(fresh, replace(ticket, change_id=copied.get(ticket.change_id or 0)), writing, news)


def clear_sent(actor: Actor, ticket: Ticket) -> Cleared:
    """Delete the draft of a form that is being sent in, in the same transaction.

    It stays when another form went on with it: those words were not sent.
    """
    draft = _draft_of(writer_of(actor), ticket)
    if draft is None:
        return Cleared()
    if not may_save_over(_stamp(draft), draft.version, ticket):
        return Cleared(done=False)
    kept = tuple(settled.kept_in(draft.id))
    parts.delete_draft(draft.id)
    return Cleared(kept=kept)


def find_own(actor: Actor, draft_id: int) -> Draft | None:
    """One's own draft, locked; None when there is none or it was thrown away."""
    account_id = writer_of(actor)
    return db.session.scalars(_kept(account_id).where(Draft.id == draft_id)).one_or_none()


def own(actor: Actor, draft_id: int, *, seen_version: int) -> Draft:
    """One's own draft, locked, to be changed by somebody who has seen its newest version."""
    draft = find_own(actor, draft_id)
    if draft is None:
        raise NotFound("draft_unknown")
    if draft.version != seen_version:
        raise Conflict("draft_moved_on")
    return draft


def touch(draft: Draft) -> None:
    """Note that a draft changed otherwise than by a form: no form that is open may save over it unseen."""
    draft.version += 1
    draft.form_key, draft.form_step = f"{draft.id}-{draft.version}", 0
    draft.updated_at = now()


def check_draft_fits(account_id: int, most: int) -> None:
    """Refuse one more draft to a person who has `most`; what she threw away does not count."""
    kept = select(func.count(Draft.id)).where(Draft.author_id == account_id, Draft.thrown_away_at.is_(None))
    check_room(db.session.scalar(kept) or 0, most)


def like(draft: Draft, *, form_key: str) -> Draft:
    """A draft with the same reasons as another one, without pages."""
    copied = ("author_id", "proposal_id", "cursor", "change_note", "reason", "minor", "created_at")
    values = {name: getattr(draft, name) for name in copied}
    fresh = Draft(version=1, form_key=form_key, form_step=0, updated_at=now(), **values)
    db.session.add(fresh)
    db.session.flush()  # its changes need its id
    return fresh


def _kept(account_id: int) -> Select[Draft]:
    """This person's drafts but for those she threw away, locked and as they are now."""
    mine = select(Draft).where(Draft.author_id == account_id, Draft.thrown_away_at.is_(None))
    return mine.with_for_update().execution_options(populate_existing=True)


def writer_of(actor: Actor) -> int:
    """The account, locked: what one person does with drafts happens one after another."""
    account_id = account_with(actor, Permission.PROPOSE)
    db.session.execute(select(Account.id).where(Account.id == account_id).with_for_update(key_share=True))
    return account_id


def _draft_of(account_id: int, ticket: Ticket) -> Draft | None:
    """The draft that this opened form made or saved last; else the one it was opened for."""
    mine = _kept(account_id)
    by_form = db.session.scalars(mine.where(Draft.form_key == ticket.stamp.form)).one_or_none()
    return by_form or db.session.scalars(mine.where(Draft.id == ticket.draft_id)).one_or_none()


def _begin(account_id: int, stamp: FormStamp, writing: Writing, *, most: int) -> Draft:
    check_draft_fits(account_id, most)
    if writing.proposal_id and account_id not in author_ids(writing.proposal_id):
        raise NotFound("proposal_unknown")
    moment = now()
    draft = Draft(
        author_id=account_id,
        proposal_id=writing.proposal_id,
        version=0,
        form_key=stamp.form,
        cursor=None,
        change_note="",
        reason="",
        minor=False,
        created_at=moment,
        updated_at=moment,
    )
    db.session.add(draft)
    db.session.flush()  # its changes need its id
    return draft


def _write(draft: Draft, ticket: Ticket, writing: Writing, news: str | None = None) -> Saved:
    draft.form_key, draft.form_step = ticket.stamp.form, ticket.stamp.step
    draft.cursor = writing.cursor
    if writing.why:
        draft.change_note = writing.why.change_note
        draft.reason = writing.why.reason
        draft.minor = writing.why.minor
    draft.version += 1
    draft.updated_at = now()
    change_id = parts.write(draft.id, ticket.change_id, writing.change) if writing.change else None
    return _saved(draft, change_id, news)


def _saved(draft: Draft, change_id: int | None, news: str | None = None) -> Saved:
    return Saved(draft.id, draft.version, change_id, draft.updated_at, news)


def _stamp(draft: Draft) -> FormStamp:
    return FormStamp(draft.form_key, draft.form_step)
