"""Reading what is hidden, and what somebody asked to hide.

The conditions stand in the statements that read texts and names, so that what is hidden is not even read.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, case, exists, func, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.db import db
from app.pages.checking.models import AfterCheck
from app.pages.hiding.models import RevisionHiding
from app.pages.models import Page, PageEvent, PageSlug, Revision, RevisionAuthor
from app.pages.rules import page_path

ANSWERS_SHOWN = 20

_text_hiding = (RevisionHiding.account_id.is_(None), RevisionHiding.confirmed.is_(True))
HIDDEN_REVISIONS = select(RevisionHiding.revision_id).where(*_text_hiding)
"""The ids of the revisions whose text is hidden."""
IS_HIDDEN: Any = exists().where(RevisionHiding.revision_id == Revision.id, *_text_hiding)
"""Whether the text of the revision in the statement around it is hidden."""


_told = aliased(Revision)


def name_unless_hidden(account: Any) -> Any:
    """The name of somebody in the revision in the statement around it; None when it is hidden there."""
    hidden = exists().where(
        RevisionHiding.revision_id == Revision.id,
        RevisionHiding.account_id == account.id,
        RevisionHiding.confirmed.is_(True),
    )
    return case((hidden, None), else_=account.name)


def event_name_unless_hidden(account: Any) -> Any:
    """The name of somebody in the page event in the statement around it.

    None when it is hidden in any version of that page: an event has no version of its own.
    """
    hidden = exists().where(
        RevisionHiding.revision_id == _told.id,
        _told.page_id == PageEvent.page_id,
        RevisionHiding.account_id == account.id,
        RevisionHiding.confirmed.is_(True),
    )
    return case((hidden, None), else_=account.name)


def hidden_people(page_id: int) -> frozenset[int]:
    """Whose names are hidden in any version of a page."""
    hidden = select(RevisionHiding.account_id).join(Revision, Revision.id == RevisionHiding.revision_id)
    hidden = hidden.where(Revision.page_id == page_id, RevisionHiding.confirmed.is_(True))
    return frozenset(db.session.scalars(hidden.where(RevisionHiding.account_id.is_not(None))))


def event_reason_unless_hidden() -> Any:
    """The reason in the page event in the statement around it; empty when it came with a hidden text."""
    hidden = exists().where(
        _told.page_id == PageEvent.page_id, _told.reason == PageEvent.reason, _told.id.in_(HIDDEN_REVISIONS)
    )
    return case((hidden, ""), else_=PageEvent.reason)


@dataclass(frozen=True, slots=True)
class HidingRequest:
    """A wish to hide a text, or a name in it; `name` is None for a text, `confirmed` until it is answered."""

    id: int
    slug: str
    number: int
    page_title: str
    name: str | None
    reason: str
    asked_by_id: int
    asked_by: str
    asked_at: datetime
    answered_by: str | None
    answered_at: datetime | None
    confirmed: bool | None

    @property
    def url(self) -> str:
        """The version that it is about."""
        return f"{page_path(self.slug)}/versies/{self.number}"


_asker, _answerer, _hidden_person = aliased(Account), aliased(Account), aliased(Account)
_current = aliased(Revision)
_REQUESTS: Any = (
    select(
        RevisionHiding.id,
        PageSlug.slug,
        Revision.number,
        _current.title,
        _hidden_person.name,
        RevisionHiding.reason,
        RevisionHiding.asked_by_id,
        _asker.name,
        RevisionHiding.asked_at,
        _answerer.name,
        RevisionHiding.answered_at,
        RevisionHiding.confirmed,
    )
    .join(Revision, Revision.id == RevisionHiding.revision_id)
    .join(Page, Page.id == Revision.page_id)
    .join(_current, _current.id == Page.current_revision_id)
    .join(PageSlug, (PageSlug.page_id == Page.id) & PageSlug.current)
    .join(_asker, _asker.id == RevisionHiding.asked_by_id)
    .outerjoin(_answerer, _answerer.id == RevisionHiding.answered_by_id)
    .outerjoin(_hidden_person, _hidden_person.id == RevisionHiding.account_id)
)


def waiting_requests() -> list[HidingRequest]:
    """What waits for a second redacteur, oldest first."""
    waiting = _REQUESTS.where(RevisionHiding.answered_at.is_(None)).order_by(RevisionHiding.id)
    return [HidingRequest(*row) for row in db.session.execute(waiting)]


def answered_requests() -> list[HidingRequest]:
    """The newest answers."""
    answered = _REQUESTS.where(RevisionHiding.answered_at.is_not(None))
    newest = answered.order_by(RevisionHiding.answered_at.desc(), RevisionHiding.id.desc())
    return [HidingRequest(*row) for row in db.session.execute(newest.limit(ANSWERS_SHOWN))]


def count_to_hide(account_id: int) -> ScalarSelect[int]:
    """How many requests of others this redacteur may answer, as part of a statement."""
    waiting = select(func.count()).select_from(RevisionHiding).where(RevisionHiding.answered_at.is_(None))
    return waiting.where(RevisionHiding.asked_by_id != account_id).scalar_subquery()


def people_in(revision_id: int) -> dict[int, str]:
    """Whose names stand with a revision and are not hidden yet: who wrote, edited, approved or checked it."""
    wrote = select(RevisionAuthor.account_id).where(
        RevisionAuthor.revision_id == revision_id, RevisionAuthor.hidden_at.is_(None)
    )
    approved = select(Revision.approver_id).where(Revision.id == revision_id)
    checked = select(AfterCheck.checked_by_id).where(AfterCheck.revision_id == revision_id)
    hidden = select(RevisionHiding.account_id).where(
        RevisionHiding.revision_id == revision_id,
        RevisionHiding.account_id.is_not(None),
        RevisionHiding.confirmed.is_(True),
    )
    people = select(Account.id, Account.name).where(Account.id.in_(wrote.union(approved, checked)))
    return dict(db.session.execute(people.where(Account.id.not_in(hidden)).order_by(Account.name)).all())
