"""Insert unless an equal row is there: the same words for SQLite and PostgreSQL."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import CursorResult, text
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from app.core.db import Base, db


def insert_unless_there(
    model: type[Base], values: Mapping[str, Any], *, unique: Sequence[str], where: str | None = None
) -> bool:
    """Insert a row; False when a row with the same `unique` columns stands there already.

    On PostgreSQL this waits for a transaction that is writing the same key, so the answer is final.
    """
    insert = sqlite_insert if db.session.get_bind().dialect.name == "sqlite" else postgresql_insert
    statement = insert(model).values(**values)
    condition = text(where) if where else None
    statement = statement.on_conflict_do_nothing(index_elements=list(unique), index_where=condition)
    # Without the option, psycopg's count of inserted rows is gone before we can ask for it.
    options = {"preserve_rowcount": True}
    result = cast(CursorResult[Any], db.session.execute(statement, execution_options=options))
    return result.rowcount == 1
