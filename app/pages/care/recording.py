"""What somebody does for a page beside its text: once for each form, on what was seen, and written down."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Invalid, NotFound
from app.core.site_state import bump_public_version
from app.core.submissions import answer, claim
from app.pages.care.queries import newest_event
from app.pages.kinds import PageEventKind
from app.pages.models import Page, PageEvent
from app.pages.rules import REASON_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class CareStep:
    """A step by somebody who has seen what happened to the page up to `seen_event`; 0 when nothing had."""

    page_id: int
    seen_event: int
    key: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """What a step does, as the history of the page has it; `data` holds ids and words of enumerations."""

    kind: PageEventKind
    data: dict[str, Any] = field(default_factory=dict)


def check_reason(reason: str, *, needed: bool = True) -> None:
    """Refuse a step without words where they are needed, and words beyond the limit."""
    if needed and not reason.strip():
        raise Invalid("care_reason_missing", field="reason")
    if len(reason) > REASON_LIMIT:
        raise Invalid("text_too_long", field="reason", limit=REASON_LIMIT)


def begin(account_id: int, step: CareStep, what: Happening) -> Page | None:
    """The page, locked until the transaction ends; None when this form did its work already.

    Raises `Conflict` when the form was used for something else, or when more happened than was seen.
    """
    if claim(step.key, account_id) is not None:
        _check_same(account_id, step, what)
        return None
    page = db.session.get(Page, step.page_id, with_for_update=True, populate_existing=True)
    if page is None or page.current_revision_id is None:
        raise NotFound("page_unknown")
    if newest_event(page.id) != step.seen_event:
        raise Conflict("page_care_moved_on")
    return page


def record(account_id: int, step: CareStep, what: Happening) -> None:
    """Write the step down; readers without an account see what it changed from now on."""
    db.session.add(
        PageEvent(
            page_id=step.page_id,
            kind=what.kind,
            actor_id=account_id,
            at=now(),
            reason=step.reason.strip(),
            data=what.data,
        )
    )
    answer(step.key, account_id, "")
    bump_public_version()


def _check_same(account_id: int, step: CareStep, what: Happening) -> None:
    """Refused when the form was sent again with other words, which would be lost."""
    done = select(PageEvent.data).where(
        PageEvent.page_id == step.page_id,
        PageEvent.id > step.seen_event,
        PageEvent.actor_id == account_id,
        PageEvent.kind == what.kind,
        PageEvent.reason == step.reason.strip(),
    )
    if what.data not in list(db.session.scalars(done)):
        raise Conflict("already_sent")
