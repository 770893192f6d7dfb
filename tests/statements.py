"""Counting what an action asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from app.core.db import db

NOT_COUNTED = ("BEGIN", "PRAGMA")


@contextmanager
def counted_statements(app: Flask) -> Iterator[list[str]]:
    """Every statement that runs inside the block, but for the beginning of transactions."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if not statement.startswith(NOT_COUNTED):
            found.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)
