"""Reading what the redactie takes care of for a page beside its text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.clock import now
from app.core.db import db
from app.pages.care.defaults import usual_decision_rule
from app.pages.care.models import Protection
from app.pages.care.rules import CurrentProtection
from app.pages.hiding.queries import event_name_unless_hidden, event_reason_unless_hidden
from app.pages.kinds import PageEventKind
from app.pages.models import Page, PageEvent


@dataclass(frozen=True, slots=True)
class PageCare:
    """Who looks after a page and until when its text holds; `outdated_reason` is what readers are told."""

    owner_id: int | None
    owner: str | None
    review_on: date | None
    verified_at: datetime | None
    outdated_since: datetime | None
    outdated_reason: str
    protection: CurrentProtection


@dataclass(frozen=True, slots=True)
class CareEvent:
    """One thing that happened to a page; `data` has ids and words of enumerations, never a person's words."""

    kind: PageEventKind
    at: datetime
    who: str | None
    reason: str
    data: dict[str, Any]


_holds = Protection.lifted_at.is_(None) & or_(
    Protection.ends_at.is_(None), Protection.ends_at > bindparam("at")
)
_decider, _owner = aliased(Account), aliased(Account)
_PROTECTED = (
    Protection.decision_rule,
    Protection.proposers,
    Protection.id,
    Protection.decider_id,
    _decider.name,
    Protection.reason,
    Protection.ends_at,
)
_why_outdated = (
    select(PageEvent.reason)
    .where(PageEvent.page_id == Page.id, PageEvent.kind == PageEventKind.OUTDATED)
    .order_by(PageEvent.id.desc())
    .limit(1)
    .correlate(Page)
    .scalar_subquery()
)
_CARE: Any = (
    select(
        Page.owner_id,
        _owner.name,
        Page.review_on,
        Page.verified_at,
        Page.outdated_since,
        _why_outdated,
        *_PROTECTED,
    )
    .select_from(Page)
    .outerjoin(_owner, _owner.id == Page.owner_id)
    .outerjoin(Protection, (Protection.page_id == Page.id) & _holds)
    .outerjoin(_decider, _decider.id == Protection.decider_id)
    .where(Page.id == bindparam("page_id"))
)
_PROTECTIONS: Any = (
    select(Protection.page_id, *_PROTECTED)
    .outerjoin(_decider, _decider.id == Protection.decider_id)
    .where(Protection.page_id.in_(bindparam("page_ids", expanding=True)), _holds)
)


def protection_of(page_id: int | None) -> CurrentProtection:
    """The protection of a page as it holds now; of a page without one (also one to come) the usual rule."""
    return protections_of([page_id])[page_id] if page_id else _protection(None)


def protections_of(page_ids: Iterable[int]) -> dict[int, CurrentProtection]:
    """The protection of each of these pages as it holds now, in one statement."""
    asked = list(page_ids)
    rows = db.session.execute(_PROTECTIONS, {"page_ids": asked, "at": now()})
    found = {page_id: CurrentProtection(*row) for page_id, *row in rows}
    return {page_id: found.get(page_id) or _protection(None) for page_id in asked}


def page_care(page_id: int) -> PageCare:
    """Everything that is arranged for a page, in one statement."""
    row = db.session.execute(_CARE, {"page_id": page_id, "at": now()}).one()
    owner_id, owner, review_on, verified_at, outdated_since, why = row[:6]
    protection = _protection(row[6:] if row[6] else None)
    return PageCare(owner_id, owner, review_on, verified_at, outdated_since, why or "", protection)


def page_events(page_id: int) -> list[CareEvent]:
    """Everything that happened to a page beside its text, oldest first."""
    rows = (
        select(
            PageEvent.kind,
            PageEvent.at,
            event_name_unless_hidden(Account),
            event_reason_unless_hidden(),
            PageEvent.data,
        )
        .outerjoin(Account, Account.id == PageEvent.actor_id)
        .where(PageEvent.page_id == page_id)
        .order_by(PageEvent.id)
    )
    return [CareEvent(*row) for row in db.session.execute(rows)]


def newest_event(page_id: int) -> int:
    """The last thing that happened to a page, as a form carries it; 0 when nothing did."""
    return db.session.scalar(select(func.max(PageEvent.id)).where(PageEvent.page_id == page_id)) or 0


def _protection(row: Any) -> CurrentProtection:
    return CurrentProtection(*row) if row else CurrentProtection(usual_decision_rule())
