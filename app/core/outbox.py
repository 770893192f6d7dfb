"""What must follow a change, promised in the same transaction as the change itself.

A row is leased for a while, done once, and leased again when its worker died or failed. Payloads hold ids
only: text in them would outlive the hiding of that text.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import JSON, Index, delete, or_, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from app.core.clock import now
from app.core.db import Base, db, enum_type, unit_of_work
from app.core.upsert import insert_unless_there

LEASE = timedelta(seconds=60)
FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=15)
KEEP_DONE = timedelta(days=7)

log = logging.getLogger(__name__)


class FollowUp(StrEnum):
    """The kinds of work that follow a change; `app/subscribers.py` says who does each."""

    INDEX_PAGE = "index_page"
    RENDER_PAGE = "render_page"
    RENDER_REFERRERS = "render_referrers"
    TRACE_PAGE = "trace_page"
    TRACE_SOURCES = "trace_sources"
    PAGE_MOVED_ON = "page_moved_on"
    REBASE_PROPOSAL = "rebase_proposal"
    SUGGEST_THREADS = "suggest_threads"


# Work over the whole guide waits a little, so that a row of changes shares it.
WAITS: dict[FollowUp, timedelta] = {FollowUp.SUGGEST_THREADS: timedelta(seconds=30)}


class OutboxItem(Base):
    """One promise."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "uq_outbox_waiting",
            "kind",
            "key",
            unique=True,
            sqlite_where=text("done_at IS NULL AND leased_until IS NULL"),
            postgresql_where=text("done_at IS NULL AND leased_until IS NULL"),
        ),
        Index("ix_outbox_due", "done_at", "available_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[FollowUp] = mapped_column(enum_type(FollowUp))
    key: Mapped[str]
    payload: Mapped[dict[str, int]] = mapped_column(JSON)
    available_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True)
class Lease:
    """One promise, held by one worker until `until`."""

    item_id: int
    kind: FollowUp
    payload: dict[str, int]
    attempts: int
    until: datetime


Handler = Callable[[Mapping[str, int]], None]


def enqueue(kind: FollowUp, **ids: int) -> None:
    """Promise a follow-up in the running transaction; an equal one that nobody has begun serves for both."""
    key = ",".join(f"{name}={value}" for name, value in sorted(ids.items()))
    insert_unless_there(
        OutboxItem,
        {
            "kind": kind,
            "key": key,
            "payload": ids,
            "available_at": now() + WAITS.get(kind, timedelta()),
            "attempts": 0,
        },
        unique=("kind", "key"),
        where="done_at IS NULL AND leased_until IS NULL",
    )


def lease_due(limit: int = 20, *, lease: timedelta = LEASE) -> list[Lease]:
    """Take up to `limit` due promises, oldest first, for this worker alone."""
    moment = now()
    due = (
        select(OutboxItem)
        .where(OutboxItem.done_at.is_(None), OutboxItem.available_at <= moment)
        .where(or_(OutboxItem.leased_until.is_(None), OutboxItem.leased_until < moment))
        .order_by(OutboxItem.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    if db.session.scalar(due.with_only_columns(OutboxItem.id).limit(1)) is None:
        db.session.rollback()
        return []
    with unit_of_work():
        items = list(db.session.scalars(due))
        for item in items:
            item.leased_until = moment + lease
            item.attempts += 1
        return [Lease(i.id, i.kind, i.payload, i.attempts, moment + lease) for i in items]


def finish(lease: Lease) -> None:
    """The promise is kept."""
    with unit_of_work():
        db.session.execute(update(OutboxItem).where(OutboxItem.id == lease.item_id).values(done_at=now()))


def postpone(lease: Lease) -> None:
    """The attempt failed: try again later, each time after a longer wait."""
    wait = min(FIRST_RETRY * 2 ** min(lease.attempts, 16), LONGEST_RETRY)
    with unit_of_work():
        db.session.execute(
            update(OutboxItem).where(OutboxItem.id == lease.item_id).values(leased_until=now() + wait)
        )


def run_due(handlers: Mapping[FollowUp, Handler], limit: int = 20) -> int:
    """Do what is due, each apart so that one failure harms no other; returns how many were taken on."""
    leases = lease_due(limit)
    for lease in leases:
        try:
            handlers[lease.kind](lease.payload)
        except Exception:
            log.exception("follow-up %s %s failed, attempt %s", lease.kind, lease.payload, lease.attempts)
            db.session.rollback()
            postpone(lease)
        else:
            finish(lease)
    return len(leases)


def forget_done() -> None:
    """Drop the promises that were kept long ago."""
    with unit_of_work():
        db.session.execute(delete(OutboxItem).where(OutboxItem.done_at < now() - KEEP_DONE))
