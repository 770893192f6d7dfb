"""Runs the migrations on the database of the running application.

SQLite needs care: changing a table there rebuilds it, which fails or cascades with foreign keys on, and the
switch only works outside a transaction. So it is off during the migrations and all is checked afterwards.
"""

from typing import Any

from alembic import context
from sqlalchemy.engine import Connection

from app.core.db import db
from app.schema import metadata


def _pragma(connection: Connection, statement: str) -> list[Any]:
    return list(connection.connection.cursor().execute(f"PRAGMA {statement}"))


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run() -> None:
    """Bring the database to the asked revision; SQLite is checked for broken references at the end."""
    with db.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            _migrate(connection)
            return
        _pragma(connection, "foreign_keys=OFF")
        try:
            _migrate(connection)
            broken = _pragma(connection, "foreign_key_check")
        finally:
            _pragma(connection, "foreign_keys=ON")
        if broken:
            raise RuntimeError(f"the migration left broken references: {broken[:5]}")


run()
