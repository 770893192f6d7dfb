"""One use case, one transaction, on both databases."""

import threading

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from app.core.clock import now
from app.core.db import UtcDateTime, db, unit_of_work
from app.core.site_state import SiteState, bump_public_version


def public_version() -> int:
    return db.session.scalars(sa.select(SiteState.public_version)).one()


def test_a_use_case_that_fails_leaves_nothing_behind(context: Flask) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work():
        bump_public_version()
        _ = 1 / 0
    assert public_version() == 1


def test_a_use_case_that_ends_well_is_stored(context: Flask) -> None:
    with unit_of_work():
        bump_public_version()
    db.session.rollback()
    assert public_version() == 2


def test_a_use_case_cannot_stand_inside_another(context: Flask) -> None:
    with pytest.raises(RuntimeError, match="inside another"), unit_of_work(), unit_of_work():
        pass
    with unit_of_work():
        bump_public_version()
    assert public_version() == 2


def test_what_was_read_before_is_read_again_inside(context: Flask) -> None:
    state = db.session.get_one(SiteState, 1)
    with db.engine.begin() as other:
        other.execute(sa.text("UPDATE site_state SET public_version = 7"))
    with unit_of_work():
        assert state.public_version == 7


def test_no_update_is_lost_when_many_write_at_once(context: Flask) -> None:
    def read_then_write() -> None:
        with context.app_context():
            for _ in range(15):
                with unit_of_work():
                    state = db.session.get_one(SiteState, 1, with_for_update=True, populate_existing=True)
                    state.public_version += 1
            db.session.remove()

    threads = [threading.Thread(target=read_then_write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert public_version() == 1 + 6 * 15


def test_sqlite_keeps_what_it_acknowledged_and_checks_references(context: Flask) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("these switches are SQLite's")
    with db.engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("foreign_keys", "journal_mode", "synchronous")
        }
    assert found == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(now().replace(tzinfo=None), SQLiteDialect())
