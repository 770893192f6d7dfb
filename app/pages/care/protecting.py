"""Protecting a page, and lifting its protection."""

from datetime import datetime

from sqlalchemy import select

from app.accounts.queries import accounts_with
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor, Permission, account_with
from app.pages.care import rules
from app.pages.care.defaults import usual_decision_rule
from app.pages.care.models import Protection
from app.pages.care.recording import CareStep, Happening, begin, check_reason, record
from app.pages.care.rules import ProtectionWish
from app.pages.kinds import PageEventKind


def protect(actor: Actor, step: CareStep, wish: ProtectionWish) -> None:
    """Say who may propose for a page and who decides; takes the place of the protection it had."""
    account_id = account_with(actor, Permission.PROTECT)
    moment = now()
    check_reason(step.reason)
    rules.check_protection(wish, usual=usual_decision_rule(), at=moment)
    if wish.decider_id is not None and wish.decider_id not in accounts_with(Permission.DECIDE):
        raise Invalid("decider_not_redacteur", field="decider")
    what = Happening(PageEventKind.PROTECTED, _described(wish))
    if begin(account_id, step, what) is None:
        return
    _end_current(step.page_id, account_id, moment)
    db.session.add(
        Protection(
            page_id=step.page_id,
            proposers=wish.proposers,
            decision_rule=wish.decision_rule,
            decider_id=wish.decider_id,
            reason=step.reason.strip(),
            set_by_id=account_id,
            set_at=moment,
            ends_at=wish.ends_at,
        )
    )
    record(account_id, step, what)


def lift(actor: Actor, step: CareStep) -> None:
    """End the protection of a page before its time."""
    account_id = account_with(actor, Permission.PROTECT)
    check_reason(step.reason)
    what = Happening(PageEventKind.UNPROTECTED)
    if begin(account_id, step, what) is None:
        return
    if not _end_current(step.page_id, account_id, now()):
        raise Conflict("not_protected")
    record(account_id, step, what)


def _end_current(page_id: int, account_id: int, moment: datetime) -> bool:
    """Close the newest protection; False when there is none that still holds."""
    newest = select(Protection).where(Protection.page_id == page_id, Protection.lifted_at.is_(None))
    current = db.session.scalars(newest).first()
    if current is None:
        return False
    ended = current.ends_at is not None and current.ends_at <= moment
    current.lifted_at = current.ends_at if ended else moment
    current.lifted_by_id = None if ended else account_id
    db.session.flush()  # a page has one protection that is not lifted
    return not ended


def _described(wish: ProtectionWish) -> dict[str, object]:
    return {
        "proposers": wish.proposers.value,
        "decision_rule": wish.decision_rule.value,
        "decider": wish.decider_id,
        "ends_at": wish.ends_at.isoformat() if wish.ends_at else None,
    }
