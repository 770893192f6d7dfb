"""Promising that somebody looks at a revision afterwards, and keeping that promise."""

from collections.abc import Iterable

from sqlalchemy import select

from app.core.clock import now
from app.core.db import db
from app.core.site_state import bump_public_version
from app.pages.checking.kinds import CheckCause, CheckVerdict
from app.pages.checking.models import AfterCheck
from app.pages.checking.rules import CHECK_WITHIN


def promise_check(revision_id: int, cause: CheckCause) -> None:
    """Somebody of the redactie looks at this revision within three days."""
    db.session.add(AfterCheck(revision_id=revision_id, cause=cause, due_at=now() + CHECK_WITHIN, words=""))


def note_verdict(revision_ids: Iterable[int], verdict: CheckVerdict, *, by: int, words: str) -> None:
    """Note what came of looking; the mark on the page goes away."""
    waiting = select(AfterCheck).where(
        AfterCheck.revision_id.in_(list(revision_ids)), AfterCheck.checked_at.is_(None)
    )
    for check in db.session.scalars(waiting):
        check.checked_at = now()
        check.checked_by_id = by
        check.verdict = verdict
        check.words = words
    bump_public_version()
