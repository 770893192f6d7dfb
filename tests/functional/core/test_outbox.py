"""A promise is kept once, by one worker, whatever happens to the others."""

import threading
from collections.abc import Mapping
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.outbox import WAITS, FollowUp, OutboxItem, enqueue, finish, forget_done, lease_due, run_due

GONE = timedelta(seconds=-1)


def promise(*pages: int) -> None:
    with unit_of_work():
        for page in pages:
            enqueue(FollowUp.INDEX_PAGE, page=page)


def waiting() -> int:
    return db.session.scalar(sa.select(sa.func.count()).where(OutboxItem.done_at.is_(None))) or 0


def test_a_promise_is_undone_with_its_change(context: Flask) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work():
        enqueue(FollowUp.INDEX_PAGE, page=1)
        _ = 1 / 0
    assert waiting() == 0


def test_equal_promises_that_nobody_began_serve_as_one(context: Flask) -> None:
    promise(1, 1, 2)
    assert waiting() == 2


def test_work_over_the_whole_guide_waits_for_the_changes_that_share_it(context: Flask) -> None:
    for _ in range(3):
        with unit_of_work():
            enqueue(FollowUp.SUGGEST_THREADS)
    assert (waiting(), lease_due()) == (1, [])
    later = now() - WAITS[FollowUp.SUGGEST_THREADS]
    with unit_of_work():
        db.session.execute(sa.update(OutboxItem).values(available_at=later))
    assert len(lease_due()) == 1


def test_a_change_during_the_work_asks_for_the_work_again(context: Flask) -> None:
    promise(1)
    lease_due()
    promise(1)
    assert [lease.payload for lease in lease_due()] == [{"page": 1}]


def test_a_promise_is_held_by_one_worker(context: Flask) -> None:
    promise(1)
    assert len(lease_due()) == 1
    assert lease_due() == []


def test_a_promise_returns_when_its_worker_died(context: Flask) -> None:
    promise(1)
    lease_due(lease=GONE)
    assert [lease.attempts for lease in lease_due()] == [2]


def test_one_failure_harms_no_other_promise(context: Flask) -> None:
    promise(1, 2, 3)
    kept: list[int] = []

    def fail_on_two(payload: Mapping[str, int]) -> None:
        if payload["page"] == 2:
            raise ValueError("broken on purpose")
        kept.append(payload["page"])

    assert run_due({FollowUp.INDEX_PAGE: fail_on_two}) == 3
    assert kept == [1, 3]
    assert waiting() == 1


def test_a_failed_promise_waits_before_the_next_attempt(context: Flask) -> None:
    promise(1)
    run_due({})
    item = db.session.scalars(sa.select(OutboxItem)).one()
    assert item.leased_until is not None
    assert item.leased_until > now()
    assert lease_due() == []


def test_two_workers_never_do_one_promise_twice(context: Flask) -> None:
    promise(*range(40))
    kept: list[int] = []

    def work() -> None:
        with context.app_context():
            while run_due({FollowUp.INDEX_PAGE: lambda payload: kept.append(payload["page"])}, limit=3):
                pass
            db.session.remove()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(kept) == list(range(40))


def test_promises_kept_long_ago_are_forgotten(context: Flask) -> None:
    promise(1, 2)
    finish(lease_due(limit=1)[0])
    with unit_of_work():
        db.session.execute(
            sa.update(OutboxItem)
            .where(OutboxItem.done_at.is_not(None))
            .values(done_at=now() - timedelta(days=8))
        )
    forget_done()
    assert db.session.scalar(sa.select(sa.func.count(OutboxItem.id))) == 1
