"""Hiding a text or a name in it for the sake of somebody's privacy: one redacteur asks, another confirms."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Invalid, NotFound
from app.core.outbox import FollowUp, enqueue
from app.core.permissions import Actor
from app.core.site_state import bump_public_version
from app.core.submissions import claim
from app.pages.checking.kinds import CheckVerdict
from app.pages.checking.service import note_verdict
from app.pages.hiding.models import RevisionHiding
from app.pages.hiding.queries import people_in
from app.pages.hiding.rules import check_may_hide, check_not_current, check_second
from app.pages.kinds import PageEventKind
from app.pages.models import Page, PageEvent, Rendering, Revision, RevisionAuthor
from app.pages.rules import REASON_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class HidingWish:
    """What to hide of a version and why: the name of one person in it, or without `account_id` its text."""

    revision_id: int
    reason: str
    account_id: int | None = None


def ask(actor: Actor, wish: HidingWish, *, key: str) -> None:
    """Ask a colleague to confirm; nothing is hidden yet."""
    account_id = check_may_hide(actor)
    _check_reason(wish.reason)
    revision = db.session.get(Revision, wish.revision_id)
    if revision is None:
        raise NotFound("page_unknown")
    page = db.session.get_one(Page, revision.page_id, with_for_update=True, populate_existing=True)
    if wish.account_id is None:
        check_not_current(revision.id, page.current_revision_id)
    elif wish.account_id not in people_in(revision.id):
        raise Invalid("unknown_choice", field="what")
    earlier = _asked_before(wish)
    if claim(key, account_id) is not None and earlier is not None and earlier.reason == wish.reason.strip():
        return
    if earlier is not None:
        raise Conflict("hiding_asked_already")
    db.session.add(
        RevisionHiding(
            revision_id=revision.id,
            account_id=wish.account_id,
            reason=wish.reason.strip(),
            asked_by_id=account_id,
            asked_at=now(),
        )
    )


def confirm(actor: Actor, request_id: int) -> None:
    """Hide it: from now on nobody reads it any more, wherever it stood."""
    account_id = check_may_hide(actor)
    request = _locked(request_id)
    check_second(account_id, request.asked_by_id)
    if not _answer(request, account_id, confirmed=True):
        return
    revision = db.session.get_one(Revision, request.revision_id)
    page = db.session.get_one(Page, revision.page_id, with_for_update=True, populate_existing=True)
    if request.account_id is None:
        check_not_current(revision.id, page.current_revision_id)
        db.session.execute(delete(Rendering).where(Rendering.revision_id == revision.id))
        # Two people looked at it, and it cannot be looked at any more.
        note_verdict([revision.id], CheckVerdict.UNDONE, by=account_id, words="")
    else:
        _hide_name(revision.id, request.account_id)
    data = {"number": revision.number, "what": "text" if request.account_id is None else "name"}
    # Without the reason: it may tell what had to be hidden.
    event = PageEvent(
        page_id=page.id, kind=PageEventKind.HIDDEN, actor_id=account_id, at=now(), reason="", data=data
    )
    db.session.add(event)
    enqueue(FollowUp.INDEX_PAGE, page=page.id)
    bump_public_version()


def dismiss(actor: Actor, request_id: int) -> None:
    """Leave it as it is; whoever asked may do this too, and so takes the request back."""
    _answer(_locked(request_id), check_may_hide(actor), confirmed=False)


def _asked_before(wish: HidingWish) -> RevisionHiding | None:
    """The same wish that waits or was confirmed; one that was dismissed may be asked again."""
    same = select(RevisionHiding).where(
        RevisionHiding.revision_id == wish.revision_id,
        RevisionHiding.account_id.is_not_distinct_from(wish.account_id),
        RevisionHiding.confirmed.is_not(False),
    )
    return db.session.scalars(same).first()


def _locked(request_id: int) -> RevisionHiding:
    request = db.session.get(RevisionHiding, request_id, with_for_update=True, populate_existing=True)
    if request is None:
        raise NotFound("hiding_unknown")
    return request


def _answer(request: RevisionHiding, account_id: int, *, confirmed: bool) -> bool:
    """Write the answer down; False when this person gave this very answer before."""
    if request.answered_at is not None:
        if (request.answered_by_id, request.confirmed) == (account_id, confirmed):
            return False
        raise Conflict("hiding_answered")
    request.answered_by_id, request.answered_at, request.confirmed = account_id, now(), confirmed
    return True


def _hide_name(revision_id: int, account_id: int) -> None:
    authors = (RevisionAuthor.revision_id == revision_id, RevisionAuthor.account_id == account_id)
    db.session.execute(update(RevisionAuthor).where(*authors).values(hidden_at=now()))


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid("hiding_reason_missing", field="reason")
    if len(reason) > REASON_LIMIT:
        raise Invalid("text_too_long", field="reason", limit=REASON_LIMIT)
