"""The database: one declarative base, UTC in and out, and one transaction per use case.

SQLite loses updates silently in its default mode, so the driver's own transaction handling is switched off:
reading begins with a plain BEGIN, a use case that writes begins with BEGIN IMMEDIATE.
"""

import enum
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Enum, MetaData, Text, TypeDecorator, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MILLISECONDS = 10_000
# Each thread has a connection, with a cache of its own of what the system keeps in memory once for all.
CACHE_KILOBYTES = 512

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment; refuses naive values on the way in and gives aware ones on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """UTC for the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """SQLite forgets the zone that was written: it was UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Every table of the product."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMING_CONVENTION),
        type_annotation_map={datetime: UtcDateTime, str: Text},
    )


db = SQLAlchemy(model_class=Base)


def enum_type(kind: type[enum.StrEnum]) -> Enum:
    """A column of readable words; no CHECK, so that a later word needs no table rebuild on SQLite."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _entry: ConnectionPoolEntry) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MILLISECONDS}",
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        f"cache_size=-{CACHE_KILOBYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def unit_of_work() -> Iterator[None]:
    """One use case, one transaction: commits when the block ends well, undoes everything otherwise.

    Whatever was read before is forgotten, so that every check inside sees the database as it is now.
    """
    session = db.session
    if session.info.get("in_unit_of_work"):
        raise RuntimeError("a unit of work cannot stand inside another one")
    if session.info.get("reading_only"):
        raise RuntimeError("nothing may be changed here")
    session.rollback()
    session.info["in_unit_of_work"] = True
    try:
        session.connection(execution_options={"writes": True})
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info.pop("in_unit_of_work", None)


@contextmanager
def reading_only() -> Iterator[None]:
    """A block in which every unit of work is refused, for showing a form again without sending it."""
    session = db.session
    session.info["reading_only"] = True
    try:
        yield
    finally:
        session.info.pop("reading_only", None)
