"""SQL compiled once for all applications of a test worker: each had to do it again, and kept what it made."""

from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.engine import Engine

_first: dict[str, Engine] = {}


def share_statements() -> None:
    """Let every engine that is made from now on compile for the dialect of the first, and keep it there.

    What is compiled is kept by dialect; it hangs on the kind of database and on nothing else of the engine.
    """
    make_engine = SQLAlchemy._make_engine

    def share(self: SQLAlchemy, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        engine = make_engine(self, bind_key, options, app)
        first = _first.setdefault(engine.dialect.name, engine)
        if first.dialect.server_version_info is not None:  # it has been connected, and knows its server
            engine.dialect = first.dialect
            engine._compiled_cache = first._compiled_cache
        return engine

    SQLAlchemy._make_engine = share  # type: ignore[method-assign]  # the one place where engines are made
